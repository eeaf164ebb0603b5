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
var mayHoldCypher = []string{"graph/compile", "graph/statements", "graph/migrations"}

// cypher is how a statement begins inside a Go string.
var cypher = regexp.MustCompile("[\"`](MATCH|MERGE|UNWIND|OPTIONAL MATCH|CREATE) ?[(\\[$]|[\"`](DETACH DELETE|CALL db\\.)")

// Cypher stands in statements, migrations and what the compiler writes, and nowhere else.
func TestCypherStandsInItsPlaces(t *testing.T) {
	t.Parallel()

	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		isCode := strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go")
		folder := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../../")
		if !isCode || slices.Contains(mayHoldCypher, folder) || folder == "graph/graphtest" {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if found := cypher.FindString(string(text)); found != "" {
			t.Errorf("%s holds Cypher: %s…", path, found)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
