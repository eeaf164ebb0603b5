package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// An id with a few options stands for a whole question about what is around it; who writes the question
// themselves is not spoken for.
func TestAnIDStandsForItsNeighborhood(t *testing.T) {
	t.Parallel()

	for asked, want := range map[string]string{
		"of=abc": `{"of":"abc"}`,
		"of=abc&depth=2&limit=7&kinds=RAN,POSTED": `{"depth":2,"kinds":["RAN","POSTED"],"limit":7,"of":"abc"}`,
		"of=abc&depth=two":                        `{"depth":"two","limit":"","of":"abc"}`,
		"of=abc&query={name}":                     "",
		"query={name}":                            "",
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "/export/gexf?"+asked, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := neighborhoodAsked(r).URL.Query()
		if diff := cmp.Diff(want, got.Get("variables")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", asked, diff)
		}
		if strings.Contains(got.Get("query"), "neighborhood(") != (want != "") {
			t.Errorf("%s asks %s", asked, got.Get("query"))
		}
	}
}

// What is no graph, no format, or no question is told as /graphql tells it.
func TestExportsRefuse(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	for path, want := range map[string]string{
		"/export/graphml?query=" + url.QueryEscape("{ name }"): "there are no nodes and edges in the answer; ask for nodes",
		"/export/dot?of=x": "there is no format \\\"dot\\\"; use one of csv, gexf, graphml",
		"/export/csv?query=" + url.QueryEscape(`{ fail(how: "error") }`): `"errors"`,
		"/export/csv?query=" + url.QueryEscape("{ nonsense }"):           "Cannot query field",
		"/export/csv": "query",
		"/export/gexf?query=" + url.QueryEscape("subscription { endless }"): "a subscription has more than one answer",
	} {
		got := s.do(http.MethodGet, path, "")
		if got.status < 400 || !strings.Contains(got.text, want) {
			t.Errorf("%s: %d %s, want %s", path, got.status, got.text, want)
		}
	}
}
