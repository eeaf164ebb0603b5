package answer

import (
	"io"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// MarshalLong writes a Long or Money.
func MarshalLong(v int64) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, strconv.FormatInt(v, 10)) })
}

// UnmarshalLong reads a Long or Money.
func UnmarshalLong(v any) (int64, error) { return compile.Long(v) }

// MarshalDate writes a Date.
func MarshalDate(v string) graphql.Marshaler { return graphql.MarshalString(v) }

// UnmarshalDate reads a Date, kept as its text.
func UnmarshalDate(v any) (string, error) {
	day, err := compile.Date(v)
	return day.String(), err
}

// MarshalDateTime writes a DateTime.
func MarshalDateTime(v time.Time) graphql.Marshaler {
	return graphql.MarshalString(v.UTC().Format(time.RFC3339Nano))
}

// UnmarshalDateTime reads a DateTime, kept in UTC.
func UnmarshalDateTime(v any) (time.Time, error) { return compile.Instant(v) }
