// Package offer answers Query.offerCurve: how likely a creator accepts each offer of a brief. The creator, its answers and
// the brief come from the results that package recommend/match holds, so that an answer shows at once; the model is
// package insight/acceptance's, learned by the last analysis.
package offer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/insight/acceptance"
	"github.com/creatorgraph/creatorgraph/insight/accepting"
	"github.com/creatorgraph/creatorgraph/insight/match"
	"github.com/creatorgraph/creatorgraph/recommend"
	"github.com/creatorgraph/creatorgraph/recommend/learned"
)

// Offers gives curves. It may be used by several goroutines at once.
type Offers struct {
	*learned.Model[*acceptance.Model]
	held  Results
	brief Reader
	now   func() time.Time
}

// Results are those that creators are matched by, as they stand.
type Results interface {
	With(ctx context.Context, do func(*match.Model) error) error
}

// Reader reads a BriefInput as it was given, on a day.
type Reader func(m *match.Model, in map[string]any, today time.Time) (*match.Brief, error)

// New makes one that has read nothing yet.
func New(store *graph.Store, held Results, brief Reader, now func() time.Time) *Offers {
	return &Offers{Model: learned.Under(store, "acceptance", acceptance.ReadRecord), held: held, brief: brief, now: now}
}

// Curve answers Query.offerCurve.
func (o *Offers) Curve(ctx context.Context, q computed.Request) (computed.Row, error) {
	creator, err := q.Arguments.Ref("creator", "Creator")
	if err != nil {
		return nil, err
	}
	given, err := q.Arguments.Object("brief")
	if err != nil {
		return nil, err
	}
	model, _, err := o.Now(ctx)
	if err != nil {
		return nil, err
	}
	var curve *acceptance.Curve
	var brief *match.Brief
	err = o.held.With(ctx, func(m *match.Model) error {
		p, known := m.Find(creator.Key)
		if !known {
			return computed.NotFound("creator", creator)
		}
		if brief, err = o.brief(m, given, o.now().UTC()); err != nil {
			return err
		}
		asks, err := o.asks(m, p, brief, given, q.Arguments)
		if err == nil {
			curve = model.Curve(asks)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return row(curve, brief, q)
}

// asks puts the question as the model takes it.
func (o *Offers) asks(m *match.Model, p int32, brief *match.Brief, given map[string]any, args computed.Arguments) (acceptance.Asks, error) {
	book := m.Book()
	who := &book.Creators[p]
	format, err := formatOf(who, brief, args)
	if err != nil {
		return acceptance.Asks{}, err
	}
	now := o.now().UTC()
	starts := int32(now.Unix() / (24 * 60 * 60))
	if day, err := time.Parse(time.DateOnly, fmt.Sprint(given["starts"])); err == nil {
		starts = int32(day.Unix() / (24 * 60 * 60))
	}
	market := accepting.MarketOf(book, p)
	for i := range market.Invitations { // what is answered is answered, whenever it was
		if one := &market.Invitations[i]; one.Answered > 0 {
			one.Answered = min(one.Answered, now.Unix())
		}
	}
	return acceptance.Asks{Market: market, Format: int(format), Now: now.Unix(), Recommended: true,
		Brief: accepting.Campaign(brief.Brand, starts, brief.Categories, brief.Segments, nil)}, nil
}

// formatOf is the format asked for, or the brief's with the lowest price.
func formatOf(who *match.Creator, brief *match.Brief, args computed.Arguments) (match.Format, error) {
	best, priced := cheapest(who, brief)
	if word := args.Text("format"); word != "" {
		if f := match.FormatOf(word); who.Prices[f] > 0 {
			return f, nil
		}
		best = -1
	}
	if best >= 0 {
		return best, nil
	}
	remedy := "import a price of the creator's; without one nothing is known of what an offer is worth to it"
	if len(priced) > 0 {
		remedy = "ask for one of " + strings.Join(priced, ", ")
	}
	return 0, &compile.Error{Path: ast.Path{ast.PathName("format")}, What: fmt.Sprintf("creator %q has no price for it", who.Key), Remedy: remedy}
}

// cheapest is the brief's format with the lowest price, -1 if there is none, and the words of all formats with prices.
func cheapest(who *match.Creator, brief *match.Brief) (best match.Format, priced []string) {
	best = -1
	for f, price := range who.Prices {
		if price <= 0 {
			continue
		}
		priced = append(priced, match.Formats()[f])
		isAllowed := len(brief.Formats) == 0 || slices.Contains(brief.Formats, match.Format(f))
		if isAllowed && (best < 0 || price < who.Prices[best]) {
			best = match.Format(f)
		}
	}
	return best, priced
}

// row lays a curve out.
func row(c *acceptance.Curve, brief *match.Brief, q computed.Request) (computed.Row, error) {
	points := make([]any, len(c.Points))
	for i, p := range c.Points {
		points[i] = computed.Row{"offer": p.Offer, "acceptance": p.Chance, "low": p.Low, "high": p.High, "extrapolated": p.Extrapolated}
	}
	answer := computed.Row{"points": points, "support": []any{c.Support[0], c.Support[1]}, "answers": int64(c.Standing.Answers),
		"reasons": recommend.ReasonRows(c.Reasons)}
	if best := c.Best(brief.MaxFee); best > 0 {
		answer["best"] = best
	}
	for _, in := range q.Inner {
		if in.Name != "breakEven" {
			continue
		}
		chance, ok := computed.Number(in.Arguments["probability"])
		if !ok || chance <= 0 || chance >= 1 {
			return nil, &compile.Error{Path: in.Path, What: fmt.Sprintf("probability of %v", in.Arguments["probability"]),
				Remedy: "give a probability above 0 and below 1"}
		}
		if offered, known := c.BreakEven(chance); known {
			answer[in.Column] = offered
		}
	}
	return answer, nil
}
