package evaluation

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/match"
	"github.com/creatorgraph/creatorgraph/insight/overlap"
)

// leastPackaged is how many contents with counts a brand has at least of which a package is made, and bestPart the part of them
// that is re-used: a strategist takes those that went well.
const (
	leastPackaged = 8
	bestPart      = 0.25
)

// packagings are the ways to choose contents for a package, the last for what could be reached.
var packagings = [...]string{"best quarter by its clicks", "best quarter by its creators' clicks", "all contents", "best quarter by its people's response", "best quarter in truth"}

// packageFloors are who else could be shown a campaign.
var packageFloors = [...]string{"everyone", "the brief's segments", "the category's audience"}

// Responses are how readily people click, in truth: 1 is as all people do.
type Responses struct {
	creators []float64         // their audiences
	segments map[int32]segment // by number
}

type segment struct{ share, response float64 }

// ReadResponses reads creators.csv.gz and segments.csv.gz of the folder that generate --truth wrote.
func (d *Data) ReadResponses(folder string) (*Responses, error) {
	r := &Responses{creators: make([]float64, len(d.Book.Creators)), segments: map[int32]segment{}}
	err := readTruth(folder, "creators", []string{"creator", "response"}, func(row []string) error {
		response, err := strconv.ParseFloat(row[1], 64)
		if n, known := d.creators[row[0]]; known {
			r.creators[n] = response
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return r, readTruth(folder, "segments", []string{"segment", "share", "response"}, func(row []string) error {
		share, err := strconv.ParseFloat(row[1], 64)
		if err != nil {
			return err
		}
		response, err := strconv.ParseFloat(row[2], 64)
		r.segments[d.of(segments, row[0])] = segment{share, response}
		return err
	})
}

// group is people and how readily they click on average.
type group struct{ people, response float64 }

// equal is how readily as many people as size click: a group of fewer is filled up with anybody.
func (g group) equal(size float64) float64 {
	part := math.Min(1, g.people/size)
	return part*g.response + 1 - part
}

// watched is a content of a brand's earlier campaigns.
type watched struct {
	creator       int32
	views, clicks float64
}

// Packages measures re-use of audiences: whoever watched the contents of a brand's earlier campaigns is shown the campaigns that
// began after a day. How readily they click, in truth, stands beside as many people of three floors.
func Packages(d *Data, truth *Responses, cut int32, seed uint64) *Report {
	r := &Report{Science: "packages", Seed: seed, Split: map[string]string{"by": "contents of campaigns that ended before the brief's began", "from": date(cut)}}
	m := reuse{Data: d, truth: truth, people: d.population(), earlier: d.watchedByBrand(), audiences: map[int32]group{}, model: match.New(d.Before(cut))}
	var lifts [len(packagings)][len(packageFloors)][]float64
	for n := range d.Book.Campaigns {
		c := &d.Book.Campaigns[n]
		all := m.before(c)
		if c.Day < cut || len(c.Categories) == 0 || len(all) < leastPackaged {
			continue
		}
		floors := [...]group{{m.people, 1}, m.asked(c), m.category(c.Categories[0])}
		for way, contents := range [...][]watched{best(all, own), best(all, m.usual(c.Day)), all, best(all, m.response), best(all, m.true)} {
			people := m.packaged(contents)
			for floor, g := range floors {
				lifts[way][floor] = append(lifts[way][floor], math.Log(people.response/g.equal(people.people)))
			}
		}
	}
	for way, method := range packagings {
		for floor, name := range packageFloors {
			logs := lifts[way][floor]
			r.add("lift over "+name, "all", method, len(logs), func(some []int) float64 { return math.Exp(sum(logs, some) / float64(len(some))) })
		}
	}
	return r
}

// reuse is what packages are made of and measured by.
type reuse struct {
	*Data
	truth     *Responses
	people    float64 // of all
	earlier   map[int32][]dated
	audiences map[int32]group // by category
	model     *match.Model
}

// before are the contents of a brand's campaigns that had ended before one began.
func (m *reuse) before(c *match.Campaign) []watched {
	var all []watched
	for _, w := range m.earlier[c.Brand] {
		if c.Brand >= 0 && w.ended < c.Day {
			all = append(all, w.watched)
		}
	}
	return all
}

// best are the contents with the most clicks per view.
func best(all []watched, of func(watched) (clicks, views float64)) []watched {
	views, clicks := 0.0, 1.0
	for _, w := range all {
		views, clicks = views+w.views, clicks+w.clicks
	}
	// One click at the usual rate is added to each, so that few views tell little.
	rate := func(w watched) float64 { c, v := of(w); return (c + 1) / (v + views/clicks) }
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b watched) int { return cmp.Compare(rate(b), rate(a)) })
	return sorted[:int(math.Ceil(bestPart*float64(len(sorted))))]
}

// own are a content's counts.
func own(w watched) (clicks, views float64) { return w.clicks, w.views }

// usual gives the counts of all campaigns' contents of a content's creator before a day.
func (m *reuse) usual(day int32) func(watched) (clicks, views float64) {
	return func(w watched) (clicks, views float64) {
		for _, did := range m.Book.Creators[w.creator].Works {
			if m.Ends[did.Campaign] < day && counts(did) {
				clicks, views = clicks+float64(did.Clicks), views+float64(did.Impressions)
			}
		}
		return clicks, views
	}
}

// response gives what was learned of how a content's people respond, as clicks of very many views.
func (m *reuse) response(w watched) (clicks, views float64) {
	times, _ := m.model.Response(m.Book.Creators[w.creator].Key)
	return 1e12 * times, 1e12
}

// true gives the response of a content's people, as clicks of very many views.
func (m *reuse) true(w watched) (clicks, views float64) {
	return 1e12 * m.truth.creators[w.creator], 1e12
}

// counts says whether views and clicks of a work are known, and can be.
func counts(w match.Work) bool {
	return w.Impressions > 0 && w.Clicks >= 0 && w.Clicks <= w.Impressions
}

// packaged are the people who watched contents, each counted once.
func (m *reuse) packaged(contents []watched) group {
	views := map[int32][]float64{}
	var creators []int32
	for _, w := range contents {
		if views[w.creator] == nil {
			creators = append(creators, w.creator)
		}
		views[w.creator] = append(views[w.creator], w.views)
	}
	var parts []group
	for _, n := range creators {
		parts = append(parts, group{overlap.Watchers(m.followers(n), views[n]), m.truth.creators[n]})
	}
	return m.together(parts)
}

// together are the people of several groups, which meet by chance.
func (m *reuse) together(parts []group) group {
	sizes, clicking, all := make([]float64, len(parts)), 0.0, 0.0
	for i, g := range parts {
		sizes[i] = g.people
		clicking, all = clicking+g.people*g.response, all+g.people
	}
	return group{overlap.Watchers(m.people, sizes), clicking / math.Max(all, 1)}
}

// asked are the people of a brief's segments, everyone where it names none; dimensions are independent.
func (m *reuse) asked(c *match.Campaign) group {
	byDimension := map[string]segment{}
	for _, n := range c.Segments {
		if s, known := m.truth.segments[n]; known {
			sum := byDimension[m.Book.Segments[n].Dimension]
			byDimension[m.Book.Segments[n].Dimension] = segment{sum.share + s.share, sum.response + s.share*s.response}
		}
	}
	g := group{m.people, 1}
	for _, dimension := range slices.Sorted(maps.Keys(byDimension)) { // in any order a product may differ in its last digit
		s := byDimension[dimension]
		g.people, g.response = g.people*s.share, g.response*s.response/s.share
	}
	return g
}

// category is the audience of all creators of a category.
func (m *reuse) category(of int32) group {
	if g, known := m.audiences[of]; known {
		return g
	}
	var parts []group
	for n := range m.Book.Creators {
		if slices.Contains(m.Book.Creators[n].Categories, of) {
			parts = append(parts, group{m.followers(int32(n)), m.truth.creators[n]})
		}
	}
	m.audiences[of] = m.together(parts)
	return m.audiences[of]
}

func (m *reuse) followers(creator int32) float64 {
	return math.Max(0, float64(m.Book.Creators[creator].Followers))
}

// population is how many people there are, by the best known creator.
func (d *Data) population() float64 {
	var p overlap.Population
	for n := range d.Book.Creators {
		p.Reaches(float64(d.Book.Creators[n].Followers))
	}
	return p.People
}

type dated struct {
	watched
	ended int32
}

// watchedByBrand gives the contents that came of brands' campaigns, of which views and clicks are known.
func (d *Data) watchedByBrand() map[int32][]dated {
	all := map[int32][]dated{}
	for n := range d.Book.Creators {
		for _, w := range d.Book.Creators[n].Works {
			if !counts(w) || d.Ends[w.Campaign] == insight.Unknown {
				continue
			}
			brand := d.Book.Campaigns[w.Campaign].Brand
			all[brand] = append(all[brand], dated{watched{int32(n), float64(w.Impressions), float64(w.Clicks)}, d.Ends[w.Campaign]})
		}
	}
	return all
}
