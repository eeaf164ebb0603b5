package match

import (
	"fmt"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/format"
)

// The kinds of reasons that are matching's own.
const (
	BudgetFit      insight.Kind = "BUDGET_FIT"
	LikelyToAccept insight.Kind = "LIKELY_TO_ACCEPT"
)

// terms are the additive terms of a score.
type terms struct{ accept, past, audience, category, content, price, size float64 }

// terms decomposes a match's score.
func (m *Model) terms(b *Brief, one *Match) (t terms) {
	c := &m.book.Creators[one.Creator]
	t.accept = math.Log(one.Acceptance / m.acceptanceRate())
	group := m.group(c)
	for k := range b.counted() {
		r := m.rates[k]
		t.past += r.group[group] + m.effects[k][one.Creator].mean
		t.audience += r.beta[audienceLift]*one.x[audienceLift] + r.beta[isUnknownAudience]*one.x[isUnknownAudience]
		t.category += r.beta[isSame]*one.x[isSame] + r.beta[isNear]*one.x[isNear]
		t.content += r.beta[contentCosine] * one.x[contentCosine]
	}
	t.price = one.budgetFit
	if m.prices[one.Format].known && c.Followers != insight.Unknown {
		t.price += math.Log(float64(m.prices[one.Format].at(c.Followers)) / float64(one.Fee))
	}
	t.size = one.Score - t.accept - t.past - t.audience - t.category - t.content - t.price
	return t
}

// Reasons are the terms of a match's score, largest first; they add up to it.
func (m *Model) Reasons(b *Brief, one *Match) []insight.Reason {
	c, t := &m.book.Creators[one.Creator], m.terms(b, one)
	all := []insight.Reason{
		{Kind: insight.PastPerformance, Weight: t.past, Text: m.pastText(one)},
		{Kind: insight.SimilarSize, Weight: t.size, Text: sizeText(c, one)},
		{Kind: BudgetFit, Weight: t.price, Text: m.priceText(c, one)},
		{Kind: LikelyToAccept, Weight: t.accept, Text: fmt.Sprintf("预计接单概率%s · Expected to accept with a probability of %s",
			format.Percent(one.Acceptance), format.Percent(one.Acceptance))},
	}
	if t.audience != 0 {
		text := "受众画像未知 · Nothing is known of the audience"
		if one.x[isUnknownAudience] == 0 {
			text = fmt.Sprintf("受众中目标人群平均占%s，为总体的%.1f倍 · On average %s of the audience is of the wanted segments, %.1f times as much as of all people",
				format.Percent(one.wantedShare), math.Exp(one.x[audienceLift]), format.Percent(one.wantedShare), math.Exp(one.x[audienceLift]))
		}
		all = append(all, insight.Reason{Kind: insight.SimilarAudience, Weight: t.audience, Text: text, Evidence: m.segments(b)})
	}
	if t.category != 0 {
		var shared []insight.Entity
		for _, of := range c.Categories {
			if slices.ContainsFunc(b.Categories, func(to int32) bool { return m.book.under(of, to) || m.book.under(to, of) }) {
				shared = append(shared, insight.Entity{Type: "Category", Key: m.book.Categories[of].Key})
			}
		}
		all = append(all, insight.Reason{Kind: insight.SameCategory, Weight: t.category,
			Text: "属于简报的类目 · Publishes in the brief's categories", Evidence: shared})
	}
	if t.content != 0 {
		brand := m.book.Brands[b.Brand]
		all = append(all, insight.Reason{Kind: insight.SimilarContent, Weight: t.content,
			Text:     fmt.Sprintf("内容与%s合作效果好的达人相近 · Speaks of the same things as creators who did well for %s", brand.Name, brand.Name),
			Evidence: []insight.Entity{{Type: "Brand", Key: brand.Key}}})
	}
	slices.SortStableFunc(all, func(a, b insight.Reason) int { return compare(b.Weight, a.Weight) })
	return all
}

func (m *Model) segments(b *Brief) []insight.Entity {
	var all []insight.Entity
	for _, s := range b.Segments {
		all = append(all, insight.Entity{Type: "Segment", Key: m.book.Segments[s].Key})
	}
	return all
}

func (m *Model) pastText(one *Match) string {
	n := m.known[one.Creator]
	if n == 0 {
		return "暂无历史数据，按同类目同体量达人估算 · No results yet: taken to be like others of its category and size"
	}
	var impressions, clicked int64
	for _, w := range m.book.Creators[one.Creator].Works {
		if w.Impressions > 0 && w.Clicks >= 0 {
			impressions, clicked = impressions+w.Impressions, clicked+w.Clicks
		}
	}
	return fmt.Sprintf("过往%d次合作共%d次曝光、%d次点击 · %d earlier campaigns with %d impressions and %d clicks",
		n, impressions, clicked, n, impressions, clicked)
}

func sizeText(c *Creator, one *Match) string {
	if c.Followers == insight.Unknown {
		return "粉丝数未知 · How many followers it has is unknown"
	}
	return fmt.Sprintf("%d粉丝，预计%.0f次曝光 · %d followers, %.0f impressions expected", c.Followers,
		one.Predicted.Impressions, c.Followers, one.Predicted.Impressions)
}

func (m *Model) priceText(c *Creator, one *Match) string {
	yuan := float64(one.Fee) / 100
	if !one.Published {
		return fmt.Sprintf("未公布报价，按同体量估为%.0f元 · Publishes no price; creators of its size ask %.0f yuan", yuan, yuan)
	}
	if m.IsPriceOutlier(c, one.Format) {
		return fmt.Sprintf("报价%.0f元，远离同体量水平，请核对 · Asks %.0f yuan, far from what creators of its size ask: check it", yuan, yuan)
	}
	usual := float64(m.prices[one.Format].at(c.Followers)) / 100
	return fmt.Sprintf("报价%.0f元，同体量一般为%.0f元 · Asks %.0f yuan, creators of its size usually %.0f", yuan, usual, yuan, usual)
}

// IsPriceOutlier says whether a price is far from the typical one of the creator's size.
func (m *Model) IsPriceOutlier(c *Creator, f Format) bool {
	if c.Prices[f] <= 0 || c.Followers == insight.Unknown || !m.prices[f].known {
		return false
	}
	return apart(float64(c.Prices[f]), float64(max(1, m.prices[f].at(c.Followers)))) >= OutlierRatio
}
