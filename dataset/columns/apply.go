package columns

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

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
	// Passed are the rows that were taken for no data, totals and remarks, by sheet.
	Passed []Passed
	// Notes say what was settled and may be of interest.
	Notes []string

	tables map[string]*rows
	sheets []*bound
}

// Passed is a row that was passed over, and why.
type Passed struct {
	dataset.Place
	Reason string
}

// rows are the rows of one table.
type rows struct {
	table dataset.Table
	all   []row
	byKey map[string]int // places by identity, where rows of one identity are made one
}

type row struct {
	cells []dataset.Cell
	place dataset.Place
	about bool // the row is one of a sheet about the table; otherwise other rows mention it
}

// ErrUndecided is given for a mapping with questions that a person must answer.
var ErrUndecided = errors.New("the mapping has questions that you must answer first")

// Apply makes tables of sheets. An error says what in the mapping or in the headings does not fit; what
// is wrong with a cell travels with it.
func Apply(ctx context.Context, m Mapping, sheets []sheet.Sheet, opts Options) (*Applied, error) {
	if open := m.Questions(); len(open) > 0 {
		err := ErrUndecided
		for _, q := range open {
			err = fmt.Errorf("%w\n  %s", err, q)
		}
		return nil, err
	}
	bounds, err := m.bind(sheets, opts.IgnoreUnknown)
	if err != nil {
		return nil, err
	}
	a := &applying{Applied: &Applied{tables: map[string]*rows{}, sheets: bounds}, entities: newEntities()}
	for _, b := range bounds {
		b.load()
		for _, p := range b.passed {
			a.Passed = append(a.Passed, Passed{dataset.Place{File: b.sheet.File, Sheet: b.sheet.Name, Line: p.line}, p.reason})
		}
	}
	a.each(a.register)
	a.each(a.want)
	if err := a.ask(ctx, opts.Lookup); err != nil {
		return nil, err
	}
	a.each(a.settle)
	a.resolved = map[naming]resolution{}
	// What a row is about stands before what other rows mention of it.
	a.each(func(r *record) { a.emit(r, true) })
	a.each(func(r *record) { a.emit(r, false) })
	a.emitMade()
	if err := a.keepExisting(ctx, opts); err != nil {
		return nil, err
	}
	for _, b := range bounds {
		b.records = nil
	}
	return a.Applied, nil
}

// applying is the work on one set of sheets.
type applying struct {
	*Applied
	*entities
}

func (a *applying) each(do func(*record)) {
	for _, b := range a.sheets {
		for _, r := range b.records {
			do(r)
		}
	}
}

// nouns are the tables whose rows have keys.
var nouns = func() (all []dataset.Table) {
	for _, t := range tables {
		if t.Columns[0].Kind == dataset.Key {
			all = append(all, t)
		}
	}
	return all
}()

// register remembers the keys and names that rows give together.
func (a *applying) register(r *record) {
	for _, t := range nouns {
		key := r.get(t.Name + ".key")
		if key.good() {
			a.add(t.Name, key.text, r.get(t.Name+".name").text, r.brand(t.Name), true)
		}
	}
}

// brand gives what tells campaigns of one name apart: the brand's key, if it is given.
func (r *record) brand(table string) string {
	if table != "campaigns" {
		return ""
	}
	if v := r.get("campaigns.brand"); v.good() {
		return v.text
	}
	return r.get("brands.key").text
}

// want notes the names that are to be looked up.
func (a *applying) want(r *record) {
	for _, t := range nouns {
		if name := r.get(t.Name + ".name"); name.good() && !r.get(t.Name+".key").good() {
			a.entities.want(t.Name, name.text)
		}
	}
	for _, name := range r.Rows {
		t, _ := tableOf(name)
		for _, c := range t.Columns {
			tables := []string{c.Of}
			switch {
			case c.Kind == dataset.MemberOf:
				tables = []string{"creators", "agencies"}
			case c.Of == "":
				continue
			}
			v := r.get(name + "." + c.Name)
			for _, table := range tables {
				a.wantValue(table, v)
			}
		}
	}
}

