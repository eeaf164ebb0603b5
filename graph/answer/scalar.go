package answer

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// maxSafe is the largest whole number that every JSON reader holds exactly: 2^53 - 1.
const maxSafe = 1<<53 - 1

// MarshalLong writes a Long or Money.
func MarshalLong(v int64) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, strconv.FormatInt(v, 10)) })
}

// UnmarshalLong reads a Long or Money: a whole number within ±(2^53 - 1).
func UnmarshalLong(v any) (int64, error) {
	n, ok := whole(v)
	if !ok || n > maxSafe || n < -maxSafe {
		return 0, fmt.Errorf("%v is not a whole number between -(2^53 - 1) and 2^53 - 1", v)
	}
	return n, nil
}

func whole(v any) (int64, bool) {
	switch v := v.(type) {
	case int:
		return int64(v), true
	case int64:
		return v, true
	case float64:
		return int64(v), v == math.Trunc(v) && math.Abs(v) <= maxSafe
	case json.Number:
		n, err := v.Int64()
		return n, err == nil
	}
	return 0, false
}

// MarshalDate writes a Date.
func MarshalDate(v string) graphql.Marshaler { return graphql.MarshalString(v) }

// UnmarshalDate reads a Date: YYYY-MM-DD, a day that exists.
func UnmarshalDate(v any) (string, error) {
	s, ok := v.(string)
	if !ok {
		return "", fmt.Errorf("%v is not a date; write it as a string \"YYYY-MM-DD\"", v)
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", fmt.Errorf("%q is not a date; write it as YYYY-MM-DD, such as 2026-11-11", s)
	}
	return s, nil
}

// MarshalDateTime writes a DateTime.
func MarshalDateTime(v time.Time) graphql.Marshaler {
	return graphql.MarshalString(v.UTC().Format(time.RFC3339Nano))
}

// UnmarshalDateTime reads a DateTime: RFC 3339 with any offset, kept as UTC.
func UnmarshalDateTime(v any) (time.Time, error) {
	s, ok := v.(string)
	if !ok {
		return time.Time{}, fmt.Errorf("%v is not an instant; write it as an RFC 3339 string", v)
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, fmt.Errorf(
			"%q is not an instant; write it as RFC 3339, such as 2026-11-11T08:00:00Z", s)
	}
	return t.UTC(), nil
}
