package neo4jd_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// A data folder copied with its port and password is the second of two: both run at once, at ports of their own,
// each with what was in it when it was copied, and what one is told the other does not know. Whoever has access to
// one has none to the other, so that no port taken over by the other leads astray.
func TestCopiedFolder(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	first := start(t, dir)
	ask(t, first, "CREATE (:Kept {name: 'before the copy'})")
	password := first.Password()
	if err := first.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "copied")
	if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	second := start(t, copied) // it comes first to the port that both folders know
	first = start(t, dir)

	if first.URI() == second.URI() || first.Password() == second.Password() {
		t.Errorf("both are at %s, %s", first.URI(), second.URI())
	}
	if first.Password() != password {
		t.Error("the original has another password than before")
	}
	ask(t, second, "CREATE (:Kept {name: 'in the copy'})")
	ask(t, first, "CREATE (:Kept {name: 'in the original'})")
	const names = "MATCH (k:Kept) WITH k.name AS name ORDER BY name RETURN reduce(all = '', n IN collect(name) | all + n + '; ')"
	if got := ask(t, first, names); got != "before the copy; in the original; " {
		t.Errorf("the original holds %v", got)
	}
	if got := ask(t, second, names); got != "before the copy; in the copy; " {
		t.Errorf("the copy holds %v", got)
	}
}

// A database that answers at the right port with the right password, but from another folder, is not taken for
// one's own.
func TestAnotherFoldersDatabaseIsNotJoined(t *testing.T) {
	t.Parallel()

	server := sharedDatabase(t)
	if err := neo4jd.Answers(t.Context(), server, server.DataDir()); err != nil {
		t.Error(err)
	}
	if err := neo4jd.Answers(t.Context(), server, t.TempDir()); err == nil {
		t.Error("the database of another folder was taken for that of this one")
	}
}
