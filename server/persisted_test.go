package server

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
)

// nameHash is what `printf '{name}' | sha256sum` gives.
const nameHash = "5e291d7bcb2dd847587ba2740ddd82717d198a9dca7b016fe26ab84acf58d856"

func persisted(hash string) string {
	return `{"persistedQuery":{"version":1,"sha256Hash":"` + hash + `"}}`
}

// A client asks by hash, is told that the text is not known, sends both once and then the hash alone,
// as Apollo's clients do; others may do so too.
func TestDocumentsArePersistedByTheirHash(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	hash := hashOf("{name}")
	if hash != nameHash {
		t.Fatalf("hash %s", hash)
	}
	byHash := `{"extensions":` + persisted(hash) + `}`
	got := s.post(byHash)
	if got.status != http.StatusOK || got.code(t) != "PERSISTED_QUERY_NOT_FOUND" ||
		!strings.Contains(got.text, `"message":"PersistedQueryNotFound"`) {
		t.Fatalf("before: got %d %s", got.status, got.text)
	}
	if got := s.post(`{"query":"{name}","extensions":` + persisted(hash) + `}`); got.code(t) != codeOK {
		t.Fatalf("with its text: got %s", got.text)
	}
	upper := persisted(strings.ToUpper(hash))
	for name, again := range map[string]answer{
		"POST":       s.post(byHash),
		"upper case": s.post(`{"extensions":` + upper + `}`),
		"GET":        s.do(http.MethodGet, "/graphql?extensions="+url.QueryEscape(persisted(hash)), ""),
		"documentId": s.post(`{"documentId":"sha256:` + hash + `"}`),
		"both":       s.post(`{"query":"{name}","documentId":"` + hash + `"}`),
		"GET by id":  s.do(http.MethodGet, "/graphql?documentId="+hash, ""),
	} {
		if again.text != `{"data":{"name":"it works"}}` {
			t.Errorf("%s: got %d %s", name, again.status, again.text)
		}
	}
}

// What is known by its text is known by its hash; variables and operation names go with it.
func TestPersistedDocumentsTakeVariablesAndNames(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	text := "query A($n: Int!){things(first:$n){totalCount}} mutation B{touch}"
	s.post(`{"query":"` + text + `","operationName":"A","variables":{"n":1}}`)
	ask := func(rest string) answer {
		return s.post(`{"extensions":` + persisted(hashOf(text)) + `,` + rest + `}`)
	}
	for rest, code := range map[string]string{
		`"operationName":"A","variables":{"n":2}`:          codeOK,
		`"operationName":"A"`:                              "BAD_USER_INPUT",
		`"operationName":"A","variables":{"n":2000000000}`: "LIMIT_EXCEEDED",
		`"operationName":"B"`:                              codeOK,
		`"operationName":"C"`:                              "GRAPHQL_VALIDATION_FAILED",
	} {
		if got := ask(rest); got.code(t) != code {
			t.Errorf("%s: got %s, want %s", rest, got.text, code)
		}
	}
	link := "/graphql?operationName=B&extensions=" + url.QueryEscape(persisted(hashOf(text)))
	if got := s.do(http.MethodGet, link, ""); got.status != http.StatusMethodNotAllowed {
		t.Errorf("a mutation by GET: got %d %s", got.status, got.text)
	}
}

func TestPersistedDocumentsRefused(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny(), Introspect: true})
	s.ask("{name}")
	hash := hashOf("{name}")
	for name, c := range map[string]struct{ body, code, says string }{
		"another text's hash":    {`{"query":"{ name }","extensions":` + persisted(hash) + `}`, "BAD_USER_INPUT", "hash exactly the text"},
		"no text's hash":         {`{"query":"{name}","extensions":` + persisted("abc") + `}`, "BAD_USER_INPUT", `not \"abc\"`},
		"version 2":              {`{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"` + hash + `"}}}`, "BAD_USER_INPUT", "version 1"},
		"no version":             {`{"extensions":{"persistedQuery":{"sha256Hash":"` + hash + `"}}}`, "BAD_USER_INPUT", "version 1"},
		"no hash":                {`{"extensions":{"persistedQuery":{"version":1}}}`, "BAD_USER_INPUT", "no hash"},
		"a hash that is none":    {`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":7}}}`, "BAD_USER_INPUT", "no hash"},
		"something else instead": {`{"extensions":{"persistedQuery":[1]}}`, "BAD_USER_INPUT", "no hash"},
		"an unknown id":          {`{"documentId":"nope"}`, "PERSISTED_QUERY_NOT_FOUND", "send the query's text once"},
		"a number as id":         {`{"documentId":7}`, "BAD_USER_INPUT", "a string or null"},
		"null":                   {`{"extensions":{"persistedQuery":null}}`, "BAD_USER_INPUT", "no query"},
		"a text that is invalid": {`{"query":"{nmae}","extensions":` + persisted(hashOf("{nmae}")) + `}`, "GRAPHQL_VALIDATION_FAILED", "name"},
	} {
		if got := s.post(c.body); got.code(t) != c.code || !strings.Contains(got.text, c.says) {
			t.Errorf("%s: got %s, want %s with %q", name, got.text, c.code, c.says)
		}
	}
	if got := s.post(`{"extensions":` + persisted(hashOf("{nmae}")) + `}`); got.code(t) != graph.NotPersisted.Code() {
		t.Errorf("an invalid text was kept: %s", got.text)
	}
}

// Hashes are forgotten with their texts: what clients send stays bounded.
func TestPersistedDocumentsAreForgottenInTheirTurn(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny(), Limits: Limits{Documents: 2}})
	for i := range 3 {
		s.ask(fmt.Sprintf("{a%d:name}", i))
	}
	for i, code := range []string{graph.NotPersisted.Code(), codeOK, codeOK} {
		hash := hashOf(fmt.Sprintf("{a%d:name}", i))
		if got := s.post(`{"extensions":` + persisted(hash) + `}`); got.code(t) != code {
			t.Errorf("%d: got %s, want %s", i, got.text, code)
		}
	}
	if n := len(s.server.documents.byHash); n != 2 {
		t.Errorf("%d hashes", n)
	}
}

// WebSockets know hashes as well.
func TestPersistedDocumentsOnWebSockets(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	s.ask("{name}")
	c := s.connect()
	c.send("subscribe", "1", map[string]any{"extensions": json.RawMessage(persisted(nameHash))})
	if got := string(c.expect("next", "1").Payload); !strings.Contains(got, "it works") {
		t.Errorf("got %s", got)
	}
}
