package graph_test

import (
	"context"
	"encoding/base64"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// Bookmarks of the future, however many, hold a few connections for a while: they are refused in time, and
// what others ask meanwhile is answered.
func TestBookmarksOfTheFutureHoldNobodyUp(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	mark := written(t, store)
	if err := store.Reach(t.Context(), []string{mark}); err != nil {
		t.Fatalf("the bookmark of a write: %v", err)
	}
	for _, none := range []string{"FB:x", "x"} {
		if err := store.Reach(t.Context(), []string{none}); graph.KindOf(err) != graph.Invalid {
			t.Errorf("%q: got %v", none, err)
		}
	}
	future := ahead(t, mark)
	var all sync.WaitGroup
	for range 130 {
		all.Go(func() {
			if err := store.Reach(t.Context(), []string{future}); graph.KindOf(err) != graph.Invalid {
				t.Errorf("one of the future: got %v", err)
			}
		})
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for range 20 {
		if _, err := store.Read(ctx, graph.Statement{Text: "RETURN 1 AS one"}); err != nil {
			t.Errorf("another client: %v", err)
		}
	}
	all.Wait()
}

// written gives the bookmark of a write that leaves nothing behind.
func written(t *testing.T, store *graph.Store) string {
	t.Helper()
	ctx, marks := graph.WithBookmarks(t.Context(), nil)
	err := store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Run(ctx, graph.Statement{Text: "CREATE (n:Nothing) DELETE n"})
		return err
	})
	if err != nil || len(marks.Marks()) != 1 {
		t.Fatalf("%v %v", marks.Marks(), err)
	}
	return marks.Marks()[0]
}

// ahead gives a bookmark two thousand million transactions later. Its text is PackStream: a list, the 16 bytes of the
// database's id with two before them, the transaction's number as an INT_16 or longer, an empty list.
func ahead(t *testing.T, mark string) string {
	t.Helper()
	raw, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(mark, "FB:"))
	if err != nil || len(raw) < 1+2+16+2 {
		t.Fatalf("a bookmark is written in another way: %x %v", raw, err)
	}
	number := []byte{0xCA, 0x7F, 0xFF, 0xFF, 0x00}
	future := slices.Concat(raw[:1+2+16], number, []byte{0x90})
	return "FB:" + base64.StdEncoding.EncodeToString(future)
}