func (a *applying) wantValue(table string, v value) {
	for _, e := range v.list {
		a.entities.want(table, e)
	}
	if v.good() && v.list == nil {
		a.entities.want(table, v.text)
	}
}

// settle makes the keys of names that come with what tells them apart, so that they are found by name alone.
func (a *applying) settle(r *record) {
	if name := r.get("campaigns.name"); name.good() && !r.get("campaigns.key").known() {
		if brand, ok := a.key(r, "brands"); ok && brand.good() {
			key, _, fault := a.resolve("campaigns", name.text, brand.text)
			if fault == "" {
				a.add("campaigns", key, name.text, brand.text, false)
			}
		}
	}
}

// key gives the key of a row's entity, given, found or made; false when the row names none.
func (a *applying) key(r *record, table string) (value, bool) {
	if key := r.get(table + ".key"); key.known() {
		return key, true
	}
	if table == "contents" {
		return a.contentKey(r)
	}
	name := r.get(table + ".name")
	if !name.known() || name.fault != "" {
		return name, name.known()
	}
	if table == "segments" {
		return value{cell{text: segmentKey(name.text, r.get("segments.dimension").text)}, name.heading, name.raw}, true
	}
	brand := ""
	if table == "campaigns" {
		if b, ok := a.brandKey(r); ok {
			brand = b.text
		}
	}
	key, _, fault := a.resolve(table, name.text, brand)
	return value{cell{text: key, fault: fault}, name.heading, name.raw}, true
}

func (a *applying) brandKey(r *record) (value, bool) {
	if v := r.get("campaigns.brand"); v.known() {
		return v, true
	}
	return a.key(r, "brands")
}

// contentKey makes the key of a piece of content out of whose it is, when it was published, and its format.
func (a *applying) contentKey(r *record) (value, bool) {
	published, format := r.get("contents.published"), r.get("contents.format")
	if !published.known() {
		return value{}, false
	}
	parts := []string{published.text, format.text}
	for _, table := range []string{"campaigns", "creators"} {
		if key, ok := a.key(r, table); ok && key.good() {
			parts = append([]string{key.text}, parts...)
		}
	}
	return value{cell{text: madeKey(strings.Join(parts, "/"), "")}, published.heading, published.raw}, true
}

// measures are tables of figures: a row of them is made where a figure is known.
var measures = []string{"contents", "content_metrics", "follower_history", "audiences", "rate_cards", "availability"}

// emit makes the rows of a record: those of what it is about, or those of what it mentions.
func (a *applying) emit(r *record, about bool) {
	if r.empty() {
		return
	}
	for i, name := range r.Rows {
		t, _ := tableOf(name)
		switch {
		case r.group != nil:
			if !about && r.group.of(name) {
				a.row(r, t, false)
			}
		case about == (i == 0 && !slices.ContainsFunc(r.groups, func(g group) bool { return g.of(name) })):
			a.row(r, t, about)
		}
	}
}

// of says whether a group's columns or values are of a table.
func (g group) of(table string) bool {
	for _, f := range g.fields {
		if strings.HasPrefix(f.target, table+".") {
			return true
		}
	}
	for target := range g.with {
		if strings.HasPrefix(target, table+".") {
			return true
		}
	}
	return false
}

// row makes a record's row of one table, if it says enough for one.
func (a *applying) row(r *record, t dataset.Table, subject bool) {
	cells := make([]dataset.Cell, len(t.Columns))
	referred := map[string]bool{}
	refs, own := true, true // whether the required keys of others, and the rest that is required, are known
	for i, c := range t.Columns {
		v := a.value(r, t, c, referred)
		cells[i] = v.asCell(c)
		if c.Required && !v.known() {
			if c.Kind == dataset.Ref || c.Kind == dataset.MemberOf {
				refs = false
			} else {
				own = false
			}
		}
	}
	noun := t.Columns[0].Kind == dataset.Key
	enough := subject
	switch {
	case subject:
	case noun && t.Name != "contents":
		enough = refs && own && r.tells(t.Name)
	case slices.Contains(measures, t.Name):
		enough = refs && own && r.tells(t.Name)
	default:
		enough = refs
	}
	if enough {
		a.put(t, cells, r, noun, subject)
	}
}

