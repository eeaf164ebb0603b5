package dataset_test

import (
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// sheet is rows that were made from a spreadsheet.
type sheet struct {
	rows [][]dataset.Cell
	at   int
}

func (s *sheet) Next(cells []dataset.Cell) (dataset.Position, *dataset.Fault, error) {
	if s.at == len(s.rows) {
		return dataset.Position{}, nil, io.EOF
	}
	copy(cells, s.rows[s.at])
	s.at++
	return dataset.Position{File: "达人.xlsx", Sheet: "价格", Line: 3 + s.at/2}, nil, nil
}

func (s *sheet) Offset() int64 { return int64(s.at) }
func (s *sheet) Close() error  { return nil }

// Faults of rows that were made from a spreadsheet name its file, sheet, line, heading and value as their
// writer wrote them, and so does what only the graph can tell.
func TestProvidedRowsNameTheirOrigin(t *testing.T) {
	t.Parallel()

	cell := func(text, column, value, fault string) dataset.Cell {
		return dataset.Cell{Text: []byte(text), Column: column, Value: value, Fault: fault}
	}
	rows := [][]dataset.Cell{
		{cell("c", "达人", "小鹿", ""), cell("female", "女性占比", "", ""), cell("0.913", "女性占比", "91.3%", "")},
		{cell("c", "达人", "小鹿", ""), cell("male", "男性占比", "", ""), cell("", "男性占比", "x%", "it is no number")},
		{cell("c", "达人", "小鹿", ""), cell("female", "女性占比", "", ""), cell("0.8", "女性占比", "80%", "")},
	}
	set, err := dataset.Provide("map", "1", []dataset.Provided{{Table: "audiences", Name: "audiences from 达人.xlsx",
		Open: func() (dataset.Rows, error) { return &sheet{rows: rows}, nil }}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	good, rejects, err := readFileOf(set.Files[0])
	if err != nil || len(good) != 1 {
		t.Fatalf("got %v, %v", good, err)
	}
	rejects = append(rejects, set.Files[0].Refuse(good[0], dataset.Fault{Kind: dataset.UnknownKey,
		Column: "creator", Value: "c", Reason: "no such key"}))
	place := dataset.Reject{File: "达人.xlsx", Sheet: "价格", Line: 4}
	want := []dataset.Reject{place, place, place}
	want[0].Column, want[0].Value, want[0].Reason, want[0].Kind = "男性占比", "x%", "it is no number", dataset.Unreadable
	want[1].Value, want[1].Reason, want[1].Kind = "c",
		"line 3 has the same creator and segment and other values; keep one of the two", dataset.Contradiction
	want[2].Line, want[2].Column, want[2].Value, want[2].Reason, want[2].Kind = 3, "达人", "小鹿", "no such key", dataset.UnknownKey
	if diff := cmp.Diff(want, rejects); diff != "" {
		t.Errorf("rejects (-want +got):\n%s", diff)
	}
}

// A table that there is not, or that comes twice, cannot be provided.
func TestProvideRefuses(t *testing.T) {
	t.Parallel()

	for want, tables := range map[string][]dataset.Provided{
		`"pets"`:         {{Table: "pets", Name: "pets"}},
		"both the table": {{Table: "brands", Name: "a"}, {Table: "brands", Name: "b"}},
	} {
		if _, err := dataset.Provide("map", "1", tables, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got error %v, want one with %s", err, want)
		}
	}
}
