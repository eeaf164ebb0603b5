package compile

import (
	"encoding/base64"
	"strings"
)

// ID makes the global id of an object from its type and key.
func ID(typ, key string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(typ + ":" + key))
}

// ParseID reads a global id; ok is false for anything that is none.
func ParseID(id string) (typ, key string, ok bool) {
	raw, err := base64.RawURLEncoding.DecodeString(id)
	if err != nil {
		return "", "", false
	}
	return strings.Cut(string(raw), ":")
}
