package graph

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// modelled says of each label and each type of relationship which properties tell what the import format tells in its
// columns. What nodes keep besides (sort keys, totals, histories, vectors) is for the API's own statements; docs/model.md
// has all of it.
var modelled = struct{ labels, types map[string][]string }{
	labels: map[string][]string{
		"Platform": {"key", "name"},
		"Category": {"key", "name"},
		"Agency":   {"key", "name", "region", "founded"},
		"Creator": {"key", "name", "handle", "bio", "region", "language", "gender", "followers", "joined", "verified",
			"priceShortVideo", "priceMidVideo", "priceImageText", "priceLive", "rebate"},
		"Brand":           {"key", "name", "industry", "region"},
		"Campaign":        {"key", "name", "objective", "formats", "budget", "starts", "ends"},
		"Content":         {"key", "name", "title", "format", "published", "component", "tags"},
		"Segment":         {"key", "name", "dimension"},
		"Programme":       {"key", "name", "starts", "ends", "budget"},
		"AudiencePackage": {"key", "name", "size", "created"},
		"Community":       {"key", "name", "size"},
		"Scene":           {"key", "name", "note", "created", "changed", "version"},
		"CreatorList":     {"key", "name", "note", "created", "changed", "version"},
	},
	types: map[string][]string{
		"SIGNED_WITH": {"since", "until", "exclusive"}, "RAN": {}, "TARGETS": {"position"},
		"INVITED":         {"at", "source", "offer", "answer", "answered", "earlierAnswers", "earlierAnswered", "modelVersion", "rank", "propensity"},
		"PARTICIPATED_IN": {"source", "fee", "impressions", "engagements", "clicks", "conversions", "gmv"},
		"POSTED":          {}, "FOR_CAMPAIGN": {}, "APPEARS_IN": {"position"}, "REACHES": {"share"},
		"ON_PLATFORM": {"position"}, "IN_CATEGORY": {"position"}, "PART_OF": {}, "MEMBER_OF": {}, "FROM": {},
		"COLLABORATED_WITH": {"weight", "campaigns", "contents", "last"},
		"LISTS":             {"status", "position", "grade", "tags", "note", "reason", "format", "price", "replaces", "added", "changed"},
		"MADE_FOR":          {},
		"IN_COMMUNITY":      {"pageRank", "degree"}, "TOP_CATEGORY": {"position"},
	},
}

// storedProperties are properties that statements may well use besides those that the import format tells.
var storedProperties = []string{"byName", "byFollowers", "byPriceShortVideo", "byPriceMidVideo", "byPriceImageText", "byPriceLive", "byJoined",
	"byGrowth", "byCpm", "byStarts", "byBudget", "campaignCount", "brandCount", "creatorCount", "spend", "impressions",
	"historyDays", "historyFollowers", "metricsAt", "metricsViews", "metricsLikes", "metricsComments", "metricsShares",
	"metricsClicks", "metricsConversions", "metricsCompleted", "metricsSearches", "rateFormats", "rateMinSeconds",
	"rateMaxSeconds", "rateSince", "rateUntil", "ratePrices", "slotFrom", "slotTo", "slotStates", "slotCampaigns",
	"byStatus", "byPosition", "from", "until", "run"}

// names gives all names of a kind that the import format tells.
func (k nameKind) names() []string {
	switch k {
	case labelName:
		return slices.Sorted(maps.Keys(modelled.labels))
	case typeName:
		return slices.Sorted(maps.Keys(modelled.types))
	}
	var all []string
	for _, of := range []map[string][]string{modelled.labels, modelled.types} {
		for _, properties := range of {
			all = append(all, properties...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// publicProperties keeps of some properties those that the import format tells; of what the model does not know, all.
func publicProperties(properties map[string]any, of map[string][]string, names ...string) map[string]any {
	var public []string
	known := false
	for _, name := range names {
		columns, isKnown := of[name]
		known = known || isKnown
		public = append(public, columns...)
	}
	if !known {
		return properties
	}
	kept := make(map[string]any, len(public))
	for _, name := range public {
		if value, has := properties[name]; has {
			kept[name] = value
		}
	}
	return kept
}

// maxNearest is how many names are offered in place of one that does not exist.
const maxNearest = 3

// nearest gives the names most like one, best first: those that differ in case, that one begins or ends with the other,
// or that are few changes away.
func nearest(name string, names []string) []string {
	type candidate struct {
		name     string
		distance int
	}
	var near []candidate
	folded := fold(name)
	for _, n := range names {
		other := fold(n)
		distance := levenshtein.ComputeDistance(folded, other)
		long, short := max(len(folded), len(other)), min(len(folded), len(other))
		holds := short > 2 && (strings.HasPrefix(other, folded) || strings.HasSuffix(other, folded) ||
			strings.HasPrefix(folded, other) || strings.HasSuffix(folded, other))
		if holds || 3*distance <= long {
			near = append(near, candidate{n, distance})
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var found []string
	for _, c := range near[:min(len(near), maxNearest)] {
		found = append(found, c.name)
	}
	return found
}

// fold makes price_short_video, PriceShortVideo and priceShortVideo one.
func fold(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }
