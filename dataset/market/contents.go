package market

import (
	"math"
	"time"
)

// Contents of the last contentDays are in the market; each creator makes ownContents of them unasked.
const (
	contentDays = 365
	ownContents = 1.2
	jointShare  = 0.06 // of the unasked contents, in which others of the circle appear
)

// content is one piece, with what will have come of it after thirty days.
type content struct {
	key       string
	creator   int
	campaign  any // its key, nil for none
	format    int
	title     string
	published time.Time
	component any
	tags      []string
	partners  []string
	paid      bool
	outcome   outcome
}

// writePaidContent writes the content of a participation, if it is out already and not too old.
func (s *simulation) writePaidContent(c *campaign, one *invitation, o outcome) error {
	m, d := s.maker, s.pieces
	d.take(forPaidContent, s.paid)
	s.paid++
	on := c.starts + day(d.IntN(int(c.ends-c.starts)+1))
	if on >= m.today || on < m.today-contentDays || !d.chance(m.params.keep("contents")) {
		return nil
	}
	who := &m.creators[one.creator]
	titles := m.pools.titles["paid"]
	return s.writeContent(&content{
		creator: one.creator, campaign: campaignKey(c.number), format: one.format,
		title:     m.fillTitle(d, pick(d, titles), who, c, c.climate.season),
		published: on.at(publishedSecond(d)), component: objectives[c.objective].components[d.IntN(3)],
		tags: m.drawTags(d, who, c.brand.name), paid: true, outcome: o,
	})
}

// publishedSecond is when on a day, by UTC, people publish: at noon and in the evening in China.
func publishedSecond(d *rng) int {
	hour := 4.5
	if d.chance(0.7) {
		hour = 11.5
	}
	return int(clamp(d.normal(hour, 1.8), 0, 23.9) * 3600)
}

// writeOwnContents writes what creators make unasked, more of it of late.
func (s *simulation) writeOwnContents() error {
	for i := range s.maker.creators {
		if err := s.writeOwn(i); err != nil {
			return err
		}
		if err := s.maker.meter.step(ownContentSteps); err != nil {
			return err
		}
	}
	return nil
}

func (s *simulation) writeOwn(creator int) error {
	m, d := s.maker, s.pieces
	d.take(forOwnContents, creator)
	who := &m.creators[creator]
	for range d.poisson(ownContents * m.params.keep("contents")) {
		on := m.today - 1 - day(contentDays*math.Pow(d.Float64(), 1.8))
		if on <= who.joined {
			continue
		}
		titles := m.pools.titles["own"]
		season := m.calendar.on(on).season
		format := s.drawOwnFormat(d, who)
		views := who.views() * formatTraits[format].views * d.factor(0.7)
		o := outcome{impressions: d.poisson(views)}
		o.engagements = min(o.impressions, d.poisson(views*0.05*d.factor(0.35)))
		err := s.writeContent(&content{
			creator: creator, format: format, title: m.fillTitle(d, pick(d, titles), who, nil, season),
			published: on.at(publishedSecond(d)), component: "NONE", tags: m.drawTags(d, who, season),
			partners: s.drawPartners(d, creator, on), outcome: o,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *simulation) drawOwnFormat(d *rng, c *creator) int {
	if format := d.IntN(formatCount); c.offers(format) && d.chance(0.5) {
		return format
	}
	return shortVideo
}

// drawPartners gives the creators of the same circle who appear too, mostly none.
func (s *simulation) drawPartners(d *rng, creator int, on day) []string {
	if !d.chance(jointShare) {
		return nil
	}
	circle := int(s.maker.creators[creator].circle)
	partner := s.choosing.byCandidacy.draw(d, circle, circle+1)
	if partner == creator || s.maker.creators[partner].joined >= on {
		return nil
	}
	partners := []string{creatorKey(partner)}
	other := s.choosing.byCandidacy.draw(d, circle, circle+1)
	if d.chance(0.2) && other != creator && other != partner {
		partners = append(partners, creatorKey(other))
	}
	return partners
}

func (s *simulation) writeContent(c *content) error {
	c.key = numbered("ct-", s.contents+1, 7)
	s.contents++
	err := s.out.write("contents", c.key, creatorKey(c.creator), c.campaign, formatNames()[c.format],
		c.title, c.published, c.component, c.tags, c.partners)
	if err != nil {
		return err
	}
	return s.writeMetrics(s.contents-1, c)
}

// fillTitle makes a title of the creator's words and, for a paid content, the campaign's.
func (m *generator) fillTitle(d *rng, pattern string, who *creator, c *campaign, season string) string {
	return fill(pattern, func(name string) string {
		switch name {
		case "word":
			return m.drawWord(d, who)
		case "topic":
			return m.taxonomy.topicOf(int(who.circle)).name
		case "product":
			return c.product
		case "brand":
			return c.brand.name
		case "season":
			return season
		default:
			return pick(d, m.pools.emoji)
		}
	})
}

// drawWord gives a word of the creator's topic; each circle has two of its own that it likes best.
func (m *generator) drawWord(d *rng, who *creator) string {
	words := m.taxonomy.topicOf(int(who.circle)).words
	if d.chance(0.6) {
		favourite := int(who.circle)%circlesPerTopic*2 + d.IntN(2)
		return words[favourite%len(words)]
	}
	return pick(d, words)
}

func (m *generator) drawTags(d *rng, who *creator, last string) []string {
	tags := []string{m.taxonomy.topicOf(int(who.circle)).name, m.drawWord(d, who)}
	if d.chance(0.4) {
		tags = append(tags, last)
	}
	return tags
}
