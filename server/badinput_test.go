package server

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// Whatever a client sends, it is told the place, a stable code and what to do; the server lives on.
func TestBadInputIsToldWhatIsWrong(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny(), Introspect: true})
	query := func(text string) string {
		body, _ := json.Marshal(map[string]string{"query": text}) //nolint:errchkjson // a map of strings
		return string(body)
	}
	many := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	cases := []struct {
		name, body string
		status     int
		code, says string
	}{
		{"nesting 10,000 deep", query(strings.Repeat("{things", 10_000)), 400, "LIMIT_EXCEEDED", "10000 brackets"},
		{"a body of braces", query(strings.Repeat("{", 1<<20-100)), 400, "LIMIT_EXCEEDED", "brackets"},
		{"a list literal 10,000 deep", query("{nodes(ids:" + strings.Repeat("[", 10_000)), 400, "LIMIT_EXCEEDED", "brackets"},
		{"10,000 aliases", query("{" + many(10_000, "a%d:name ") + "}"), 400, "LIMIT_EXCEEDED", "has"},
		{"101 aliases", query("{" + many(101, "a%d:name ") + "}"), 400, "LIMIT_EXCEEDED", "101 aliases; the limit is 100"},
		{"directives", query("{name " + strings.Repeat("@skip(if:false)", 201) + "}"), 400, "LIMIT_EXCEEDED", "201 directives"},
		{"one field 4,000 times", query("{" + strings.Repeat("name ", 4_000) + "}"), 400, "LIMIT_EXCEEDED", "4000 names"},
		{"51 root fields", query("{" + strings.Repeat("name ", 51) + "}"), 400, "LIMIT_EXCEEDED", "51 fields at its root"},
		{"16 fields deep", query(strings.Repeat("{things{nodes", 7) + "{things{totalCount}}" + strings.Repeat("}}", 7)), 400, "LIMIT_EXCEEDED", "16 fields within"},
		{"a thousand rows thrice", query("{things(first:1000){nodes{things(first:1000){nodes{things(first:1000){nodes{name}}}}}}}"), 400, "LIMIT_EXCEEDED", "fewer rows"},
		{"a 20 MB body", query(strings.Repeat(" ", 20<<20)), 413, "LIMIT_EXCEEDED", "1048576 bytes"},
		{"no body", "", 400, "BAD_USER_INPUT", "empty"},
		{"malformed JSON", "{\n  \"query\": nope", 400, "BAD_USER_INPUT", "line 2, column 13"},
		{"JSON that ends early", `{"query": "{name`, 400, "BAD_USER_INPUT", "ends too early"},
		{"JSON with more after it", `{"query":"{name}"} {}`, 400, "BAD_USER_INPUT", "more after its end"},
		{"a number as query", `{"query": 7}`, 400, "BAD_USER_INPUT", "a JSON number as query"},
		{"a list as variables", `{"query":"{name}","variables":[1]}`, 400, "BAD_USER_INPUT", "an object or null"},
		{"a batch", `[{"query":"{name}"}]`, 400, "BAD_USER_INPUT", "batches"},
		{"no query", `{"variables":{}}`, 400, "BAD_USER_INPUT", "no query"},
		{"not UTF-8", "{\"query\":\"{name(a:\\\"\xff\\\")}\"}", 400, "BAD_USER_INPUT", "UTF-8"},
		{"half a character", `{"query":"query($n:Int!){things(first:$n){totalCount}}","variables":{"n":"\ud83d"}}`, 400, "BAD_USER_INPUT", "half a surrogate pair, \\\\ud83d, at line 1, column 74"},
		{"half a character in the document", query(`{things(after:"\ud83d"){totalCount}}`), 400, "BAD_USER_INPUT", "the document has half a surrogate pair"},
		{"a document that is no GraphQL", query("{name"), 400, "GRAPHQL_PARSE_FAILED", "Expected Name"},
		{"an unknown field", query("{nmae}"), 400, "GRAPHQL_VALIDATION_FAILED", `Did you mean \"name\"`},
		{"2,000 unknown fields", query("{" + many(2_000, "u%d ") + "}"), 400, "GRAPHQL_VALIDATION_FAILED", "1980 more mistakes"},
		{"a fragment within itself", query("{...A} fragment A on Query{...A}"), 400, "GRAPHQL_VALIDATION_FAILED", "itself"},
		{"an unknown operation", `{"query":"query A{name} query B{name}","operationName":"C"}`, 400, "GRAPHQL_VALIDATION_FAILED", `one of \"A\", \"B\"`},
		{"which of two operations", `{"query":"query A{name} query B{name}"}`, 400, "GRAPHQL_VALIDATION_FAILED", "does not say which"},
		{"a variable of another type", `{"query":"query($n:Int!){things(first:$n){totalCount}}","variables":{"n":"x"}}`, 400, "BAD_USER_INPUT", "variable $n"},
		{"a missing variable", `{"query":"query($n:Int!){things(first:$n){totalCount}}"}`, 400, "BAD_USER_INPUT", "variable $n: must be defined"},
		{"a place within a variable", `{"query":"query($f:Filter){things(filter:$f){totalCount}}","variables":{"f":{"AND":[{"nme":"x"}]}}}`, 400, "BAD_USER_INPUT", "$f.AND[0].nme"},
		{"a variable nested 5,000 deep", `{"query":"query($f:Filter){things(filter:$f){totalCount}}","variables":{"f":` + strings.Repeat(`{"AND":[`, 2_500) + strings.Repeat("]}", 2_500) + `}}`, 400, "LIMIT_EXCEEDED", "variable $f"},
		{"a subscription by POST", query("subscription{tick}"), 406, "BAD_USER_INPUT", "text/event-stream"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()

			got := s.on(t).post(c.body)
			if got.status != c.status || got.code(t) != c.code || !strings.Contains(got.text, c.says) {
				t.Errorf("got %d %s %.400s\nwant %d %s with %q",
					got.status, got.code(t), got.text, c.status, c.code, c.says)
			}
			if len(got.text) > 8<<10 {
				t.Errorf("the answer has %d bytes", len(got.text))
			}
		})
	}
}

