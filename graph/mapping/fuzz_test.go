package mapping_test

import (
	"io/fs"
	"regexp"
	"testing"
	"testing/fstest"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/schema"
)

// placed is how errors begin: with a file and a line of it.
var placed = regexp.MustCompile(`(x|directives)\.graphqls:\d+`)

// Whatever stands in the SDL is read, or refused with the place.
func FuzzDirectives(f *testing.F) {
	directives, err := fs.ReadFile(schema.Files, "directives.graphqls")
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		"type Query { a: Int @found }",
		"type Query { a: A @found b: Int @computed }\n" +
			"interface N { id: ID! }\n" +
			"type A implements N @node(label: \"A\") { id: ID! name: String b: [B!] @relationship(type: \"AB\", direction: IN, inForce: true)\n" +
			"  cpm: Float @ratio(of: \"x\", minus: \"y\", per: \"name\", times: 1000) x: Int @count(of: \"b\") y: Int @sum(of: \"b\") }\n" +
			"type B @edge(type: \"AB\", from: \"a\", to: \"c\") { a: A c: A fee: Int }",
		"type Query { a(filter: F orderBy: [O!] first: Int): AConnection @found }\n" +
			"enum O { X @order(property: \"x\", missing: 3) Y @order(field: \"f\", suffix: \"s\") }\n" +
			"input F { AND: [F!] k: [String!] @filter(path: [\"IN>A\", \"OUT<A\"], inForce: true) n: Int @filter(property: \"n\", floor: 0) g: Int @filter(statement: \"s\") }\n" +
			"type A @node(label: \"A\") { b(d: Int @phrase, i: ID @key(of: \"A\")): Int @property(name: \"c\", suffix: \"d\") @default(value: \"E\") s: [A!] @cypher(statement: \"x\", orderBy: [\"a\"]) t: A @self m: Int @max(of: \"b\") }\n" +
			"type AConnection { edges: [AEdge!] nodes: [A!] pageInfo: PageInfo totalCount: Int }\n" +
			"type AEdge { cursor: String node: A }\ntype PageInfo { hasNextPage: Boolean startCursor: String }",
		"type Query { a: Int @found(x: 1) }", "type Query", "extend type Query { a: Int }", "scalar A union U = A",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := mapping.Load(fstest.MapFS{
			"directives.graphqls": {Data: directives},
			"x.graphqls":          {Data: []byte(text)},
		})
		if m == nil && err == nil {
			t.Fatal("neither a mapping nor an error")
		}
		if err != nil && !placed.MatchString(err.Error()) {
			t.Errorf("error %q names no place", err)
		}
	})
}
