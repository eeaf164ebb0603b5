package load

import (
	"cmp"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
)

// encoder turns a table's rows into what its statement takes: keys by name, everything else as
// properties. A node's properties name what is unknown, too, so that it is removed; a
// relationship's are replaced as a whole.
type encoder struct {
	table  dataset.Table
	names  []string // the columns in camelCase
	extras func(row map[string]any, properties map[string]any)
	node   bool
}

func newEncoder(t dataset.Table) *encoder {
	e := &encoder{table: t, extras: extras[t.Name], node: t.Columns[0].Kind == dataset.Key}
	for _, c := range t.Columns {
		e.names = append(e.names, propertyName(t.Name, c.Name))
	}
	return e
}

// row gives the parameter of one row; at is its place in the batch.
func (e *encoder) row(at int, values []any) map[string]any {
	properties := make(map[string]any, len(values))
	row := map[string]any{"at": at, "properties": properties}
	for i, c := range e.table.Columns {
		switch c.Kind {
		case dataset.Key, dataset.Ref, dataset.MemberOf:
			row[e.names[i]] = values[i]
		case dataset.Refs:
			if values[i] == nil {
				values[i] = []string{}
			}
			row[e.names[i]] = values[i]
		default:
			if values[i] != nil || e.node {
				properties[e.names[i]] = parameter(c, values[i])
			}
		}
	}
	if e.extras != nil {
		e.extras(row, properties)
	}
	if e.node {
		properties["spelt"], properties["marks"] = graph.Spelling(labels[e.table.Name], row["key"],
			properties["name"], properties["handle"], cmp.Or(properties["followers"], properties["budget"]))
		if e.table.Name == "lists" { // no index of search holds them
			delete(properties, "marks")
		}
	}
	return row
}

// extras are what a row gets besides its columns: the sort keys that come from it alone, and what
// docs/model.md names otherwise than the file does.
var extras = map[string]func(row, properties map[string]any){
	"agencies": func(_, properties map[string]any) {
		properties["byName"] = sortKey(properties["name"])
	},
	"brands": func(_, properties map[string]any) {
		properties["byName"] = sortKey(properties["name"])
	},
	"campaigns": func(_, properties map[string]any) {
		properties["byName"] = sortKey(properties["name"])
		properties["byStarts"] = sortDay(properties["starts"])
		properties["byBudget"] = sortNumber(properties["budget"])
	},
	"creators": func(_, properties map[string]any) {
		properties["byName"] = sortKey(properties["name"])
		properties["byJoined"] = sortDay(properties["joined"])
		properties["byFollowers"] = sortNumber(properties["followers"])
		for _, format := range []string{"ShortVideo", "MidVideo", "ImageText", "Live"} {
			properties["byPrice"+format] = sortNumber(properties["price"+format])
		}
	},
	"contents": func(row, properties map[string]any) {
		properties["name"] = properties["title"]
		if properties["title"] == nil {
			properties["name"] = row["key"]
		}
	},
	"list_items": itemExtras,
	"programme_members": func(row, properties map[string]any) {
		row["kind"] = properties["kind"]
		delete(properties, "kind")
	},
}

// Unknown is the smallest value of an order, see docs/model.md.
const (
	unknownNumber = -1
	unknownDay    = -1_000_000
)

func sortKey(name any) string {
	s, _ := name.(string) // a name is required, so that there is one
	return graph.SortKey(s)
}

func sortNumber(value any) any {
	if value == nil {
		return unknownNumber
	}
	return value
}

func sortDay(value any) any {
	day, known := value.(interface{ Time() time.Time })
	if !known {
		return unknownDay
	}
	return daysOf(day.Time())
}

const secondsPerDay = 24 * 60 * 60

// daysOf counts the days since 1970-01-01.
func daysOf(day time.Time) int64 { return day.Unix() / secondsPerDay }

func parameter(c dataset.Column, value any) any {
	at, ok := value.(time.Time)
	switch {
	case !ok:
		return value
	case c.Kind == dataset.Date:
		return graph.Day(at)
	}
	return graph.Moment(at)
}

// propertyName gives the name a column has in the graph.
func propertyName(table, column string) string {
	if table == "invitations" && column == "invited" {
		return "at"
	}
	parts := strings.Split(column, "_")
	for i, p := range parts[1:] {
		parts[i+1] = strings.ToUpper(p[:1]) + p[1:]
	}
	return strings.Join(parts, "")
}
