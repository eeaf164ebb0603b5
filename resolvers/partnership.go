package resolvers

import (
	"context"
	"log/slog"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/collaborator"
)

const (
	// readingPatience bounds one statement of reading the whole network.
	readingPatience = 15 * time.Minute
	// awaitAnew is how long a question waits for a network that is read anew before it is answered from the last.
	awaitAnew = time.Second
	// betweenFollowings is how often a server brings the network up to now while nobody asks.
	betweenFollowings = time.Second
)

// partnerships holds the network that collaborators are recommended from, as it stands in the graph: read once, and
// then followed. Before each answer it asks how far the graph has been written, so that an answer holds all that was
// committed before it was asked for; only what tells of no change itself, such as a deletion by hand, may come later.
type partnerships struct {
	store  *graph.Store
	now    func() time.Time
	log    *slog.Logger
	turn   chan struct{} // holds one while nobody is at what is below
	held   *heldNetwork
	anew   chan struct{} // closed when the reading that is under way ends; nil where none is
	failed error         // of the last reading
}

// heldNetwork is a network with how far the graph was when it was last right.
type heldNetwork struct {
	*facts.Following
	live   *collaborator.Live
	moment string
	right  time.Time
}

// HoldNetwork reads the network that collaborators are recommended from, once an analysis has learned of whom; where it
// is held, it is brought up to now.
func (r *Resolver) HoldNetwork(ctx context.Context) error {
	_, err := r.partnerships.live(ctx)
	if graph.KindOf(err) == graph.Conflict {
		return nil
	}
	return err
}

// Follow brings the held network up to now every second, so that questions wait for little, until ctx ends.
func (r *Resolver) Follow(ctx context.Context, ready <-chan struct{}) {
	select {
	case <-ready:
	case <-ctx.Done():
	}
	for well := true; ; {
		select {
		case <-ctx.Done():
			return
		case <-time.After(betweenFollowings):
		}
		err := r.HoldNetwork(ctx)
		if err != nil && well && ctx.Err() == nil { // told once, not every second
			r.log.WarnContext(ctx, "the network of collaborations is not followed", "error", err)
		}
		well = err == nil
	}
}

func newPartnerships(store *graph.Store, now func() time.Time, log *slog.Logger) *partnerships {
	p := &partnerships{store: store, now: now, log: log, turn: make(chan struct{}, 1)}
	p.turn <- struct{}{}
	return p
}

// live gives the network as it is now, reading what is missing; the error is a Conflict before the first analysis.
func (p *partnerships) live(ctx context.Context) (*collaborator.Live, error) {
	asked := time.Now()
	if err := p.take(ctx); err != nil {
		return nil, err
	}
	follows, err := p.follow(ctx, asked)
	if err != nil {
		p.turn <- struct{}{}
		return nil, err
	}
	if follows {
		defer func() { p.turn <- struct{}{} }()
		return p.held.live, nil
	}
	return p.readAnew(ctx)
}

func (p *partnerships) take(ctx context.Context) error {
	select {
	case <-p.turn:
		return nil
	case <-ctx.Done():
		return waited(ctx)
	}
}

func waited(ctx context.Context) error {
	return graph.Errorf(graph.Timeout, "ask again in a moment", "the network of collaborations is being read: %w", ctx.Err())
}

// follow brings the held network up to now; false where it has to be read anew.
func (p *partnerships) follow(ctx context.Context, asked time.Time) (bool, error) {
	h := p.held
	if h == nil {
		return false, nil
	}
	if h.right.After(asked) {
		return true, nil
	}
	began := time.Now()
	moment, err := p.store.Moment(ctx)
	if err != nil {
		return false, err
	}
	if moment != h.moment {
		changes, follows, err := h.Changes(ctx, p.now())
		if err != nil || !follows {
			return false, err
		}
		h.live.Change(changes)
	}
	h.moment, h.right = moment, began
	return true, nil
}

// readAnew gives back the turn, and the network once it has been read; after a while the last one, where there is one.
func (p *partnerships) readAnew(ctx context.Context) (*collaborator.Live, error) {
	if p.anew == nil {
		p.anew = make(chan struct{})
		go p.read(context.WithoutCancel(ctx), p.anew)
	}
	last, anew := p.held, p.anew
	p.turn <- struct{}{}
	var enough <-chan time.Time
	if last != nil {
		enough = time.After(awaitAnew)
	}
	select {
	case <-anew:
	case <-enough:
		return last.live, nil
	case <-ctx.Done():
		return nil, waited(ctx)
	}
	if err := p.take(ctx); err != nil {
		return nil, err
	}
	defer func() { p.turn <- struct{}{} }()
	if p.failed != nil {
		return nil, p.failed
	}
	return p.held.live, nil
}

// read reads the whole network and puts it in the place of the last.
func (p *partnerships) read(ctx context.Context, done chan struct{}) {
	began := time.Now()
	held, err := p.whole(ctx)
	<-p.turn
	p.failed, p.anew = err, nil
	if err == nil {
		p.held = held
		p.log.InfoContext(ctx, "the network of collaborations was read", "took", time.Since(began).Round(time.Millisecond))
	}
	p.turn <- struct{}{}
	close(done)
}

func (p *partnerships) whole(ctx context.Context) (*heldNetwork, error) {
	store := p.store.Patient(readingPatience)
	right := time.Now()
	moment, err := store.Moment(ctx)
	if err != nil {
		return nil, err
	}
	model, err := facts.ReadCollaboratorModel(ctx, store)
	if err != nil {
		return nil, err
	}
	record, err := collaborator.ReadRecord([]byte(model.Record))
	if err != nil {
		return nil, graph.Errorf(graph.Conflict, "run creatorgraph analyze", "%w", err)
	}
	following, network, err := facts.Follow(ctx, store, model, p.now())
	if err != nil {
		return nil, err
	}
	return &heldNetwork{following, record.Live(network), moment, right}, nil
}
