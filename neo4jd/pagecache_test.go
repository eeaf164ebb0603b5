package neo4jd

import (
	"os"
	"path/filepath"
	"testing"
)

// The page cache grows with what is stored, within what the machine has.
func TestPageCacheFollowsTheStore(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	if got := pageCacheMB(dir); got != leastPageCacheMB {
		t.Errorf("of an empty store: %d MB", got)
	}
	store := filepath.Join(dir, "data", "databases", "neo4j")
	if err := os.MkdirAll(store, 0o700); err != nil {
		t.Fatal(err)
	}
	grow := func(megabytes int64) {
		path := filepath.Join(store, "neostore")
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, megabytes<<20); err != nil { // a sparse file takes no room
			t.Fatal(err)
		}
	}
	grow(800)
	if got, want := pageCacheMB(dir), min(1000, max(memoryMB()/3, leastPageCacheMB)); got != want {
		t.Errorf("of 800 MB: %d MB, want %d", got, want)
	}
	grow(1 << 20)
	if got, most := pageCacheMB(dir), max(memoryMB()/3, leastPageCacheMB); got != most {
		t.Errorf("of a store beyond any machine: %d MB, want %d", got, most)
	}
}
