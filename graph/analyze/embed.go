package analyze

import (
	"context"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// embeddedAtOnce is how many creators are embedded at once.
const embeddedAtOnce = 100

// Embedder embeds creators who have changed among those alike, by the model of the last analysis, so that they are
// found as they are now. Several may be at it at once: they write the same.
type Embedder struct {
	store *graph.Store
	run   int64
	model *lookalike.Model
}

// NewEmbedder makes an Embedder.
func NewEmbedder(store *graph.Store) *Embedder { return &Embedder{store: store} }

// Embed embeds some of those who have changed and says how many; none where nothing was analysed yet, or everybody
// is embedded.
func (p *Embedder) Embed(ctx context.Context, today time.Time) (int, error) {
	all, run, err := facts.ReadChanged(ctx, p.store, embeddedAtOnce, today)
	if err != nil || len(all) == 0 {
		return 0, err
	}
	if err := p.read(ctx, run); err != nil {
		return 0, err
	}
	embedded := make([]facts.EmbeddedCreator, len(all))
	for i, c := range all {
		embedded[i] = facts.EmbeddedCreator{ID: c.ID, Mark: c.Mark}
		if vector := p.model.Embed(changedOf(c)); lookalike.IsEmbedded(vector) {
			embedded[i].Vector, embedded[i].Length = vector, lookalike.Length(vector)
		}
	}
	return len(all), facts.WriteEmbedded(ctx, p.store, run, embedded)
}

// EmbedAll embeds all who have changed, most at most, and says how many.
func (p *Embedder) EmbedAll(ctx context.Context, today time.Time, most int) (embedded int, err error) {
	for embedded < most {
		n, err := p.Embed(ctx, today)
		embedded += n
		if err != nil || n < embeddedAtOnce {
			return embedded, err
		}
	}
	return embedded, nil
}

// read reads the model of a run, unless it is known.
func (p *Embedder) read(ctx context.Context, run int64) error {
	if p.model != nil && p.run == run {
		return nil
	}
	read, err := facts.ReadLikenessModel(ctx, p.store)
	if err != nil {
		return err
	}
	model, err := lookalike.Decode(read.Record)
	if err != nil {
		return err
	}
	p.run, p.model = read.Run, model
	return nil
}

func changedOf(c facts.ChangedCreator) lookalike.ChangedCreator {
	f := lookalike.ChangedCreator{Categories: c.Categories, Brands: c.Brands, Region: c.Region, Language: c.Language,
		Words: c.Words, Followers: c.Followers, Price: c.Price, Results: c.Results}
	for i, segment := range c.Segments {
		f.Audience = append(f.Audience, lookalike.Reach{Segment: segment, Part: c.Shares[i]})
	}
	for i, weight := range c.Weights {
		f.Partners = append(f.Partners, lookalike.Partner{Weight: weight, Vector: c.Vectors[i]})
	}
	return f
}
