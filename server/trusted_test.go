package server

import (
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/creatorgraph/creatorgraph/graph"
)

// trusting serves tiny's schema to those who ask what is trusted.
func trusting(t *testing.T, texts map[string]string) *site {
	t.Helper()
	api := newTiny()
	trusted, err := ReadTrusted(api.schema, Limits{}, TrustedPlace{Name: "ops", Files: files(texts)})
	if err != nil {
		t.Fatal(err)
	}
	return serve(t, Config{API: api, Trusted: trusted, Introspect: true})
}

func files(texts map[string]string) fstest.MapFS {
	all := fstest.MapFS{}
	for name, text := range texts {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return all
}

// Trusted documents run by each of their names and by their text; all others are refused, unread.
func TestOnlyTrustedDocumentsRun(t *testing.T) {
	t.Parallel()

	name, things := "query Name { name }\n", "query Things($n: Int!) { things(first: $n) { totalCount } }"
	s := trusting(t, map[string]string{"Name.graphql": name, "app/Things.graphql": things, "README.md": "none"})
	if got := s.ask(name); got.code(t) != codeOK {
		t.Errorf("the text: got %s", got.text)
	}
	for body, code := range map[string]string{
		`{"documentId":"Name"}`:                                        codeOK,
		`{"documentId":"` + hashOf(name) + `"}`:                        codeOK,
		`{"documentId":"sha256:` + hashOf(name) + `"}`:                 codeOK,
		`{"extensions":` + persisted(hashOf(name)) + `}`:               codeOK,
		`{"documentId":"Things","variables":{"n":2}}`:                  codeOK,
		`{"documentId":"Things","variables":{"n":"two"}}`:              "BAD_USER_INPUT",
		`{"documentId":"Things","variables":{"n":1000000000}}`:         "LIMIT_EXCEEDED",
		`{"documentId":"name"}`:                                        graph.NotTrusted.Code(),
		`{"documentId":"README"}`:                                      graph.NotTrusted.Code(),
		`{"documentId":"Name","query":"{name}"}`:                       graph.NotTrusted.Code(),
		`{"query":"query Name { name }"}`:                              graph.NotTrusted.Code(), // without the line break
		`{"query":"{name}"}`:                                           graph.NotTrusted.Code(),
		`{"query":"{name}","extensions":` + persisted(nameHash) + `}`:  graph.NotTrusted.Code(),
		`{"extensions":` + persisted(nameHash) + `}`:                   graph.NotTrusted.Code(),
		`{"query":"{__schema{types{name}}}"}`:                          graph.NotTrusted.Code(),
		`{"query":"` + strings.Repeat("{", 10_000) + `"}`:              graph.NotTrusted.Code(),
		`{"query":"{nmae"}`:                                            graph.NotTrusted.Code(),
		`{"query":"{name}","extensions":{"persistedQuery":{"a":"b"}}}`: "BAD_USER_INPUT",
	} {
		got := s.post(body)
		if got.code(t) != code {
			t.Errorf("%.200s: got %.300s, want %s", body, got.text, code)
		}
		if code == graph.NotTrusted.Code() && (got.status != http.StatusForbidden || !strings.Contains(got.text, "have the operator add it")) {
			t.Errorf("%.200s: got %d %s", body, got.status, got.text)
		}
	}
	if got := s.do(http.MethodGet, "/graphql?documentId=Name", ""); got.code(t) != codeOK {
		t.Errorf("by GET: got %s", got.text)
	}
	if got := s.do(http.MethodGet, "/graphql?query="+url.QueryEscape("{name}"), ""); got.code(t) != graph.NotTrusted.Code() {
		t.Errorf("another by GET: got %s", got.text)
	}
	if n := s.server.documents.count(); n != 0 {
		t.Errorf("%d documents of clients were kept", n)
	}
}

// Nobody can explore what they may not ask, and the page says so.
func TestTrustedDocumentsHaveNoExplorer(t *testing.T) {
	t.Parallel()

	s := trusting(t, map[string]string{"a.graphql": "{name}", "schema.graphql": "{__schema{queryType{name}}}"})
	got := s.do(http.MethodGet, "/graphiql/", "")
	if got.status != http.StatusNotFound || !strings.Contains(got.text, "trusted documents only") {
		t.Errorf("got %d %s", got.status, got.text)
	}
	if got := s.post(`{"documentId":"schema"}`); got.code(t) == graph.NotTrusted.Code() {
		t.Errorf("a trusted question about the schema: got %s", got.text)
	}
}

// WebSockets are held to the same documents.
func TestTrustedDocumentsOnWebSockets(t *testing.T) {
	t.Parallel()

	c := trusting(t, map[string]string{"a.graphql": "{name}"}).connect()
	c.subscribe("1", "{name}")
	c.expect("next", "1")
	c.expect("complete", "1")
	c.subscribe("2", "{ name }")
	if got := c.expect("error", "2"); !strings.Contains(string(got.Payload), graph.NotTrusted.Code()) {
		t.Errorf("got %s", got.Payload)
	}
}

// All that is wrong in a folder is told at once, with the places.
func TestUntrustworthyFoldersAreRefused(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		texts map[string]string
		says  []string
	}{
		"mistakes": {map[string]string{"a.graphql": "{\n  nmae }", "b/c.graphql": "{ name", "ok.graphql": "{name}"},
			[]string{`ops/a.graphql:2:3: Cannot query field "nmae"`, "ops/b/c.graphql:1:7: ", "mend the document"}},
		"fragments alone":   {map[string]string{"f.graphql": "fragment F on Thing { name }"}, []string{"ops/f.graphql:1:1: no operation"}},
		"beyond a limit":    {map[string]string{"deep.graphql": strings.Repeat("{", 101)}, []string{"ops/deep.graphql:1:1: the document has 101 brackets"}},
		"one name twice":    {map[string]string{"a.graphql": "{name}", "b/a.graphql": "{ name }"}, []string{"ops/b/a.graphql: ops/a.graphql has the same name"}},
		"no documents":      {map[string]string{"a.txt": "{name}"}, []string{"ops has no .graphql files; put one in"}},
		"not even a folder": {nil, []string{"ops"}},
	} {
		_, err := ReadTrusted(newTiny().schema, Limits{}, TrustedPlace{Name: "ops", Files: files(c.texts)})
		for _, part := range c.says {
			if err == nil || !strings.Contains(err.Error(), part) {
				t.Errorf("%s: %v does not say %q", name, err, part)
			}
		}
	}
}

