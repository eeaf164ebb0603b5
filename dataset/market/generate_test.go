package market

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
)

func TestBadParametersAreRefusedByName(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	free := filepath.Join(dir, "free")
	for _, c := range []struct {
		params Params
		want   string
	}{
		{Params{Creators: 0, Dir: free}, "creators: 0: give a number from 1 to 30000000"},
		{Params{Creators: -5, Dir: free}, "creators: -5"},
		{Params{Creators: 30_000_001, Dir: free}, "creators: 30000001"},
		{Params{Creators: 1}, "name the folder"},
		{Params{Creators: 1, Dir: free, Today: time.Unix(0, 0)}, "today: 1970-01-01: give a day from 2018-01-01"},
		{Params{Creators: 1, Dir: free, Keep: map[string]float64{"creators": 1}}, `"creators" cannot be thinned`},
		{Params{Creators: 1, Dir: free, Keep: map[string]float64{"contents": 1.2}}, "contents: 1.2: give a share"},
		{Params{Creators: 1, Dir: free, TruthDir: free}, "is inside the data set's folder"},
		{Params{Creators: 1, Dir: free, TruthDir: filepath.Join(free, "x", "y")}, "is inside the data set's folder"},
		{Params{Creators: 1, Dir: dir}, `is not empty ("file" is there): name an empty or a new folder`},
		{Params{Creators: 1, Dir: free, TruthDir: dir}, "truth folder"},
		{Params{Creators: 1, Dir: file}, "name a folder that can be"},
		{Params{Creators: 1, Dir: filepath.Join(file, "below")}, "name a folder that can be"},
	} {
		_, err := Generate(t.Context(), c.params, nil)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want one with %q", c.params, err, c.want)
		}
	}
	if _, err := os.Stat(free); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a refused call left its folder: %v", err)
	}
}

// The smallest markets are whole ones too.
func TestTinyMarkets(t *testing.T) {
	t.Parallel()
	for _, creators := range []int{1, 2, 3, 10, 37} {
		_, summary := generated(t, Params{Creators: creators, Seed: 21})
		if got := rowCount(summary, "creators"); got != int64(creators) {
			t.Errorf("%d creators in a market of %d", got, creators)
		}
	}
}

func TestTruthStaysOutOfTheDataSet(t *testing.T) {
	t.Parallel()
	apart := filepath.Join(t.TempDir(), "truth")
	dir, summary := generated(t, Params{Creators: 200, Seed: 22, TruthDir: apart})
	var tables, columns []string
	for _, table := range dataset.Tables() {
		tables = append(tables, table.Name+".csv")
	}
	for file := range sums(t, dir) {
		if !slices.Contains(tables, file) {
			t.Errorf("%s is in the data set's folder", file)
		}
	}
	if len(summary.Truth) != len(truthColumns()) {
		t.Errorf("truth files %v, want %d", summary.Truth, len(truthColumns()))
	}
	for _, file := range summary.Truth {
		rows := rowsOf(t, filepath.Join(apart, file.Name+".csv.gz"))
		if int64(len(rows)) != file.Rows || file.Rows == 0 {
			t.Errorf("truth %s has %d rows, the summary says %d", file.Name, len(rows), file.Rows)
		}
	}
	for _, table := range dataset.Tables() {
		for _, column := range table.Columns {
			columns = append(columns, column.Name)
		}
	}
	for _, hidden := range []string{"taste_1", "quality", "willing", "drift", "fit", "acceptance"} {
		if slices.Contains(columns, hidden) {
			t.Errorf("the data set has the hidden column %s", hidden)
		}
	}
}

// A stop in the middle leaves the folder as it was found.
func TestStoppedGenerationLeavesNothing(t *testing.T) {
	t.Parallel()
	for _, there := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "market")
		if there {
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		ctx, stop := context.WithCancel(t.Context())
		_, err := Generate(ctx, Params{Creators: 20_000, Seed: 1, Dir: dir}, func(done, total int64) {
			if done > total/3 {
				stop()
			}
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("stopped generation: error %v, want context.Canceled", err)
		}
		entries, err := os.ReadDir(dir)
		if len(entries) > 0 || there != (err == nil) {
			t.Errorf("folder there before: %v; after: %v, %v", there, entries, err)
		}
	}
}

// What a killed run left behind neither passes for a data set nor stands in the way.
func TestLeftoversOfAKilledRunAreRemoved(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "market")
	if err := os.MkdirAll(filepath.Join(dir, stagingName, "creators"), 0o755); err != nil {
		t.Fatal(err)
	}
	half := filepath.Join(dir, stagingName, "creators", "creators.csv.partial")
	if err := os.WriteFile(half, []byte("key,name\ncr-"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Generate(t.Context(), Params{Creators: 10, Dir: dir}, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, stagingName)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the leftovers are still there: %v", err)
	}
}

func TestProgressEndsWithAllDone(t *testing.T) {
	t.Parallel()
	var last, all int64
	params := Params{Creators: 1000, Dir: filepath.Join(t.TempDir(), "market")}
	_, err := Generate(t.Context(), params, func(done, total int64) {
		if done < last {
			t.Errorf("progress went back from %d to %d", last, done)
		}
		last, all = done, total
	})
	if err != nil {
		t.Fatal(err)
	}
	if last != all || all == 0 {
		t.Errorf("progress ended with %d of %d", last, all)
	}
}
