package dataset_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// The file tells of the last import alone: it holds its rejects, and goes when there were none.
func TestRejects(t *testing.T) {
	t.Parallel()

	set, place := t.TempDir(), filepath.Join(t.TempDir(), "rejects.csv")
	write := func(rejects ...dataset.Reject) {
		r, err := dataset.CreateRejects(place, &dataset.Set{Dir: set})
		if err != nil {
			t.Fatal(err)
		}
		for _, reject := range rejects {
			if err := r.Add(reject); err != nil {
				t.Fatal(err)
			}
		}
		if n, err := r.Close(); err != nil || n != len(rejects) {
			t.Fatalf("Close: got %d, %v, want %d", n, err, len(rejects))
		}
	}
	write(dataset.Reject{File: "audiences.csv", Line: 7, Column: "share", Value: "1.2", Reason: `from 0 to 1, not "1.2"`})
	got, err := os.ReadFile(place)
	if err != nil {
		t.Fatal(err)
	}
	want := "file,line,column,value,reason\naudiences.csv,7,share,1.2,\"from 0 to 1, not \"\"1.2\"\"\"\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("rejects (-want +got):\n%s", diff)
	}

	write()
	left, err := os.ReadDir(filepath.Dir(place))
	if err != nil || len(left) != 0 {
		t.Errorf("left after an import without rejects: %v, %v", left, err)
	}
}

// A place that cannot be used is known before anything is imported.
func TestCreateRejectsRefuses(t *testing.T) {
	t.Parallel()

	set := t.TempDir()
	notes := filepath.Join(t.TempDir(), "notes.csv")
	if err := os.WriteFile(notes, []byte("mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{
		"the data set's folder":    filepath.Join(set, "rejects.csv"),
		"a file of something else": notes,
		"a folder that is missing": filepath.Join(t.TempDir(), "gone", "rejects.csv"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			if _, err := dataset.CreateRejects(path, &dataset.Set{Dir: set}); err == nil ||
				!strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "--rejects") {
				t.Errorf("got error %v, want one that names %s and --rejects", err, path)
			}
		})
	}
}
