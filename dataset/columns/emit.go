package columns

import (
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

type row struct {
	cells     []dataset.Cell
	place     dataset.Position
	isSubject bool // the row's sheet is about the table; otherwise rows of another table mention it
}

// key gives the key of a row's entity, given, found or derived; false when the row names none.
func (a *applier) key(r *record, table string) (value, bool) {
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
	return value{a.keyOfName(r, table, name.text), name.heading, name.raw}, true
}

// keyOfName gives the key that a name stands for: of a segment within its dimension, of a campaign within its brand.
func (a *applier) keyOfName(r *record, table, name string) cell {
	brand := ""
	switch table {
	case "segments":
		return cell{text: segmentKey(name, r.get("segments.dimension").text)}
	case "campaigns":
		if b, ok := a.brandKey(r); ok {
			brand = b.text
		}
	}
	key, _, fault := a.resolve(table, name, brand)
	return cell{text: key, fault: fault}
}

func (a *applier) brandKey(r *record) (value, bool) {
	if v := r.get("campaigns.brand"); v.known() {
		return v, true
	}
	return a.key(r, "brands")
}

// contentKey derives the key of a piece of content from its campaign, creator, publication time and format.
func (a *applier) contentKey(r *record) (value, bool) {
	published, format := r.get("contents.published"), r.get("contents.format")
	if !published.known() {
		return value{}, false
	}
	parts := []string{published.text, format.text}
	for _, table := range []string{"campaigns", "creators"} {
		if key, ok := a.key(r, table); ok && key.valid() {
			parts = append([]string{key.text}, parts...)
		}
	}
	return value{cell{text: deriveKey(strings.Join(parts, "/"), "")}, published.heading, published.raw}, true
}

// factTables hold figures about other entities. A record makes a row of one only where it has a figure.
var factTables = []string{"contents", "content_metrics", "follower_history", "audiences", "rate_cards", "availability"}

// emit makes the rows of a record: that of its subject, or those of the entities it mentions.
func (a *applier) emit(r *record, about bool) {
	if r.empty() {
		return
	}
	for i, name := range r.Rows {
		if r.makesRow(i, name, about) {
			t, _ := tableOf(name)
			a.emitRow(r, t, about)
		}
	}
}

// emitRow makes a record's row of one table, if it says enough for one.
func (a *applier) emitRow(r *record, t dataset.Table, subject bool) {
	cells, hasRefs, hasOwn := a.cells(r, t)
	isNoun := t.Columns[0].Kind == dataset.Key
	enough := hasRefs
	switch {
	case subject:
		enough = hasRefs || !r.saysNoAgency(t)
	case isNoun || slices.Contains(factTables, t.Name):
		enough = hasRefs && hasOwn && r.describes(t.Name)
	}
	if enough {
		a.addRow(t, cells, r, isNoun, subject)
	}
}

// saysNoAgency says whether a row of contracts names a creator that has none: 独立 in the agency's place, and no first day.
func (r *record) saysNoAgency(t dataset.Table) bool {
	if t.Name != "contracts" || r.rowValue("contracts.since").known() {
		return false
	}
	for _, target := range []string{"contracts.agency", "agencies.key", "agencies.name"} {
		for _, i := range r.index[target] {
			if v := r.values[i]; !v.known() && convert.Clean(v.raw) != "" {
				return true
			}
		}
	}
	return false
}

// cells gives a record's values of a table, and whether the required references and the other required columns are
// known.
func (a *applier) cells(r *record, t dataset.Table) (cells []dataset.Cell, hasRefs, hasOwn bool) {
	cells = make([]dataset.Cell, len(t.Columns))
	referred := map[string]bool{}
	hasRefs, hasOwn = true, true
	for i, c := range t.Columns {
		v := a.value(r, t, c, referred)
		cells[i] = v.asCell(c)
		switch {
		case !c.Required || v.known():
		case c.Kind == dataset.Ref || c.Kind == dataset.MemberOf:
			hasRefs = false
		default:
			hasOwn = false
		}
	}
	return cells, hasRefs, hasOwn
}

// value gives a record's value of a column: that of the sheet's own column, or the key of the entity that the row names.
// Referred holds the tables that earlier columns refer to.
func (a *applier) value(r *record, t dataset.Table, c dataset.Column, referred map[string]bool) value {
	v := r.get(t.Name + "." + c.Name)
	switch {
	case c.Kind == dataset.Key && !v.known():
		v, _ = a.key(r, t.Name)
	case c.Kind == dataset.Ref:
		isFirst := !referred[c.Of]
		referred[c.Of] = true
		return a.ref(r, t, c.Of, v, isFirst)
	case c.Kind == dataset.Refs && v.list != nil:
		return a.refs(r, c.Of, v)
	case c.Kind == dataset.MemberOf:
		return a.member(r, t, v)
	case t.Name == "segments" && c.Name == "name" && v.valid():
		if s, _, ok := parseSegment(v.text); ok && s.dimension == r.get("segments.dimension").text {
			v.text = s.name
		}
	}
	return v
}

// ref gives the key that a reference refers to. Where the sheet has no column for it, the first reference to a table gets
// the key of the entity that the row names.
func (a *applier) ref(r *record, t dataset.Table, of string, v value, isFirst bool) value {
	switch {
	case v.valid():
		v.text = a.reference(of, v.text, r.place, v.heading)
	case !v.known() && isFirst && of != t.Name:
		v, _ = a.key(r, of)
	}
	if v.heading == "" && isFirst {
		v.heading = r.headingFor(of)
	}
	return v
}

// refs gives the keys of a list of keys or names.
func (a *applier) refs(r *record, of string, v value) value {
	v.list = slices.Clone(v.list)
	for i, e := range v.list {
		key, fault := a.element(of, e, r.place, v.heading)
		if fault != "" {
			return value{cell{fault: fault}, v.heading, v.raw}
		}
		v.list[i] = key
	}
	return v
}

// member gives the key of a creator or an agency.
func (a *applier) member(r *record, t dataset.Table, v value) value {
	switch {
	case v.valid() && r.get(t.Name+".kind").text == "AGENCY":
		v.text = a.reference("agencies", v.text, r.place, v.heading)
	case v.valid():
		v.text = a.reference("creators", v.text, r.place, v.heading)
	case !v.known():
		if v, _ = a.key(r, "creators"); !v.known() {
			v, _ = a.key(r, "agencies")
		}
	}
	return v
}

// headingFor is the heading of the column with a table's key or name.
func (r *record) headingFor(table string) string {
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

// emitDerived makes the rows of entities that only lists name: categories, platforms, segments.
func (a *applier) emitDerived() {
	for _, table := range sortedKeys(a.derived) {
		t, _ := tableOf(table)
		for _, key := range sortedKeys(a.derived[table]) {
			m := a.derived[table][key]
			if cells, complete := m.cells(t, key); complete {
				a.addRow(t, cells, &record{place: m.place}, true, false)
			}
		}
	}
}

// cells gives the row of a derived entity; false where it lacks a required column.
func (d derivedEntity) cells(t dataset.Table, key string) (cells []dataset.Cell, complete bool) {
	values := map[string]string{"key": key, "name": d.name, "dimension": d.dimension}
	cells = make([]dataset.Cell, len(t.Columns))
	for i, c := range t.Columns {
		text := values[c.Name]
		if text == "" && c.Required {
			return nil, false
		}
		if text != "" {
			cells[i] = dataset.Cell{Text: []byte(text), Column: d.heading, Value: d.name}
		}
	}
	return cells, true
}
