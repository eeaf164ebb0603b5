package market

// programme is a support programme; those who belong are chosen by what can be seen of them.
type programme struct {
	key, name string
	yuan      int64
	agencies  int // the largest agencies belong, as many as this
	creators  func(c *creator) bool
}

// programmes share out ten billion yuan; who belongs is invented.
func programmes() []programme {
	return []programme{
		{"rising", "繁星计划", 1_000_000_000, 0, func(c *creator) bool {
			return c.followers < 100_000 && c.drift > 0.0018
		}},
		{"stars", "巨星计划", 1_000_000_000, 0, func(c *creator) bool { return c.followers >= 1_000_000 }},
		{"partners", "伙伴计划", 3_000_000_000, 100, nil},
		{"select", "星图优选", 5_000_000_000, 0, func(c *creator) bool {
			return c.followers >= 10_000 && c.quality > 0.7
		}},
	}
}

func (m *generator) writeProgrammes(d *rng) error {
	for _, p := range programmes() {
		err := m.out.write("programmes", p.key, p.name, (m.today - 300).date(), (m.today + 400).date(), p.yuan*100)
		if err != nil {
			return err
		}
		for i := range min(p.agencies, len(m.agencies.all)) {
			d.take(forProgrammes, i)
			if !d.chance(m.params.keep("programme_members")) {
				continue
			}
			if err := m.out.write("programme_members", p.key, agencyKey(i), "AGENCY"); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeMembership writes a creator's programmes: most who qualify belong, and a few who do not.
func (m *generator) writeMembership(d *rng, i int, key string) error {
	d.take(forProgrammes, -1-i)
	for _, p := range programmes() {
		if p.creators == nil {
			continue
		}
		chance := 0.003
		if p.creators(&m.creators[i]) {
			chance = 0.7
		}
		if !d.chance(chance * m.params.keep("programme_members")) {
			continue
		}
		if err := m.out.write("programme_members", p.key, key, "CREATOR"); err != nil {
			return err
		}
	}
	return nil
}
