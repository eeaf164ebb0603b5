package neo4jd_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// An offline import into a folder that never held a database is there at its first start.
func TestAdminImportsBeforeTheFirstStart(t *testing.T) {
	t.Parallel()

	dir, file := t.TempDir(), filepath.Join(t.TempDir(), "creators.csv")
	if err := os.WriteFile(file, []byte("key:ID,name\nc-1,小红\nc-2,Ann\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var report []string
	err := neo4jd.Admin(t.Context(), small(dir), func(line string) { report = append(report, line) },
		"database", "import", "full", "neo4j", "--nodes=Creator="+file)
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.Join(report, "\n"); !strings.Contains(text, "2 nodes") {
		t.Errorf("the importer's report was not handed on:\n%s", text)
	}
	if got := ask(t, start(t, dir), "MATCH (c:Creator) RETURN collect(c.name)"); len(got.([]any)) != 2 {
		t.Errorf("after the import: %v", got)
	}
}

// What neo4j-admin complains of reaches the caller.
func TestAdminTellsWhatFailed(t *testing.T) {
	t.Parallel()

	err := neo4jd.Admin(t.Context(), small(t.TempDir()), func(string) {},
		"database", "import", "full", "neo4j", "--nodes=/nowhere/creators.csv")
	var told *neo4jd.Error
	if !errors.As(err, &told) || !strings.Contains(err.Error(), "/nowhere/creators.csv") {
		t.Errorf("got %v, want an *Error naming the file", err)
	}
}

// The end of its context kills neo4j-admin and frees the folder.
func TestAdminEndsWithItsContext(t *testing.T) {
	t.Parallel()

	ctx, cancel := context.WithCancel(t.Context())
	dir := t.TempDir()
	err := neo4jd.Admin(ctx, small(dir), func(string) { cancel() }, "database", "import", "full", "--help")
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	if err := neo4jd.Admin(t.Context(), small(dir), func(string) {}, "--version"); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}
