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

// A fragment of which nothing is bound is printed as it was read, and its parameters are those among its tokens.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"MATCH (n {key: $key}) RETURN n.`a``b`, '$x\n', $`a b` // $c\nLIMIT $1", "$ key", "$", "$$a", "$/* */a",
		"$``", "'\\", "a\r\nb", "\n\n", "RETURN \"\\u4f60\" + $今天"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fragment, err := Parse(text)
		if err != nil {
			return
		}
		if got := Print(fragment); got != text {
			t.Errorf("%q is printed as %q", text, got)
		}
		bound := map[string]Expr{}
		for _, name := range fragment.Parameters() {
			bound[name] = Lit(1)
		}
		if rest := Parameters(fragment.Bind(bound)); rest != nil {
			t.Errorf("%q keeps %q when all is bound", text, rest)
		}
	})
}