// Manifests of the usual tools are read as they are: each document by its own id, all beside a folder's.
func TestManifestsOfTheUsualTools(t *testing.T) {
	t.Parallel()

	api := newTiny()
	dir := files(map[string]string{
		"ops/Name.graphql": "query Name { name }",
		"apollo.json": `{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [
			{"id": "dc67510f", "name": "Things", "type": "query", "body": "query Things { things { totalCount __typename } }"}]}`,
		"codegen.json": `{"sha256:ABC": "query Codegen { name }", "Again": "query Name { name }"}`,
		"relay.json":   `{"0f4d": "query Relay {\n  name\n}\n"}`,
	})
	ops, err := fs.Sub(dir, "ops")
	if err != nil {
		t.Fatal(err)
	}
	trusted, err := ReadTrusted(api.schema, Limits{}, TrustedPlace{Name: "ops", Files: ops},
		TrustedPlace{Name: "apollo.json", Files: dir, File: "apollo.json"},
		TrustedPlace{Name: "codegen.json", Files: dir, File: "codegen.json"},
		TrustedPlace{Name: "relay.json", Files: dir, File: "relay.json"})
	if err != nil {
		t.Fatal(err)
	}
	s := serve(t, Config{API: api, Trusted: trusted})
	for _, id := range []string{"Name", "dc67510f", "ABC", "sha256:ABC", "Again", "0f4d", hashOf("query Codegen { name }")} {
		for _, body := range []string{`{"documentId":"` + id + `"}`, `{"extensions":` + persisted(id) + `}`} {
			if got := s.post(body); got.code(t) != codeOK {
				t.Errorf("%s: got %s", body, got.text)
			}
		}
	}
	if got := s.post(`{"documentId":"abc"}`); got.code(t) != graph.NotTrusted.Code() {
		t.Errorf("an id in another case: got %s", got.text)
	}
}

// What a manifest lacks is told with its place, never read as if it held nothing.
func TestUntrustworthyManifestsAreRefused(t *testing.T) {
	t.Parallel()

	for text, says := range map[string]string{
		`{"a": "{ nmae }"}`: `m.json: document "a":1:3: Cannot query field "nmae"`,
		`{"a": 1}`:          "m.json: it is no manifest",
		`[]`:                "it is no manifest",
		`{`:                 "it is no manifest",
		`{}`:                "it holds no documents",
		`{"a": "{name}", "sha256:a": "{ name }"}`:                                                                                                     "has the same name",
		`{"format": "apollo-persisted-query-manifest", "version": 2, "operations": []}`:                                                               "of version 2",
		`{"format": "apollo-persisted-query-manifest", "version": 1, "operations": []}`:                                                               "it holds no documents",
		`{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"body": "{name}"}]}`:                                             "operations[0] has no id",
		`{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": "a", "body": "{name}"}, {"id": "a", "body": "{ name }"}]}`: "operations[1]",
	} {
		_, err := ReadTrusted(newTiny().schema, Limits{}, TrustedPlace{Name: "m.json", File: "m.json", Files: files(map[string]string{"m.json": text})})
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v does not say %q", text, err, says)
		}
	}
}
