package market

import (
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Not parallel: the number of processors is the whole process's.
func TestSameSeedGivesSameBytes(t *testing.T) {
	params := Params{Creators: 1500, Seed: 7, Gzip: true}
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	params.TruthDir = filepath.Join(t.TempDir(), "truth")
	alone, _ := generated(t, params)
	aloneTruth := sums(t, params.TruthDir)

	runtime.GOMAXPROCS(2)
	params.TruthDir = filepath.Join(t.TempDir(), "truth")
	paired, _ := generated(t, params)

	if want, got := sums(t, alone), sums(t, paired); !maps.Equal(want, got) {
		t.Errorf("files with 1 processor %x, with 2 %x", want, got)
	}
	if got := sums(t, params.TruthDir); !maps.Equal(aloneTruth, got) {
		t.Errorf("truth with 1 processor %x, with 2 %x", aloneTruth, got)
	}
}

func TestOtherSeedGivesOtherMarket(t *testing.T) {
	t.Parallel()
	one, _ := generated(t, Params{Creators: 300, Seed: 1})
	two, _ := generated(t, Params{Creators: 300, Seed: 2})
	first, second := sums(t, one), sums(t, two)
	for _, file := range []string{"creators.csv", "brands.csv", "campaigns.csv", "participations.csv",
		"contents.csv", "follower_history.csv", "audiences.csv"} {
		if first[file] == second[file] {
			t.Errorf("%s is the same for seeds 1 and 2", file)
		}
	}
}

// A larger market begins with the creators of a smaller one.
func TestCreatorsDoNotDependOnHowManyThereAre(t *testing.T) {
	t.Parallel()
	small, _ := generated(t, Params{Creators: 150, Seed: 3})
	large, _ := generated(t, Params{Creators: 400, Seed: 3})
	for _, file := range []string{"creators.csv", "audiences.csv", "follower_history.csv"} {
		few, err := os.ReadFile(filepath.Join(small, file))
		if err != nil {
			t.Fatal(err)
		}
		many, err := os.ReadFile(filepath.Join(large, file))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(many), string(few)) {
			t.Errorf("%s of 400 creators does not begin with that of 150", file)
		}
	}
}

// Leaving out a file changes no other file.
func TestKeepThinsOutNothingElse(t *testing.T) {
	t.Parallel()
	whole, _ := generated(t, Params{Creators: 400, Seed: 4})
	full := sums(t, whole)
	for _, table := range []string{"audiences", "content_metrics", "contracts", "follower_history",
		"programme_members"} {
		thin, _ := generated(t, Params{Creators: 400, Seed: 4, Keep: map[string]float64{table: 0}})
		want := maps.Clone(full)
		delete(want, table+".csv")
		if got := sums(t, thin); !maps.Equal(want, got) {
			t.Errorf("without %s: another file changed, or the file is there", table)
		}
	}
}

func TestKeepThinsOutByShare(t *testing.T) {
	t.Parallel()
	_, full := generated(t, Params{Creators: 2000, Seed: 5})
	for _, table := range Thinnable() {
		_, thin := generated(t, Params{Creators: 2000, Seed: 5, Keep: map[string]float64{table: 0.3}})
		if share := ratio(rowCount(thin, table), rowCount(full, table)); share < 0.15 || share > 0.45 {
			t.Errorf("%s kept by 0.3: %.2f of the rows are there", table, share)
		}
	}
}

func rowCount(s Summary, table string) int64 {
	for _, file := range s.Files {
		if file.Name == table {
			return file.Rows
		}
	}
	return 0
}
