package load_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset/market"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// An import that is killed at ten moments and then completed leaves the graph of one that was left
// alone.
func TestKilledImport(t *testing.T) {
	dir := smallMarket(t, 100)
	store := graphtest.Own(t, true)
	importAll(t, store, dir)
	want := export(t, store)

	graphtest.Own(t, true)
	kills := 0
	for attempt := 0; attempt < 10; attempt++ {
		if importKilled(t, dir, time.Duration(rand.IntN(500))*time.Millisecond) {
			kills++
		}
	}
	t.Logf("killed %d times", kills)
	if kills == 0 {
		t.Error("no import was killed; each had ended before")
	}
	importAll(t, store, dir)
	if diff := cmp.Diff(want, export(t, store)); diff != "" {
		t.Errorf("export (-undisturbed +killed):\n%s", diff)
	}
}

// importKilled imports in a process of its own, kills that after a while, and says whether the
// import was still under way.
func importKilled(t *testing.T, dir string, after time.Duration) bool {
	t.Helper()

	server := graphtest.Server(t)
	ctx, cancel := context.WithTimeout(t.Context(), after)
	defer cancel()
	child := exec.CommandContext(ctx, os.Args[0]) // whose end by ctx is SIGKILL
	child.Env = append(os.Environ(), childFolder+"="+dir, "NEO4J_URI="+server.URI,
		"NEO4J_USER="+server.User, "NEO4J_PASSWORD="+server.Password)
	output, err := child.CombinedOutput()
	if ctx.Err() != nil {
		return true
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		t.Fatalf("the import failed by itself: %v: %s", err, output)
	}
	return false
}

func smallMarket(t *testing.T, creators int) string {
	t.Helper()

	dir := filepath.Join(t.TempDir(), "market")
	_, err := market.Generate(t.Context(), market.Params{Creators: creators, Seed: 7, Dir: dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
