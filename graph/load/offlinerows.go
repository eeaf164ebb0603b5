package load

import (
	"maps"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
)

// labels are those of the tables of nodes.
var labels = map[string]string{
	"platforms": "Platform", "categories": "Category", "segments": "Segment",
	"programmes": "Programme", "agencies": "Agency", "creators": "Creator", "brands": "Brand",
	"campaigns": "Campaign", "contents": "Content", "lists": "CreatorList",
}

// pairLinks are the tables whose rows are relationships: type, and the columns of both ends.
var pairLinks = map[string]struct{ kind, from, to string }{
	"contracts":      {"SIGNED_WITH", "creator", "agency"},
	"invitations":    {"INVITED", "campaign", "creator"},
	"participations": {"PARTICIPATED_IN", "creator", "campaign"},
	"audiences":      {"REACHES", "creator", "segment"},
	"list_items":     {"LISTS", "list", "creator"},
}

// cellLink is a relationship that a node's cell names. Reversed ones come from the named node.
type cellLink struct {
	column   string
	kind     string
	reversed bool
	ordered  bool // it keeps its place in the cell's list
}

// cellLinks are the relationships of each table's cells.
var cellLinks = map[string][]cellLink{
	"categories": {{"parent", "PART_OF", false, false}},
	"creators": {{"platforms", "ON_PLATFORM", false, true},
		{"categories", "IN_CATEGORY", false, true}},
	"brands": {{"categories", "IN_CATEGORY", false, true}},
	"campaigns": {{"brand", "RAN", true, false}, {"categories", "IN_CATEGORY", false, true},
		{"target_segments", "TARGETS", false, true}},
	"lists": {{"campaign", "MADE_FOR", false, false}},
	"contents": {{"creator", "POSTED", true, false}, {"campaign", "FOR_CAMPAIGN", false, false},
		{"co_creators", "APPEARS_IN", true, true}},
}

// rowHandler gives the function that handles each accepted row of a file in the first pass.
func (o *offline) rowHandler(f dataset.File) (func(dataset.Row) error, error) {
	t := f.Table
	if t.Columns[0].Kind == dataset.Key {
		return o.nodeHandler(t), nil
	}
	if _, ok := timelines[t.Name]; ok {
		return o.pointHandler(f)
	}
	if t.Name == "programme_members" {
		return o.memberHandler(t)
	}
	return o.relationshipHandler(t)
}

// nodeHandler counts a node and writes the links its cells name. The categories' parents may come
// later in the file, so that they are written when it is read again.
func (o *offline) nodeHandler(t dataset.Table) func(dataset.Row) error {
	index := o.index[t.Name]
	return func(row dataset.Row) error {
		index.lines = append(index.lines, row.Line)
		switch t.Name {
		case "creators":
			o.totals.creator(cellOf(t, row, "followers"))
		case "agencies":
			o.totals.agency()
		case "brands":
			o.totals.brand()
		case "campaigns":
			o.totals.campaign(o.index["brands"].of(cellOf(t, row, "brand")), cellOf(t, row, "starts"))
		case "categories":
			return nil
		}
		return o.cellLinks(t, uint32(len(index.lines)-1), row)
	}
}

func (o *offline) cellLinks(t dataset.Table, number uint32, row dataset.Row) error {
	for _, link := range cellLinks[t.Name] {
		of := t.Columns[t.Index(link.column)].Of
		for i, key := range keysOf(cellOf(t, row, link.column)) {
			from, to := labels[t.Name], labels[of]
			start, end := number, o.index[of].of(key)
			if link.reversed {
				from, to, start, end = to, from, end, start
			}
			var columns []string
			var values []any
			if link.ordered {
				columns, values = []string{"position:long"}, []any{i}
			}
			file, err := o.out.links(link.kind, from, to, columns...)
			if err != nil {
				return err
			}
			if err := file.link(start, end, values...); err != nil {
				return err
			}
		}
	}
	return nil
}

