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

// minContents is how many contents with counts a brand has at least of which a package is made, and bestShare the part of them
// that is re-used: a strategist takes those that went well.
const (
	minContents = 8
	bestShare   = 0.25
)

// selectionMethods are the ways to choose contents for a package; the last is the upper bound.
var selectionMethods = [...]string{"best quarter by its clicks", "best quarter by its creators' clicks", "all contents", "best quarter by its people's response", "best quarter in truth"}

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
		r.segments[d.indexOf(segments, row[0])] = segment{share, response}
		return err
	})
}

// audienceGroup is people and how readily they click on average.
type audienceGroup struct{ people, response float64 }

// responseAt is how readily as many people as size click: a group of fewer is filled up with anybody.
func (g audienceGroup) responseAt(size float64) float64 {
	part := math.Min(1, g.people/size)
	return part*g.response + 1 - part
}

// contentCounts is a content of a brand's earlier campaigns.
type contentCounts struct {
	creator       int32
	views, clicks float64
}

// Packages measures re-use of audiences: whoever watched the contents of a brand's earlier campaigns is shown the campaigns that
// began after a day. How readily they click, in truth, stands beside as many people of three floors.
func Packages(d *Data, truth *Responses, cut int32, seed uint64) *Report {
	r := &Report{Science: "packages", Seed: seed, Split: map[string]string{"by": "contents of campaigns that ended before the brief's began", "from": date(cut)}}
	m := reuseEvaluation{Data: d, truth: truth, people: d.population(), earlier: d.contentsByBrand(), audiences: map[int32]audienceGroup{}, model: match.New(d.Before(cut))}
	var lifts packageLifts
	for n := range d.Book.Campaigns {
		c := &d.Book.Campaigns[n]
		all := m.earlierContents(c)
		if c.Day < cut || len(c.Categories) == 0 || len(all) < minContents {
			continue
		}
		floors := [...]audienceGroup{{m.people, 1}, m.targetAudience(c), m.categoryAudience(c.Categories[0])}
		for way, contents := range [...][]contentCounts{bestContents(all, ownCounts), bestContents(all, m.creatorCounts(c.Day)), all, bestContents(all, m.learnedResponse), bestContents(all, m.trueResponse)} {
			people := m.packageAudience(contents)
			for floor, g := range floors {
				lifts[way][floor] = append(lifts[way][floor], math.Log(people.response/g.responseAt(people.people)))
			}
		}
	}
	r.addLifts(&lifts)
	return r
}

// packageLifts are the logarithms of how much more readily a package's people click than a floor's, by the way to choose
// contents and by the floor.
type packageLifts [len(selectionMethods)][len(packageFloors)][]float64

// addLifts adds the geometric mean of each lift.
func (r *Report) addLifts(lifts *packageLifts) {
	for way, method := range selectionMethods {
		for floor, name := range packageFloors {
			logs := lifts[way][floor]
			r.add("lift over "+name, "all", method, len(logs), func(some []int) float64 { return math.Exp(sum(logs, some) / float64(len(some))) })
		}
	}
}

// reuseEvaluation holds the data that packages are made of and measured by.
type reuseEvaluation struct {
	*Data
	truth     *Responses
	people    float64 // of all
	earlier   map[int32][]datedContent
	audiences map[int32]audienceGroup // by category
	model     *match.Model
}

// earlierContents are the contents of a brand's campaigns that had ended before one began.
func (m *reuseEvaluation) earlierContents(c *match.Campaign) []contentCounts {
	var all []contentCounts
	for _, w := range m.earlier[c.Brand] {
		if c.Brand >= 0 && w.ended < c.Day {
			all = append(all, w.contentCounts)
		}
	}
	return all
}

// bestContents are the contents with the most clicks per view.
func bestContents(all []contentCounts, of func(contentCounts) (clicks, views float64)) []contentCounts {
	views, clicks := 0.0, 1.0
	for _, w := range all {
		views, clicks = views+w.views, clicks+w.clicks
	}
	// One click at the usual rate is added to each, so that few views tell little.
	rate := func(w contentCounts) float64 { c, v := of(w); return (c + 1) / (v + views/clicks) }
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b contentCounts) int { return cmp.Compare(rate(b), rate(a)) })
	return sorted[:int(math.Ceil(bestShare*float64(len(sorted))))]
}

// ownCounts are a content's counts.
func ownCounts(w contentCounts) (clicks, views float64) { return w.clicks, w.views }

