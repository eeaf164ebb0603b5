package export

import (
	"archive/zip"
	"encoding/csv"
	"io"
)

// NodesCSV writes a graph's nodes as a table with a head: Id, Label, then the attributes by name. Id and Label, and
// in EdgesCSV Source and Target, are the names that Gephi's import looks for.
func NodesCSV(w io.Writer, g Graph) error {
	columns := g.nodeColumns()
	rows := [][]string{append([]string{"Id", "Label"}, names(columns)...)}
	for _, n := range g.Nodes {
		rows = append(rows, append([]string{n.ID, n.Label}, values(columns, n.Attributes)...))
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// EdgesCSV writes a graph's edges as a table with a head: Source, Target, Type (always Directed), Id, then the
// attributes by name.
func EdgesCSV(w io.Writer, g Graph) error {
	columns := g.edgeColumns()
	rows := [][]string{append([]string{"Source", "Target", "Type", "Id"}, names(columns)...)}
	for _, e := range g.Edges {
		rows = append(rows, append([]string{e.From, e.To, "Directed", e.ID}, values(columns, e.Attributes)...))
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// CSV writes both tables into one zip archive, as nodes.csv and edges.csv.
func CSV(w io.Writer, g Graph) error {
	archive := zip.NewWriter(w)
	for _, table := range []struct {
		name  string
		write func(io.Writer, Graph) error
	}{{"nodes.csv", NodesCSV}, {"edges.csv", EdgesCSV}} {
		file, err := archive.Create(table.name)
		if err != nil {
			return err
		}
		if err := table.write(file, g); err != nil {
			return err
		}
	}
	return archive.Close()
}

func names(columns []column) []string {
	var all []string
	for _, c := range columns {
		all = append(all, c.name)
	}
	return all
}

func values(columns []column, attributes map[string]any) []string {
	all := make([]string, len(columns))
	for i, c := range columns {
		all[i] = written(attributes[c.name])
	}
	return all
}
