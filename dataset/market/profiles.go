package market

import "strings"

// profile is what a creator shows: made anew whenever it is needed, from the creator's own numbers.
type profile struct {
	name, handle, bio string
}

// drawProfile gives creator number i a name, a handle that nobody else has, and a bio.
func (m *generator) drawProfile(d *rng, i int) profile {
	d.take(forProfile, i)
	c := &m.creators[i]
	language := c.language()
	nick, english := pick(d, m.pools.nicknames), pick(d, m.pools.english)
	topic := m.taxonomy.topicOf(int(c.circle))
	province := m.taxonomy.provinces[c.region]
	hole := func(name string) string {
		switch name {
		case "nick":
			return nick.hanzi
		case "nick2":
			return pick(d, m.pools.nicknames).hanzi
		case "en":
			return english
		case "en2":
			return pick(d, m.pools.english)
		case "topic":
			return topic.name
		case "Topic":
			_, sub, _ := strings.Cut(topic.key, "-")
			return title(sub)
		case "word":
			return pick(d, topic.words)
		case "province":
			return province.name
		case "Province":
			return title(province.key)
		default:
			return pick(d, m.pools.emoji)
		}
	}
	p := profile{name: fill(pick(d, m.pools.names[language]), hole)}
	word := nick.pinyin
	if c.english {
		word = strings.ToLower(english)
	}
	p.handle = word + pick(d, []string{"_", ".", "", "x"}) + serial(i)
	p.bio = fill(pick(d, m.pools.bios[language]), hole)
	return p
}

func (c *creator) language() string {
	if c.english {
		return "en"
	}
	return "zh"
}

func title(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// serial gives each number below 36^5 five letters and digits of its own that do not look counted.
func serial(i int) string {
	const letters, all = "0123456789abcdefghijklmnopqrstuvwxyz", 36 * 36 * 36 * 36 * 36
	n := (uint64(i)*25_214_903 + 11_113) % all // 25,214,903 has no divisor in common with 36
	var s [5]byte
	for k := range s {
		s[k] = letters[n%36]
		n /= 36
	}
	return string(s[:])
}

// writeCreator writes a creator's row, some of whose cells are not known.
func (m *generator) writeCreator(d *rng, i int, key string) error {
	p := m.drawProfile(d, i)
	c := &m.creators[i]
	var bio, region any = p.bio, m.taxonomy.provinces[c.region].name
	if d.chance(0.06) {
		bio = nil
	}
	if d.chance(0.03) {
		region = nil
	}
	verified := d.chance(0.05 + 0.5*sigmoid(float64(c.followers)/3e5-2))
	prices, platforms, categories := m.prices(c), drawPlatforms(d), m.drawCategories(d, c)
	rebate := m.drawRebate(d, i)
	return m.out.write("creators", key, p.name, p.handle, bio, platforms, categories,
		region, c.language(), c.gender.value(), int64(c.followers), c.joined.date(), verified,
		prices[shortVideo], prices[midVideo], prices[imageText], prices[live], rebate)
}

func (m *generator) prices(c *creator) [formatCount]any {
	var prices [formatCount]any
	for f := range formatCount {
		if c.offers(f) {
			prices[f] = c.asking(f)
		}
	}
	return prices
}

func drawPlatforms(d *rng) []string {
	on := []string{platforms[0].key}
	for _, p := range platforms[1:] {
		if d.chance(p.share) {
			on = append(on, p.key)
		}
	}
	return on
}

// drawCategories gives the topic first, then sometimes another of its field and the second field.
func (m *generator) drawCategories(d *rng, c *creator) []string {
	t := m.taxonomy
	own := t.topicOf(int(c.circle))
	categories := []string{own.key}
	if d.chance(0.35) {
		f := t.fields[own.field]
		if other := t.topics[f.first+d.IntN(f.end-f.first)]; other.key != own.key {
			categories = append(categories, other.key)
		}
	}
	if d.chance(0.25) && int(c.second) != own.field {
		categories = append(categories, t.fields[c.second].key)
	}
	return categories
}
