package compile_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// A cursor gives back its values for the connection and order it was made for, and for no other.
func TestCursors(t *testing.T) {
	t.Parallel()

	values := []any{int64(1 << 52), -0.5, "2026-11-11", "饕餮|key"}
	text, err := compile.EncodeCursor("Query.creators|FOLLOWERS true", values)
	if err != nil {
		t.Fatal(err)
	}
	got, err := compile.DecodeCursor("Query.creators|FOLLOWERS true", text, len(values))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(values, got); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
	for _, signature := range []string{"Query.creators|FOLLOWERS false", "Query.brands|FOLLOWERS true"} {
		if _, err := compile.DecodeCursor(signature, text, len(values)); err == nil {
			t.Errorf("it was taken for %s", signature)
		}
	}
}

// No text makes the readers of cursors and ids fail other than by saying no, and what they accept
// is what they would have written.
func FuzzCursorsAndIDs(f *testing.F) {
	good, err := compile.EncodeCursor("s", []any{int64(5), "k"})
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{good, "", "W10", "WzEsIngiXQ", compile.ID("Creator", "cr-1"), "MATCH (n)", "\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if values, err := compile.DecodeCursor("s", text, 2); err == nil {
			again, err := compile.EncodeCursor("s", values)
			if err != nil {
				t.Fatal(err)
			}
			back, err := compile.DecodeCursor("s", again, 2)
			if err != nil || !cmp.Equal(values, back) {
				t.Errorf("%q: %v, then %v (%v)", text, values, back, err)
			}
		}
		if typ, key, ok := compile.ParseID(text); ok {
			if t2, k2, ok := compile.ParseID(compile.ID(typ, key)); !ok || t2 != typ || k2 != key {
				t.Errorf("%q: %q %q, then %q %q", text, typ, key, t2, k2)
			}
		}
	})
}
