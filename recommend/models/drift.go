package models

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/acceptance"
	"github.com/creatorgraph/creatorgraph/insight/accepting"
	"github.com/creatorgraph/creatorgraph/insight/drift"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

const (
	// recent is for how many days a change that was seen is told.
	recent = 90
	// named is how many of those that changed are named.
	named = 5
)

// changed is one that is no longer as expected.
type changed struct {
	name, what phrase
	drift.Alarm
}

// phrase is what something is called in both languages.
type phrase struct {
	chinese, english string
}

var (
	acceptances = phrase{"接受率", "acceptance"}
	impressions = phrase{"曝光量", "impressions"}
	clicks      = phrase{"点击率", "clicks per impression"}
	noCategory  = phrase{"无品类", "no category"}
)

// told gives a sentence in Chinese and in English about those that changed lately, those seen last first; null for none.
func told(all []changed, today int32) any {
	var chinese, english []string
	count := 0
	for k := len(all) - 1; k >= 0; k-- {
		one := &all[k]
		if one.Seen <= today-recent {
			continue
		}
		if count++; count > named {
			continue
		}
		turn := phrase{"低于", "less"}
		if !one.Fell {
			turn = phrase{"高于", "more"}
		}
		since := time.Unix(int64(min(one.Since, today))*24*60*60, 0).UTC().Format(time.DateOnly)
		chinese = append(chinese, fmt.Sprintf("%s：%s 起%s%s预期，%d 个结果后发现", one.name.chinese, since, one.what.chinese, turn.chinese, one.Results))
		english = append(english, fmt.Sprintf("%s: %s %s than expected since %s, seen after %d results",
			one.name.english, turn.english, one.what.english, since, one.Results))
	}
	if count == 0 {
		return nil
	}
	if count > named {
		chinese = append(chinese, fmt.Sprintf("另有 %d 个", count-named))
		english = append(english, fmt.Sprintf("%d more", count-named))
	}
	return strings.Join(chinese, "；") + " · " + strings.Join(english, "; ")
}

// drifted is what is told of models, by name, and how many results matching rests on.
type drifted struct {
	texts   map[string]any
	results int
}

func (m Models) drift(ctx context.Context) (drifted, error) {
	d := drifted{texts: map[string]any{}}
	learned, _, err := m.offers.Now(ctx)
	if err != nil && graph.KindOf(err) != graph.Conflict {
		return d, err
	}
	today := int32(m.now().Unix() / (24 * 60 * 60))
	err = m.results.With(ctx, func(of *match.Model) error {
		for i := range of.Book().Creators {
			d.results += len(of.Book().Creators[i].Works)
		}
		d.texts["match"] = told(ofCategories(of), today)
		if learned != nil {
			d.texts["acceptance"] = told(ofCreators(of.Book(), learned), today)
		}
		return nil
	})
	return d, err
}

func ofCategories(m *match.Model) []changed {
	var all []changed
	for _, d := range m.Drifts() {
		one := changed{name: noCategory, what: impressions, Alarm: d.Alarm}
		if d.Clicks {
			one.what = clicks
		}
		if d.Category != insight.Unknown {
			name := m.Book().Categories[d.Category].Name
			one.name = phrase{name, name}
		}
		all = append(all, one)
	}
	return all
}

func ofCreators(b *match.Book, learned *acceptance.Model) []changed {
	var all []changed
	for _, d := range learned.Drifts(accepting.Market(b)) {
		name := b.Creators[d.Creator].Name
		all = append(all, changed{phrase{name, name}, acceptances, d.Alarm})
	}
	return all
}
