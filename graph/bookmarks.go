package graph

import (
	"context"
	"slices"
	"sync"
	"time"
)

// Bookmarks remembers how far a client has written, so that what it reads next, from whichever
// member of a cluster, holds that. One belongs to one client's request and is carried in its
// context; between requests the client holds it as text.
type Bookmarks struct {
	mu    sync.Mutex
	marks []string
	asked time.Time // when the request came
}

type bookmarksKey struct{}

// WithBookmarks gives a context whose reads see at least marks, and the holder from which the
// caller reads what to remember afterwards.
func WithBookmarks(ctx context.Context, marks []string) (context.Context, *Bookmarks) {
	b := &Bookmarks{marks: marks, asked: time.Now()}
	return context.WithValue(ctx, bookmarksKey{}, b), b
}

// Marks gives what the client should send with its next request; the driver's own text.
func (b *Bookmarks) Marks() []string {
	if b == nil {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.marks)
}

func (b *Bookmarks) replace(marks []string) {
	if b == nil || len(marks) == 0 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.marks = slices.Clone(marks)
}

// askedAt is the time before which all that was committed has to show in what ctx's request reads.
func askedAt(ctx context.Context) time.Time {
	b := bookmarksOf(ctx)
	if b == nil || HasWritten(ctx) { // written meanwhile, or to another member
		return time.Now()
	}
	return b.asked
}

// HasWritten says whether the client of ctx has written something that it expects to see.
func HasWritten(ctx context.Context) bool { return len(bookmarksOf(ctx).Marks()) > 0 }

func bookmarksOf(ctx context.Context) *Bookmarks {
	b, _ := ctx.Value(bookmarksKey{}).(*Bookmarks)
	return b
}
