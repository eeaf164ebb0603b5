package compile

import (
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// edgeStep is one step on from a node: a kind of edge, which way it is followed and to which label, and in what
// order the neighbours are offered; the key breaks ties.
type edgeStep struct {
	kind  string
	in    bool // it leads to the node
	label string
	// order is that of `node` and `edge`; empty where there is never more than one, or nothing to tell them apart by.
	order cypher.OrderBy
	// known is an order that the index of creators by followers gives: it saves reading all neighbours of a
	// node that has very many.
	known bool
}

// What comes first. Sort keys of nodes are never absent (docs/model.md); a fee may be.
var (
	followed = descending("node", "byFollowers")
	latest   = descending("node", "byStarts")
	newest   = descending("node", "published")
	dearest  = cypher.OrderBy{{By: cypher.Fn("coalesce", cypher.Prop("edge", "fee"), cypher.Lit(-1)), Dir: cypher.Desc}}
	main     = cypher.OrderBy{{By: cypher.Prop("edge", "position")}}
)

// inForceFirst puts contracts in force first.
var inForceFirst = cypher.Sort{By: cypher.Paren{Of: inForce("edge", today)}, Dir: cypher.Desc}

func descending(variable, property string) cypher.OrderBy {
	return cypher.OrderBy{{By: cypher.Prop(variable, property), Dir: cypher.Desc}}
}

// edgeSteps are the steps on from a node of each label. Where several kinds lead to one node it is offered by the
// first of them.
var edgeSteps = map[string][]edgeStep{
	"Creator": {
		{kind: "COLLABORATED_WITH", label: "Creator", order: descending("edge", "weight")},
		{kind: "SIGNED_WITH", label: "Agency", order: append(cypher.OrderBy{inForceFirst}, descending("edge", "since")...)},
		{kind: "PARTICIPATED_IN", label: "Campaign", order: latest},
		{kind: "POSTED", label: "Content", order: newest},
		{kind: "APPEARS_IN", label: "Content", order: newest},
		{kind: "IN_CATEGORY", label: "Category", order: main},
		{kind: "ON_PLATFORM", label: "Platform", order: main},
		{kind: "REACHES", label: "Segment", order: descending("edge", "share")},
		{kind: "MEMBER_OF", label: "Programme"},
	},
	"Agency": {
		{kind: "SIGNED_WITH", in: true, label: "Creator", order: append(cypher.OrderBy{inForceFirst}, followed...)},
		{kind: "MEMBER_OF", label: "Programme"},
	},
	"Brand": {
		{kind: "RAN", label: "Campaign", order: latest},
		{kind: "IN_CATEGORY", label: "Category", order: main},
	},
	"Campaign": {
		{kind: "RAN", in: true, label: "Brand"},
		{kind: "PARTICIPATED_IN", in: true, label: "Creator", order: dearest},
		{kind: "FOR_CAMPAIGN", in: true, label: "Content", order: newest},
		{kind: "IN_CATEGORY", label: "Category", order: main},
	},
	"Content": {
		{kind: "POSTED", in: true, label: "Creator"},
		{kind: "APPEARS_IN", in: true, label: "Creator", order: followed},
		{kind: "FOR_CAMPAIGN", label: "Campaign"},
	},
	"Category": {
		{kind: "PART_OF", label: "Category"},
		{kind: "PART_OF", in: true, label: "Category"},
		{kind: "IN_CATEGORY", in: true, label: "Creator", order: followed, known: true},
		{kind: "IN_CATEGORY", in: true, label: "Brand", order: descending("node", "spend")},
		{kind: "IN_CATEGORY", in: true, label: "Campaign", order: latest},
	},
	"Platform": {{kind: "ON_PLATFORM", in: true, label: "Creator", order: followed, known: true}},
	"Segment":  {{kind: "REACHES", in: true, label: "Creator", order: followed, known: true}},
	"Programme": {
		{kind: "MEMBER_OF", in: true, label: "Creator", order: followed, known: true},
		{kind: "MEMBER_OF", in: true, label: "Agency", order: followed},
	},
}

// impliesLabel says whether the kind of edge determines the neighbour's label.
func (l edgeStep) impliesLabel() bool {
	return !l.in || slices.ContainsFunc(EdgeKinds, func(k EdgeKind) bool { return k.Name == l.kind && len(k.From) == 1 })
}

// pattern leads from `this` to `node`, both of which may be anonymous, along the step.
func (l edgeStep) pattern(this, edge string, node cypher.NodePattern) cypher.Pattern {
	h := hop(edge, l.kind, l.in, "", "")
	h.To = node
	if l.kind == "COLLABORATED_WITH" {
		h.Direction = cypher.Either
	}
	return path(this, "", h)
}