// value gives what a record says of a column: what a column of the sheet is, or the key of what it names.
func (a *applying) value(r *record, t dataset.Table, c dataset.Column, referred map[string]bool) value {
	v := r.get(t.Name + "." + c.Name)
	switch {
	case c.Kind == dataset.Key && !v.known():
		v, _ = a.key(r, t.Name)
	case t.Name == "segments" && c.Name == "name" && v.good():
		if s, _, ok := segmentOf(v.text); ok && s.dimension == r.get("segments.dimension").text {
			v.text = s.name
		}
	case c.Kind == dataset.Refs && v.list != nil:
		v.list = slices.Clone(v.list)
		for i, e := range v.list {
			key, fault := a.element(c.Of, e, r.place, v.heading)
			if fault != "" {
				return value{cell{fault: fault}, v.heading, v.raw}
			}
			v.list[i] = key
		}
	case c.Kind == dataset.Ref && !v.known() && c.Of != t.Name && !referred[c.Of]:
		v, _ = a.key(r, c.Of)
	case c.Kind == dataset.Ref && v.good():
		v.text = a.reference(c.Of, v.text, r.place, v.heading)
	case c.Kind == dataset.MemberOf && v.good():
		table := "creators"
		if r.get(t.Name+".kind").text == "AGENCY" {
			table = "agencies"
		}
		v.text = a.reference(table, v.text, r.place, v.heading)
	case c.Kind == dataset.MemberOf && !v.known():
		if v, _ = a.key(r, "creators"); !v.known() {
			v, _ = a.key(r, "agencies")
		}
	}
	if v.heading == "" && c.Kind == dataset.Ref && !referred[c.Of] {
		v.heading = r.headingOf(c.Of)
	}
	if c.Kind == dataset.Ref {
		referred[c.Of] = true
	}
	return v
}

// headingOf is the heading by which rows name an entity of a table.
func (r *record) headingOf(table string) string {
	for _, target := range []string{table + ".key", table + ".name"} {
		for _, i := range r.index[target] {
			return r.base[i].heading
		}
	}
	return ""
}

func (v value) asCell(c dataset.Column) dataset.Cell {
	cell := dataset.Cell{Column: v.heading, Value: v.raw, Fault: v.fault, List: v.list}
	if v.list == nil && v.fault == "" {
		cell.Text = []byte(v.text)
	}
	return cell
}

// emitMade makes the rows of what only lists name: categories, platforms, segments.
func (a *applying) emitMade() {
	for _, table := range sortedKeys(a.made) {
		t, _ := tableOf(table)
		for _, key := range sortedKeys(a.made[table]) {
			m := a.made[table][key]
			said := map[string]string{"key": key, "name": m.name, "dimension": m.dimension}
			cells := make([]dataset.Cell, len(t.Columns))
			complete := true
			for i, c := range t.Columns {
				if text := said[c.Name]; text != "" {
					cells[i] = dataset.Cell{Text: []byte(text), Column: m.heading, Value: m.name}
				}
				complete = complete && (!c.Required || said[c.Name] != "")
			}
			if complete {
				a.put(t, cells, &record{place: m.place}, true, false)
			}
		}
	}
}

// identity is what makes a row the same row when it comes again; empty when part of it is unknown.
func identity(t dataset.Table, cells []dataset.Cell) string {
	var b strings.Builder
	for _, name := range t.Identity {
		i := slices.IndexFunc(t.Columns, func(c dataset.Column) bool { return c.Name == name })
		if len(cells[i].Text) == 0 {
			return ""
		}
		b.Write(cells[i].Text)
		b.WriteByte(0)
	}
	return b.String()
}

