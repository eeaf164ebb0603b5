package graph

import (
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// timesSeen gathers which columns hold nothing but days or instants, which become texts: whoever writes a file of them
// can then give them their own type again.
type timesSeen []string

// otherwise is what a column is that holds anything else.
const otherwise = "-"

func (t timesSeen) see(column int, value any) {
	if kind := timeOf(value); kind != "" && t[column] != kind {
		t[column] = map[bool]string{true: kind, false: otherwise}[t[column] == ""]
	}
}

// timeOf says what a value is; nothing of a null or of a list that holds no other, which may be among any.
func timeOf(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case dbtype.Date:
		return "Date"
	case time.Time:
		return "DateTime"
	case []any:
		items := make(timesSeen, 1)
		for _, item := range v {
			items.see(0, item)
		}
		switch items[0] {
		case "Date", "DateTime":
			return "[" + items[0] + "]"
		case "":
			return ""
		}
	}
	return otherwise
}

func (t timesSeen) names() []string {
	names := make([]string, len(t))
	for i, kind := range t {
		if kind != otherwise {
			names[i] = kind
		}
	}
	return names
}