// creatorCounts gives the counts of all campaigns' contents of a content's creator before a day.
func (m *reuseEvaluation) creatorCounts(day int32) func(contentCounts) (clicks, views float64) {
	return func(w contentCounts) (clicks, views float64) {
		for _, did := range m.Book.Creators[w.creator].Works {
			if m.Ends[did.Campaign] < day && hasCounts(did) {
				clicks, views = clicks+float64(did.Clicks), views+float64(did.Impressions)
			}
		}
		return clicks, views
	}
}

// learnedResponse gives the model's estimate of a content's audience response, as the clicks of very many views.
func (m *reuseEvaluation) learnedResponse(w contentCounts) (clicks, views float64) {
	times, _ := m.model.Response(m.Book.Creators[w.creator].Key)
	return 1e12 * times, 1e12
}

// trueResponse gives the true audience response of a content, as the clicks of very many views.
func (m *reuseEvaluation) trueResponse(w contentCounts) (clicks, views float64) {
	return 1e12 * m.truth.creators[w.creator], 1e12
}

// hasCounts says whether views and clicks of a work are known, and can be.
func hasCounts(w match.Work) bool {
	return w.Impressions > 0 && w.Clicks >= 0 && w.Clicks <= w.Impressions
}

// packageAudience are the people who watched contents, each counted once.
func (m *reuseEvaluation) packageAudience(contents []contentCounts) audienceGroup {
	views := map[int32][]float64{}
	var creators []int32
	for _, w := range contents {
		if views[w.creator] == nil {
			creators = append(creators, w.creator)
		}
		views[w.creator] = append(views[w.creator], w.views)
	}
	var parts []audienceGroup
	for _, n := range creators {
		parts = append(parts, audienceGroup{overlap.Watchers(m.followers(n), views[n]), m.truth.creators[n]})
	}
	return m.combine(parts)
}

// combine are the people of several groups, which meet by chance.
func (m *reuseEvaluation) combine(parts []audienceGroup) audienceGroup {
	sizes, clicking, all := make([]float64, len(parts)), 0.0, 0.0
	for i, g := range parts {
		sizes[i] = g.people
		clicking, all = clicking+g.people*g.response, all+g.people
	}
	return audienceGroup{overlap.Watchers(m.people, sizes), clicking / math.Max(all, 1)}
}

// targetAudience are the people of a brief's segments, everyone where it names none; dimensions are independent.
func (m *reuseEvaluation) targetAudience(c *match.Campaign) audienceGroup {
	byDimension := map[string]segment{}
	for _, n := range c.Segments {
		if s, known := m.truth.segments[n]; known {
			sum := byDimension[m.Book.Segments[n].Dimension]
			byDimension[m.Book.Segments[n].Dimension] = segment{sum.share + s.share, sum.response + s.share*s.response}
		}
	}
	g := audienceGroup{m.people, 1}
	for _, dimension := range slices.Sorted(maps.Keys(byDimension)) { // in any order a product may differ in its last digit
		s := byDimension[dimension]
		g.people, g.response = g.people*s.share, g.response*s.response/s.share
	}
	return g
}

// categoryAudience is the audience of all creators of a category.
func (m *reuseEvaluation) categoryAudience(of int32) audienceGroup {
	if g, known := m.audiences[of]; known {
		return g
	}
	var parts []audienceGroup
	for n := range m.Book.Creators {
		if slices.Contains(m.Book.Creators[n].Categories, of) {
			parts = append(parts, audienceGroup{m.followers(int32(n)), m.truth.creators[n]})
		}
	}
	m.audiences[of] = m.combine(parts)
	return m.audiences[of]
}

func (m *reuseEvaluation) followers(creator int32) float64 {
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

type datedContent struct {
	contentCounts
	ended int32
}

// contentsByBrand gives the contents that came of brands' campaigns, of which views and clicks are known.
func (d *Data) contentsByBrand() map[int32][]datedContent {
	all := map[int32][]datedContent{}
	for n := range d.Book.Creators {
		for _, w := range d.Book.Creators[n].Works {
			if !hasCounts(w) || d.Ends[w.Campaign] == insight.Unknown {
				continue
			}
			brand := d.Book.Campaigns[w.Campaign].Brand
			all[brand] = append(all[brand], datedContent{contentCounts{int32(n), float64(w.Impressions), float64(w.Clicks)}, d.Ends[w.Campaign]})
		}
	}
	return all
}
