package archtest

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// mayHoldCypher are the folders whose Go files may contain Cypher.
var mayHoldCypher = []string{"graph/statements", "graph/migrations"}

// cypher is how a statement begins inside a Go string.
var cypher = regexp.MustCompile("[\"`](MATCH|MERGE|UNWIND|OPTIONAL MATCH|CREATE) ?[(\\[$]|[\"`](DETACH DELETE|CALL db\\.)")

// Cypher stands in statements and migrations, and nowhere else: what the compiler writes is a tree.
func TestCypherStandsInItsPlaces(t *testing.T) {
	t.Parallel()

	for path, text := range productCode(t) {
		folder := filepath.ToSlash(filepath.Dir(path))
		if slices.Contains(mayHoldCypher, folder) || folder == "graph/graphtest" {
			continue
		}
		if found := cypher.FindString(text); found != "" {
			t.Errorf("%s holds Cypher: %s…", path, found)
		}
	}
}

// productCode gives the text of each Go file that is no test, by its path below the root, with slashes.
func productCode(t *testing.T) map[string]string {
	t.Helper()

	code := map[string]string{}
	root := os.DirFS(filepath.Join("..", ".."))
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git" || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		text, err := fs.ReadFile(root, path)
		code[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return code
}
