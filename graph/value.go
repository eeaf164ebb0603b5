package graph

import (
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// Day gives a day as a parameter that the database keeps as a DATE.
func Day(t time.Time) any { return dbtype.Date(t) }

// DayOf is Day for a day written as YYYY-MM-DD. Anything else is null, which nothing compares with.
func DayOf(text string) any {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return nil
	}
	return Day(t)
}

// Moment gives an instant as a parameter that the database keeps as a ZONED DATETIME at offset Z,
// the same value as datetime('…Z').
func Moment(t time.Time) any {
	// The driver sends a zone of this name as an offset and any other as a region.
	return t.In(time.FixedZone("Offset", 0))
}
