package export

import (
	"maps"
	"slices"
	"strconv"

	"github.com/creatorgraph/creatorgraph/export/table"
)

// types are the columns' types as GraphML and GEXF call them; all others are strings.
var types = map[table.Type]string{table.Int: "long", table.Float: "double", table.Boolean: "boolean"}

func typeOf(c table.Column) string {
	if typ, known := types[c.Type]; known {
		return typ
	}
	return "string"
}

// columnsOf gives the attributes that a question asks for, less those that stand elsewhere in a file.
func columnsOf(leaves []table.Leaf, elsewhere []string) []table.Column {
	var columns []table.Column
	for _, leaf := range leaves {
		if !slices.Contains(elsewhere, leaf.Name) {
			columns = append(columns, leaf.Column)
		}
	}
	return columns
}

// joined adds to some columns those of others that are not among them; what two have under one name is of the type
// that holds both.
func joined(columns, more []table.Column) []table.Column {
	for _, c := range more {
		i := slices.IndexFunc(columns, func(known table.Column) bool { return known.Name == c.Name })
		if i < 0 {
			columns = append(columns, c)
			continue
		}
		columns[i].Type = columns[i].Type.Join(c.Type)
	}
	return columns
}

// propertyColumns gives the columns of what is known of edges besides what was asked by name, by name.
func propertyColumns(all []Edge) []table.Column {
	found := map[string]table.Type{}
	for _, e := range all {
		for name, value := range e.Attributes {
			found[name] = found[name].Join(table.TypeOf(value))
		}
	}
	var columns []table.Column
	for _, name := range slices.Sorted(maps.Keys(found)) {
		columns = append(columns, table.Column{Name: name, Type: found[name]})
	}
	return columns
}

// written gives a value as text; numbers of a column of broken ones are broken themselves.
func written(value any) string {
	if f, isFloat := value.(float64); isFloat {
		return strconv.FormatFloat(f, 'g', -1, 64)
	}
	return table.Plain(value)
}
