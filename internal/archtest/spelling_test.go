package archtest

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight"
)

// spellings are how statements say that a contract is in force on a day, and that a collaboration counts as of a run.
// Cypher has no includes, and statements are pasted into other tools as they stand, so a test holds that what means
// the same is spelt the same: whoever changes it finds all of them by one search.
var spellings = []*regexp.Regexp{
	regexp.MustCompile(`(\w+)\.since <= (\S+) AND \((\w+)\.until IS NULL OR (\w+)\.until >= (date\(\$\w+\)|[\w.$]+)\)`),
	regexp.MustCompile(`(\w+)\.from <= (\S+) AND \((\w+)\.until IS NULL OR (\w+)\.until > ([\w.$]+)\)`),
}

// ends finds each condition on when something ends.
var ends = regexp.MustCompile(`\w+\.until (IS NULL OR|>=)`)

// Contracts are in force, and collaborations count, by one spelling in hand-written statements and in compiled ones.
func TestOneSpelling(t *testing.T) {
	t.Parallel()

	goldens := goldenTexts(t)
	if len(goldens) < 100 {
		t.Fatalf("only %d goldens were found", len(goldens))
	}
	for _, texts := range []map[string]string{statementTexts(t), goldens} {
		for name, text := range texts {
			if found := misspelt(text); found != "" {
				t.Errorf("%s: %q is not spelt as in agency/performance or collaborator/ties", name, found)
			}
		}
	}
}

// Another edge, another day and another order are misspelt.
func TestMisspeltIsFound(t *testing.T) {
	t.Parallel()

	for text, isFound := range map[string]bool{
		"WHERE c.since <= day\n  AND (c.until IS NULL OR c.until >= day)":          false,
		"tie.from <= $run AND (tie.until IS NULL OR tie.until > $run)":             false,
		"WHERE c.since <= day AND (c.until IS NULL OR d.until >= day)":             true,
		"WHERE c.since <= day AND (c.until IS NULL OR c.until >= campaign.starts)": true,
		"WHERE (c.until IS NULL OR c.until >= day) AND c.since <= day":             true,
		"WHERE c.until >= day": true,
	} {
		if found := misspelt(text); (found != "") != isFound {
			t.Errorf("%s: found %q", text, found)
		}
	}
}

// misspelt gives the first condition on an end that is none of spellings; empty where there is none.
func misspelt(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, re := range spellings {
		text = re.ReplaceAllStringFunc(text, func(use string) string {
			if m := re.FindStringSubmatch(use); m[1] == m[3] && m[1] == m[4] && m[2] == m[5] {
				return ""
			}
			return use
		})
	}
	return ends.FindString(text)
}

// halved finds what a statement halves weights by.
var halved = regexp.MustCompile(`\bdays / (\d+)\.0|duration\(\{days: (\d+)\}\)\) END`)

// All who weigh shared work let it count half as much after the same time.
func TestOneDecay(t *testing.T) {
	t.Parallel()

	found := 0
	for name, text := range statementTexts(t) {
		for _, m := range halved.FindAllStringSubmatch(text, -1) {
			found++
			if days := m[1] + m[2]; days != strconv.Itoa(insight.HalfLifeDays) {
				t.Errorf("%s halves after %s days, the models after %d", name, days, insight.HalfLifeDays)
			}
		}
	}
	if found == 0 {
		t.Error("no statement halves anything: does the test still see them?")
	}
}

func statementTexts(t *testing.T) map[string]string {
	t.Helper()

	names, err := statements.Names()
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, name := range names {
		texts[name], _ = statements.Lookup(name)
	}
	return texts
}

// goldenTexts gives the compiled statements that tests keep.
func goldenTexts(t *testing.T) map[string]string {
	t.Helper()

	texts := map[string]string{}
	root := filepath.Join("..", "..", "graph", "compile", "testdata")
	err := fs.WalkDir(os.DirFS(root), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".golden" {
			return err
		}
		text, err := os.ReadFile(filepath.Join(root, path))
		texts[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
