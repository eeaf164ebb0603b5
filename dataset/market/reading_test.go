package market

import (
	"errors"
	"io"
	"testing"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// The import's own reader takes every row of a market, gzipped or not, and meets none twice.
func TestReaderRefusesNothing(t *testing.T) {
	t.Parallel()
	for _, zipped := range []bool{false, true} {
		dir, summary := generated(t, Params{Creators: 800, Seed: 31, Gzip: zipped})
		set, err := dataset.Open(dir, dataset.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(set.Files) != len(dataset.Tables()) {
			t.Errorf("%d files, want %d", len(set.Files), len(dataset.Tables()))
		}
		for _, file := range set.Files {
			if got, want := readAll(t, file), rowCount(summary, file.Table.Name); got != want {
				t.Errorf("%s: %d rows were read, %d written", file.Name, got, want)
			}
		}
	}
}

// readAll counts the rows of a file that can be used, and reports the others.
func readAll(t *testing.T, file dataset.File) int64 {
	t.Helper()
	reader, err := file.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	for n := int64(0); ; n++ {
		_, reject, err := reader.Read()
		if errors.Is(err, io.EOF) {
			if reader.Repeated() > 0 {
				t.Errorf("%s: %d rows are there twice", file.Name, reader.Repeated())
			}
			return n
		}
		if err != nil {
			t.Fatal(err)
		}
		if len(reject) > 0 {
			t.Errorf("refused: %+v", reject)
		}
	}
}
