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
	IgnoreUnknown bool   // pass over columns of which the mapping does not speak
	Lookup        Lookup // nil: names are looked up in the sheets alone
	// Existing gives what the graph has under some keys of a table, as cells in the order of its columns.
	// What no column of the sheets tells of these stays as it is. Nil: the graph has nothing.
	Existing func(ctx context.Context, t dataset.Table, keys []string) (map[string][]dataset.Cell, error)
}

// Applied is what a mapping makes of sheets.
type Applied struct {
	// Skipped are the rows that were taken for no data, totals and remarks, by sheet.
	Skipped []SkippedRow

	tables map[string]*rows
	sheets []*boundSheet
}

// SkippedRow is a row that was passed over, and why.
type SkippedRow struct {
	dataset.Position
	Reason string
}

// rows are the rows of one table.
type rows struct {
	table dataset.Table
	all   []row
	byKey map[string]int // places by identity, where rows of one identity are made one
}

// ErrUndecided is given for a mapping with questions that a person must answer.
var ErrUndecided = errors.New("the mapping has questions that you must answer first")

// Apply makes tables of sheets. An error says what in the mapping or in the headings does not fit; what
// is wrong with a cell travels with it.
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

// applier is the work on one set of sheets.
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

// registerKeys remembers the keys and names that rows give together.
func (a *applier) registerKeys(r *record) {
	for _, t := range nouns() {
		key := r.get(t.Name + ".key")
		if key.valid() {
			a.add(t.Name, key.text, r.get(t.Name+".name").text, r.brand(t.Name), true)
		}
	}
}

// brand gives what tells campaigns of one name apart: the brand's key, if it is given.
func (r *record) brand(table string) string {
	if table != "campaigns" {
		return ""
	}
	if v := r.get("campaigns.brand"); v.valid() {
		return v.text
	}
	return r.get("brands.key").text
}

// requestNames notes the names that are to be looked up.
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

// deriveCampaignKeys makes the keys of names that come with what tells them apart, so that they are found by name alone.
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
