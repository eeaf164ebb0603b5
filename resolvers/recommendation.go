package resolvers

import (
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight"
)

// evidenceOf says of what type the evidence of each kind of reason is.
var evidenceOf = map[insight.Kind]string{
	insight.SharedCampaigns: "Campaign", insight.SharedContents: "Content", insight.SharedBrands: "Brand",
	insight.SharedAgency: "Agency", insight.CommonNeighbours: "Creator", insight.SameCategory: "Category",
	insight.SimilarAudience: "Segment",
}

// recommendationRows are what the payloads of recommendations are completed from; typ is what is recommended.
func recommendationRows(typ string, all []insight.Recommendation) []any {
	rows := make([]any, len(all))
	for i, one := range all {
		rows[i] = row{"entity": compile.Ref{Type: typ, Key: one.Key}, "score": one.Score, "reasons": reasonRows(one.Reasons)}
	}
	return rows
}

func reasonRows(all []insight.Reason) []any {
	rows := make([]any, len(all))
	for i, reason := range all {
		rows[i] = row{"kind": string(reason.Kind), "weight": reason.Weight, "text": reason.Text,
			"evidence": refs(evidenceOf[reason.Kind], reason.Evidence)}
	}
	return rows
}

// refs are objects of one type.
func refs(typ string, keys []string) []any {
	all := make([]any, len(keys))
	for i, key := range keys {
		all[i] = compile.Ref{Type: typ, Key: key}
	}
	return all
}
