// Package recommend holds what all recommendations have in common: how they become the rows of their payloads. Each
// of its folders answers one question: whom to work with (collaborators), who is alike (lookalikes), who competes
// (competitors), who are partners, how audiences overlap. The models are in package insight, what they read in
// graph/facts.
package recommend

import (
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/insight"
)

// Rows are what the payloads of recommendations are completed from; typ is what is recommended.
func Rows(typ string, all []insight.Recommendation) []any {
	rows := make([]any, len(all))
	for i, one := range all {
		rows[i] = computed.Row{"entity": compile.Ref{Type: typ, Key: one.Key}, "score": one.Score, "reasons": ReasonRows(one.Reasons)}
	}
	return rows
}

// ReasonRows are the rows of reasons.
func ReasonRows(all []insight.Reason) []any {
	rows := make([]any, len(all))
	for i, reason := range all {
		evidence := make([]any, len(reason.Evidence))
		for j, of := range reason.Evidence {
			evidence[j] = compile.Ref{Type: of.Type, Key: of.Key}
		}
		rows[i] = computed.Row{"kind": string(reason.Kind), "weight": reason.Weight, "text": reason.Text, "evidence": evidence}
	}
	return rows
}
