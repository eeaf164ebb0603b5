package market

// platforms are where creators publish: all on the first, some on the others.
var platforms = [...]struct {
	key, name string
	share     float64
}{{"douyin", "抖音", 1}, {"toutiao", "今日头条", 0.18}, {"xigua", "西瓜视频", 0.22}}

// writeListings writes the small files that others point into: platforms, categories, segments.
func (m *generator) writeListings() error {
	for _, p := range platforms {
		if err := m.out.write("platforms", p.key, p.name); err != nil {
			return err
		}
	}
	for _, f := range m.taxonomy.fields {
		if err := m.out.write("categories", f.key, f.name, nil); err != nil {
			return err
		}
	}
	for _, t := range m.taxonomy.topics {
		err := m.out.write("categories", t.key, t.name, m.taxonomy.fields[t.field].key)
		if err != nil {
			return err
		}
	}
	for _, s := range m.segments() {
		if err := m.out.write("segments", s.key, s.name, s.dimension); err != nil {
			return err
		}
	}
	return nil
}

type segment struct{ key, name, dimension string }

func (m *generator) segments() []segment {
	all := []segment{{"gender-female", "女性", "GENDER"}, {"gender-male", "男性", "GENDER"}}
	for _, a := range ages {
		all = append(all, segment{a.key, a.name, "AGE"})
	}
	for _, v := range devices {
		all = append(all, segment{v.key, v.name, "DEVICE"})
	}
	for _, p := range m.taxonomy.provinces {
		all = append(all, segment{"region-" + p.key, p.name, "REGION"})
	}
	all = append(all, segment{"region-other", "其他地区", "REGION"})
	for _, f := range m.taxonomy.fields {
		all = append(all, segment{"interest-" + f.key, f.name, "INTEREST"})
	}
	return append(all, segment{"interest-other", "其他兴趣", "INTEREST"})
}
