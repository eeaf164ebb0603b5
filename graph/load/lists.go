package load

import (
	"math"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
)

// itemProperties are those of a creator on a list that a row tells; one that it does not tell is removed, while when
// the creator was put there stays.
var itemProperties = []string{"status", "byStatus", "position", "grade", "tags", "note", "reason", "format", "price", "replaces"}

// placeOf gives what an item is sorted by: its position, as far as the API's Int goes, or the line that names none.
func placeOf(position any, line int) int64 {
	if n, known := position.(int64); known {
		return min(n, math.MaxInt32)
	}
	return int64(line)
}

// itemExtras completes the properties of a creator on a list.
func itemExtras(row, properties map[string]any) {
	status, _ := properties["status"].(string)
	properties["byStatus"] = graph.ListStatusRank(status)
	properties["replaces"] = row["replaces"]
	if position := properties["position"]; position != nil {
		properties["byPosition"] = placeOf(position, 0)
	}
	for _, name := range itemProperties {
		if _, told := properties[name]; !told {
			properties[name] = nil
		}
	}
}

// newList is what a list has besides its columns when it is made.
func newList(at time.Time) map[string]any {
	return map[string]any{"created": at, "changed": at, "version": int64(1), "revision": int64(1)}
}
