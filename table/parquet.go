package table

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"
)

// Parquet writes a table whose columns may all be null: whole numbers as INT64, numbers as DOUBLE, true and
// false as BOOLEAN, all else as UTF-8 strings, lists and objects among them as JSON. Columns stand in the
// order of their names, as the format's groups do. The error names a column that is there twice.
func (t Table) Parquet(w io.Writer) error {
	group, kinds := parquet.Group{}, make([]int, len(t.Columns))
	for i, name := range t.Columns {
		if group[name] != nil {
			return fmt.Errorf("two columns are named %q; name them apart", name)
		}
		kinds[i] = t.kind(i)
		group[name] = parquet.Optional(parquetTypes[kinds[i]]())
	}
	schema := parquet.NewSchema("table", group)
	out := parquet.NewWriter(w, schema)
	places := make([]int, len(t.Columns))
	for i, name := range t.Columns {
		leaf, _ := schema.Lookup(name)
		places[i] = leaf.ColumnIndex
	}
	for _, row := range t.Rows {
		line := make(parquet.Row, len(places))
		for i, v := range row {
			line[places[i]] = parquetValue(v, kinds[i]).Level(0, defined(v), places[i])
		}
		if _, err := out.WriteRows([]parquet.Row{line}); err != nil {
			return err
		}
	}
	return out.Close()
}

var parquetTypes = map[int]func() parquet.Node{
	wholes:   func() parquet.Node { return parquet.Int(64) },
	numbers:  func() parquet.Node { return parquet.Leaf(parquet.DoubleType) },
	booleans: func() parquet.Node { return parquet.Leaf(parquet.BooleanType) },
	texts:    parquet.String,
}

func parquetValue(v any, kind int) parquet.Value {
	if v == nil {
		return parquet.NullValue()
	}
	n, isWhole := v.(int64)
	switch {
	case kind == texts:
		return parquet.ByteArrayValue([]byte(plain(v)))
	case kind == numbers && isWhole:
		return parquet.DoubleValue(float64(n))
	}
	return parquet.ValueOf(v)
}

func defined(v any) int {
	if v == nil {
		return 0
	}
	return 1
}
