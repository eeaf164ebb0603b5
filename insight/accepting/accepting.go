package accepting

import (
	"github.com/creatorgraph/creatorgraph/insight/acceptance"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

// Acceptance is a learned model over a book. Like the match.Model that it serves it is for one writer or many readers.
type Acceptance struct {
	book *match.Book
	held *acceptance.Held
}

// New lets a model follow a book's answers.
func New(b *match.Book, model *acceptance.Model) *Acceptance {
	return &Acceptance{b, acceptance.Hold(model, Market(b))}
}

// Ask implements match.Acceptance.
func (a *Acceptance) Ask(b *match.Brief) func(creator int32, f match.Format, offer int64) float64 {
	day := a.book.Day
	if b.Before != 0 {
		day = b.Before
	}
	starts := day
	if b.Starts > day {
		starts = b.Starts
	}
	q := a.held.Ask(Campaign(b.Brand, starts, b.Categories, b.Segments, nil), day)
	return func(creator int32, f match.Format, offer int64) float64 { return q.Chance(creator, int(f), offer) }
}

// Changed implements match.Acceptance.
func (a *Acceptance) Changed(creator int32) {
	words(a.held.Market(), a.book)
	campaigns(a.held.Market(), a.book)
	c := &a.book.Creators[creator]
	a.held.Change(creator, creatorOf(c), invitationsOf(nil, creator, c))
}
