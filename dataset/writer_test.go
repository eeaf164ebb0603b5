package dataset_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// Rows are written with their values in the table's order, quoted only where needed.
func TestWriterWritesRows(t *testing.T) {
	t.Parallel()

	for name, zipped := range map[string]bool{"plain": false, "gzip": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			dir := filepath.Join(t.TempDir(), "new", "set")
			w, err := dataset.Create(dir, dataset.WriterOptions{Gzip: zipped})
			if err != nil {
				t.Fatal(err)
			}
			day := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
			for _, values := range [][]any{
				{"c1", "b1", "say \"hi\", 你好\r\n🎬", nil, []string{"a", "b"}, nil, int64(100), day, nil, nil},
				{"c2", "b1", " ", "CONVERSION", nil, []string{"LIVE"}, 0, nil, day, []string{"s"}},
			} {
				if err := w.Write("campaigns", values...); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			want := "key,brand,name,objective,categories,formats,budget,starts,ends,target_segments\n" +
				"c1,b1,\"say \"\"hi\"\", 你好\r\n🎬\",,a|b,,100,2026-11-23,,\n" +
				"c2,b1, ,CONVERSION,,LIVE,0,,2026-11-23,s\n"
			if diff := cmp.Diff(want, readFile(t, dir, "campaigns.csv", zipped)); diff != "" {
				t.Errorf("campaigns (-want +got):\n%s", diff)
			}
		})
	}
}

// What a row cannot hold is an error, and then no file is left under its final name.
func TestWriterRefuses(t *testing.T) {
	t.Parallel()

	for name, test := range map[string]struct {
		table  string
		values []any
		want   string
	}{
		"an unknown table":      {"pets", []any{"a"}, `no table "pets"`},
		"too few values":        {"platforms", []any{"a"}, "1 values for 2 columns"},
		"a value of wrong type": {"platforms", []any{"a", 7}, "column name: 7 (int)"},
		"a separator in a list": {"brands", []any{"a", "n", nil, []string{"x|y"}, nil}, `"x|y"`},
		"an empty list element": {"brands", []any{"a", "n", nil, []string{""}, nil}, `""`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			dir := t.TempDir()
			w, err := dataset.Create(dir, dataset.WriterOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if err := w.Write(test.table, test.values...); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("Write: got error %v, want one with %s", err, test.want)
			}
			if err := w.Close(); err == nil {
				t.Error("Close after a failed Write gave no error")
			}
			left, err := os.ReadDir(dir)
			if err != nil || len(left) != 0 {
				t.Errorf("left in the folder: %v, %v", left, err)
			}
		})
	}
}

// A folder that holds something is not written into.
func TestCreateRefusesAFullFolder(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := dataset.Create(dir, dataset.WriterOptions{}); err == nil ||
		!strings.Contains(err.Error(), "notes.txt") {
		t.Errorf("got error %v, want one that names notes.txt", err)
	}
}

func readFile(t *testing.T, dir, name string, zipped bool) string {
	t.Helper()

	if zipped {
		name += ".gz"
	}
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var from io.Reader = f
	if zipped {
		if from, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	raw, err := io.ReadAll(from)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
