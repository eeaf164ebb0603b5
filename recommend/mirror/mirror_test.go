package mirror_test

import (
	"context"
	"errors"
	"log/slog"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/recommend/mirror"
)

// spend is a brand's, as a mirror keeps it.
type spend struct{ now, whole int64 }

// A mirror reads the whole once, follows what is written after it, reads anew where that does not do, and passes errors on.
func TestMirrorFollows(t *testing.T) {
	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, `(a:Brand {spend: 1})`)
	of := func(ctx context.Context, store *graph.Store) (int64, error) {
		rows, err := store.Read(ctx, graph.Statement{Text: "MATCH (b:Brand {key: $key}) RETURN b.spend AS spend",
			Params: map[string]any{"key": d.Key("a")}})
		if err != nil {
			return 0, err
		}
		n, _ := rows[0]["spend"].(int64)
		return n, nil
	}
	set := func(to int64) {
		t.Helper()
		err := store.Write(t.Context(), func(ctx context.Context, tx graph.Tx) error {
			_, err := tx.Run(ctx, graph.Statement{Text: "MATCH (b:Brand {key: $key}) SET b.spend = $to RETURN 1",
				Params: map[string]any{"key": d.Key("a"), "to": to}})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	follows, passed, fails := true, false, error(nil)
	reads := int64(0)
	m := mirror.New(store, slog.New(slog.DiscardHandler), mirror.Source[*spend]{
		What: "what a brand spends",
		Read: func(ctx context.Context, store *graph.Store) (*spend, error) {
			if fails != nil {
				return nil, fails
			}
			reads++
			n, err := of(ctx, store)
			return &spend{n, reads}, err
		},
		Follow: func(ctx context.Context, s *spend) (bool, error) {
			if !follows {
				return false, nil
			}
			n, err := of(ctx, store)
			s.now = n
			return true, err
		},
		Passed: func(*spend) bool { return passed },
	})
	want := func(when string, now, whole int64) {
		t.Helper()
		got, err := m.Value(t.Context())
		if err != nil {
			t.Fatalf("%s: %v", when, err)
		}
		if got.now != now || got.whole != whole {
			t.Errorf("%s: %d, read %d times; want %d, read %d times", when, got.now, got.whole, now, whole)
		}
	}

	fails = graph.Errorf(graph.Conflict, "run creatorgraph analyze", "nothing was learned yet")
	if _, err := m.Value(t.Context()); graph.KindOf(err) != graph.Conflict {
		t.Errorf("before an analysis: %v", err)
	}
	if err := m.Hold(t.Context()); err != nil {
		t.Errorf("held before an analysis: %v", err)
	}
	fails = errors.New("the reading broke off")
	if err := m.Hold(t.Context()); !errors.Is(err, fails) {
		t.Errorf("a reading that broke off: %v", err)
	}
	fails = nil
	want("at first", 1, 1)
	set(2)
	want("after a write", 2, 1)
	follows = false
	set(3)
	want("after a write that cannot be followed", 3, 2)
	follows, passed = true, true
	want("when its day has passed", 3, 2)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := m.Value(gone); err == nil {
		t.Error("a question that was given up was answered")
	}
}
