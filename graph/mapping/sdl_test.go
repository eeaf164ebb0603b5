package mapping_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/schema"
)

const published = `
"""Where it is."""
scalar Place @specifiedBy(url: "https://example.com/place")
interface Node { id: ID! }
interface Named implements Node { id: ID! name: String }
enum Way { UP @deprecated(reason: "since 2; use DOWN") DOWN @order(property: "down") }
"""A thing, as \"""they\""" say."""
type Thing implements Node & Named @node(label: "Thing") {
  id: ID!
  name: String @property(name: "title")
  old(way: Way = UP @key(of: "Thing"), then: Int @deprecated): Place @deprecated(reason: "since 1; use name")
}
input Ask { name: String @filter(property: "title") was: String @deprecated }
type Query { thing(ask: Ask): Thing @found }
`

// What is printed for clients keeps descriptions, deprecations and specifications, and nothing that says how the
// schema lies in the graph, wherever a directive may stand.
func TestSDLIsWhatClientsMayKnow(t *testing.T) {
	t.Parallel()

	directives, err := schema.Files.ReadFile("directives.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	m, err := mapping.Load(fstest.MapFS{"directives.graphqls": {Data: directives}, "x.graphqls": {Data: []byte(published)}})
	if err != nil {
		t.Fatal(err)
	}
	want := `input Ask {
  name: String
  was: String @deprecated
}
interface Named implements Node {
  id: ID!
  name: String
}
interface Node {
  id: ID!
}
"""
Where it is.
"""
scalar Place @specifiedBy(url: "https://example.com/place")
type Query {
  thing(ask: Ask): Thing
}
"""
A thing, as \"""they\""" say.
"""
type Thing implements Node & Named {
  id: ID!
  name: String
  old(way: Way = UP, then: Int @deprecated): Place @deprecated(reason: "since 1; use name")
}
enum Way {
  UP @deprecated(reason: "since 2; use DOWN")
  DOWN
}
`
	if diff := cmp.Diff(want, m.SDL()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
