package compile

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"hash/fnv"
	"io"
	"strconv"
)

// cursorVersion changes when cursors of before can no longer be read.
const cursorVersion = 1

var (
	errCursor      = errors.New("it is no cursor")
	errCursorOther = errors.New("it belongs to another connection or order")
)

// EncodeCursor makes a cursor of the sort values of a row, which end with its key. The signature is
// what the cursor is good for: a field and an order.
func EncodeCursor(signature string, values []any) (string, error) {
	raw, err := json.Marshal(append([]any{cursorVersion, sum(signature)}, values...))
	if err != nil {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(raw), nil
}

// DecodeCursor reads the sort values back. Whole numbers come as int64, others as float64.
func DecodeCursor(signature, cursor string, count int) ([]any, error) {
	values, err := decodeArray(cursor)
	if err != nil || len(values) < 2 || values[0] != json.Number(strconv.Itoa(cursorVersion)) {
		return nil, errCursor
	}
	if values[1] != sum(signature) || len(values) != count+2 {
		return nil, errCursorOther
	}
	values = values[2:]
	for i, v := range values {
		if values[i], err = cursorValue(v); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// decodeArray reads a JSON array from base64, and nothing after it.
func decodeArray(text string) ([]any, error) {
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var values []any
	if err := decoder.Decode(&values); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errCursor
	}
	return values, nil
}

func cursorValue(v any) (any, error) {
	switch v := v.(type) {
	case string:
		return v, nil
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n, nil
		}
		if f, err := v.Float64(); err == nil {
			return f, nil
		}
	}
	return nil, errCursor
}

func sum(signature string) string {
	h := fnv.New32a()
	_, _ = h.Write([]byte(signature)) // a hash never fails
	return strconv.FormatUint(uint64(h.Sum32()), 36)
}
