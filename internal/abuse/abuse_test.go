package abuse

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/server"
)

// verdict is what an attempt must come to: a status (0: any), the first error's code, and a part of the text.
type verdict struct {
	status int
	code   string
	says   string
}

const (
	limited  = "LIMIT_EXCEEDED"
	input    = "BAD_USER_INPUT"
	invalid  = "GRAPHQL_VALIDATION_FAILED"
	parse    = "GRAPHQL_PARSE_FAILED"
	fine     = "OK"
	maxBytes = 64 << 10 // of any answer here
)

// attempt is one case of the audit.
type attempt struct {
	name string
	ask  request
	want verdict
}

func many(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func quoted(n int) string { return `["` + strings.TrimSuffix(many(n, `unknown-%d","`), `,"`) + `]` }

func get(document string) request {
	return request{method: "GET", path: "/graphql?query=" + url.QueryEscape(document)}
}

func zipped(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return b.String()
}

// overloads ask for more than anybody needs.
var overloads = []attempt{
	{"alias overload", query("{" + many(101, "a%d:__typename ") + "}"), verdict{400, limited, "101 aliases"}},
	{"aliases of one long field", query(`{creators(first:1000){nodes{` + many(100, strings.Repeat("x", 400)+"%d:name ") + "}}}"), verdict{400, limited, "bytes in its answer"}},
	{"long aliases of many rows", query(`{` + many(50, "r%d:creators(first:1000){nodes{"+strings.Repeat("y", 1400)+":name}} ") + "}"), verdict{400, limited, "bytes in its answer"}},
	{"an array of batched queries", request{body: "[" + strings.TrimSuffix(many(10, `{"query":"{__typename}"},`), ",") + "]"}, verdict{400, input, "batches"}},
	{"directive overload", query("{__typename " + strings.Repeat("@skip(if:false)", 500) + "}"), verdict{400, limited, "directives"}},
	{"unknown directives", query("{__typename " + strings.Repeat("@aa ", 150) + "}"), verdict{400, invalid, ""}},
	{"field duplication", query("{" + strings.Repeat("__typename ", 5_000) + "}"), verdict{400, limited, "names"}},
	{"duplicated fields in depth", query(strings.Repeat("{creators{nodes", 1) + "{" + strings.Repeat("name ", 4_000) + "}}}"), verdict{400, limited, "names"}},
	{"circular introspection", query("{__schema{types{fields{type{fields{type{fields{type{fields{type{name}}}}}}}}}}}"), verdict{400, invalid, "ntrospection"}},
	{"circular introspection by fragments", query("{__schema{types{...T}}} fragment T on __Type{fields{type{...U}}} fragment U on __Type{fields{type{fields{type{fields{name}}}}}}"), verdict{400, invalid, "ntrospection"}},
	{"depth", query("{creators{nodes" + strings.Repeat("{agency{creators{nodes", 6) + "{name}" + strings.Repeat("}}}", 6) + "}}"), verdict{400, limited, "fields within"}},
	{"brackets", query(strings.Repeat("{a", 5_000)), verdict{400, limited, "brackets"}},
	{"a fragment within itself", query("{...A} fragment A on Query{...B} fragment B on Query{...A}"), verdict{400, invalid, "itself"}},
	{"a bomb of fragments", query("{creators{nodes{...F0}}}" + many(60, " fragment F%[1]d on Creator{agency{creators(first:1){nodes{...F%[1]d_ ...F%[1]d_}}}} fragment F%[1]d_ on Creator{name}")), verdict{400, invalid, ""}},
	{"a page of a million", query("{creators(first:1000000){nodes{name}}}"), verdict{0, limited, ""}},
	{"pages of pages", query("{brands(first:1000){nodes{campaigns(first:1000){nodes{participations(first:1000){nodes{fee}}}}}}}"), verdict{400, limited, "fewer rows"}},
	{"a page of a million by a variable", query("query($n:Int){creators(first:$n){nodes{name}}}", `{"n":1000000}`), verdict{0, limited, ""}},
	{"fifty roots and one", query("{" + many(51, "a%d:__typename ") + "}"), verdict{400, limited, "fields at its root"}},
	{"100,000 unknown categories", query("query($c:[String!]){creators(filter:{categories:$c}){totalCount}}", `{"c":`+quoted(60_000)+`}`), verdict{0, fine, `"totalCount":0`}},
	{"100,000 unknown keys in a mutation", query("mutation($c:[String!]){createCampaign(input:{brand:\"x\",name:\"x\",objective:AWARENESS,categories:$c}){userErrors{message}}}", `{"c":`+quoted(60_000)+`}`), verdict{0, fine, "no id"}},
	{"a thousand ids of nothing", query("query($i:[ID!]!){nodes(ids:$i){id}}", `{"i":`+quoted(1001)+`}`), verdict{0, limited, "1,000"}},
	{"a filter of many levels", query("{creators(filter:" + strings.Repeat("{AND:[{hasAgency:true},", 60) + "{}" + strings.Repeat("]}", 60) + "){totalCount}}"), verdict{400, limited, ""}},
	{"an OR of hundreds", query("{creators(filter:{OR:[" + strings.Repeat(`{categories:["x"]},`, 400) + "]}){totalCount}}"), verdict{0, limited, "conditions"}},
	{"a text of a megabyte", query("query($t:String!){search(text:$t){totalCount}}", `{"t":"`+strings.Repeat("长", 300_000)+`"}`), verdict{0, input, ""}},
	{"a body beyond the limit", request{body: `{"query":"` + strings.Repeat(" ", 2<<20) + `"}`}, verdict{413, limited, "1048576"}},
	{"a document of comments", query("{__typename}" + strings.Repeat("#x\n", 100_000)), verdict{400, limited, "tokens"}},
	{"a document of commas", query("{" + strings.Repeat(",", 500_000) + "__typename}"), verdict{0, fine, ""}},
	{"ten thousand arguments", query("{creators(" + many(10_000, "a%d:1 ") + "){totalCount}}"), verdict{400, limited, ""}},
	{"ten thousand variables", query("query(" + many(10_000, "$a%d:Int ") + "){__typename}"), verdict{400, limited, ""}},
	{"hundreds of operations", query(many(1_500, "query A%d{__typename} ")), verdict{400, limited, ""}},
	{"mistakes by the hundred", query("{" + many(1_000, "u%d ") + "}"), verdict{400, invalid, "more mistakes"}},
	{"deep variables", query("query($f:CreatorFilter){creators(filter:$f){totalCount}}", `{"f":`+strings.Repeat(`{"AND":[`, 3_000)+strings.Repeat("]}", 3_000)+"}"), verdict{400, limited, "$f"}},
	{"deep JSON", request{body: strings.Repeat("[", 500_000)}, verdict{400, input, ""}},
	{"deep JSON in extensions", request{body: `{"query":"{__typename}","extensions":` + strings.Repeat(`{"a":`, 20_000) + "1" + strings.Repeat("}", 20_000) + "}"}, verdict{400, input, ""}},
	{"a zip bomb", request{body: zipped(`{"query":"` + strings.Repeat(" ", 10<<20) + `{__typename}"}`), headers: []string{"Content-Encoding: gzip"}}, verdict{400, input, ""}},
	{"a head of 100 kB", query("{__typename}").with("X-Long: " + strings.Repeat("x", 100<<10)), verdict{0, "not JSON", ""}},
}

// forgeries come from where they should not.
var forgeries = []attempt{
	{"a mutation by GET", get(`mutation{createCampaign(input:{brand:"x",name:"x",objective:AWARENESS}){userErrors{code}}}`), verdict{405, input, "POST"}},
	{"a query by GET is fine", get("{__typename}"), verdict{200, fine, ""}},
	{"one of two operations by GET", request{method: "GET", path: "/graphql?operationName=M&query=" + url.QueryEscape(`query Q{__typename} mutation M{__typename}`)}, verdict{405, input, "POST"}},
	{"POST of a URL-encoded form", request{body: "query=%7B__typename%7D", headers: []string{"Content-Type: application/x-www-form-urlencoded"}}, verdict{415, input, ""}},
	{"POST of plain text", request{body: `{"query":"{__typename}"}`, headers: []string{"Content-Type: text/plain"}}, verdict{415, input, ""}},
	{"POST without a type", request{body: `{"query":"{__typename}"}`, headers: []string{"Content-Type: "}}, verdict{415, input, ""}},
	{"POST of a multipart form", request{body: "--x\r\n", headers: []string{"Content-Type: multipart/form-data; boundary=x"}}, verdict{415, input, ""}},
	{"POST of application/graphql", request{body: "{__typename}", headers: []string{"Content-Type: application/graphql"}}, verdict{415, input, ""}},
	{"POST with the query in the URL", request{path: "/graphql?query=%7B__typename%7D", body: "{}"}, verdict{400, input, "no query"}},
	{"another site's page", query("{__typename}").with("Origin: https://evil.example"), verdict{403, input, "may not ask"}},
	{"another site's image", get("{__typename}").with("Sec-Fetch-Site: cross-site"), verdict{403, input, ""}},
	{"a page without an origin", query("{__typename}").with("Origin: null"), verdict{403, input, ""}},
	{"another name for this address", query("{__typename}").with("Host: evil.example"), verdict{403, input, "does not answer"}},
	{"another method in a header", query("{__typename}").with("X-HTTP-Method-Override: DELETE"), verdict{200, fine, ""}},
	{"PUT", request{method: "PUT", body: "{}"}, verdict{405, input, ""}},
	{"TRACE", request{method: "TRACE"}, verdict{405, input, ""}},
	{"a socket of another site", request{method: "GET", headers: []string{"Origin: https://evil.example", "Connection: Upgrade", "Upgrade: websocket"}}, verdict{403, input, ""}},
	{"a bookmark made up", query("{creators{totalCount}}").with("Creatorgraph-Bookmark: FB:kcwQAAAAAAAAAAAAAAAAAAAAAMr/////kA=="), verdict{400, input, "bookmark"}},
	{"a bookmark of nonsense", query("{creators{totalCount}}").with("Creatorgraph-Bookmark: ';--"), verdict{400, input, "bookmark"}},
	{"a cookie of nonsense", query("{__typename}").with("Cookie: creatorgraph_bookmark=%00%ff"), verdict{200, fine, ""}},
	{"a hash of another text", request{body: `{"query":"{__typename}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + strings.Repeat("0", 64) + `"}}}`}, verdict{400, input, "SHA-256"}},
}

// oddities are texts and values that trip parsers and databases.
var oddities = []attempt{
	{"Cypher in a key", query(`{creator(key:"' OR 1=1 MATCH (n) DETACH DELETE n //"){name}}`), verdict{0, fine, `"creator":null`}},
	{"Lucene in a search", query(`{search(text:"a~~ OR (b:[* TO *] && /.*/"){totalCount}}`), verdict{0, fine, ""}},
	{"a wildcard in a search", query(`{search(text:"*"){totalCount}}`), verdict{0, "", ""}},
	{"a null byte", query(`{creator(key:"a\u0000b"){name}}`), verdict{0, fine, `"creator":null`}},
	{"a null byte in the document", request{body: "{\"query\":\"{__typename\\u0000}\"}"}, verdict{400, parse, ""}},
	{"half a surrogate pair", request{body: `{"query":"query($k:String){creator(key:$k){name}}","variables":{"k":"\ud800"}}`}, verdict{400, input, "half a surrogate pair"}},
	{"a code point beyond Unicode", query(`{creator(key:"\u{110000}"){name}}`), verdict{400, parse, ""}},
	{"text that turns around", query(`query($k:String){creator(key:$k){name}}`, `{"k":"\u202egnp.exe"}`), verdict{0, fine, `"creator":null`}},
	{"bytes that are no UTF-8", request{body: "{\"query\":\"{creator(key:\\\"\xff\xfe\\\"){name}}\"}"}, verdict{400, input, "UTF-8"}},
	{"a byte order mark", request{body: "\ufeff" + `{"query":"{__typename}"}`}, verdict{400, input, ""}},
	{"the same name twice in JSON", request{body: `{"query":"{__typename}","query":"mutation{__typename}"}`}, verdict{200, fine, "Mutation"}},
	{"a number beyond all", query("query($f:CreatorFilter){creators(filter:$f){totalCount}}", `{"f":{"followers":{"gte":1e999}}}`), verdict{0, input, "number"}},
	{"a number of a million digits", query("query($f:CreatorFilter){creators(filter:$f){totalCount}}", `{"f":{"followers":{"gte":`+strings.Repeat("9", 900_000)+`}}}`), verdict{0, input, "number"}},
	{"NaN", request{body: `{"query":"{__typename}","variables":{"a":NaN}}`}, verdict{400, input, ""}},
	{"a prototype", query("query($f:CreatorFilter){creators(filter:$f){totalCount}}", `{"f":{"__proto__":{"x":1}}}`), verdict{400, input, "__proto__"}},
	{"an empty id", query(`{node(id:""){id}}`), verdict{0, input, "no id"}},
	{"an id of a path", query(`{node(id:"../../etc/passwd"){id}}`), verdict{0, input, "no id"}},
	{"a cursor of nonsense", query(`{creators(after:"eyJhIjoxfQ=="){nodes{key}}}`), verdict{0, input, ""}},
	{"an unknown operation", request{body: `{"query":"query A{__typename}","operationName":"` + strings.Repeat("B", 100_000) + `"}`}, verdict{400, invalid, ""}},
	{"a line break in the request's id", query("{__typename}").with("X-Request-Id: a\tb"), verdict{200, fine, ""}},
	{"markup in an error", query(`{creators(orderBy:"<script>alert(1)</script>"){totalCount}}`), verdict{400, invalid, ""}},
	{"incremental delivery that is not offered", query("{creators{totalCount ... @defer {nodes{name}}}}"), verdict{400, invalid, "defer"}},
}

// insides are what clients have no business with.
var insides = []attempt{
	{"no stack in an error", query("{nmae}"), verdict{400, invalid, ""}},
	{"no tracing", query("{__typename}").with("X-Apollo-Tracing: 1"), verdict{200, fine, `{"data":{"__typename":"Query"}}`}},
	{"no statements where they are off", query("{creators{totalCount}}").with("X-Explain: statement"), verdict{0, "", ""}},
	{"files beside the page", request{method: "GET", path: "/graphiql/..%2f..%2fetc/passwd"}, verdict{404, "not JSON", ""}},
	{"debug pages", request{method: "GET", path: "/debug/pprof/"}, verdict{404, "not JSON", ""}},
	{"Cypher that writes", query(`{cypher(statement:"CREATE (n:Creator) RETURN n"){rows}}`), verdict{0, input, "begin with one of"}},
	{"Cypher that reads files", query(`{cypher(statement:"LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l"){rows}}`), verdict{0, input, ""}},
	{"Cypher that calls procedures", query(`{cypher(statement:"CALL dbms.listConfig() YIELD name, value RETURN name, value"){rows}}`), verdict{0, input, ""}},
	{"Cypher that shows users", query(`{cypher(statement:"SHOW USERS"){rows}}`), verdict{0, input, ""}},
	{"Cypher of two statements", query(`{cypher(statement:"RETURN 1; MATCH (n) DETACH DELETE n"){rows}}`), verdict{0, input, ""}},
	{"Cypher behind a comment", query(`{cypher(statement:"RETURN 1 /* */ // \nUNION MATCH (n) SET n.x = 1 RETURN 1"){rows}}`), verdict{0, input, ""}},
	{"Cypher with an answer of gigabytes", query(`{cypher(statement:"UNWIND range(1, 10000000) AS x RETURN x, 'abcdefghijklmnop'", limit: 5){truncated rows}}`), verdict{0, fine, `"truncated":true`}},
	{"a saved query that is none", query(`{runSavedQuery(name:"../../etc/passwd"){rows}}`), verdict{0, input, "no saved query"}},
}

// Every attempt comes to its verdict in a short answer that shows nothing from inside, and the server is there for
// the next client.
func TestAudit(t *testing.T) {
	s := serve(t, server.Config{Introspect: true})
	t.Run("attempts", func(t *testing.T) {
		for group, attempts := range map[string][]attempt{
			"overload": overloads, "forgery": forgeries, "oddity": oddities, "inside": insides,
		} {
			for _, a := range attempts {
				t.Run(group+"/"+a.name, func(t *testing.T) {
					t.Parallel()
					a.judge(t, s.do(t, a.ask))
				})
			}
		}
	})
	if got := s.do(t, query("{creators(first:1){totalCount}}")); got.code() != fine {
		t.Errorf("the next client: got %d %s", got.status, got.text)
	}
}

// secrets are words from inside that no client should read.
var secrets = []string{".go:", "goroutine", "neo4j-go-driver", "Neo.", "password", "/root/", "INTERNAL_SERVER_ERROR"}

func (a attempt) judge(t *testing.T, got answer) {
	t.Helper()
	code := got.code()
	if a.want.status != 0 && got.status != a.want.status || a.want.code != "" && code != a.want.code ||
		!strings.Contains(got.text, a.want.says) {
		t.Errorf("got %d %s %.500s\nwant %+v", got.status, code, got.text, a.want)
	}
	for _, secret := range secrets {
		if strings.Contains(got.text, secret) {
			t.Errorf("the answer shows %q: %.500s", secret, got.text)
		}
	}
	if len(got.text) > maxBytes {
		t.Errorf("the answer has %d bytes", len(got.text))
	}
	isOurs := got.status != 0 && got.status != 431 // which net/http says before any of ours is asked
	if isOurs && got.header.Get("X-Content-Type-Options") != "nosniff" {
		t.Error("a browser may guess what the answer is")
	}
}

// Where introspection is off nothing tells the schema: no introspection, and no names suggested for mistaken ones.
func TestSchemaIsNotGuessedWhereItIsNotTold(t *testing.T) {
	t.Parallel()

	s := serve(t, server.Config{Introspect: false})
	for _, document := range []string{"{__schema{types{name}}}", `{__type(name:"Creator"){name}}`, "{creatrs{totalCount}}",
		"{creators(frist:1){totalCount}}", "{creators(orderBy:[{field:NAEM}]){totalCount}}", "{...A} fragment A on Creatr{name}"} {
		got := s.do(t, query(document))
		if got.code() != invalid || strings.Contains(got.text, "Did you mean") {
			t.Errorf("%s: got %d %s", document, got.status, got.text)
		}
	}
	if got := s.do(t, query("{__typename}")); got.code() != fine {
		t.Errorf("an honest question: got %s", got.text)
	}
}
