package analyze

import (
	"context"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// freshAtOnce is how many creators are placed at once.
const freshAtOnce = 100

// Placer places creators who have changed among those alike, by the model of the last analysis, so that they are
// found as they are now. Several may be at it at once: they write the same.
type Placer struct {
	store *graph.Store
	run   int64
	model *lookalike.Model
}

// NewPlacer makes a Placer.
func NewPlacer(store *graph.Store) *Placer { return &Placer{store: store} }

// Place places some of those who have changed and says how many; none where nothing was analysed yet, or everybody
// is placed.
func (p *Placer) Place(ctx context.Context, today time.Time) (int, error) {
	all, run, err := facts.ReadChanged(ctx, p.store, freshAtOnce, today)
	if err != nil || len(all) == 0 {
		return 0, err
	}
	if err := p.read(ctx, run); err != nil {
		return 0, err
	}
	placed := make([]facts.Placed, len(all))
	for i, c := range all {
		placed[i] = facts.Placed{ID: c.ID, Mark: c.Mark}
		if vector := p.model.Place(freshOf(c)); lookalike.Placed(vector) {
			placed[i].Vector, placed[i].Length = vector, lookalike.Length(vector)
		}
	}
	return len(all), facts.WritePlaced(ctx, p.store, run, placed)
}

// PlaceAll places all who have changed, most at most, and says how many.
func (p *Placer) PlaceAll(ctx context.Context, today time.Time, most int) (placed int, err error) {
	for placed < most {
		n, err := p.Place(ctx, today)
		placed += n
		if err != nil || n < freshAtOnce {
			return placed, err
		}
	}
	return placed, nil
}

// read reads the model of a run, unless it is known.
func (p *Placer) read(ctx context.Context, run int64) error {
	if p.model != nil && p.run == run {
		return nil
	}
	read, err := facts.ReadLikenessModel(ctx, p.store)
	if err != nil {
		return err
	}
	model, err := lookalike.Kept(read.Record)
	if err != nil {
		return err
	}
	p.run, p.model = read.Run, model
	return nil
}

func freshOf(c facts.Changed) lookalike.Fresh {
	f := lookalike.Fresh{Categories: c.Categories, Brands: c.Brands, Region: c.Region, Language: c.Language,
		Words: c.Words, Followers: c.Followers, Price: c.Price, Results: c.Results}
	for i, segment := range c.Segments {
		f.Audience = append(f.Audience, lookalike.Reach{Segment: segment, Part: c.Shares[i]})
	}
	for i, weight := range c.Weights {
		f.Partners = append(f.Partners, lookalike.Partner{Weight: weight, Vector: c.Vectors[i]})
	}
	return f
}
