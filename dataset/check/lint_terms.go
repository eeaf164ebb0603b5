package check

import (
	"fmt"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// bookings warns of creators who are booked twice for one day.
func (t *TableLinter) bookings() {
	type booking struct {
		from, to time.Time
		place    dataset.Position
	}
	booked := map[string][]booking{}
	t.rowChecks = append(t.rowChecks, func(row dataset.Row) {
		if row.Values[t.index("state")] != "BOOKED" {
			return
		}
		from, _ := row.Values[t.index("from")].(time.Time) // required, as is the last day
		to, _ := row.Values[t.index("to")].(time.Time)
		creator := asText(row.Values[0])
		for _, other := range booked[creator] {
			if !from.After(other.to) && !to.Before(other.from) {
				t.report(row, "from", DoubleBooked, from.Format(time.DateOnly), fmt.Sprintf("%s books %s to %s already",
					other.place.Beside(row.Position(t.file)), other.from.Format(time.DateOnly), other.to.Format(time.DateOnly)))
				break
			}
		}
		booked[creator] = append(booked[creator], booking{from, to, row.Position(t.file)})
	})
}
