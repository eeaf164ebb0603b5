package load_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/load"
)

// childFolder names the data set that a child process of a test is to import.
const childFolder = "CREATORGRAPH_TEST_IMPORT"

// TestMain runs the tests, or one import and nothing else in the processes that TestKilledImport
// kills.
func TestMain(m *testing.M) {
	if dir := os.Getenv(childFolder); dir != "" {
		if err := importAsChild(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	// Each check is two imports and two exports of a real database.
	if err := flag.Set("rapid.checks", "6"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

func importAsChild(dir string) error {
	ctx := context.Background()
	store, err := graph.Open(graph.Config{URI: os.Getenv("NEO4J_URI"), User: os.Getenv("NEO4J_USER"),
		Password: os.Getenv("NEO4J_PASSWORD")})
	if err != nil {
		return err
	}
	set, err := dataset.Open(dir, dataset.Options{})
	if err != nil {
		return err
	}
	_, err = load.Import(ctx, store, set, options(nil))
	return err
}

// options imports in small batches, so that there are many moments between them.
func options(rejects *[]dataset.Reject) load.Options {
	return load.Options{
		BatchRows: 200,
		Today:     time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC),
		Reject: func(r dataset.Reject) error {
			if rejects != nil {
				*rejects = append(*rejects, r)
			}
			return nil
		},
	}
}
