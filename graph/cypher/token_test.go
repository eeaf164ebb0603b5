package cypher

import (
	"strings"
	"testing"
)

// The parameters of a statement are those outside of texts and comments, quoted or not.
func TestParametersAreFound(t *testing.T) {
	t.Parallel()

	f, err := Parse("MATCH (n {key: $key}) // $no\nWHERE n.x > $`a b` AND n.y = '$never' RETURN $key, $1")
	if err != nil {
		t.Fatal(err)
	}
	if want := "key,a b,1"; strings.Join(Parameters(f), ",") != want {
		t.Errorf("got %v, want %s", Parameters(f), want)
	}
}
