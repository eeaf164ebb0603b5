package compile

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// MaxSafe is the largest whole number that every JSON reader holds exactly: 2^53 - 1.
const MaxSafe = 1<<53 - 1

// Long reads a Long, Money or Int: a whole number within ±(2^53 - 1).
func Long(v any) (int64, error) {
	n, ok := whole(v)
	if text, isText := v.(string); isText {
		return 0, wrong("leave out the quotes", "%s is a text, not a number", brief(text))
	}
	if !ok || n > MaxSafe || n < -MaxSafe {
		return 0, wrong("give one between -(2^53 - 1) and 2^53 - 1", "%s is not a whole number in range", brief(v))
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
			return 0, wrong("give a finite one", "%s is not a number in range", brief(v))
		}
	default:
		return 0, wrong("give one without quotes", "%s is not a number", brief(v))
	}
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0, wrong("give a finite one", "%s is not a number in range", brief(v))
	}
	return f, nil
}

// Date reads a Date: YYYY-MM-DD, a day that exists. It is a parameter that the database has as a DATE, which a text is made
// into anew for each row that is compared with it.
func Date(v any) (dbtype.Date, error) {
	s, ok := v.(string)
	if !ok {
		return dbtype.Date{}, wrong(`write it as a string "YYYY-MM-DD"`, "%s is not a date", brief(v))
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return dbtype.Date{}, wrong("write it as YYYY-MM-DD, such as 2026-11-11", "%s is not a date", brief(s))
	}
	return dbtype.Date(t), nil
}

// Instant reads a DateTime: RFC 3339 with any offset.
func Instant(v any) (time.Time, error) {
	s, ok := v.(string)
	if !ok {
		return time.Time{}, wrong("write it as an RFC 3339 string", "%s is not an instant", brief(v))
	}
	t, err := time.Parse(time.RFC3339, s)
	if t = t.UTC(); err != nil || t.Year() < 0 || t.Year() > 9999 {
		return time.Time{}, wrong("write it as RFC 3339, such as 2026-11-11T08:00:00Z", "%s is not an instant", brief(s))
	}
	return t, nil
}

// Text reads a String.
func Text(v any) (string, error) {
	s, isText := v.(string)
	if !isText {
		return "", wrong("write it in quotes", "%s is not a text", brief(v))
	}
	return s, nil
}

// identifier reads an ID: a text, or a whole number in its place.
func identifier(v any) (string, error) {
	switch v := v.(type) {
	case int64:
		return strconv.FormatInt(v, 10), nil
	case json.Number:
		if _, err := v.Int64(); err == nil {
			return v.String(), nil
		}
	}
	return Text(v)
}

func boolean(v any) (bool, error) {
	b, isBoolean := v.(bool)
	if !isBoolean {
		return false, wrong("give true or false", "%s is neither true nor false", brief(v))
	}
	return b, nil
}

// anything reads JSON, whose numbers must be within what the database and clients have.
func anything(v any) (any, error) {
	switch v := v.(type) {
	case json.Number:
		_, err := Float(v)
		return v, err
	case []any:
		for _, item := range v {
			if _, err := anything(item); err != nil {
				return nil, err
			}
		}
	case map[string]any:
		for _, item := range v {
			if _, err := anything(item); err != nil {
				return nil, err
			}
		}
	}
	return v, nil
}

// wrong is the error of a value; who knows its place adds it.
func wrong(remedy, format string, args ...any) error {
	return &Error{What: fmt.Sprintf(format, args...), Remedy: remedy}
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
	case "String":
		return Text(v)
	case "ID":
		return identifier(v)
	case "Boolean":
		return boolean(v)
	}
	return anything(v)
}
