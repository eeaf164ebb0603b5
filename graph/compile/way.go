package compile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// nearBy is how many objects a search that begins at a filter's keys may meet; where there are more, and
// the page's order has an index, walking that index until the page is full costs less. Both ways meet
// at some thousand objects in a market of 100,000 creators, and at more in a larger one.
const nearBy = 5000

// begin is where a page's search may begin instead of at the page's order: at the few objects that a
// filter names by key, such as the brands that a creator must have worked for.
type begin struct {
	predicate string   // the filter's own predicate, which what is met fulfils
	head      []string // the clauses that meet the page's objects
	where     []string // what they must fulfil besides
	size      string   // the clause that tells how many will be met at most; empty when it does not matter
}

// begin notes that a page could begin at the end of a filter's path. Of keys that must all be met
// it always does: few may fulfil what each key alone leads many to.
func (u *unit) begin(s source, f *mapping.Filter, w walk, asked []string, keys, predicate, all string) {
	if !s.scan {
		return
	}
	start, last := s.b.v, f.Path[len(f.Path)-1]
	match := w.match
	if !f.Path[0].Back { // the way back leads to objects of other labels, too
		match = strings.Replace(match, "("+start+")", "("+start+":"+s.b.t.Label+")", 1)
	}
	b := begin{predicate: predicate, head: []string{match, where(asked), "WITH DISTINCT " + start}}
	switch end := "(end:" + last.Label + ")"; {
	case all != "":
		b.head[2] = fmt.Sprintf("WITH %s, count(DISTINCT %s) AS met", start, w.last)
		b.where = []string{"met = " + all}
	case f.Size != "":
		b.size = block("CALL ()", "MATCH "+end, "WHERE end.key IN "+keys, "RETURN sum(end."+f.Size+") AS size")
	case len(f.Path) == 1:
		back := hop("", last.Rel, !last.In, "", "")
		b.size = block("CALL ()", "MATCH "+end, "WHERE end.key IN "+keys,
			"RETURN sum(COUNT { (end)"+back+" }) AS size")
	default:
		return
	}
	u.begins = append(u.begins, b)
}

// beginning picks among what was noted where a search of all nodes of a label may begin: its predicate
// must hold for every object, not only be one of several.
func (u *unit) beginning(s source) *begin {
	noted := u.begins
	u.begins = nil
	for i := range noted {
		if slices.Contains(s.where, noted[i].predicate) {
			return &noted[i]
		}
	}
	return nil
}

// near is the source that begins there.
func (b *begin) near(s source) source {
	if b == nil {
		return s
	}
	rest := slices.DeleteFunc(slices.Clone(s.where), func(p string) bool { return p == b.predicate })
	s.head, s.where, s.scan = b.head, append(slices.Clone(b.where), rest...), false
	return s
}

// several says whether a page's objects are looked for in several ways.
func (s source) several(start *begin, spec page, keys []orderKey) bool {
	if !s.scan || start != nil && start.size == "" {
		return false
	}
	from := spec.after && !spec.backward || spec.before && spec.backward
	return start != nil || from && len(keys) > 1
}

// renamed are an order's keys as the ways hand them on, so that no property is read twice.
func renamed(keys []orderKey) []orderKey {
	all := slices.Clone(keys)
	for i := range all {
		all[i].expr = fmt.Sprintf("order%d", i)
	}
	return all
}

// ways find a page's objects: each finds, in order, as many as the page can hold. What several ways have
// found is put in order once more.
type ways struct {
	keys []orderKey
	end  []string // order and limit
}

// clauses are the lines that find the objects, before their order and limit.
func (w ways) clauses(u *unit, s source, start *begin, cursors []place, spec page) []string {
	near := start.near(s)
	if !near.scan {
		for _, c := range cursors {
			near.where = append(near.where, c.stored(u, w.keys).beyond(w.keys))
		}
	}
	if !s.scan || start != nil && start.size == "" {
		return near.clauses()
	}
	scans := w.scans(s, cursors, spec.backward)
	switch {
	case start == nil && len(scans) == 1:
		return scans[0].clauses()
	case start == nil:
		return []string{block("CALL ()", w.union(scans...)...)}
	}
	few, many := fmt.Sprintf("size <= %d", nearBy), fmt.Sprintf("size > %d", nearBy)
	lines := append(w.when(few, s, near), "UNION ALL")
	return []string{start.size, block("CALL (size)", append(lines, w.when(many, s, scans...)...)...)}
}

// when is a union that runs only under a condition. It is a subquery of its own: the planner would
// otherwise ask for the condition last, of each row found; and it takes the size in, or the planner could
// run it first.
func (w ways) when(condition string, s source, all ...source) []string {
	names := []string{s.b.v}
	for _, k := range renamed(w.keys) {
		names = append(names, k.expr)
	}
	return []string{"WITH size", "WHERE " + condition, block("CALL (size)", w.union(all...)...), "RETURN " + join(names)}
}

// union is the clauses of several sources, each with its order and limit.
func (w ways) union(all ...source) []string {
	var lines []string
	for i, s := range all {
		if i > 0 {
			lines = append(lines, "UNION ALL")
		}
		columns := []string{s.b.v}
		for j, k := range renamed(w.keys) {
			columns = append(columns, w.keys[j].expr+" AS "+k.expr)
		}
		lines = append(append(append(lines, s.clauses()...), "RETURN "+join(columns)), w.end...)
	}
	return lines
}

// scans walk the index of the order, from the cursor on where there is one: first what is tied with it,
// then what lies past it, so that the index begins where the page does however many are tied.
func (w ways) scans(s source, cursors []place, backward bool) []source {
	var from *place
	for i, c := range cursors {
		if c.after != backward && len(w.keys) > 1 {
			from = &cursors[i]
			continue
		}
		s.where = append(s.where, c.beyond(w.keys))
	}
	if from == nil {
		return []source{w.present(s)}
	}
	tied, past := s, s
	tied.where = append(slices.Clone(s.where), from.tied(w.keys)...)
	past.where = append(slices.Clone(s.where), from.past(w.keys)...)
	return []source{w.present(tied), w.present(past)}
}

// present says of the order's keys that they are there, as only then their index may be walked. Where a
// comparison says so already a second time would mislead the planner's estimate.
func (w ways) present(s source) source {
	s.where = slices.Clone(s.where)
	for _, k := range w.keys {
		compared := func(predicate string) bool {
			rest, about := strings.CutPrefix(predicate, k.expr+" ")
			return about && strings.ContainsAny(rest[:1], "<>=") && !strings.Contains(rest, " OR ")
		}
		if !slices.ContainsFunc(s.where, compared) {
			s.where = append(s.where, k.expr+" IS NOT NULL")
		}
	}
	return s
}
