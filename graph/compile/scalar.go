package compile

import (
	"encoding/json"
	"fmt"
	"math"
	"time"
)

// MaxSafe is the largest whole number that every JSON reader holds exactly: 2^53 - 1.
const MaxSafe = 1<<53 - 1

// Long reads a Long, Money or Int: a whole number within ±(2^53 - 1).
func Long(v any) (int64, error) {
	n, ok := whole(v)
	if text, isText := v.(string); isText {
		return 0, fmt.Errorf("%q is a text, not a number; leave out the quotes", text)
	}
	if !ok || n > MaxSafe || n < -MaxSafe {
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
		return int64(v), v == math.Trunc(v) && math.Abs(v) <= MaxSafe
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n, true
		}
		f, err := v.Float64() // 1000.0 and 1e3 are whole numbers too
		n, ok := whole(f)
		return n, ok && err == nil
	}
	return 0, false
}

// Float reads a Float: a finite number.
func Float(v any) (float64, error) {
	var f float64
	switch v := v.(type) {
	case float64:
		f = v
	case int:
		f = float64(v)
	case int64:
		f = float64(v)
	case json.Number:
		var err error
		if f, err = v.Float64(); err != nil {
			return 0, fmt.Errorf("%v is not a number", v)
		}
	default:
		return 0, fmt.Errorf("%v is not a number", v)
	}
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0, fmt.Errorf("%v is not a finite number", v)
	}
	return f, nil
}

// Date reads a Date: YYYY-MM-DD, a day that exists.
func Date(v any) (string, error) {
	s, ok := v.(string)
	if !ok {
		return "", fmt.Errorf("%v is not a date; write it as a string \"YYYY-MM-DD\"", v)
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", fmt.Errorf("%q is not a date; write it as YYYY-MM-DD, such as 2026-11-11", s)
	}
	return s, nil
}

// Instant reads a DateTime: RFC 3339 with any offset.
func Instant(v any) (time.Time, error) {
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

// scalar reads a value of a named scalar as the database takes it.
func scalar(name string, v any) (any, error) {
	switch name {
	case "Long", "Money", "Int":
		return Long(v)
	case "Float":
		return Float(v)
	case "Date":
		return Date(v)
	case "DateTime":
		t, err := Instant(v)
		return t.Format(time.RFC3339Nano), err
	}
	return v, nil
}