// put adds a row. What is only mentioned fills gaps of what is told already; parts are added up where
// the mapping says so.
func (a *applying) put(t dataset.Table, cells []dataset.Cell, r *record, noun, subject bool) {
	rs := a.tables[t.Name]
	if rs == nil {
		rs = &rows{table: t, byKey: map[string]int{}}
		a.tables[t.Name] = rs
	}
	id := identity(t, cells)
	at, seen := rs.byKey[id]
	if !seen || id == "" {
		if id != "" {
			rs.byKey[id] = len(rs.all)
		}
		rs.all = append(rs.all, row{cells, r.place, subject})
		return
	}
	first := rs.all[at]
	switch {
	case noun && !subject:
		a.fill(t, first, cells)
	case subject && r.bound != nil && r.AddUp && sound(first.cells) && sound(cells):
		addUp(t, first.cells, cells)
	default:
		rs.all = append(rs.all, row{cells, r.place, subject}) // the same is passed over, another refused
	}
}

// keepExisting gives rows of what the graph has already the values that the sheets do not tell: a row of
// the import format says all there is to say of a node, and a person's sheet never does.
func (a *applying) keepExisting(ctx context.Context, opts Options) error {
	if opts.Existing == nil {
		return nil
	}
	for _, t := range nouns {
		rs := a.tables[t.Name]
		if rs == nil {
			continue
		}
		var keys []string
		for _, row := range rs.all {
			if key := string(row.cells[0].Text); key != "" {
				keys = append(keys, key)
			}
		}
		found, err := opts.Existing(ctx, t, keys)
		if err != nil {
			return fmt.Errorf("what the graph has of %s: %w", t.Name, err)
		}
		for _, row := range rs.all {
			for i, had := range found[string(row.cells[0].Text)] {
				row.cells[i] = kept(row.cells[i], had, row.about)
			}
		}
	}
	return nil
}

// kept is what a cell becomes where the graph has a value: the sheet's where it has one, and nothing where
// a sheet about the table has a column for it that says that it is unknown.
func kept(said, had dataset.Cell, about bool) dataset.Cell {
	if len(said.Text) > 0 || said.List != nil || said.Fault != "" || about && said.Column != "" {
		return said
	}
	return dataset.Cell{Text: had.Text, List: had.List}
}

func sound(cells []dataset.Cell) bool {
	return !slices.ContainsFunc(cells, func(c dataset.Cell) bool { return c.Fault != "" })
}

// fill adds what a mention knows more. What it says otherwise does not count: the row itself is no
// better witness than the one before.
func (a *applying) fill(t dataset.Table, first row, cells []dataset.Cell) {
	for i, c := range t.Columns {
		has, more := &first.cells[i], cells[i]
		switch {
		case more.Fault != "" || len(more.Text) == 0 && more.List == nil:
		case len(has.Text) == 0 && has.List == nil && has.Fault == "":
			*has = more
		case has.List != nil && isList(c):
			has.List = union(has.List, more.List)
		}
	}
}

// addUp adds a part's figures; of what is no figure the first holds.
func addUp(t dataset.Table, sum, part []dataset.Cell) {
	for i, c := range t.Columns {
		if len(part[i].Text) == 0 {
			continue
		}
		if len(sum[i].Text) == 0 && sum[i].List == nil {
			sum[i] = part[i]
			continue
		}
		if c.Kind != dataset.Count && c.Kind != dataset.Money {
			continue
		}
		a, errA := strconv.ParseInt(string(sum[i].Text), 10, 64)
		b, errB := strconv.ParseInt(string(part[i].Text), 10, 64)
		if errA == nil && errB == nil && a >= 0 && b >= 0 && a+b >= a {
			sum[i].Text = strconv.AppendInt(nil, a+b, 10)
			sum[i].Value += " + " + part[i].Value
		}
	}
}
