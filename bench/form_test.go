package main

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A step changes the form at its path, in each element of the lists on the way, and leaves alone what is
// not there.
func TestStepsChangeFormAlone(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		name, from, want string
		step             step
	}{
		{"lift", `{"a":[{"b":{"nodes":[1]}},{"b":{"nodes":[]}}]}`, `{"a":[{"b":[1]},{"b":[]}]}`, lift("a.b", "nodes")},
		{"lift out of a list's elements", `{"a":[{"b":1},{"b":2}]}`, `{"a":[1,2]}`, lift("a", "b")},
		{"first", `{"a":[{"b":1},{"b":2}]}`, `{"a":{"b":1}}`, first("a")},
		{"first of none", `{"a":[]}`, `{"a":[]}`, first("a")},
		{"set", `{"a":[{"key":"y"},{"key":"x"},{"key":"y"}]}`, `{"a":[{"key":"x"},{"key":"y"}]}`, set("a")},
		{"set without keys", `{"a":[{"b":2},{"b":1},{"b":2}]}`, `{"a":[{"b":1},{"b":2}]}`, set("a")},
		{"opened", `{"a":[{"b":"Q3JlYXRvcjpjci0x"},{"b":"Creator:cr-1"}]}`, `{"a":[{"b":"Creator:cr-1"},{"b":"Creator:cr-1"}]}`,
			opened("a.b")},
		{"drop", `{"a":[{"b":1,"c":2}]}`, `{"a":[{"c":2}]}`, drop("a", "b")},
		{"move", `{"a":{"b":{"c":1,"d":2}}}`, `{"a":{"b":{"d":2},"e":{"f":1}}}`, move("a", "b.c", "e.f")},
		{"move what is not there", `{"a":{"b":{}}}`, `{"a":{"b":{}}}`, move("a", "b.c", "e")},
		{"move at the top", `{"a":1}`, `{"b":1}`, move("", "a", "b")},
		{"counted", `{"a":{"b":["x","y"]}}`, `{"a":{"b":2}}`, counted("a.b")},
		{"shortest", `{"a":[{"length":2,"b":1},{"length":2,"b":2},{"length":4,"b":3}]}`,
			`{"a":[{"length":2,"b":1},{"length":2,"b":2},4]}`, shortest("a")},
		{"a path that is not there", `{"a":1}`, `{"a":1}`, lift("x.y", "z")},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()

			if diff := cmp.Diff(decoded(t, c.want), c.step(decoded(t, c.from))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func decoded(t *testing.T, raw string) any {
	t.Helper()

	var v any
	if err := json.Unmarshal([]byte(raw), &v); err != nil {
		t.Fatal(err)
	}
	return v
}
