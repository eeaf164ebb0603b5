package check

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// rowChecker checks the accepted rows of one table against other rows.
type rowChecker struct {
	*checker
	file        dataset.File
	linter      *TableLinter
	own         *keys // of the table itself; nil when it has none
	refs        []reference
	kind        int               // the column that says which table a member is of; −1 for none
	nearestKeys map[string]string // the nearest keys that were looked for
	categories  []dataset.Row     // kept to the end, since they point at each other
}

// reference is a column that names keys.
type reference struct {
	at     int
	column string
	table  string // empty for a member, whose row tells
}

func (c *checker) rowChecker(f dataset.File) *rowChecker {
	r := &rowChecker{checker: c, file: f, linter: c.linter.Table(f), own: c.tables[f.Table.Name],
		nearestKeys: map[string]string{}, kind: slices.IndexFunc(f.Table.Columns,
			func(c dataset.Column) bool { return c.Name == "kind" })}
	for i, column := range f.Table.Columns {
		switch column.Kind {
		case dataset.Ref, dataset.Refs, dataset.MemberOf:
			r.refs = append(r.refs, reference{i, column.Name, column.Of})
		}
	}
	return r
}

// row checks one row and says whether an import would take it.
func (r *rowChecker) row(row dataset.Row) bool {
	if key, _ := row.Values[0].(string); r.own != nil && key != "" {
		if twin := r.own.add(key, row.Position(r.file).Line); twin >= 0 {
			r.warn(r.file.Refuse(row, dataset.Fault{Kind: NearDuplicateKey, Column: "key", Value: key,
				Reason: fmt.Sprintf("line %d has the key %q, which differs in case, width or white space alone",
					r.own.lines[twin], r.own.at(twin))}))
		}
	}
	r.linter.Row(row)
	if r.file.Table.Name == "categories" {
		r.categories = append(r.categories, row)
		return true
	}
	good := true
	for _, ref := range r.refs {
		if !r.checkReference(row, ref) {
			good = false
		}
	}
	return good
}

// refuse remembers the key of a row that cannot be read: other rows refer to it rightly.
func (r *rowChecker) refuse(refused refusedRow) {
	if len(refused.row.Values) == 0 || r.own == nil {
		return
	}
	if key := asText(refused.row.Values[0]); key != "" && len(r.own.refused) < maxCompared {
		r.own.refused[key] = refused.row.Position(r.file)
	}
}

// checkReference says whether all keys of a cell exist, and reports those that do not.
func (r *rowChecker) checkReference(row dataset.Row, ref reference) bool {
	table := ref.table
	if table == "" {
		table = "creators"
		if r.kind >= 0 && row.Values[r.kind] == "AGENCY" {
			table = "agencies"
		}
	}
	switch v := row.Values[ref.at].(type) {
	case string:
		return r.lookUp(row, ref.column, table, v)
	case []string:
		good := true
		for _, key := range v {
			if !r.lookUp(row, ref.column, table, key) {
				good = false
			}
		}
		return good
	}
	return true
}

func (r *rowChecker) lookUp(row dataset.Row, column, table, key string) bool {
	keys := r.tables[table]
	if keys == nil {
		r.notLookedUp[NotLookedUp{File: r.file.Name, Column: column, Table: table}]++
		return true
	}
	if keys.has(key) {
		return true
	}
	if at, refused := keys.refused[key]; refused {
		r.fault(r.file.Refuse(row, dataset.Fault{Kind: dataset.UnknownKey, Column: column, Value: key,
			Reason: fmt.Sprintf("its row of %s is refused, line %d of %s; once that is right, this is too", table, at.Line, at.File)}))
		return false
	}
	r.fault(r.file.Refuse(row, unknownKey(column, key, table, r.nearest(keys, table, key))))
	return false
}

// maxNearest is the most unknown keys for which the nearest existing one is searched.
const maxNearest = 50

func (r *rowChecker) nearest(keys *keys, table, key string) string {
	near, looked := r.nearestKeys[table+" "+key]
	if !looked && len(r.nearestKeys) < maxNearest {
		near = keys.nearest(key)
		r.nearestKeys[table+" "+key] = near
	}
	return near
}

// end checks what only the whole table shows, and counts the rows that it refuses.
func (r *rowChecker) end() (refused int) {
	r.linter.End()
	if len(r.categories) == 0 {
		return 0
	}
	parent := r.file.Table.Columns[2].Name
	circular := dataset.Cyclic(r.categories, nil)
	for _, row := range r.categories {
		key, of := asText(row.Values[0]), asText(row.Values[2])
		if of == "" {
			continue
		}
		if circular[key] {
			r.fault(r.file.Refuse(row, dataset.CycleFault(parent, of)))
			refused++
		} else if !r.lookUp(row, parent, "categories", of) {
			refused++
		}
	}
	return refused
}

func asText(value any) string {
	s, _ := value.(string) // unknown is empty
	return s
}

func sortNotLookedUp(all []NotLookedUp) {
	slices.SortFunc(all, func(a, b NotLookedUp) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Table, b.Table))
	})
}
