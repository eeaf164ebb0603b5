package server

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
)

// Outage tells operators once that the database has gone away, with the cause, and once that it is
// back, however many requests fail in between: each of those has its own line with its code anyway.
type Outage struct {
	reported atomic.Bool
	gone     chan struct{}
}

// NewOutage makes one for a server, see Config, and for all that logs for it, see Logger.
func NewOutage() *Outage { return &Outage{gone: make(chan struct{}, 1)} }

// Logger gives a logger that leaves out the errors of an outage that is told already.
func (o *Outage) Logger(log *slog.Logger) *slog.Logger {
	return slog.New(outageHandler{log.Handler(), o})
}

// watch waits for outages to end until ctx does.
func (o *Outage) watch(ctx context.Context, database Database, log *slog.Logger) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-o.gone:
		}
		since := time.Now()
		for database.Verify(ctx) != nil {
			select {
			case <-ctx.Done():
				return
			case <-time.After(databaseRetry):
			}
		}
		o.reported.Store(false)
		log.Info("the database answers again", "after", time.Since(since).Round(time.Millisecond).String())
	}
}

type outageHandler struct {
	slog.Handler
	outage *Outage
}

// Handle passes on what is no error of an outage, and the first one that is.
func (h outageHandler) Handle(ctx context.Context, record slog.Record) error {
	if record.Level >= slog.LevelError && isOutage(record) {
		if h.outage.reported.Swap(true) {
			return nil
		}
		h.outage.gone <- struct{}{} // never full: the one before was taken when told was set back
	}
	return h.Handler.Handle(ctx, record)
}

func isOutage(record slog.Record) bool {
	found := false
	record.Attrs(func(attr slog.Attr) bool {
		err, ok := attr.Value.Any().(error)
		found = ok && graph.KindOf(err) == graph.Unavailable
		return !found
	})
	return found
}

// WithAttrs gives the same for records with more attributes.
func (h outageHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return outageHandler{h.Handler.WithAttrs(attrs), h.outage}
}

// WithGroup gives the same for records in a group.
func (h outageHandler) WithGroup(name string) slog.Handler {
	return outageHandler{h.Handler.WithGroup(name), h.outage}
}
