package compile

import (
	"slices"
	"strconv"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// maxAnchored bounds the objects that a search from a filter's keys may reach; beyond it, if the page's order has an index, scanning
// that index until the page is full costs less. The costs are equal at some thousand objects in a market of 100,000 creators, and
// at more in a larger one.
const maxAnchored = 5000

// anchor is an alternative start of a page's search: the few objects that a filter names by key, such as the brands that a creator
// must have worked for.
type anchor struct {
	predicate cypher.Expr   // the filter's own predicate, which what is met fulfils
	head      cypher.Query  // the clauses that meet the page's objects
	where     []cypher.Expr // what they must fulfil besides
	size      cypher.Clause // tells how many will be met at most; nil when it does not matter
}

// noteAnchor records the end of a filter's path as an anchor. It has no size limit for keys that must all match: few objects may
// match all of them even if many match each.
func (u *compilation) noteAnchor(
	s source, f *mapping.Filter, w walk, asked []cypher.Expr, keys, predicate, all cypher.Expr,
) {
	if !s.scan {
		return
	}
	start, last := s.b.v, f.Path[len(f.Path)-1]
	pattern := w.pattern
	if !f.Path[0].Back { // the way back leads to objects of other labels, too
		pattern.Start.Label = s.b.t.Label
	}
	b := anchor{predicate: predicate, head: cypher.Query{
		cypher.Match{Pattern: pattern}, cypher.Where(asked), distinct(start)}}
	sized := func(one cypher.Expr) cypher.Clause {
		return call("", cypher.MatchNode("end", last.Label, nil),
			cypher.Where{cypher.Op(cypher.Prop("end", "key"), cypher.In, keys)},
			returns(cypher.Fn("sum", one), "size"))
	}
	switch {
	case all != nil:
		met := cypher.Call{Name: "count", Distinct: true, Args: []cypher.Expr{cypher.Variable(w.last)}}
		b.head[2] = cypher.With{Items: append(cypher.Columns(start), cypher.As(met, "met"))}
		b.where = []cypher.Expr{cypher.Op(cypher.Variable("met"), cypher.Equal, all)}
	case f.Size != "":
		b.size = sized(cypher.Prop("end", f.Size))
	case len(f.Path) == 1:
		back := path("end", "", hop("", last.Rel, !last.In, "", ""))
		b.size = sized(cypher.Subquery{Of: cypher.Count, Inline: true, Query: cypher.Query{back}})
	default:
		return
	}
	u.anchors = append(u.anchors, b)
}

// pickAnchor picks a recorded anchor for a search of all nodes of a label: its predicate must hold for every object, not only as one
// branch of an OR.
func (u *compilation) pickAnchor(s source) *anchor {
	noted := u.anchors
	u.anchors = nil
	for i := range noted {
		if contains(s.where, noted[i].predicate) {
			return &noted[i]
		}
	}
	return nil
}

// source is the source that begins there.
func (b *anchor) source(s source) source {
	if b == nil {
		return s
	}
	rest := slices.DeleteFunc(slices.Clone(s.where), func(p cypher.Expr) bool { return cypher.Same(p, b.predicate) })
	s.head, s.where, s.scan = b.head, append(slices.Clone(b.where), rest...), false
	return s
}

// needsUnion says whether a page is searched by a union of several sources.
func (s source) needsUnion(start *anchor, spec page, keys []orderKey) bool {
	if !s.scan || start != nil && start.size == nil {
		return false
	}
	from := spec.after && !spec.backward || spec.before && spec.backward
	return start != nil || from && len(keys) > 1
}

// renamed are an order's keys as the ways hand them on, so that no property is read twice.
func renamed(keys []orderKey) []orderKey {
	all := slices.Clone(keys)
	for i := range all {
		all[i].expr = cypher.Variable(orderName(i))
	}
	return all
}

func orderName(i int) string { return "order" + strconv.Itoa(i) }

// pageSearch finds a page's objects. Each source of a union gives, in order, as many as the page can hold; their union is sorted
// again.
type pageSearch struct {
	keys []orderKey
	end  cypher.Query // order and limit
}

// clauses are the lines that find the objects, before their order and limit.
func (w pageSearch) clauses(u *compilation, s source, start *anchor, cursors []cursorBound, spec page) cypher.Query {
	near := start.source(s)
	if !near.scan {
		for _, c := range cursors {
			near.where = append(near.where, c.stored(u, w.keys).beyond(w.keys))
		}
	}
	if !s.scan || start != nil && start.size == nil {
		return near.clauses()
	}
	scans := w.scans(s, cursors, spec.backward)
	switch {
	case start == nil && len(scans) == 1:
		return scans[0].clauses()
	case start == nil:
		return cypher.Query{call("", w.union(scans...)...)}
	}
	query := append(w.onlyIf(cypher.AtMost, s, near), cypher.UnionAll{})
	return cypher.Query{start.size, call("size", append(query, w.onlyIf(cypher.Greater, s, scans...)...)...)}
}

// onlyIf is a union that runs only where the size compares so with maxAnchored. It is a subquery of its own: the planner would
// otherwise ask for the condition last, of each row found; and it takes the size in, or the planner could
// binding it first.
func (w pageSearch) onlyIf(compare cypher.Operator, s source, all ...source) cypher.Query {
	columns := cypher.Columns(s.b.v)
	for _, k := range renamed(w.keys) {
		columns = append(columns, cypher.Item{Expr: k.expr})
	}
	return cypher.Query{cypher.With{Items: cypher.Columns("size")},
		cypher.Where{cypher.Op(cypher.Variable("size"), compare, cypher.Lit(maxAnchored))},
		call("size", w.union(all...)...), cypher.Return{Items: columns}}
}

// union is the clauses of several sources, each with its order and limit.
func (w pageSearch) union(all ...source) cypher.Query {
	var query cypher.Query
	for i, s := range all {
		if i > 0 {
			query = append(query, cypher.UnionAll{})
		}
		columns := cypher.Columns(s.b.v)
		for j, k := range w.keys {
			columns = append(columns, cypher.As(k.expr, orderName(j)))
		}
		query = append(append(append(query, s.clauses()...), cypher.Return{Items: columns}), w.end...)
	}
	return query
}

// scans walk the index of the order, from the cursor on where there is one: first what is tied with it,
// then what lies past it, so that the index begins where the page does however many are tied.
func (w pageSearch) scans(s source, cursors []cursorBound, backward bool) []source {
	var from *cursorBound
	for i, c := range cursors {
		if c.after != backward && len(w.keys) > 1 {
			from = &cursors[i]
			continue
		}
		s.where = append(s.where, c.beyond(w.keys))
	}
	if from == nil {
		return []source{w.withNotNull(s)}
	}
	tied, past := s, s
	tied.where = append(slices.Clone(s.where), from.tied(w.keys)...)
	past.where = append(slices.Clone(s.where), from.past(w.keys, 0))
	return []source{w.withNotNull(tied), w.withNotNull(past)}
}

// withNotNull says of the order's keys that they are there, as only then their index may be walked. Where a
// comparison says so already a second time would mislead the planner's estimate.
func (w pageSearch) withNotNull(s source) source {
	s.where = slices.Clone(s.where)
	for _, k := range w.keys {
		compared := func(predicate cypher.Expr) bool {
			c, is := predicate.(cypher.Binary)
			return is && c.Operator.Compares() && cypher.Same(c.Left, k.expr)
		}
		if !slices.ContainsFunc(s.where, compared) {
			s.where = append(s.where, cypher.IsNotNull(k.expr))
		}
	}
	return s
}
