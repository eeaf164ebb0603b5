package answer

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// appendScalar writes a value as the driver gives it; false means that it is null, or nothing that
// JSON has.
func appendScalar(buf []byte, value any) ([]byte, bool) {
	switch v := value.(type) {
	case string:
		return appendString(buf, v), true
	case int64:
		return strconv.AppendInt(buf, v, 10), true
	case bool:
		return strconv.AppendBool(buf, v), true
	case float64:
		return appendFloat(buf, v)
	}
	return buf, false
}

// appendFloat writes a number as JavaScript does: with an exponent only when very small or large.
func appendFloat(buf []byte, f float64) ([]byte, bool) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return buf, false
	}
	if abs := math.Abs(f); abs == 0 || abs >= 1e-6 && abs < 1e21 {
		return strconv.AppendFloat(buf, f, 'f', -1, 64), true
	}
	buf = strconv.AppendFloat(buf, f, 'e', -1, 64)
	if n := len(buf); buf[n-2] == '0' { // Go writes e-09, JavaScript e-9
		buf = append(buf[:n-2], buf[n-1])
	}
	return buf, true
}

const hex = "0123456789abcdef"

// appendString writes a JSON string. Bytes that are no UTF-8 become the replacement character.
func appendString(buf []byte, s string) []byte {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	buf = append(buf, '"')
	start := 0
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' {
			buf = appendEscape(append(buf, s[start:i]...), c)
			start = i + 1
		}
	}
	return append(append(buf, s[start:]...), '"')
}

func appendEscape(buf []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(buf, '\\', c)
	case '\n':
		return append(buf, '\\', 'n')
	case '\r':
		return append(buf, '\\', 'r')
	case '\t':
		return append(buf, '\\', 't')
	}
	return append(buf, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}
