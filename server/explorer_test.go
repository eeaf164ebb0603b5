package server

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/schema"
	"github.com/creatorgraph/creatorgraph/web"
)

// The explorer answers at / and at every address of its own that a person opens; a program that asks for
// what is not there is told so.
func TestExplorerAnswersAtItsAddresses(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	const person = "Accept: text/html,*/*;q=0.8"
	_, err := fs.Stat(web.Dist, "dist/index.html")
	isBuilt := err == nil
	for _, c := range []struct {
		path, header string
		isPage       bool
	}{
		{"/", "Accept: */*", true},
		{"/explore?of=x", person, true},
		{"/creator/cr-000001", person, true},
		{"/creator/cr-000001", "Accept: application/json", false},
		{"/assets/none.js", person, false},
		{"/nothing.png", person, false},
	} {
		got := s.do(http.MethodGet, c.path, "", c.header)
		switch {
		case !c.isPage && got.status != http.StatusNotFound:
			t.Errorf("%s (%s): got %d, want 404", c.path, c.header, got.status)
		case c.isPage && !isBuilt && !strings.Contains(got.text, "make web"):
			t.Errorf("%s: got neither the page nor how to build it: %d %s", c.path, got.status, got.text)
		case c.isPage && isBuilt && (got.status != http.StatusOK || !strings.Contains(got.text, `<div id="root">`)):
			t.Errorf("%s: got %d %.200s", c.path, got.status, got.text)
		}
		if !c.isPage {
			continue
		}
		if policy := got.header.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'self'; worker-src 'self'") {
			t.Errorf("%s: policy %q", c.path, policy)
		}
		if got.header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s: Cache-Control %q", c.path, got.header.Get("Cache-Control"))
		}
	}
	if got := s.do(http.MethodPost, "/", "{}"); got.status != http.StatusMethodNotAllowed {
		t.Errorf("POST /: got %d", got.status)
	}
}

// The explorer works where only its own documents are trusted: each of them is valid, and sent as the manifest has it.
func TestExplorerDocumentsCanBeTrusted(t *testing.T) {
	t.Parallel()

	place := ExplorerDocuments()
	if _, err := fs.Stat(place.Files, place.File); err != nil {
		t.Skip("the explorer is not built; run make web")
	}
	m, err := mapping.Load(schema.Files)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadTrusted(m.Schema, DefaultLimits(), place); err != nil {
		t.Error(err)
	}
}

func TestEncodingsAreAcceptedAsClientsSay(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		list, encoding string
		want           bool
	}{
		{"gzip, br", "br", true},
		{"gzip;q=0.5, br;q=0.9", "gzip", true},
		{"br; q=0, gzip", "br", false},
		{"", "gzip", false},
		{"brotli", "br", false},
	} {
		if got := accepts(c.list, c.encoding); got != c.want {
			t.Errorf("accepts(%q, %q): got %t", c.list, c.encoding, got)
		}
	}
}

// Another page may show only what cannot change anything: the view of a scene.
func TestFramersOfTheExplorer(t *testing.T) {
	t.Parallel()

	for address, want := range map[string]string{
		"/explore?embed":        "*",
		"/explore?embed=true":   "*",
		"/explore":              "'self'",
		"/lists/li-1?embed":     "'self'",
		"/explore/x?embed=true": "'self'",
	} {
		if got := framers(httptest.NewRequest(http.MethodGet, address, nil)); got != want {
			t.Errorf("pages that may frame %s: %s, want %s", address, got, want)
		}
	}
}
