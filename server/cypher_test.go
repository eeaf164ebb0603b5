package server

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// An analyst's statement is answered as a table, and what is wrong with it is told.
func TestCypherOverHTTP(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, campaign)
	s := serve(t, Config{API: real(t, store), Database: store, Explain: true})
	ask := func(statement, rest, header string) answer {
		return s.ask(fmt.Sprintf(`{cypher(statement:%q%s){columns rows truncated}}`, statement, rest), header)
	}
	key := d.Key("acme")
	got := ask("MATCH (b:Brand {key: $key})-->(c) RETURN b.key AS brand, [c.name, 2.5, null] AS list",
		fmt.Sprintf(`,parameters:{key:%q}`, key), explainHeader+": statement")
	want := fmt.Sprintf(`{"cypher":{"columns":["brand","list"],"rows":[[%q,["spring",2.5,null]]],"truncated":false}}`, key)
	if !strings.Contains(got.text, want) {
		t.Errorf("got  %s\nwant %s", got.text, want)
	}
	if !strings.Contains(got.text, `"plan":"`) || !strings.Contains(got.text, "NodeUniqueIndexSeek") {
		t.Errorf("explained: %s", got.text)
	}
	if got := ask("UNWIND [1, 2, 3] AS x RETURN x", ",limit:2", "X: y"); !strings.Contains(got.text, `"rows":[[1],[2]],"truncated":true`) {
		t.Errorf("cut: %s", got.text)
	}
	for _, c := range []struct{ statement, rest, code, want string }{
		{"RETURN", "", "BAD_USER_INPUT", "line 1"},
		{"MATCH (n) SET n.x = 1", "", "BAD_USER_INPUT", "line 1, column 11: SET writes"},
		{"RETURN 1", ",limit:0", "BAD_USER_INPUT", "give 1 to 10000"},
		{"RETURN 1", ",limit:10001", "BAD_USER_INPUT", "give 1 to 10000"},
		{"RETURN 1", ",parameters:[1]", "BAD_USER_INPUT", "give an object"},
		{"RETURN $nothing", "", "BAD_USER_INPUT", "nothing"},
	} {
		if got := ask(c.statement, c.rest, "X: y"); got.code(t) != c.code || !strings.Contains(got.text, c.want) {
			t.Errorf("%s%s: got %s", c.statement, c.rest, got.text)
		}
	}
}

// While a client's statement runs it is given no second one; afterwards it is.
func TestCypherOneAtATime(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	s := serve(t, Config{API: real(t, store), Database: store})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		forever := `{"query":"{cypher(statement:\"UNWIND range(1, 1000000000000) AS x RETURN count(x)\"){rows}}"}`
		for ctx.Err() == nil { // the test's second statement may come first and have this one refused
			r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url+"/graphql", strings.NewReader(forever))
			if err != nil {
				t.Error(err)
				return
			}
			r.Header.Set("Content-Type", typeJSON)
			if resp, err := http.DefaultClient.Do(r); err == nil {
				_ = resp.Body.Close() // it tells nothing that matters
			}
		}
	}()
	second := func() string { return s.ask(`{cypher(statement:"RETURN 1 AS one"){rows}}`).text }
	eventually(t, "refused beside the first", func() bool { return strings.Contains(second(), "LIMIT_EXCEEDED") })
	cancel()
	<-ended
	eventually(t, "answered after the first was given up", func() bool { return strings.Contains(second(), `"rows":[[1]]`) })
}
