package columns

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// Options says how a mapping is applied.
type Options struct {
	IgnoreUnknown bool   // skip columns that the mapping does not list
	Lookup        Lookup // nil: names are looked up in the sheets alone
	// Existing gives what the graph has under some keys of a table, as cells in the order of its columns.
	// What no column of the sheets tells of these stays as it is. Nil: the graph has nothing.
	Existing func(ctx context.Context, t dataset.Table, keys []string) (map[string][]dataset.Cell, error)
}

// Applied holds the tables that a mapping makes of sheets.
type Applied struct {
	// Skipped are the rows that are not data, such as totals and remarks, by sheet.
	Skipped []SkippedRow

	tables map[string]*rows
	sheets []*boundSheet
}

// SkippedRow is a row that was skipped, and why.
type SkippedRow struct {
	dataset.Position
	Reason string
}

// rows are the rows of one table.
type rows struct {
	table dataset.Table
	all   []row
	byKey map[string]int // index of the first row of each identity
}

// ErrUndecided is given for a mapping with questions that a person must answer.
var ErrUndecided = errors.New("the mapping has questions that you must answer first")

// Apply turns sheets into tables. An error says what in the mapping or in the headings does not fit; a cell that
// cannot be read carries its own fault.
func Apply(ctx context.Context, m Mapping, sheets []sheet.Sheet, opts Options) (*Applied, error) {
	if err := m.checkDecided(); err != nil {
		return nil, err
	}
	bounds, err := m.bind(sheets, opts.IgnoreUnknown)
	if err != nil {
		return nil, err
	}
	a := &applier{Applied: &Applied{tables: map[string]*rows{}, sheets: bounds}, entities: newEntities()}
	a.load()
	a.each(a.registerKeys)
	a.each(a.requestNames)
	if err := a.lookUp(ctx, opts.Lookup); err != nil {
		return nil, err
	}
	a.each(a.deriveCampaignKeys)
	a.resolved = map[nameRef]resolution{}
	// What a row is about stands before what other rows mention of it.
	a.each(func(r *record) { a.emit(r, true) })
	a.each(func(r *record) { a.emit(r, false) })
	a.emitDerived()
	if err := a.keepExisting(ctx, opts); err != nil {
		return nil, err
	}
	for _, b := range bounds {
		b.records = nil
	}
	return a.Applied, nil
}

// checkDecided refuses a mapping with open questions, and tells them.
func (m Mapping) checkDecided() error {
	open := m.Questions()
	if len(open) == 0 {
		return nil
	}
	err := ErrUndecided
	for _, q := range open {
		err = fmt.Errorf("%w\n  %s", err, q)
	}
	return err
}

// load reads the sheets' rows and notes those that are skipped.
func (a *applier) load() {
	for _, b := range a.sheets {
		b.load()
		for _, p := range b.skipped {
			a.Skipped = append(a.Skipped, SkippedRow{dataset.Position{File: b.sheet.File, Sheet: b.sheet.Name, Line: p.line}, p.reason})
		}
	}
}

// applier applies a mapping to one set of sheets.
type applier struct {
	*Applied
	*entities
}

func (a *applier) each(do func(*record)) {
	for _, b := range a.sheets {
		for _, r := range b.records {
			do(r)
		}
	}
}

// nouns are the tables whose rows have keys.
var nouns = sync.OnceValue(func() (all []dataset.Table) {
	for _, t := range tables() {
		if t.Columns[0].Kind == dataset.Key {
			all = append(all, t)
		}
	}
	return all
})

// registerKeys registers the keys and names that stand in one row.
func (a *applier) registerKeys(r *record) {
	for _, t := range nouns() {
		key := r.get(t.Name + ".key")
		if key.valid() {
			a.add(t.Name, key.text, r.get(t.Name+".name").text, r.brand(t.Name), true)
			if t.Name == "creators" {
				a.handles = append(a.handles, creatorHandle{key.text, r.get("creators.handle").text})
			}
		}
	}
}

// brand gives the brand's key of a campaign, if a column has it: campaigns of different brands may share a name.
func (r *record) brand(table string) string {
	if table != "campaigns" {
		return ""
	}
	if v := r.get("campaigns.brand"); v.valid() {
		return v.text
	}
	return r.get("brands.key").text
}

// requestNames collects the names that have to be looked up in the graph.
func (a *applier) requestNames(r *record) {
	for _, t := range nouns() {
		if name := r.get(t.Name + ".name"); name.valid() && !r.get(t.Name+".key").valid() {
			a.entities.request(t.Name, name.text)
		}
	}
	for _, name := range r.Rows {
		t, _ := tableOf(name)
		for _, c := range t.Columns {
			for _, table := range referredTables(c) {
				a.requestNamesIn(table, r.get(name+"."+c.Name))
			}
		}
	}
}

// referredTables are the tables whose keys a column may hold.
func referredTables(c dataset.Column) []string {
	switch {
	case c.Kind == dataset.MemberOf:
		return []string{"creators", "agencies"}
	case c.Of != "":
		return []string{c.Of}
	}
	return nil
}

func (a *applier) requestNamesIn(table string, v value) {
	for _, e := range v.list {
		a.entities.request(table, e)
	}
	if v.valid() && v.list == nil {
		a.entities.request(table, v.text)
	}
}

// deriveCampaignKeys registers the key of a campaign that is named with its brand, so that other rows find it by its name
// alone.
func (a *applier) deriveCampaignKeys(r *record) {
	if name := r.get("campaigns.name"); name.valid() && !r.get("campaigns.key").known() {
		if brand, ok := a.key(r, "brands"); ok && brand.valid() {
			key, _, fault := a.resolve("campaigns", name.text, brand.text)
			if fault == "" {
				a.add("campaigns", key, name.text, brand.text, false)
			}
		}
	}
}
