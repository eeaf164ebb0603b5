package main

import (
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/creatorgraph/creatorgraph/insight/measure"
)

// printMeasured writes a report as tables, one for each slice, or as JSON.
func printMeasured(out io.Writer, r *measure.Report, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(out).Encode(r)
	}
	var split []string
	for _, name := range slices.Sorted(maps.Keys(r.Split)) {
		split = append(split, name+" "+r.Split[name])
	}
	fmt.Fprintf(out, "%s; %s; seed %d; 95 %% intervals of %d resamples\n", r.Science, strings.Join(split, ", "), r.Seed, r.Draws)
	for _, note := range r.Notes {
		fmt.Fprintln(out, note)
	}
	for _, s := range r.Slices {
		fmt.Fprintf(out, "\n%s: %d rows of %d\n", s.Name, s.Rows, s.Units)
		if err := printSlice(out, s, r.Metrics); err != nil {
			return err
		}
	}
	return nil
}

func printSlice(out io.Writer, s measure.Slice, metrics []string) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	var names []string
	for _, name := range metrics {
		if slices.ContainsFunc(s.Results, func(r measure.Result) bool { _, measured := r.Figures[name]; return measured }) {
			names = append(names, name)
		}
	}
	fmt.Fprintf(table, "\t%s\n", strings.Join(names, "\t"))
	for _, result := range s.Results {
		fmt.Fprint(table, result.Method)
		for _, name := range names {
			f, measured := result.Figures[name]
			printInterval(table, "\t%.4f [%.4f, %.4f]", measured, f.Value, f.Low, f.High)
		}
		fmt.Fprintln(table)
	}
	fmt.Fprint(table, "better than the best floor by")
	for _, name := range names {
		l, leads := s.Leads[name]
		printInterval(table, "\t%+.1f %% [%+.1f, %+.1f]", leads, 100*l.Value, 100*l.Low, 100*l.High)
	}
	fmt.Fprint(table, "\n  which is")
	for _, name := range names {
		fmt.Fprintf(table, "\t%s", s.Leads[name].Over)
	}
	fmt.Fprintln(table)
	return table.Flush()
}

// printInterval writes a figure with its interval into a table's cell, which is empty where there is none.
func printInterval(table io.Writer, format string, measured bool, value, low, high float64) {
	if !measured {
		fmt.Fprint(table, "\t")
		return
	}
	fmt.Fprintf(table, format, value, low, high)
}

// readTruth reads columns of a table of a generated market's truth.
func readTruth(dir, table string, columns []string, take func(cells []string) error) (err error) {
	path := filepath.Join(dir, table+".csv.gz")
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("--hidden %s: there is no %s.csv.gz; name the folder that generate --truth wrote", dir, table)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	zip, err := gzip.NewReader(file)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := readColumns(csv.NewReader(zip), columns, take); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// readColumns reads some columns of all rows.
func readColumns(rows *csv.Reader, columns []string, take func(cells []string) error) error {
	head, err := rows.Read()
	if err != nil {
		return err
	}
	at := make([]int, len(columns))
	for i, column := range columns {
		if at[i] = slices.Index(head, column); at[i] < 0 {
			return fmt.Errorf("there is no column %s; name the folder that generate --truth wrote", column)
		}
	}
	cells := make([]string, len(at))
	return eachRow(rows, func(row []string) error {
		for i, place := range at {
			cells[i] = row[place]
		}
		return take(cells)
	})
}

func eachRow(rows *csv.Reader, take func(row []string) error) error {
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := take(row); err != nil {
			return err
		}
	}
}
