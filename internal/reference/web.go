package reference

// EntityRef is an entity, by its type and key.
type EntityRef struct{ Type, Key string }

// Relation is one connection of two entities.
type Relation struct {
	Kind     string
	From, To EntityRef
}

// Network is all that is connected, by both ends of each tie; platforms and programmes are left out.
type Network map[EntityRef][]Relation

// Network joins the rows by the kinds of their connections.
func (m *Market) Network() Network {
	w := Network{}
	for _, c := range m.Contracts {
		w.add("SIGNED_WITH", EntityRef{"Creator", c.Creator.Key}, EntityRef{"Agency", c.Agency.Key})
	}
	for _, p := range m.Participations {
		w.add("PARTICIPATED_IN", EntityRef{"Creator", p.Creator.Key}, EntityRef{"Campaign", p.Campaign.Key})
	}
	for _, c := range m.Categories {
		if c.Parent != nil {
			w.add("PART_OF", EntityRef{"Category", c.Key}, EntityRef{"Category", c.Parent.Key})
		}
	}
	for _, b := range m.Brands {
		w.about(EntityRef{"Brand", b.Key}, b.Categories)
		for _, c := range b.Campaigns {
			w.add("RAN", EntityRef{"Brand", b.Key}, EntityRef{"Campaign", c.Key})
		}
	}
	for _, c := range m.Campaigns {
		w.about(EntityRef{"Campaign", c.Key}, c.Categories)
	}
	for _, c := range m.Creators {
		w.about(EntityRef{"Creator", c.Key}, c.Categories)
		for segment := range c.Audience {
			w.add("REACHES", EntityRef{"Creator", c.Key}, EntityRef{"Segment", segment.Key})
		}
	}
	for _, c := range m.Contents {
		at := EntityRef{"Content", c.Key}
		w.add("POSTED", EntityRef{"Creator", c.Creator.Key}, at)
		for _, other := range c.CoCreators {
			w.add("APPEARS_IN", EntityRef{"Creator", other.Key}, at)
		}
		if c.Campaign != nil {
			w.add("FOR_CAMPAIGN", at, EntityRef{"Campaign", c.Campaign.Key})
		}
	}
	return w
}

func (w Network) about(what EntityRef, categories []*Category) {
	for _, c := range categories {
		w.add("IN_CATEGORY", what, EntityRef{"Category", c.Key})
	}
}

func (w Network) add(kind string, from, to EntityRef) {
	t := Relation{kind, from, to}
	w[from] = append(w[from], t)
	w[to] = append(w[to], t)
}

// Near gives how many ties away each entity is that is at most so many away from one, along some kinds.
func (w Network) Near(from EntityRef, most int, kinds map[string]bool) map[EntityRef]int {
	away := map[EntityRef]int{from: 0}
	edge := []EntityRef{from}
	for distance := 1; distance <= most; distance++ {
		var next []EntityRef
		for _, at := range edge {
			for _, t := range w[at] {
				other := t.other(at)
				if _, known := away[other]; !known && kinds[t.Kind] {
					away[other] = distance
					next = append(next, other)
				}
			}
		}
		edge = next
	}
	return away
}

func (t Relation) other(at EntityRef) EntityRef {
	if t.From == at {
		return t.To
	}
	return t.From
}

// Among counts the ties of some kinds between entities that are all among some.
func (w Network) Among(these map[EntityRef]int, kinds map[string]bool) int {
	n := 0
	for at := range these {
		for _, t := range w[at] {
			if _, there := these[t.To]; there && t.From == at && kinds[t.Kind] {
				n++
			}
		}
	}
	return n
}

// HasRelation says whether a tie is there.
func (w Network) HasRelation(t Relation) bool {
	for _, one := range w[t.From] {
		if one == t {
			return true
		}
	}
	return false
}
