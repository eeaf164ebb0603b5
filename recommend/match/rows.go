package match

import (
	"math"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/insight/match"
	"github.com/creatorgraph/creatorgraph/recommend"
)

// Row is an object of an answer, by field name.
type Row = computed.Row

func creatorRef(m *match.Model, p int32) compile.Ref {
	return compile.Ref{Type: "Creator", Key: m.Book().Creators[p].Key}
}

// matchRow lays a match out; reasons only where they are wanted.
func matchRow(m *match.Model, b *match.Brief, one *match.Match, reasons bool) Row {
	d := one.Predicted
	predicted := Row{"fee": one.Fee, "priced": one.Published, "impressions": d.Impressions, "impressionsLow": d.ImpressionsLow,
		"impressionsHigh": d.ImpressionsHigh, "ctr": d.CTR, "ctrLow": d.CTRLow, "ctrHigh": d.CTRHigh, "cvr": d.CVR,
		"conversions": d.Conversions, "evidence": int64(d.Evidence)}
	if d.Impressions > 0 {
		predicted["cpm"] = 1000 * float64(one.Fee) / d.Impressions
	}
	if d.GMV > 0 {
		predicted["gmv"] = int64(math.Round(d.GMV))
		if one.Fee > 0 {
			predicted["roi"] = (d.GMV - float64(one.Fee)) / float64(one.Fee)
		}
	}
	row := Row{"creator": creatorRef(m, one.Creator), "score": one.Score, "format": match.Formats()[one.Format],
		"acceptance": one.Acceptance, "predicted": predicted}
	if reasons {
		row["reasons"] = recommend.ReasonRows(m.Reasons(b, one))
	}
	return row
}
