package mapping

// end is one end of all relationships of a type: where they lead, or with in where they come from.
type end struct {
	rel string
	in  bool
}

// ends gathers the labels that the schema knows at each end of each relationship's type.
type ends map[end]map[string]bool

func (e ends) add(rel string, in bool, label string) {
	at := end{rel, in}
	if e[at] == nil {
		e[at] = map[string]bool{}
	}
	e[at][label] = true
}

func (e ends) one(rel string, in bool) bool { return len(e[end{rel, in}]) == 1 }

// readEnds says of each relationship that fields follow whether its type alone tells the label it
// leads to. A statement then need not ask each node for its label, which is a read for each.
func (m *Mapping) readEnds() {
	paths := m.paths()
	known := m.ends(paths)
	for _, t := range m.Types {
		for _, f := range t.Fields {
			if r := f.Relationship; r != nil {
				r.Sure = known.one(r.Type, r.In)
			}
		}
	}
	for _, path := range paths {
		for i := range path {
			s := &path[i]
			s.Sure, s.Back = known.one(s.Rel, s.In), known.one(s.Rel, !s.In)
		}
	}
}

// ends are the labels at both ends of each relationship type, as types and paths name them.
func (m *Mapping) ends(paths [][]Step) ends {
	known := ends{}
	for _, t := range m.Types {
		known.addEdge(t)
		for _, f := range t.Fields {
			m.addEnds(known, f)
		}
	}
	for _, path := range paths {
		for i, s := range path {
			known.add(s.Rel, s.In, s.Label)
			if i > 0 {
				known.add(s.Rel, !s.In, path[i-1].Label)
			}
		}
	}
	return known
}

// addEdge adds the ends of a type that stands for a relationship.
func (e ends) addEdge(t *Type) {
	if t.Kind == Edge && t.From != "" && t.To != "" {
		e.add(t.Rel, true, t.Fields[t.From].Type.Label)
		e.add(t.Rel, false, t.Fields[t.To].Type.Label)
	}
}

// paths are the paths that filters and facets follow.
func (m *Mapping) paths() [][]Step {
	var all [][]Step
	for _, in := range m.Inputs {
		for _, f := range in.Filters {
			all = append(all, f.Path)
		}
	}
	for _, values := range m.Facets {
		for _, f := range values {
			all = append(all, f.Path)
		}
	}
	return all
}

func (m *Mapping) addEnds(known ends, f *Field) {
	r := f.Relationship
	if r == nil {
		return
	}
	for _, start := range m.owners(f.Parent) {
		known.add(r.Type, !r.In, start.Label)
	}
	target := f.Type
	if target.Kind == Connection {
		target = target.Fields["edges"].Type.Fields["node"].Type
		if target == nil { // an edge with a life of its own: its ends are known from its type
			return
		}
	}
	switch target.Kind {
	case Node:
		known.add(r.Type, r.In, target.Label)
	case Interface:
		for _, t := range target.Possible {
			known.add(r.Type, r.In, t.Label)
		}
	}
}

// owners are the node types that a field's parent stands for: itself, or what it is a side of.
func (m *Mapping) owners(t *Type) []*Type {
	if t.Kind == Node {
		return []*Type{t}
	}
	var all []*Type
	for _, other := range m.Types {
		for _, f := range other.Fields {
			if f.Source == Self && f.Type == t {
				all = append(all, other)
			}
		}
	}
	return all
}
