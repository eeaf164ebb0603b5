package table

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"
)

// Parquet writes a table whose columns may all be null, in their order: Int as INT64, Float as DOUBLE, Boolean as
// BOOLEAN, Date as DATE, DateTime as TIMESTAMP of microseconds in UTC, lists as LIST, all else as UTF-8 strings. The
// error names a column that is there twice, or a value that is not of its column's type.
func (t Table) Parquet(w io.Writer) error {
	group, leaves := parquet.Group{}, make([]parquetLeaf, len(t.Columns))
	for i, c := range t.Columns {
		if group[c.Name] != nil {
			return fmt.Errorf("two columns are named %q; name them apart", c.Name)
		}
		leaves[i] = parquetLeaf{column: i, name: c.Name, typ: t.typed(i)}
		group[c.Name] = leaves[i].node()
	}
	out := parquet.NewWriter(w, parquet.NewSchema("table", inOrder{group, t.Names()}))
	for _, row := range t.Rows {
		var line parquet.Row
		for i, leaf := range leaves {
			values, err := leaf.values(row[i])
			if err != nil {
				return err
			}
			line = append(line, values...)
		}
		if _, err := out.WriteRows([]parquet.Row{line}); err != nil {
			return err
		}
	}
	return out.Close()
}

// inOrder is a group whose fields stand in an order of their own, where a Group's stand by name.
type inOrder struct {
	parquet.Group
	names []string
}

// Fields gives the fields in their order.
func (g inOrder) Fields() []parquet.Field {
	fields := g.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int {
		return slices.Index(g.names, a.Name()) - slices.Index(g.names, b.Name())
	})
	return fields
}

// parquetLeaf is a column as Parquet keeps it.
type parquetLeaf struct {
	column int
	name   string
	typ    Type
}

var parquetNodes = map[Type]func() parquet.Node{
	Int:      func() parquet.Node { return parquet.Int(64) },
	Float:    func() parquet.Node { return parquet.Leaf(parquet.DoubleType) },
	Boolean:  func() parquet.Node { return parquet.Leaf(parquet.BooleanType) },
	Date:     parquet.Date,
	DateTime: func() parquet.Node { return parquet.Timestamp(parquet.Microsecond) },
	String:   parquet.String,
}

func (l parquetLeaf) node() parquet.Node {
	if l.typ.isList() {
		return parquet.Optional(parquet.List(parquet.Optional(parquetNodes[l.typ.item()]())))
	}
	return parquet.Optional(parquetNodes[l.typ]())
}

// Definition levels of a list: absent below, then empty, an item that is null, an item.
const emptyList, nullItem, someItem = 1, 2, 3

// values gives a cell as the leaf's values with their levels: of a list one for each item.
func (l parquetLeaf) values(v any) ([]parquet.Value, error) {
	list, isList := v.([]any)
	switch {
	case v == nil:
		return []parquet.Value{parquet.NullValue().Level(0, 0, l.column)}, nil
	case !l.typ.isList():
		value, err := l.value(l.typ, v)
		return []parquet.Value{value.Level(0, 1, l.column)}, err
	case !isList:
		return nil, l.wrong(v)
	case len(list) == 0:
		return []parquet.Value{parquet.NullValue().Level(0, emptyList, l.column)}, nil
	}
	return l.items(list)
}

func (l parquetLeaf) items(list []any) ([]parquet.Value, error) {
	values := make([]parquet.Value, len(list))
	for i, item := range list {
		repetition := min(i, 1)
		if item == nil {
			values[i] = parquet.NullValue().Level(repetition, nullItem, l.column)
			continue
		}
		value, err := l.value(l.typ.item(), item)
		if err != nil {
			return nil, err
		}
		values[i] = value.Level(repetition, someItem, l.column)
	}
	return values, nil
}

// value gives a value that is not null.
func (l parquetLeaf) value(typ Type, v any) (parquet.Value, error) {
	if typ == String {
		return parquet.ByteArrayValue([]byte(Plain(v))), nil
	}
	value, ok := parquetValue(typ, v)
	if !ok {
		return parquet.Value{}, l.wrong(v)
	}
	return value, nil
}

func parquetValue(typ Type, v any) (value parquet.Value, ok bool) {
	text, _ := v.(string)
	switch v := v.(type) {
	case bool:
		return parquet.BooleanValue(v), typ == Boolean
	case int64:
		if typ == Float {
			return parquet.DoubleValue(float64(v)), true
		}
		return parquet.Int64Value(v), typ == Int
	case float64:
		return parquet.DoubleValue(v), typ == Float
	}
	switch typ {
	case Int: // beyond what JSON's numbers hold exactly they are texts of digits
		n, err := strconv.ParseInt(text, 10, 64)
		return parquet.Int64Value(n), err == nil
	case Date:
		day, err := time.Parse(time.DateOnly, text)
		return parquet.Int32Value(int32(day.Unix() / 86400)), err == nil
	case DateTime:
		at, err := time.Parse(time.RFC3339, text)
		return parquet.Int64Value(at.UnixMicro()), err == nil
	}
	return parquet.Value{}, false
}

func (l parquetLeaf) wrong(v any) error {
	return fmt.Errorf("column %q holds %.60q, which is no %s; mend the type its @column gives it, or what the question returns",
		l.name, Plain(v), l.typ)
}
