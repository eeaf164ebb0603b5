package collaborator

// Kind is what a reason rests on; the words are those of the API.
type Kind string

// The kinds of reasons that this model gives.
const (
	CommonNeighbours Kind = "COMMON_NEIGHBOURS"
	GraphPosition    Kind = "GRAPH_POSITION"
	SameCategory     Kind = "SAME_CATEGORY"
	SharedAgency     Kind = "SHARED_AGENCY"
	SharedBrands     Kind = "SHARED_BRANDS"
	SimilarAudience  Kind = "SIMILAR_AUDIENCE"
	SimilarSize      Kind = "SIMILAR_SIZE"
	SimilarPrice     Kind = "SIMILAR_PRICE"
)
