package main

import (
	"strings"
	"testing"
)

// Answers that say the same in each server's own form pass; another value, another order or a fault does not.
func TestCompareSeesContentNotForm(t *testing.T) {
	t.Parallel()

	const page = `{"data":{"creators":{"nodes":[{"key":"a"},{"key":"b"}],"pageInfo":{"hasNextPage":true,"endCursor":"1"}}}}`
	const twin = `{"data":{"creators":{"nodes":[{"key":"a"},{"key":"b"}],"pageInfo":{"endCursor":"2","hasNextPage":true}}}}`
	const list = `{"data":{"creators":[{"key":"a"},{"key":"b"}]}}`
	for _, c := range []struct{ name, ours, twin, peer, want string }{
		{"the same", page, twin, list, ""},
		{"another value", page, strings.Replace(twin, `"b"`, `"c"`, 1), list, "the hand-written (+) differ"},
		{"another order", page, twin, `{"data":{"creators":[{"key":"b"},{"key":"a"}]}}`, "the peer's (+) differ"},
		{"one more", page, twin, `{"data":{"creators":[{"key":"a"},{"key":"b"},{"key":"c"}]}}`, "the peer's (+) differ"},
		{"a fault", `{"errors":[{"message":"no"}],"data":null}`, twin, list, "ours answered"},
		{"no JSON", page, twin, "Bad Gateway", "@neo4j/graphql answered Bad Gateway"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()

			err := compare(question{Twin: values{}, Peer: values{}, Name: "03_first_page"}, [len(servers)][]byte{[]byte(c.ours), []byte(c.twin), []byte(c.peer)})
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("want an error with %q, got %v", c.want, err)
			}
		})
	}
}

// Where there is no peer, the order of what is a set is no content, and ids are read for what they name.
func TestCompareWithoutPeerGoesByTheForm(t *testing.T) {
	t.Parallel()

	const ours = `{"data":{"neighborhood":{"edges":[{"from":"Q3JlYXRvcjpjci0x"},{"from":"Q3JlYXRvcjpjci0y"}]}}}`
	const twin = `{"data":{"neighborhood":{"edges":[{"from":"Creator:cr-2"},{"from":"Creator:cr-1"}]}}}`
	q := question{Name: "15_neighborhood", Twin: values{}}
	if err := compare(q, [len(servers)][]byte{[]byte(ours), []byte(twin)}); err != nil {
		t.Error(err)
	}
	other := strings.Replace(twin, "cr-2", "cr-3", 1)
	if err := compare(q, [len(servers)][]byte{[]byte(ours), []byte(other)}); err == nil {
		t.Error("another end of an edge passes")
	}
}
