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
	name, what string
	drift.Alarm
}

// told gives a sentence about those that changed lately, those seen last first; null for none.
func told(all []changed, today int32) any {
	var some []string
	count := 0
	for k := len(all) - 1; k >= 0; k-- {
		one := &all[k]
		if one.Seen <= today-recent {
			continue
		}
		if count++; count > named {
			continue
		}
		turn := "less"
		if !one.Fell {
			turn = "more"
		}
		some = append(some, fmt.Sprintf("%s: %s %s than expected since %s, seen after %d results", one.name, turn, one.what,
			time.Unix(int64(min(one.Since, today))*24*60*60, 0).UTC().Format(time.DateOnly), one.Results))
	}
	if count == 0 {
		return nil
	}
	if count > named {
		some = append(some, fmt.Sprintf("%d more", count-named))
	}
	return strings.Join(some, "; ")
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
		one := changed{name: "no category", what: "impressions", Alarm: d.Alarm}
		if d.Clicks {
			one.what = "clicks per impression"
		}
		if d.Category != insight.Unknown {
			one.name = m.Book().Categories[d.Category].Name
		}
		all = append(all, one)
	}
	return all
}

func ofCreators(b *match.Book, learned *acceptance.Model) []changed {
	var all []changed
	for _, d := range learned.Drifts(accepting.Market(b)) {
		all = append(all, changed{b.Creators[d.Creator].Name, "acceptance", d.Alarm})
	}
	return all
}
