package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestMediaTypeIsNegotiated(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	for accept, want := range map[string]string{
		"":                                  typeJSON,
		"*/*":                               typeJSON,
		"application/*":                     typeJSON,
		"application/json":                  typeJSON,
		"application/graphql-response+json": typeGraphQL,
		"application/graphql-response+json, application/json;q=0.9": typeGraphQL,
		"application/graphql-response+json;q=0.1, application/json": typeJSON,
		"text/html, */*;q=0.8": typeJSON,
		"application/json;q=0, application/graphql-response+json": typeGraphQL,
	} {
		got := s.post(readName, "Accept: "+accept)
		if got.status != http.StatusOK || !strings.HasPrefix(got.header.Get("Content-Type"), want+";") {
			t.Errorf("accept %q: got %d %s, want %s", accept, got.status, got.header.Get("Content-Type"), want)
		}
	}
	if got := s.post(readName, "Accept: image/png"); got.status != http.StatusNotAcceptable {
		t.Errorf("accept image/png: got %d %s", got.status, got.text)
	}
}

func TestAnswerIsWrittenAsItCame(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	got := s.ask("{alias: name}")
	if want := `{"data":{"alias":"it works"}}`; got.text != want {
		t.Errorf("got %s, want %s", got.text, want)
	}
	// A request that never ran has no data entry, not even null.
	if got := s.ask("{"); strings.Contains(got.text, `"data"`) {
		t.Errorf("got %s", got.text)
	}
}

func TestGetIsForQueries(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	get := func(query string, headers ...string) answer {
		return s.do(http.MethodGet, "/graphql?query="+url.QueryEscape(query), "", headers...)
	}
	if got := get("{name}"); got.status != http.StatusOK || got.code(t) != codeOK {
		t.Errorf("a query: got %d %s", got.status, got.text)
	}
	got := get("mutation{touch}")
	if got.status != http.StatusMethodNotAllowed || got.header.Get("Allow") != "POST" {
		t.Errorf("a mutation: got %d %v", got.status, got.header)
	}
	if got = get("{name}", "Accept: text/event-stream"); !strings.Contains(got.text, "it works") {
		t.Errorf("a query as events: got %d %s", got.status, got.text)
	}
	if got = get("mutation{touch}", "Accept: text/event-stream"); got.status != http.StatusMethodNotAllowed {
		t.Errorf("a mutation as events: got %d %s", got.status, got.text)
	}
	got = s.do(http.MethodGet, "/graphql?query={name}&variables={", "")
	if got.status != http.StatusBadRequest || !strings.Contains(got.text, "URL parameter variables") {
		t.Errorf("variables that are no JSON: got %d %s", got.status, got.text)
	}
	if got = s.do(http.MethodPut, "/graphql", ""); got.status != http.StatusMethodNotAllowed {
		t.Errorf("PUT: got %d", got.status)
	}
}

func TestVisitorsAreShownGraphiQL(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	got := s.do(http.MethodGet, "/graphql", "", "Accept: text/html,*/*;q=0.8")
	if got.status != http.StatusSeeOther || got.header.Get("Location") != "/graphiql/" {
		t.Errorf("/graphql: got %d %v", got.status, got.header)
	}
	got = s.do(http.MethodGet, "/graphiql/", "")
	if policy := got.header.Get("Content-Security-Policy"); !strings.Contains(policy, "script-src 'self';") {
		t.Errorf("policy: %q", policy)
	}
	isBuilt := got.status == http.StatusOK && strings.Contains(got.text, `<div id="root">`)
	saysHow := got.status == http.StatusNotFound && strings.Contains(got.text, "make web")
	if !isBuilt && !saysHow {
		t.Errorf("got neither the page nor how to build it: %d %s", got.status, got.text)
	}
}
