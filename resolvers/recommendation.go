package resolvers

import (
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight"
)

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
		evidence := make([]any, len(reason.Evidence))
		for j, of := range reason.Evidence {
			evidence[j] = compile.Ref{Type: of.Type, Key: of.Key}
		}
		rows[i] = row{"kind": string(reason.Kind), "weight": reason.Weight, "text": reason.Text, "evidence": evidence}
	}
	return rows
}
