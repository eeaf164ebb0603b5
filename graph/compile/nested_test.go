package compile_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// compiledFilter compiles a list of creators with a filter.
func compiledFilter(t *testing.T, c *compile.Compiler, filter string) (string, error) {
	t.Helper()

	doc, errs := gqlparser.LoadQueryWithRules(c.Mapping().Schema,
		"{ creators(first: 5, filter: "+filter+") { nodes { key } } }", rules.NewDefaultRules())
	if errs != nil {
		t.Fatal(errs)
	}
	plan, err := c.Compile(doc.Operations[0], nil)
	if err != nil {
		return "", err
	}
	return plan.Text, nil
}

// tower nests a filter in itself, so many levels.
func tower(levels int, level string) string {
	filter := "{verified: true}"
	for range levels {
		filter = strings.Replace(level, "…", filter, 1)
	}
	return filter
}

// A filter took Neo4j twice as long to plan with every level of OR and AND, or of NOT. However it is nested and
// however wide it is, the statement holds few of the words that Neo4j multiplies, and grows by the same with
// every level.
func TestNestedFiltersStayFlat(t *testing.T) {
	t.Parallel()

	c := compiler(t)
	for name, level := range map[string]string{
		"OR in AND in OR": `{OR: [{followers: {gte: 1}}, {AND: [{languages: ["zh"]}, …]}]}`,
		"OR in OR":        `{OR: [{followers: {gte: 1}}, …]}`,
		"NOT in NOT":      `{NOT: …}`,
		"NOT of AND":      `{NOT: {AND: [{followers: {gte: 1}}, …]}}`,
		"NOT and OR":      `{OR: [{followers: {gte: 1}, NOT: …}]}`,
		"OR beside AND":   `{followers: {gte: 1, lte: 9}, OR: [{genders: ["F"]}, …]}`,
	} {
		var lengths, words []int
		for _, levels := range []int{4, 8, 12, 16} {
			text, err := compiledFilter(t, c, tower(levels, level))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			lengths = append(lengths, len(strings.Join(strings.Fields(text), " "))) // without the indentation
			words = append(words, strings.Count(text, " AND ")+strings.Count(text, " OR ")+strings.Count(text, "NOT "))
		}
		if words[0] > 10 || words[3] != words[0] {
			t.Errorf("%s: %v of AND, OR and NOT", name, words)
		}
		if first, last := lengths[1]-lengths[0], lengths[3]-lengths[2]; last > first+100 {
			t.Errorf("%s: four levels more add %d characters, then %d", name, first, last)
		}
	}
	var wide []string
	for i := range 60 {
		wide = append(wide, fmt.Sprintf(`{OR: [{followers: {gte: %d}}, {regions: ["r%d"]}]}`, i, i))
	}
	text, err := compiledFilter(t, c, "{AND: ["+strings.Join(wide, ", ")+"]}")
	if n := strings.Count(text, " OR ") + strings.Count(text, " AND "); err != nil || n > 30 {
		t.Errorf("%d of AND and OR in sixty alternatives (%v)", n, err)
	}
}

// What would take long to plan all the same is refused before it is: filters of hundreds of conditions or dozens of
// levels.
func TestCostlyFiltersAreRefused(t *testing.T) {
	t.Parallel()

	c := compiler(t)
	for filter, want := range map[string]string{
		tower(40, "{NOT: …}"): "a filter of more than 32 levels",
		"{OR: [" + strings.Repeat("{followers: {gte: 1}}, ", 300) + "]}": "the operation's filters have 300 conditions, more than 200",
	} {
		_, err := compiledFilter(t, c, filter)
		var refused *compile.Error
		if !errors.As(err, &refused) || !refused.TooBig || !strings.Contains(refused.What, want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
