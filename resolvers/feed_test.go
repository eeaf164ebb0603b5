package resolvers

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
)

// stands is how a thing stood, for feeds that are told by hand.
func stands(number int64) reading {
	return reading{data: fmt.Appendf(nil, `{"thing":%d}`, number), number: number, began: time.Now()}
}

func follow(t *testing.T, f *feed, since time.Time, least int64) (out chan answer.Object, n eventNumbers) {
	t.Helper()

	out = make(chan answer.Object)
	ctx, n := withEventNumbering(t.Context())
	go func() {
		defer close(out)
		f.follow(ctx, since, least, out)
	}()
	return out, n
}

func newFeed() *feed { return &feed{changed: make(chan struct{}), asked: make(chan struct{}, 1)} }

// Who reads slowly gets the newest, whatever lay between.
func TestSlowFollowersGetTheNewest(t *testing.T) {
	t.Parallel()

	f := newFeed()
	out, n := follow(t, f, time.Now(), 0)
	f.put(stands(1))
	if got := <-out; string(got) != "1" || <-n != 1 {
		t.Errorf("got %s", got)
	}
	for number := int64(2); number <= 100; number++ {
		f.put(stands(number))
	}
	var got answer.Object
	for range 2 { // one may have been on its way already
		if got = <-out; <-n == 100 {
			break
		}
	}
	if string(got) != "100" {
		t.Errorf("the second event holds %s, want 100", got)
	}
	f.put(reading{ended: true})
	if got, more := <-out; more {
		t.Errorf("after the end: got %s", got)
	}
}

// Who comes back is not told what was read before, nor what an earlier write of its own does not show in.
func TestFollowersBeginWithWhatIsReadForThem(t *testing.T) {
	t.Parallel()

	f := newFeed()
	f.put(stands(7))
	out, _ := follow(t, f, time.Now(), 9)
	f.put(stands(8))
	f.put(stands(9))
	if got := <-out; string(got) != "9" {
		t.Errorf("got %s", got)
	}
}

// A feed reads only when the revision has changed, outlives an outage, and ends when the thing is gone.
func TestFeedsReadWhatChanged(t *testing.T) {
	t.Parallel()

	f := newFeed()
	signal, reads := make(chan struct{}, 1), 0
	type look struct {
		revision int64
		err      error
	}
	looks := []look{{1, nil}, {1, nil}, {0, graph.Errorf(graph.Unavailable, "", "away")}, {2, nil}, {0, graph.Errorf(graph.NotFound, "", "gone")}}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		f.read(t.Context(), signal, func() (int64, error) {
			now := looks[0]
			looks = looks[1:]
			select {
			case signal <- struct{}{}:
			default:
			}
			return now.revision, now.err
		}, func() []byte {
			reads++
			return []byte(`{"a":1}`)
		})
	}()
	<-ended
	if now, _ := f.get(); reads != 2 || !now.ended {
		t.Errorf("%d reads, %+v", reads, now)
	}
}

// The last who leaves ends the reading; the next one starts another.
func TestFeedsEndWithTheirLastFollower(t *testing.T) {
	t.Parallel()

	all, started := &feeds{open: map[feedKey]*feed{}}, 0
	join := func() (*feed, context.Context, func()) {
		var ends context.Context
		f, leave := all.join(feedKey{thing: "Campaign:a"}, func(*feed) func() {
			started++
			ctx, cancel := context.WithCancel(t.Context())
			ends = ctx
			return cancel
		})
		return f, ends, leave
	}
	one, until, leaveOne := join()
	two, _, leaveTwo := join()
	if one != two || started != 1 {
		t.Errorf("two followers have %d readings", started)
	}
	leaveOne()
	if until.Err() != nil {
		t.Error("the reading ended while one followed")
	}
	leaveTwo()
	if until.Err() == nil || len(all.open) != 0 {
		t.Error("the reading goes on though nobody follows")
	}
	three, _, leaveThree := join()
	three.put(reading{ended: true})
	if four, _, leave := join(); four == three {
		t.Error("what has ended was joined")
	} else {
		leave()
	}
	leaveThree()
	if len(all.open) != 0 {
		t.Errorf("%d feeds are left", len(all.open))
	}
}
