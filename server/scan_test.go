package server

import (
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

func TestScanCounts(t *testing.T) {
	t.Parallel()

	for text, want := range map[string]lexicalCounts{
		"":          {},
		"{name}":    {tokens: 3, names: 1, nesting: 1},
		"{a: name}": {tokens: 5, names: 2, aliases: 1, nesting: 1},
		`query Q($x: Int = 3) @d {f(a: {b: [1]}, c: "{{{")}`: {tokens: 29, names: 4, directives: 1, nesting: 4},
		"{a # {{{ b: c @d\n}":                                {tokens: 3, names: 1, nesting: 1},
		`{f(a: "\"{{")}`:                                     {tokens: 8, names: 1, nesting: 2},
		`{f(a: """{ "{" \""" { """)}`:                        {tokens: 8, names: 1, nesting: 2},
		"}}}{":                                               {tokens: 4, nesting: 1},
		`{f(a: "not ended`:                                   {tokens: 6, names: 1, nesting: 2},
	} {
		if got := scan(text); got != want {
			t.Errorf("%s: got %+v, want %+v", text, got, want)
		}
	}
}

// Of a document that parses, scan counts at least what the parser finds; and weighing it ends.
func FuzzScan(f *testing.F) {
	schema := newTiny().schema
	for _, seed := range []string{
		"{name}", "{a:name @skip(if:true) b:things(first:3){nodes{...F ...F}}} fragment F on Thing{name}",
		"query($n:Int){things(first:$n){edges{node{tags{name}}}} nodes(ids:[1 2]){name}}",
		`query Q($x:[Int!]=[1 2]@d){f(a:{b:[[1.5e3]] c:"\u0041\""} d:"""x\"""y""" e:$x)}`,
		"subscription{...on Query{__typename}}#c\r\n", "\ufeff{a,,b}", `"""d""" {a}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found := scan(text)
		if found.nesting > 500 || found.tokens > 5_000 {
			return // the parser is never shown these
		}
		doc, err := parser.ParseQuery(&ast.Source{Input: text})
		if err != nil {
			return
		}
		var real lexicalCounts
		for _, op := range doc.Operations {
			real.count(op.SelectionSet, 1)
			real.directives += len(op.Directives)
		}
		for _, fragment := range doc.Fragments {
			real.count(fragment.SelectionSet, 1)
		}
		if real.names > found.names || real.aliases > found.aliases ||
			real.directives > found.directives || real.nesting > found.nesting {
			t.Errorf("scan found %+v, the parser %+v", found, real)
		}
		if found.names < 500 && validator.ValidateWithRules(schema, doc, nil) == nil {
			for _, op := range doc.Operations {
				if w := weigh(op, nil); min(w.cost, w.width, w.depth) < 1 || max(w.cost, w.width) > maxCost {
					t.Errorf("weight %+v", w)
				}
			}
		}
	})
}

// count is the plain way: walk what was parsed.
func (c *lexicalCounts) count(set ast.SelectionSet, depth int) {
	c.nesting = max(c.nesting, depth)
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			c.names++
			c.directives += len(s.Directives)
			if s.Alias != s.Name {
				c.aliases++
			}
			if len(s.SelectionSet) > 0 {
				c.count(s.SelectionSet, depth+1)
			}
		case *ast.InlineFragment:
			c.directives += len(s.Directives)
			c.count(s.SelectionSet, depth+1)
		case *ast.FragmentSpread:
			c.names++
			c.directives += len(s.Directives)
		}
	}
}

func TestWeight(t *testing.T) {
	t.Parallel()

	schema := newTiny().schema
	for text, want := range map[string]complexity{
		"{name}":                                                  {answerSize: answerSize{cost: 1}, depth: 1, width: 1},
		"{name a:name}":                                           {answerSize: answerSize{cost: 2}, depth: 1, width: 2},
		"{things{totalCount}}":                                    {answerSize: answerSize{cost: 20 + 1}, depth: 2, width: 1},
		"{things(first:3){nodes{name}}}":                          {answerSize: answerSize{cost: 3 * 3}, depth: 3, width: 1},
		"{things(first:3){edges{node{name}}}}":                    {answerSize: answerSize{cost: 3 * 4}, depth: 4, width: 1},
		"{things(first:3){nodes{tags{name}}}}":                    {answerSize: answerSize{cost: 3 * (1 + 1 + 20*2)}, depth: 4, width: 1},
		"{things(first:-3){totalCount}}":                          {answerSize: answerSize{cost: 2}, depth: 2, width: 1},
		`{nodes(ids:["a","b"]){name}}`:                            {answerSize: answerSize{cost: 2 * 2}, depth: 2, width: 1},
		"query($n:Int=7){things(first:$n){totalCount}}":           {answerSize: answerSize{cost: 7 + 1}, depth: 2, width: 1},
		"query($i:[ID!]!){nodes(ids:$i){name}}":                   {answerSize: answerSize{cost: 3 * 2}, depth: 2, width: 1},
		"{...A ...A} fragment A on Query{name ...on Query{name}}": {answerSize: answerSize{cost: 4}, depth: 1, width: 4},
		"{things(first:2147483647){nodes{things(first:2147483647){totalCount}}}}": {answerSize: answerSize{cost: maxCost}, depth: 4, width: 1},
	} {
		doc, errs := gqlparser.LoadQueryWithRules(schema, text, rules.NewDefaultRules())
		if errs != nil {
			t.Fatalf("%s: %v", text, errs)
		}
		vars := map[string]any{"n": int64(7), "i": []any{"a", "b", "c"}}
		got := weigh(doc.Operations[0], vars)
		if got.bytes == 0 && got.cost > 0 {
			t.Errorf("%s has no bytes", text)
		}
		if got.bytes = 0; got != want {
			t.Errorf("%s: got %+v, want %+v", text, got, want)
		}
	}
}
