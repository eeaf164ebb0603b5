package oracle

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// formatSuffixes are how the formats end the names of properties.
var formatSuffixes = map[string]string{
	"SHORT_VIDEO": "ShortVideo", "MID_VIDEO": "MidVideo", "IMAGE_TEXT": "ImageText", "LIVE": "Live",
}

func toAny[T any](items []T) []any {
	all := make([]any, len(items))
	for i, item := range items {
		all[i] = item
	}
	return all
}

func edges(all []*Edge) []any { return toAny(all) }

func targets(all []*Edge) []any {
	var nodes []any
	for _, e := range all {
		nodes = append(nodes, e.To)
	}
	return nodes
}

// sourceNodes gives the nodes that relationships come from, only those of some labels where any is given.
func sourceNodes(all []*Edge, labels ...string) []*Node {
	nodes := []*Node{}
	for _, e := range all {
		if len(labels) == 0 || slices.Contains(labels, e.From.Label) {
			nodes = append(nodes, e.From)
		}
	}
	return nodes
}

func firstSource(all []*Edge) any {
	if len(all) == 0 {
		return nil
	}
	return all[0].From
}

func firstTarget(all []*Edge) any {
	if len(all) == 0 {
		return nil
	}
	return all[0].To
}

func prop(name string) func(any) any {
	return func(row any) any { return nodeOf(row).Props[name] }
}

func edgeProp(name string) func(any) any {
	return func(row any) any { return edgeOf(row).Props[name] }
}

func nodeKey(row any) any { return nodeOf(row).Key }

func toKey(row any) any { return edgeOf(row).To.Key }

func fromKey(row any) any { return edgeOf(row).From.Key }

// orderedTargets gives the nodes a relationship leads to by position, then by key.
func orderedTargets(typ string) resolver[*Node] {
	return func(_ *execution, n *Node, _ *ast.Field) any {
		sorted := slices.Clone(n.out[typ])
		slices.SortFunc(sorted, func(a, b *Edge) int {
			if c := compare(a.Props["position"], b.Props["position"]); c != 0 {
				return c
			}
			return compare(a.To.Key, b.To.Key)
		})
		nodes := targets(sorted)
		return append([]any{}, nodes...)
	}
}

// inForce says whether a contract is on a day, its first and last included.
func inForce(contract *Edge, day Day) bool {
	since, _ := contract.Props["since"].(Day)
	until, ends := contract.Props["until"].(Day)
	return since <= day && (!ends || until >= day)
}

// agencyAt gives the agency a creator is under contract with on a day: of several the one signed last,
// and of those the first by key.
func agencyAt(creator *Node, day Day) *Node {
	var found *Edge
	for _, c := range creator.out["SIGNED_WITH"] {
		if !inForce(c, day) {
			continue
		}
		if found != nil {
			since := compare(c.Props["since"], found.Props["since"])
			if since < 0 || since == 0 && c.To.Key > found.To.Key {
				continue
			}
		}
		found = c
	}
	if found == nil {
		return nil
	}
	return found.To
}

// creatorsUnderContract gives the creators under contract with an agency today, each once.
func creatorsUnderContract(agency *Node) []*Node {
	var creators []*Node
	for _, c := range agency.in["SIGNED_WITH"] {
		if inForce(c, Today) && !slices.Contains(creators, c.From) {
			creators = append(creators, c.From)
		}
	}
	return creators
}

// underContract gives the participations of an agency's creators in campaigns that began while they were under
// contract with it.
func underContract(agency *Node) []*Edge {
	var done []*Edge
	for _, c := range agency.in["SIGNED_WITH"] {
		for _, p := range c.From.out["PARTICIPATED_IN"] {
			starts, known := p.To.Props["starts"].(Day)
			if known && inForce(c, starts) && !slices.Contains(done, p) {
				done = append(done, p)
			}
		}
	}
	return done
}

func campaignsOf(brand *Node) []*Node {
	var campaigns []*Node
	for _, ran := range brand.out["RAN"] {
		campaigns = append(campaigns, ran.To)
	}
	return campaigns
}

func participationsFor(brand *Node) []*Edge {
	var all []*Edge
	for _, c := range campaignsOf(brand) {
		all = append(all, c.in["PARTICIPATED_IN"]...)
	}
	return all
}

// nodeOf gives a row that is a node, and an empty node for any other, so that the comparison fails.
func nodeOf(row any) *Node {
	if n, ok := row.(*Node); ok {
		return n
	}
	return &Node{}
}

// edgeOf is nodeOf for a relationship, whose ends are nodes of the same kind.
func edgeOf(row any) *Edge {
	if e, ok := row.(*Edge); ok {
		return e
	}
	return &Edge{From: &Node{}, To: &Node{}}
}

// objectOf gives a row that is made of columns, and one without any for all others.
func objectOf(row any) map[string]any {
	object, _ := row.(map[string]any)
	return object
}
