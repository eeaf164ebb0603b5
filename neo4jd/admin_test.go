package neo4jd_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/neo4jd"
)

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
