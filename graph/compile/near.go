package compile

import (
	"fmt"
	"slices"
	"strings"
)

// Near asks entities of one type for their neighbours: for each how many edges it has of each kind, and its
// best neighbours along each lane.
type Near struct {
	Label string
	Kinds []string // of edges; none stands for all
	// Edges asks besides for all edges among the entity and those neighbours. It makes sense for one entity.
	Edges bool
}

// Count is how a column of counts is to be read.
type Count struct {
	Kind   string
	In     bool     // the edges lead to the entity
	Labels []string // of the neighbours
}

// Labels are the neighbours' labels, lane by lane.
func (n Near) Labels() []string {
	var labels []string
	for _, l := range n.lanes() {
		labels = append(labels, l.label)
	}
	return labels
}

// Counts are what the columns of counts count.
func (n Near) Counts() []Count {
	var counts []Count
	for _, l := range n.lanes() {
		i := slices.IndexFunc(counts, func(c Count) bool { return c.Kind == l.kind && c.In == l.in })
		if i < 0 {
			i, counts = len(counts), append(counts, Count{Kind: l.kind, In: l.in})
		}
		counts[i].Labels = append(counts[i].Labels, l.label)
	}
	return counts
}

// Text is the statement. It takes
//
//	keys   of the entities
//	best   neighbours wanted of each lane
//	most   neighbours of a lane that are read to find them, where no index knows the order
//	walked creators with the most followers that are tried where one does
//	today  the day contracts are looked at on, YYYY-MM-DD
//
// and gives a row for each entity there is: key, name, counts, lanes (of each a list of [key, name]), run (of the
// analysis whose collaborations count; null where there is none) and with Edges edges, as [type, label of the
// start, key of the start, key of the end, properties].
func (n Near) Text() string {
	lines := []string{"UNWIND $keys AS key", fmt.Sprintf("MATCH (this:%s {key: key})", n.Label)}
	var columns []string
	run := "null"
	if n.collaborations() {
		lines = append(lines, "WITH this, "+lastRun+" AS run")
		run = "run"
	}
	for i, l := range n.lanes() {
		if l.known {
			lines = append(lines, "WITH *, "+l.walk()+fmt.Sprintf(" AS walked%d", i))
			columns = append(columns, fmt.Sprintf("walked%d + ", i)+l.read(fmt.Sprintf("WITH * WHERE size(walked%d) < $best\n", i)))
			continue
		}
		columns = append(columns, l.read(""))
	}
	lines = append(lines, "WITH *, "+list(columns)+" AS lanes")
	edges := "[]"
	if n.Edges {
		lines = append(lines, "WITH *, reduce(all = [this], lane IN lanes | all + lane) AS nodes")
		edges = among(append(n.Labels(), n.Label), n.Kinds).edges("nodes")
	}
	lines = append(lines, "RETURN this.key AS key, this.name AS name, "+list(n.counts())+" AS counts,",
		"  [lane IN lanes | [node IN lane | [node.key, node.name]]] AS lanes, "+run+" AS run,",
		"  "+indent(edges)+" AS edges")
	return strings.Join(lines, "\n")
}

// lastRun is the number of the analysis whose collaborations count.
const lastRun = "COLLECT { MATCH (analysis:Analysis {key: 'collaboration'}) RETURN analysis.run }[0]"

// counted is what makes a collaboration one of that analysis.
const counted = "edge.from <= run AND (edge.until IS NULL OR edge.until > run)"

// collaborations says whether they are among what is read: as a lane, or as edges among the neighbours, such as
// the creators of an agency.
func (n Near) collaborations() bool {
	return slices.ContainsFunc(n.lanes(), func(l lane) bool { return l.kind == "COLLABORATED_WITH" }) ||
		n.Edges && slices.Contains(among(append(n.Labels(), n.Label), n.Kinds).out, "COLLABORATED_WITH")
}

func (n Near) lanes() []lane {
	var of []lane
	for _, l := range lanes[n.Label] {
		if asked(n.Kinds, l.kind) {
			of = append(of, l)
		}
	}
	return of
}

// counts reads the counters that the store keeps of each node's edges; collaborations of earlier analyses
// are in them, so these are counted.
func (n Near) counts() []string {
	var columns []string
	for _, c := range n.Counts() {
		pattern := lane{kind: c.Kind, in: c.In}.pattern("this", "", "")
		if c.Kind == "COLLABORATED_WITH" {
			pattern = lane{kind: c.Kind}.pattern("this", "edge", "") + " WHERE " + counted
		}
		columns = append(columns, "COUNT { "+pattern+" }")
	}
	return columns
}

// read gives the best of the first $most neighbours.
func (l lane) read(head string) string {
	node := "node"
	if !l.sure() {
		node += ":" + l.label
	}
	match := head + "MATCH " + l.pattern("this", "edge", node)
	if l.kind == "COLLABORATED_WITH" {
		match += "\nWHERE " + counted
	}
	order := "node.key"
	if l.order != "" {
		order = l.order + ", node.key"
	}
	return block("COLLECT", match, "WITH edge, node LIMIT $most", "RETURN node", "ORDER BY "+order, "LIMIT $best")
}

// tryingCosts says from what degree d on walking the index costs less than reading all neighbours: to find the
// best b it tries b N/d of N creators, and to try one costs some six times as much as to read a neighbour, so both
// cost the same where d² = 6 b N.
const tryingCosts = "6"

// walk gives the best neighbours of a node that has very many, as far as they are among the $walked creators
// with the most followers.
func (l lane) walk() string {
	return block("COLLECT",
		"WITH this, COUNT { "+l.pattern("this", "", "")+" } AS degree",
		"WHERE degree > $most OR degree * degree > "+tryingCosts+" * $best * COUNT { (:Creator) }",
		"MATCH (node:Creator)",
		"USING INDEX node:Creator(byFollowers, key)",
		"WHERE node.byFollowers >= -1 AND node.key IS NOT NULL",
		"WITH this, node",
		"ORDER BY "+followed+", node.key",
		"LIMIT $walked",
		"WHERE EXISTS { "+l.pattern("this", "", "node")+" }",
		"RETURN node",
		"LIMIT $best")
}

// list writes a list over several lines.
func list(items []string) string {
	if len(items) == 0 {
		return "[]"
	}
	return "[\n  " + indent(strings.Join(items, ",\n")) + "\n]"
}
