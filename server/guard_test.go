package server

import (
	"net/http"
	"strings"
	"testing"
)

const readName = `{"query":"{name}"}`

func TestOtherSitesMayNotAsk(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny(), AllowOrigins: []string{"https://app.example"}, AllowHosts: []string{"graph.example"}})
	host := strings.TrimPrefix(s.url, "http://")
	const json = "Content-Type: application/json"
	cases := []struct {
		name, method, path, body string
		headers                  []string
		status                   int
	}{
		{"a program", "POST", "/graphql", readName, []string{json}, 200},
		{"a program's GET", "GET", "/graphql?query={name}", "", nil, 200},
		{"our own page", "POST", "/graphql", readName, []string{json, "Origin: http://" + host, "Sec-Fetch-Site: same-origin"}, 200},
		{"an allowed page", "POST", "/graphql", readName, []string{json, "Origin: https://app.example", "Sec-Fetch-Site: cross-site"}, 200},
		{"another site's script", "POST", "/graphql", readName, []string{json, "Origin: https://evil.example"}, 403},
		{"a sandboxed frame", "POST", "/graphql", readName, []string{json, "Origin: null"}, 403},
		{"another site's image", "GET", "/graphql?query={name}", "", []string{"Sec-Fetch-Site: cross-site"}, 403},
		{"a sister site's image", "GET", "/graphql?query={name}", "", []string{"Sec-Fetch-Site: same-site"}, 403},
		{"a form", "POST", "/graphql", readName, []string{"Content-Type: text/plain"}, 415},
		{"a form of fields", "POST", "/graphql", "query={name}", []string{"Content-Type: application/x-www-form-urlencoded"}, 415},
		{"a multipart form", "POST", "/graphql", "--x\r\n", []string{"Content-Type: multipart/form-data; boundary=x"}, 415},
		{"another charset", "POST", "/graphql", readName, []string{json + "; charset=utf-16"}, 415},
		{"a rebound name", "POST", "/graphql", readName, []string{json, "Host: evil.example:8080"}, 403},
		{"a rebound name at GraphiQL", "GET", "/graphiql/", "", []string{"Host: evil.example"}, 403},
		{"a probe by any name", "GET", "/healthz", "", []string{"Host: 10.1.2.3:8080"}, 200},
		{"localhost", "POST", "/graphql", readName, []string{json, "Host: localhost:8080"}, 200},
		{"IPv6's loopback", "POST", "/graphql", readName, []string{json, "Host: [::1]:8080"}, 200},
		{"an allowed name", "POST", "/graphql", readName, []string{json, "Host: graph.example"}, 200},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()

			got := s.on(t).do(c.method, c.path, c.body, c.headers...)
			if got.status != c.status {
				t.Errorf("got %d %.300s, want %d", got.status, got.text, c.status)
			}
		})
	}
}

// A page of an allowed origin sends what its libraries add (Apollo's names, traces, authorization) and its
// credentials, to every route.
func TestAllowedPagesMayAskAndRead(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny(), AllowOrigins: []string{"https://app.example"}})
	const shared, credentials = "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"
	const names = "apollographql-client-name,apollographql-client-version,authorization,content-type,traceparent,x-apollo-operation-name"
	for _, path := range []string{"/graphql", "/export/graphml", "/export/csv", "/graphiql/", "/healthz", "/readyz", "/metrics", "/"} {
		got := s.do(http.MethodOptions, path, "", "Origin: https://app.example", "Access-Control-Request-Method: POST",
			"Access-Control-Request-Headers: "+names)
		if got.status != http.StatusNoContent || got.header.Get(shared) != "https://app.example" ||
			got.header.Get(credentials) != "true" || got.header.Get("Access-Control-Allow-Headers") != names || got.header.Get("Allow") == "" {
			t.Errorf("%s: the browser's question: got %d %v", path, got.status, got.header)
		}
		got = s.do(http.MethodOptions, path, "", "Origin: https://evil.example", "Access-Control-Request-Method: POST")
		if got.status != http.StatusForbidden || got.header.Get(shared) != "" {
			t.Errorf("%s: another site's: got %d %v", path, got.status, got.header)
		}
	}
	got := s.do(http.MethodOptions, "/graphql", "", "Origin: https://app.example", "Access-Control-Request-Headers: x(y)")
	if allowed := got.header.Get("Access-Control-Allow-Headers"); !strings.Contains(allowed, "Content-Type") || strings.Contains(allowed, "(") {
		t.Errorf("no names: got %q", allowed)
	}
	got = s.post(readName, "Origin: https://app.example")
	if got.header.Get(shared) != "https://app.example" || got.header.Get(credentials) != "true" {
		t.Errorf("the answer: got %v", got.header)
	}
	if got = s.post(readName); got.header.Get(shared) != "" || got.header.Get("Vary") != "Origin" {
		t.Errorf("to a program: got %v", got.header)
	}
	any := serve(t, Config{API: newTiny(), AllowOrigins: []string{"*"}})
	got = any.post(readName, "Origin: https://some.example")
	if got.header.Get(shared) != "https://some.example" || got.header.Get(credentials) != "" {
		t.Errorf("any page: got %v", got.header)
	}
}

// Behind a public address the names by which clients come are unknown unless listed.
func TestPublicAddressAnswersToAnyName(t *testing.T) {
	t.Parallel()

	r, err := http.NewRequest(http.MethodGet, "http://anything.example/graphql", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := newGuard(Config{Listen: ":8080"}).checkHost(r); err != nil {
		t.Error(err)
	}
	if err := newGuard(Config{Listen: ":8080", AllowHosts: []string{"mine.example"}}).checkHost(r); err == nil {
		t.Error("a name that is not listed was let in")
	}
}
