package explore_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/explore"
)

// day is a day as a database driver gives it.
type day string

func (d day) String() string { return string(d) }

func stop(typ, name, starts string) explore.Stop {
	return explore.Stop{Node: explore.Node{Type: typ, Key: "k-" + name, Name: name}, Starts: starts}
}

func step(kind string, along bool, properties map[string]any) explore.Step {
	return explore.Step{Along: along, Edge: explore.Edge{Kind: kind, Properties: properties}}
}

// A path reads as a sentence in the direction that it goes, with the months of campaigns, and what is over as past.
func TestPathsReadAsSentences(t *testing.T) {
	t.Parallel()

	li, sale := stop("Creator", "小李", ""), stop("Campaign", "双11大促", "2025-11-01")
	brand, house := stop("Brand", "Brand X", ""), stop("Agency", "青禾传媒", "")
	for _, c := range []struct {
		path explore.Path
		want string
	}{
		{explore.Path{Nodes: []explore.Stop{li, sale, brand},
			Edges: []explore.Step{step("PARTICIPATED_IN", true, nil), step("RAN", false, nil)}},
			"小李 worked on 双11大促 (2025-11), which was run by Brand X."},
		{explore.Path{Nodes: []explore.Stop{house, li, sale},
			Edges: []explore.Step{step("SIGNED_WITH", false, map[string]any{"until": day("2026-11-10")}), step("PARTICIPATED_IN", true, nil)}},
			"青禾传媒 had under contract 小李 until 2026-11-10, who worked on 双11大促 (2025-11)."},
		{explore.Path{Nodes: []explore.Stop{li, house},
			Edges: []explore.Step{step("SIGNED_WITH", true, map[string]any{"until": day("2026-11-11")})}},
			"小李 is signed with 青禾传媒."},
		{explore.Path{Nodes: []explore.Stop{stop("Creator", "", ""), brand}, Edges: []explore.Step{step("IN_CATEGORY", true, nil)}},
			"k- is about Brand X."},
	} {
		if diff := cmp.Diff(c.want, c.path.Sentence("2026-11-11")); diff != "" {
			t.Errorf("sentence (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(c.path.Sentence("2026-11-11"), c.path.Reversed().Reversed().Sentence("2026-11-11")); diff != "" {
			t.Errorf("there and back (-want +got):\n%s", diff)
		}
	}
}

// Two contracts of one creator with one agency are two edges; days are shown as text, an analysis' own marks not
// at all.
func TestEdgesAreToldApart(t *testing.T) {
	t.Parallel()

	one := explore.Edge{Kind: "SIGNED_WITH", From: explore.ID{Type: "Creator", Key: "c"}, To: explore.ID{Type: "Agency", Key: "a"},
		Properties: map[string]any{"since": day("2025-01-01"), "exclusive": true}}
	two := one
	two.Properties = map[string]any{"since": day("2026-01-01")}
	if one.Handle() == two.Handle() {
		t.Error("two contracts have one id")
	}
	if diff := cmp.Diff(map[string]any{"since": "2025-01-01", "exclusive": true}, one.Shown()); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
	together := explore.Edge{Kind: "COLLABORATED_WITH", Properties: map[string]any{"from": int64(2), "until": int64(4), "weight": 1.5}}
	if diff := cmp.Diff(map[string]any{"weight": 1.5}, together.Shown()); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
	for run, counts := range map[any]bool{nil: false, int64(1): false, int64(2): true, int64(3): true, int64(4): false} {
		if together.Counts(run) != counts {
			t.Errorf("after run %v: counts %t", run, !counts)
		}
	}
	if weight, known := (explore.Edge{Kind: "PARTICIPATED_IN", Properties: map[string]any{"fee": int64(700)}}).Weight(); weight != 700 || !known {
		t.Errorf("weighs %v, %t", weight, known)
	}
	if _, known := one.Weight(); known {
		t.Error("a contract weighs something")
	}
}
