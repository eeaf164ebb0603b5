package oracle

import (
	"encoding/base64"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// resolver gives a field's value: nil for null, a Go slice for a list, and for an object whatever the
// fields below it are resolved from.
type resolver[T any] func(x *execution, of T, f *ast.Field) any

// resolve finds a field's value. What has no resolver of its own is a property of its own name.
func (x *execution) resolve(t *ast.Definition, value any, f *ast.Field) any {
	if p, isPage := value.(*page); isPage && f.Name == "facets" {
		return x.facets(f, p)
	}
	if p, isPage := value.(*page); isPage && f.Name == "aggregates" {
		return aggregates(f, p)
	}
	if result, ok := connectionField(f.Name, value); ok {
		return result
	}
	switch v := value.(type) {
	case nil:
		return rootResolvers[f.Name](x, nil, f)
	case *Node:
		if r, ok := nodeResolvers[v.Label+"."+f.Name]; ok {
			return r(x, v, f)
		}
		if r, ok := listResolvers[v.Label+"."+f.Name]; ok {
			return r(x, v, f)
		}
		return v.property(f.Name)
	case *Edge:
		if r, ok := edgeResolvers[t.Name+"."+f.Name]; ok {
			return r(x, v, f)
		}
		if r, ok := listItemResolvers[t.Name+"."+f.Name]; ok {
			return r(x, v, f)
		}
		return v.Props[f.Name]
	case evaluation:
		return evaluationResolvers[f.Name](x, v.campaign, f)
	case map[string]any:
		return v[f.Name]
	}
	return nil
}

func (n *Node) property(name string) any {
	switch name {
	case "id":
		return base64.RawURLEncoding.EncodeToString([]byte(n.Label + ":" + n.Key))
	case "key":
		return n.Key
	case "kind":
		return strings.ToUpper(n.Label) // no kind has a name of two words
	}
	return n.Props[name]
}

var rootResolvers = map[string]resolver[*Node]{
	"node": func(x *execution, _ *Node, f *ast.Field) any {
		id, _ := x.args(f).text("id")
		return orNil(x.byID(id))
	},
	"nodes": func(x *execution, _ *Node, f *ast.Field) any {
		ids, _ := x.args(f).list("ids")
		found := []any{}
		for _, id := range ids {
			text, _ := id.(string)
			found = append(found, orNil(x.byID(text)))
		}
		return found
	},
	"creator": rootLookup("Creator"), "agency": rootLookup("Agency"), "brand": rootLookup("Brand"), "campaign": rootLookup("Campaign"), "creatorList": rootLookup("CreatorList"),
	"creators": func(x *execution, _ *Node, f *ast.Field) any {
		return x.nodes(f, x.Graph.Nodes["Creator"], x.creator, creatorOrders)
	},
	"agencies": func(x *execution, _ *Node, f *ast.Field) any {
		return x.nodes(f, x.Graph.Nodes["Agency"], x.agency, agencyOrders)
	},
	"brands": func(x *execution, _ *Node, f *ast.Field) any {
		return x.nodes(f, x.Graph.Nodes["Brand"], x.brand, brandOrders)
	},
	"campaigns": func(x *execution, _ *Node, f *ast.Field) any {
		return x.nodes(f, x.Graph.Nodes["Campaign"], x.campaign, campaignOrders)
	},
}

func rootLookup(label string) resolver[*Node] {
	return func(x *execution, _ *Node, f *ast.Field) any {
		a := x.args(f)
		if key, ok := a.text("key"); ok {
			return orNil(x.Graph.Node(label, key))
		}
		id, _ := a.text("id")
		return orNil(x.byID(id))
	}
}

func orNil(n *Node) any {
	if n == nil {
		return nil
	}
	return n
}

func (x *execution) byID(id string) *Node {
	raw, err := base64.RawURLEncoding.DecodeString(id)
	if err != nil {
		return nil
	}
	return x.Graph.byKey[string(raw)]
}

// nodes is a page of nodes that fulfil a filter, in an order.
func (x *execution) nodes(
	f *ast.Field, all []*Node, holds func(*Node, args) bool, orders map[string]sortKey,
) any {
	filter := x.args(f).object("filter")
	var rows []any
	for _, n := range all {
		if filter == nil || matchesFilter(n, filter, holds) {
			rows = append(rows, n)
		}
	}
	return x.page(f, rows, x.orderBy(f, orders))
}

// contentOrder has the latest first.
var contentOrder = []order{{"published", prop("published"), true}, {"key", nodeKey, true}}

var nodeResolvers = map[string]resolver[*Node]{
	"Creator.price": func(x *execution, c *Node, f *ast.Field) any {
		format, _ := x.args(f).text("format")
		return c.Props["price"+formatSuffixes[format]]
	},
	"Creator.platforms":       orderedTargets("ON_PLATFORM"),
	"Creator.categories":      orderedTargets("IN_CATEGORY"),
	"Brand.categories":        orderedTargets("IN_CATEGORY"),
	"Campaign.categories":     orderedTargets("IN_CATEGORY"),
	"Campaign.targetSegments": orderedTargets("TARGETS"),
	"Creator.agency": func(x *execution, c *Node, f *ast.Field) any {
		day, ok := x.args(f).text("at")
		if !ok {
			day = Today
		}
		return orNil(agencyAt(c, Day(day)))
	},
	"Creator.contracts": func(x *execution, c *Node, f *ast.Field) any {
		return x.page(f, edges(c.out["SIGNED_WITH"]), []order{
			{"since", edgeProp("since"), true}, {"key", toKey, true}})
	},
	"Creator.participations": func(x *execution, c *Node, f *ast.Field) any {
		return x.participations(f, c.out["PARTICIPATED_IN"], toKey)
	},
	"Creator.contents": func(x *execution, c *Node, f *ast.Field) any {
		return x.page(f, targets(c.out["POSTED"]), contentOrder)
	},
	"Creator.brands": func(x *execution, c *Node, f *ast.Field) any {
		return x.pairs(f, c.out["PARTICIPATED_IN"], "brand")
	},
	"Creator.audience": func(x *execution, c *Node, f *ast.Field) any {
		dimension, asked := x.args(f).text("dimension")
		return shares(c.out["REACHES"], func(s *Node) bool { return !asked || s.Props["dimension"] == dimension })
	},
	"Creator.followerHistory": history,
	"Creator.rates":           rates,
	"Creator.rateHistory":     rateHistory,
	"Creator.availability":    availability,
	"Creator.contentStats":    contentStats,
	"Creator.performance":     performanceOf(func(c *Node) []*Edge { return c.out["PARTICIPATED_IN"] }),

	"Agency.creators": func(x *execution, a *Node, f *ast.Field) any {
		return x.nodes(f, creatorsUnderContract(a), x.creator, creatorOrders)
	},
	"Agency.brands": func(x *execution, a *Node, f *ast.Field) any {
		found := map[*Node]bool{}
		asked := x.args(f)
		period := args{"gte": asked["from"], "lte": asked["to"]}
		for _, p := range underContract(a) {
			if !period.within(p.To.Props["starts"]) {
				continue
			}
			for _, ran := range p.To.in["RAN"] {
				found[ran.From] = true
			}
		}
		return x.page(f, toAny(slices.Collect(maps.Keys(found))), []order{{"key", nodeKey, false}})
	},
	"Agency.performance": performanceOf(underContract),

	"Brand.campaigns": func(x *execution, b *Node, f *ast.Field) any {
		return x.nodes(f, campaignsOf(b), x.campaign, campaignOrders)
	},
	"Brand.creators": func(x *execution, b *Node, f *ast.Field) any {
		return x.pairs(f, participationsFor(b), "creator")
	},
	"Brand.performance": performanceOf(participationsFor),

	"Campaign.brand": func(_ *execution, c *Node, _ *ast.Field) any { return firstSource(c.in["RAN"]) },
	"Campaign.formats": func(_ *execution, c *Node, _ *ast.Field) any {
		formats, _ := c.Props["formats"].([]string) // never said, it is an empty list
		return append([]string{}, formats...)
	},
	"Campaign.participations": func(x *execution, c *Node, f *ast.Field) any {
		return x.participations(f, c.in["PARTICIPATED_IN"], fromKey)
	},
	"Campaign.contents": func(x *execution, c *Node, f *ast.Field) any {
		return x.page(f, toAny(sourceNodes(c.in["FOR_CAMPAIGN"])), contentOrder)
	},
	"Campaign.invitations": func(x *execution, c *Node, f *ast.Field) any {
		return x.page(f, edges(c.out["INVITED"]), []order{{"at", edgeProp("at"), true}, {"key", toKey, true}})
	},
	"Campaign.performance": func(_ *execution, c *Node, _ *ast.Field) any {
		return performance(c.in["PARTICIPATED_IN"])
	},
	"Campaign.evaluation": func(_ *execution, c *Node, _ *ast.Field) any { return evaluation{c} },

	"Content.creator":    func(_ *execution, c *Node, _ *ast.Field) any { return firstSource(c.in["POSTED"]) },
	"Content.coCreators": func(_ *execution, c *Node, _ *ast.Field) any { return byKey(sourceNodes(c.in["APPEARS_IN"])) },
	"Content.campaign":   func(_ *execution, c *Node, _ *ast.Field) any { return firstTarget(c.out["FOR_CAMPAIGN"]) },
	"Content.metrics":    metrics,

	"Category.parent": func(_ *execution, c *Node, _ *ast.Field) any { return firstTarget(c.out["PART_OF"]) },
	"Category.creators": func(x *execution, c *Node, f *ast.Field) any {
		return x.nodes(f, sourceNodes(c.in["IN_CATEGORY"], "Creator"), x.creator, creatorOrders)
	},
	"AudiencePackage.segments": func(_ *execution, p *Node, _ *ast.Field) any { return weighted(p) },
}

var edgeResolvers = map[string]resolver[*Edge]{
	"Contract.creator":      from,
	"Contract.agency":       to,
	"Participation.creator": from, "Participation.campaign": to,
	"Participation.cpm": ratioOf("cpm"), "Participation.cpe": ratioOf("cpe"), "Participation.ctr": ratioOf("ctr"),
	"Participation.cvr": ratioOf("cvr"), "Participation.roas": ratioOf("roas"), "Participation.roi": ratioOf("roi"),
	"Invitation.campaign": from, "Invitation.creator": to,
	"Invitation.invited": func(_ *execution, e *Edge, _ *ast.Field) any { return e.Props["at"] },
	"Invitation.answer": func(_ *execution, e *Edge, _ *ast.Field) any {
		if answer := e.Props["answer"]; answer != nil {
			return answer
		}
		return "PENDING"
	},
}

func from(_ *execution, e *Edge, _ *ast.Field) any { return e.From }

func to(_ *execution, e *Edge, _ *ast.Field) any { return e.To }

func ratioOf(name string) resolver[*Edge] {
	return func(_ *execution, e *Edge, _ *ast.Field) any { return ratio(name, e.Props) }
}
