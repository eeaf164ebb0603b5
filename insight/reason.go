package insight

// Kind is what a reason rests on; the words are those of the API.
type Kind string

// The kinds of reasons.
const (
	SharedCampaigns  Kind = "SHARED_CAMPAIGNS"
	SharedContents   Kind = "SHARED_CONTENTS"
	SharedBrands     Kind = "SHARED_BRANDS"
	SharedAgency     Kind = "SHARED_AGENCY"
	CommonNeighbours Kind = "COMMON_NEIGHBOURS"
	GraphPosition    Kind = "GRAPH_POSITION"
	SameCategory     Kind = "SAME_CATEGORY"
	SimilarAudience  Kind = "SIMILAR_AUDIENCE"
	SameRegion       Kind = "SAME_REGION"
	SimilarContent   Kind = "SIMILAR_CONTENT"
	SimilarSize      Kind = "SIMILAR_SIZE"
	SimilarPrice     Kind = "SIMILAR_PRICE"
	PastPerformance  Kind = "PAST_PERFORMANCE"
	Growth           Kind = "GROWTH"
)

// Reason is one part of a score.
type Reason struct {
	Kind     Kind
	Weight   float64  // what it adds to the score; below zero where it speaks against
	Text     string   // Chinese, then English, with the figures it rests on
	Evidence []Entity // what to look at, best first; may be empty
}

// Entity is something in the graph, by type and key.
type Entity struct{ Type, Key string }

// evidenceOf says of what type the evidence of a kind is, where it is of one.
var evidenceOf = map[Kind]string{
	SharedCampaigns: "Campaign", SharedContents: "Content", SharedBrands: "Brand", SharedAgency: "Agency",
	CommonNeighbours: "Creator", SameCategory: "Category", SimilarAudience: "Segment",
}

// Evidence is what a reason of a kind can be checked by.
func (k Kind) Evidence(keys ...string) []Entity {
	var all []Entity
	for _, key := range keys {
		all = append(all, Entity{evidenceOf[k], key})
	}
	return all
}

// Recommendation is whom or what to turn to, and why. Score is the sum of the reasons' weights, largest first.
type Recommendation struct {
	Key     string
	Score   float64
	Reasons []Reason
}