// relationshipHandler writes the rows of a table as relationships.
func (o *offline) relationshipHandler(t dataset.Table) (func(dataset.Row) error, error) {
	link := pairLinks[t.Name]
	from, to := t.Index(link.from), t.Index(link.to)
	start, end := o.index[t.Columns[from].Of], o.index[t.Columns[to].Of]
	columns, places := linkColumns(t, from, to)
	isItem := t.Name == "list_items"
	if isItem {
		columns = append(columns, "byStatus:long", "byPosition:long", "added:datetime", "changed:datetime")
	}
	file, err := o.out.links(link.kind, labels[t.Columns[from].Of], labels[t.Columns[to].Of], columns...)
	if err != nil {
		return nil, err
	}
	values := make([]any, len(columns))
	return func(row dataset.Row) error {
		for i, place := range places {
			values[i] = nil
			if v := row.Values[place]; v != nil {
				values[i] = parameter(t.Columns[place], v)
			}
		}
		if isItem {
			o.item(t, row, values)
		}
		a, b := start.of(row.Values[from]), end.of(row.Values[to])
		switch t.Name {
		case "contracts":
			o.totals.contract(a, b, cellOf(t, row, "since"), cellOf(t, row, "until"))
		case "participations":
			o.totals.participation(a, b, cellOf(t, row, "fee"), cellOf(t, row, "impressions"))
		}
		return file.link(a, b, values...)
	}, nil
}

// linkColumns are the header and the indices of a table's columns besides those of the two ends.
func linkColumns(t dataset.Table, from, to int) (header []string, places []int) {
	for i, c := range t.Columns {
		if i != from && i != to {
			header = append(header, propertyName(t.Name, c.Name)+":"+adminType(c))
			places = append(places, i)
		}
	}
	return header, places
}

// item completes the values of a creator on a list by what it has besides its columns.
func (o *offline) item(t dataset.Table, row dataset.Row, values []any) {
	position := placeOf(cellOf(t, row, "position"), row.Line)
	status, _ := cellOf(t, row, "status").(string)
	copy(values[len(values)-4:], []any{graph.ListStatusRank(status), position, o.began, o.began})
}

func (o *offline) memberHandler(t dataset.Table) (func(dataset.Row) error, error) {
	return func(row dataset.Row) error {
		of := memberTable(t, row)
		file, err := o.out.links("MEMBER_OF", labels[of], labels["programmes"])
		if err != nil {
			return err
		}
		return file.link(o.index[of].of(cellOf(t, row, "member")),
			o.index["programmes"].of(cellOf(t, row, "programme")))
	}, nil
}

// gzipped is about how much larger a file is than its compressed form.
const gzipped = 6

func (o *offline) pointHandler(f dataset.File) (func(dataset.Row) error, error) {
	size := f.Size
	if strings.HasSuffix(f.Name, ".gz") {
		size *= gzipped
	}
	owners := o.index[f.Table.Columns[0].Of]
	codec := newCodec(f.Table)
	s, err := newSpill(o.dir, f.Table.Name, codec, len(owners.lines), size)
	if err != nil {
		return nil, err
	}
	o.series[f.Table.Name] = s
	return func(row dataset.Row) error {
		return s.add(owners.of(row.Values[0]), codec.point(row))
	}, nil
}

// nodeWriter writes the nodes of a table.
type nodeWriter struct {
	offline *offline
	table   dataset.Table
	encoder *encoder
	columns []string // properties in the order in which they are written
	series  []string // the tables that are kept as lists of these nodes
	file    *adminFile
}

func (o *offline) nodeWriter(t dataset.Table) (*nodeWriter, error) {
	w := &nodeWriter{offline: o, table: t, encoder: newEncoder(t)}
	header := []string{"key:string"}
	for _, p := range nodeProperties(t, w.encoder.names) {
		w.columns = append(w.columns, nameOf(p))
		header = append(header, p)
	}
	for _, of := range dataset.Tables() {
		line, isSeries := timelines[of.Name]
		if !isSeries || of.Columns[0].Of != t.Name {
			continue
		}
		w.series = append(w.series, of.Name)
		for _, l := range line.lists {
			header = append(header, l.name+l.adminType())
		}
	}
	var err error
	w.file, err = o.out.nodes(labels[t.Name], header)
	return w, err
}

// nodeProperties are the properties of a table's nodes with their types, in the order in which they are written.
func nodeProperties(t dataset.Table, names []string) []string {
	var properties []string
	for i, c := range t.Columns {
		if c.Kind != dataset.Key && c.Kind != dataset.Ref && c.Kind != dataset.Refs {
			properties = append(properties, names[i]+":"+adminType(c))
		}
	}
	properties = append(properties, storedProperties[t.Name]...)
	slices.SortStableFunc(properties, func(a, b string) int { return propertyRank(t.Name, a) - propertyRank(t.Name, b) })
	return properties
}

// adminType names a list's type to neo4j-admin.
func (l list) adminType() string {
	if l.isText {
		return ":string[]"
	}
	return ":long[]"
}

// storedProperties are the properties that a table's nodes have besides those of its columns.
var storedProperties = map[string][]string{
	"creators": {"spelt:string", "marks:string", "byName:string", "byFollowers:long", "byPriceShortVideo:long", "byPriceMidVideo:long",
		"byPriceImageText:long", "byPriceLive:long", "byJoined:long", "byGrowth:double",
		"campaignCount:long", "brandCount:long", "spend:long", "byCpm:double", "ratedPrices:string[]", "ratesChange:date"},
	"agencies": {"spelt:string", "marks:string", "byName:string", "creatorCount:long", "byFollowers:long", "spend:long",
		"nextChange:date"},
	"brands": {"spelt:string", "marks:string", "byName:string", "campaignCount:long", "creatorCount:long", "spend:long"},
	"campaigns": {"spelt:string", "marks:string", "byName:string", "byStarts:long", "byBudget:long", "creatorCount:long",
		"impressions:long", "spend:long"},
	"lists":      {"spelt:string", "created:datetime", "changed:datetime", "version:long", "revision:long"},
	"contents":   {"name:string", "spelt:string", "marks:string"},
	"categories": {"spelt:string", "marks:string"},
	"platforms":  {"spelt:string", "marks:string"},
	"segments":   {"spelt:string", "marks:string"},
	"programmes": {"spelt:string", "marks:string"},
}

// frontProperties are the properties that filters, groups and sums read of very many nodes. The store keeps a node's properties
// in one chain, in the order in which they were written, and walks it to the one that is asked for.
var frontProperties = map[string][]string{
	"creators":  {"byFollowers", "region", "language", "gender", "verified", "followers"},
	"campaigns": {"starts", "ends", "byStarts", "creatorCount"},
}

// propertyRank is a property's position among those of a table: in frontProperties, or after all of these.
func propertyRank(table, property string) int {
	if i := slices.Index(frontProperties[table], nameOf(property)); i >= 0 {
		return i
	}
	return len(frontProperties[table])
}

// nameOf is the name of a property, of which name:type is given.
func nameOf(property string) string {
	name, _, _ := strings.Cut(property, ":")
	return name
}

func (w *nodeWriter) write(number uint32, row dataset.Row) error {
	o := w.offline
	if w.table.Name == "categories" {
		if err := o.cellLinks(w.table, number, row); err != nil {
			return err
		}
	}
	all := map[string]series{}
	for _, name := range w.series {
		var err error
		if all[name], err = o.series[name].of(number); err != nil {
			return err
		}
	}
	properties, _ := w.encoder.row(0, row.Values)["properties"].(map[string]any)
	if w.table.Name == "lists" {
		maps.Copy(properties, newList(o.began))
	}
	maps.Copy(properties, o.totals.values(w.table.Name, number, all["follower_history"]))
	if w.table.Name == "creators" {
		o.prices(properties, all["rate_cards"])
	}
	w.file.cell(number)
	w.file.cell(row.Values[0])
	for _, name := range w.columns {
		w.file.cell(properties[name])
	}
	for _, name := range w.series {
		for i := range timelines[name].lists {
			w.file.cell(o.series[name].property(all[name], i))
		}
	}
	return w.file.end()
}

// adminType names a column's type to neo4j-admin.
func adminType(c dataset.Column) string {
	switch c.Kind {
	case dataset.Count, dataset.Money:
		return "long"
	case dataset.Share:
		return "double"
	case dataset.Flag:
		return "boolean"
	case dataset.Date:
		return "date"
	case dataset.Instant:
		return "datetime"
	case dataset.Words, dataset.Choices:
		return "string[]"
	}
	return "string"
}

func cellOf(t dataset.Table, row dataset.Row, column string) any {
	return row.Values[t.Index(column)]
}

// keysOf gives the keys of a cell, be it one or a list.
func keysOf(value any) []string {
	switch v := value.(type) {
	case string:
		return []string{v}
	case []string:
		return v
	}
	return nil
}
