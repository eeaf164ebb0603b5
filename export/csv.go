package export

import (
	"archive/zip"
	"encoding/csv"
	"io"

	"github.com/creatorgraph/creatorgraph/export/table"
)

// NodesCSV writes a graph's nodes as a table with a head: Id, Label, then the attributes. Id and Label, and
// in EdgesCSV Source and Target, are the names that Gephi's import looks for.
func NodesCSV(w io.Writer, g Graph) error {
	columns := g.NodeColumns
	rows := [][]string{append([]string{"Id", "Label"}, names(columns)...)}
	for _, n := range g.Nodes {
		rows = append(rows, append([]string{n.ID, n.Label}, values(columns, n.Attributes)...))
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// EdgesCSV writes a graph's edges as a table with a head: Source, Target, Type (always Directed), Id, then the
// attributes.
func EdgesCSV(w io.Writer, g Graph) error {
	columns := g.EdgeColumns
	rows := [][]string{append([]string{"Source", "Target", "Type", "Id"}, names(columns)...)}
	for _, e := range g.Edges {
		rows = append(rows, append([]string{e.From, e.To, "Directed", e.ID}, values(columns, e.Attributes)...))
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// CSV writes both tables into one zip archive, as nodes.csv and edges.csv.
func CSV(w io.Writer, g Graph) error {
	archive := zip.NewWriter(w)
	for _, part := range []struct {
		name  string
		write func(io.Writer, Graph) error
	}{{"nodes.csv", NodesCSV}, {"edges.csv", EdgesCSV}} {
		file, err := archive.Create(part.name)
		if err != nil {
			return err
		}
		if err := part.write(file, g); err != nil {
			return err
		}
	}
	return archive.Close()
}

func names(columns []table.Column) []string {
	var all []string
	for _, c := range columns {
		all = append(all, c.Name)
	}
	return all
}

func values(columns []table.Column, attributes map[string]any) []string {
	all := make([]string, len(columns))
	for i, c := range columns {
		all[i] = written(attributes[c.Name])
	}
	return all
}
