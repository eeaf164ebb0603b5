package server

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// What fastJSON reads encoding/json reads the same way, without an error; what clients send as a rule
// it reads.
func FuzzFastJSON(f *testing.F) {
	usual := []string{
		`{"query":"{name}"}`, ` { "query" : "{\n  name\n}" , "variables" : null , "operationName":null } `,
		`{"operationName":"A","query":"query A($a:\"\\\/\b\f\n\r\t四川\")","variables":{"a":[1,-0.5,1e9,1E+2,0,true,false,null,{},[],{"b":{"c":""}}]},"extensions":{}}`,
		`{"documentId":"sha256:ab","extensions":{"persistedQuery":{"version":1,"sha256Hash":"ab"}}}`, `{}`,
		`{"variables":{"a":1,"a":2}}`,
	}
	for _, seed := range usual {
		f.Add(seed)
		if !(&fastJSON{text: []byte(seed)}).params(&requestParams{}) {
			f.Errorf("it does not read %s", seed)
		}
	}
	for _, seed := range []string{
		``, `{`, `[]`, `null`, `{"Query":"a"}`, `{"query":"a","query":"b"}`, `{"variables":{"a":1},"variables":{"b":2}}`,
		`{"query":"\u0041\ud800"}`, `{"query":1}`, `{"variables":[1]}`, `{"query":"a"} x`, `{"query":"a",}`, `{"a":1}`,
		`{"variables":{"a":01}}`, `{"variables":{"a":1.}}`, `{"variables":{"a":-}}`, `{"variables":{"a":.5}}`, `{"variables":{"a":1e}}`,
		"{\"query\":\"a\nb\"}", `{"query":"\x"}`, `{"query":"a\`, `{"variables":{"a":tru}}`, `{"variables":{"a":nulls}}`,
		`{"variables":{"a":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}}`, `{"query" "a"}`, "{\"query\":\"a\"}\x00",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var got, want requestParams
		if !utf8.ValidString(text) || !(&fastJSON{text: []byte(text)}).params(&got) {
			return
		}
		if problem := decode("text", []byte(text), &want); problem != nil {
			t.Fatalf("it reads %q, which is none: %v", text, problem)
		}
		if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(requestParams{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	})
}
