package reference

// Spot is an entity, by its type and key.
type Spot struct{ Type, Key string }

// Tie is one connection of two entities.
type Tie struct {
	Kind     string
	From, To Spot
}

// Web is all that is connected, by both ends of each tie; platforms and programmes are left out.
type Web map[Spot][]Tie

// Web joins the rows by the kinds of their connections.
func (m *Market) Web() Web {
	w := Web{}
	for _, c := range m.Contracts {
		w.tie("SIGNED_WITH", Spot{"Creator", c.Creator.Key}, Spot{"Agency", c.Agency.Key})
	}
	for _, p := range m.Participations {
		w.tie("PARTICIPATED_IN", Spot{"Creator", p.Creator.Key}, Spot{"Campaign", p.Campaign.Key})
	}
	for _, c := range m.Categories {
		if c.Parent != nil {
			w.tie("PART_OF", Spot{"Category", c.Key}, Spot{"Category", c.Parent.Key})
		}
	}
	for _, b := range m.Brands {
		w.about(Spot{"Brand", b.Key}, b.Categories)
		for _, c := range b.Campaigns {
			w.tie("RAN", Spot{"Brand", b.Key}, Spot{"Campaign", c.Key})
		}
	}
	for _, c := range m.Campaigns {
		w.about(Spot{"Campaign", c.Key}, c.Categories)
	}
	for _, c := range m.Creators {
		w.about(Spot{"Creator", c.Key}, c.Categories)
		for segment := range c.Audience {
			w.tie("REACHES", Spot{"Creator", c.Key}, Spot{"Segment", segment.Key})
		}
	}
	for _, c := range m.Contents {
		at := Spot{"Content", c.Key}
		w.tie("POSTED", Spot{"Creator", c.Creator.Key}, at)
		for _, other := range c.CoCreators {
			w.tie("APPEARS_IN", Spot{"Creator", other.Key}, at)
		}
		if c.Campaign != nil {
			w.tie("FOR_CAMPAIGN", at, Spot{"Campaign", c.Campaign.Key})
		}
	}
	return w
}

func (w Web) about(what Spot, categories []*Category) {
	for _, c := range categories {
		w.tie("IN_CATEGORY", what, Spot{"Category", c.Key})
	}
}

func (w Web) tie(kind string, from, to Spot) {
	t := Tie{kind, from, to}
	w[from] = append(w[from], t)
	w[to] = append(w[to], t)
}

// Near gives how many ties away each entity is that is at most so many away from one, along some kinds.
func (w Web) Near(from Spot, most int, kinds map[string]bool) map[Spot]int {
	away := map[Spot]int{from: 0}
	edge := []Spot{from}
	for distance := 1; distance <= most; distance++ {
		var next []Spot
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

func (t Tie) other(at Spot) Spot {
	if t.From == at {
		return t.To
	}
	return t.From
}

// Among counts the ties of some kinds between entities that are all among some.
func (w Web) Among(these map[Spot]int, kinds map[string]bool) int {
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

// Tied says whether a tie is there.
func (w Web) Tied(t Tie) bool {
	for _, one := range w[t.From] {
		if one == t {
			return true
		}
	}
	return false
}
