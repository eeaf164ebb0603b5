package columns

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Two runs once proposed different things for one file: of meanings that fit equally well the first is taken, and
// their order was that of a map.
func TestMeaningsStandInOneOrder(t *testing.T) {
	t.Parallel()

	first, words, segments := loadNames(), loadWords(), loadSegments()
	for range 5 {
		if diff := cmp.Diff(first, loadNames(), cmp.AllowUnexported(glossary{}, meaning{})); diff != "" {
			t.Fatalf("names.yaml, read again (-first +again):\n%s", diff)
		}
		if diff := cmp.Diff(words, loadWords(), cmp.AllowUnexported(vocabulary{}, word{})); diff != "" {
			t.Fatalf("words.yaml, read again (-first +again):\n%s", diff)
		}
		if diff := cmp.Diff(segments, loadSegments(), cmp.AllowUnexported(segment{})); diff != "" {
			t.Fatalf("segments.yaml, read again (-first +again):\n%s", diff)
		}
	}
}
