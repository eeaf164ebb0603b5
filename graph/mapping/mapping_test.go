package mapping_test

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/schema"
)

// The schema that ships reads without a fault.
func TestLoadReadsTheSchema(t *testing.T) {
	t.Parallel()

	m, err := mapping.Load(schema.Files)
	if err != nil {
		t.Fatal(err)
	}
	participations := m.Types["Creator"].Fields["participations"]
	if got := participations.Relationship.Type; got != "PARTICIPATED_IN" {
		t.Errorf("Creator.participations follows %q", got)
	}
	if got := m.Types["Performance"].Fields["cpm"].Ratio.Times; got != 1000 {
		t.Errorf("cpm is times %d", got)
	}
}

// A fault in the SDL is named with its file and line, so that its author can go there.
func TestFaultsNameFileAndLine(t *testing.T) {
	t.Parallel()

	directives, err := schema.Files.ReadFile("directives.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, sdl, want string }{
		{"a root field that is neither found nor computed", "type Query { a: Int }",
			"x.graphqls:1: Query.a must be either @found or @computed"},
		{"two types of one label", "type Query { a: A @found }\ntype A @node(label: \"X\") { b: Int }\n" +
			"type B @node(label: \"X\") { b: Int }", "both nodes of label X"},
		{"a ratio of a field that is not there", "type Query { a: A @found }\n" +
			"type A { b: Float @ratio(of: \"c\", per: \"b\") }", "x.graphqls:2: @ratio: A has no field c"},
		{"a path that cannot be read", "type Query { a: Int @found }\n" +
			"input F { k: [String!] @filter(path: [\"IN_CATEGORY\"]) }", "x.graphqls:2: @filter: \"IN_CATEGORY\" is no step"},
		{"a path to nowhere", "type Query { a: Int @found }\n" +
			"input F { k: [String!] @filter(path: [\"RAN>Nowhere\"]) }", "no type is a node of label Nowhere"},
		{"a facet of nothing", "type Query { a: Int @found }\nenum F { A @facet(list: true) }",
			"x.graphqls:2: @facet on F.A needs a property or a path"},
		{"a facet of no enum's steps", "type Query { a: Int @found }\nenum F { A @facet(property: \"b\", steps: \"S\") }",
			"x.graphqls:2: @facet: there is no enum S"},
		{"steps out of order", "type Query { a: Int @found }\nenum F { A @facet(property: \"b\", steps: \"S\") }\n" +
			"enum S { B @step(from: 5, label: \"b\")\nC @step(from: 5, label: \"c\") }",
			"x.graphqls:4: @step: S.C begins before the step above it ends"},
		{"a facet's path to nowhere", "type Query { a: Int @found }\nenum F { A @facet(path: [\"RAN>Nowhere\"]) }",
			"F.A: no type is a node of label Nowhere"},
		{"a relationship to a scalar", "type Query { a: A @found }\n" +
			"type A @node(label: \"A\") { b: Int @relationship(type: \"X\") }", "x.graphqls:2: @relationship"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()

			s, err := gqlparser.LoadSchema(
				&ast.Source{Name: "directives.graphqls", Input: string(directives)},
				&ast.Source{Name: "x.graphqls", Input: c.sdl})
			if err != nil {
				t.Fatal(err)
			}
			_, got := mapping.New(s)
			if got == nil || !strings.Contains(got.Error(), c.want) {
				t.Errorf("error %v does not say %q", got, c.want)
			}
		})
	}
}
