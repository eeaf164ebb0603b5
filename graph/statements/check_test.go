package statements

import (
	"slices"
	"strings"
	"testing"
)

// The files that the binary holds keep the rules.
func TestCheck(t *testing.T) {
	t.Parallel()

	if err := Check(); err != nil {
		t.Error(err)
	}
}

// A file that breaks a rule is refused with the reason.
func TestCheckRefuses(t *testing.T) {
	t.Parallel()

	const good = "// Who?\n/*\n:params {key: 'a$b: c', more: [{x: 1}]};\nreturns a\n*/\n" +
		"MATCH (a {key: $key})\nWHERE a.x IN $more AND a.text <> '$no'\nRETURN a\n"
	if err := check("noun/verb", good); err != nil {
		t.Errorf("a good file is refused: %v", err)
	}
	for name, c := range map[string]struct{ from, to, want string }{
		"no question":          {"// Who?\n", "", "head lacks"},
		"no semicolon":         {"};", "}", "head lacks"},
		"no returns":           {"returns a\n", "", "head lacks"},
		"an unknown parameter": {"$key", "$name", "documents the parameters [key more], the text names [more name]"},
		"an unused parameter":  {" IN $more", "", "documents the parameters [key more], the text names [key]"},
		"this without a head":  {"(a {", "(this)--(a {", "how this is bound"},
		"too long":             {"RETURN a", strings.Repeat("\n", 40) + "RETURN a", "lines, more than 40"},
		"too wide":             {"RETURN a", "RETURN a" + strings.Repeat(" ", 100) + "AS a", "more than 100 columns"},
		"a list without order": {"RETURN a", "RETURN a LIMIT 3", "LIMIT after"},
		"what it follows":      {"returns a", "follows noun/none\nreturns a", "follows noun/none, which there is not"},
	} {
		err := check("noun/verb", strings.Replace(good, c.from, c.to, 1))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// What a statement follows comes first, as a subquery that may use this; parameters are those of both.
func TestFollows(t *testing.T) {
	t.Parallel()

	const after = "// Whom?\n/*\n:params {today: null, most: 3};\nthis MATCH (this:Creator)\nfollows creator/ties\nreturns n\n*/\n" +
		"UNWIND things AS n\nRETURN n ORDER BY n.key LIMIT $most\n"
	if err := check("noun/verb", after); err != nil {
		t.Error(err)
	}
	// One without this has it bound as the head of the other says.
	const without = "// Whom?\n/*\n:params {today: null};\nfollows creator/ties\nreturns most\n*/\nRETURN most\n"
	if got, err := whole(without); err != nil || !strings.HasPrefix(got, "MATCH (this:Creator {key: 'cr-000001'})\nCALL (this) {\n") {
		t.Errorf("%v, %s", err, got)
	}
	got, err := whole(after)
	want := "CALL (this) {\n  " + strings.ReplaceAll(Text("creator/ties"), "\n", "\n  ") +
		"\n}\nUNWIND things AS n\nRETURN n ORDER BY n.key LIMIT $most"
	if got != want || err != nil {
		t.Errorf("%v, %s\nwant\n%s", err, got, want)
	}
}

// Of a pair one file is written, and the second place's statement differs in the place's names alone.
func TestPlaced(t *testing.T) {
	t.Parallel()

	if got := Placed("lookalike/drop", 1); got != "DROP INDEX lookalikes1 IF EXISTS" {
		t.Errorf("place 1: %s", got)
	}
	first, second := Placed("lookalike/index", 0), Placed("lookalike/index", 1)
	if first != Text("lookalike/index") || second == first ||
		!slices.Equal(Params(first), Params(second)) || len(first) != len(second) {
		t.Errorf("the places differ in more than their names:\n%s\n%s", first, second)
	}
}

// The rule tells a total order from one that leaves ties to chance, and from none.
func TestUnordered(t *testing.T) {
	t.Parallel()

	for text, want := range map[string]int{
		"MATCH (a) RETURN a ORDER BY a.size DESC, a.key LIMIT $n":          0,
		"MATCH (a) RETURN a ORDER BY a.key ASC\nSKIP $m LIMIT $n":          0,
		"MATCH (a) RETURN a ORDER BY a.size DESC LIMIT $n":                 1,
		"MATCH (a) RETURN a LIMIT $n":                                      1,
		"MATCH (a) WITH a ORDER BY a.key MATCH (a)--(b) RETURN b LIMIT $n": 1,
		"MATCH (a) WITH a LIMIT 3 RETURN a ORDER BY a":                     1,
	} {
		if got := unordered(text); len(got) != want {
			t.Errorf("%q: %q, want %d", text, got, want)
		}
	}
}