// A fragment that spreads two of the next, a hundred times over, would have more fields than atoms.
func TestFragmentBombIsWeighedOnce(t *testing.T) {
	t.Parallel()

	var doc strings.Builder
	doc.WriteString("{things{nodes{...F0}}}")
	for i := range 90 {
		fmt.Fprintf(&doc, " fragment F%d on Thing{tags{name} ...F%d ...F%d}", i, i+1, i+1)
	}
	doc.WriteString(" fragment F90 on Thing{name}")
	got := serve(t, Config{API: newTiny()}).ask(doc.String())
	if got.code(t) != "LIMIT_EXCEEDED" || !strings.Contains(got.text, "values in its answer") {
		t.Errorf("got %d %.400s", got.status, got.text)
	}
}

func TestErrorsShowNoInternals(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	t.Run("how", func(t *testing.T) {
		for how, code := range map[string]string{
			"panic": "INTERNAL_SERVER_ERROR", "error": "INTERNAL_SERVER_ERROR", "database": "SERVICE_UNAVAILABLE",
		} {
			t.Run(how, func(t *testing.T) {
				t.Parallel()

				id := "internals-" + how
				got := s.on(t).ask(`{fail(how:"`+how+`")}`, "X-Request-Id: "+id)
				if got.code(t) != code || strings.Contains(got.text, "secret") {
					t.Errorf("want %s without the secret, got %s", code, got.text)
				}
				if len(s.log.with(id, "secret of the")) == 0 {
					t.Error("the log does not tell the cause with the request's id")
				}
			})
		}
	})
	if lines := s.log.with(`"msg":"panic"`, "harness_test.go"); len(lines) == 0 {
		t.Error("the log has no stack of the panic")
	}
}

func TestTimeLimitReachesTheDatabase(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny(), Limits: Limits{Time: 50 * time.Millisecond}})
	if got := s.ask("{wait}"); got.code(t) != "TIMEOUT" {
		t.Errorf("got %d %s", got.status, got.text)
	}
}

func TestIntrospectionCanBeSwitchedOff(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny(), Introspect: false})
	for _, query := range []string{"{__schema{types{name}}}", `{...A} fragment A on Query{__type(name:"Thing"){name}}`} {
		got := s.ask(query)
		if got.status != http.StatusBadRequest || !strings.Contains(got.text, "introspection is switched off") {
			t.Errorf("%s: got %d %s", query, got.status, got.text)
		}
	}
}

// Who sends all of a body that is too large before reading anything is told so, too, and not cut off.
func TestTooLargeIsToldToWhoSendsAllFirst(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	body := strings.Repeat(" ", 20<<20)
	if _, err := fmt.Fprintf(conn, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body); err != nil {
		t.Fatalf("sending: %v", err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatalf("reading the answer: %v", err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("status %d", answer.StatusCode)
	}
}
