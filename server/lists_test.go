package server

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// Whoever looks at a list sees what others do to it, its totals included, until it is deleted.
func TestListSubscribersSeeWhatOthersDo(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, `(ann:Creator {followers: 1000, priceLive: 500})`)
	s := serve(t, Config{API: real(t, store), Database: store})
	made := s.ask(d.In(`mutation{saveCreatorList(input:{key:'list',name:"one"}){list{id version}}}`))
	if !strings.Contains(made.text, `"version":1`) {
		t.Fatalf("making a list: %s", made.text)
	}
	list, ann := compile.ID("CreatorList", d.Key("list")), compile.ID("Creator", d.Key("ann"))
	c := s.connect()
	c.subscribe("1", fmt.Sprintf(`subscription{creatorListChanged(list:%q){name items{nodes{status creator{name}}} totals{creators price unique}}}`, list))
	expect := func(what, want string) {
		t.Helper()
		if got := unnumbered(string(c.expect("next", "1").Payload)); got != `{"data":{"creatorListChanged":`+want+`}}` {
			t.Errorf("%s: got %s", what, got)
		}
	}
	expect("at once", `{"name":"one","items":{"nodes":[]},"totals":{"creators":0,"price":null,"unique":null}}`)
	for _, step := range []struct{ what, mutation, want string }{
		{"a creator", `saveListItems(input:{list:%q,items:[{creator:%[2]q,format:LIVE}]}){userErrors{message}}`,
			`{"name":"one","items":{"nodes":[{"status":"CANDIDATE","creator":{"name":"ann"}}]},"totals":{"creators":1,"price":500,"unique":1000}}`},
		{"a status", `saveListItems(input:{list:%q,items:[{creator:%[2]q,status:SENT}]}){userErrors{message}}`,
			`{"name":"one","items":{"nodes":[{"status":"SENT","creator":{"name":"ann"}}]},"totals":{"creators":1,"price":500,"unique":1000}}`},
		{"a name", `saveCreatorList(input:{id:%[1]q,name:"two",version:1}){userErrors{message}}`,
			`{"name":"two","items":{"nodes":[{"status":"SENT","creator":{"name":"ann"}}]},"totals":{"creators":1,"price":500,"unique":1000}}`},
		{"nobody", `removeListItems(input:{list:%q,creators:[%[2]q]}){userErrors{message}}`,
			`{"name":"two","items":{"nodes":[]},"totals":{"creators":0,"price":null,"unique":null}}`},
	} {
		if got := s.ask("mutation{" + fmt.Sprintf(step.mutation, list, ann) + "}"); !strings.Contains(got.text, `"userErrors":[]`) {
			t.Fatalf("%s: %s", step.what, got.text)
		}
		expect(step.what, step.want)
	}
	s.ask(fmt.Sprintf(`mutation{deleteCreatorList(input:{list:%q}){deleted}}`, list))
	c.expect("complete", "1")
	c.subscribe("2", fmt.Sprintf(`subscription{creatorListChanged(list:%q){name}}`, list))
	if f := c.expect("error", "2"); !strings.Contains(string(f.Payload), "there is no creatorList") {
		t.Errorf("a list that is not there: %s", f.Payload)
	}
}

// A scene of the largest size there may be has room in a request, and comes back.
func TestLargestSceneHasRoom(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, `(ann:Creator)`)
	s := serve(t, Config{API: real(t, store), Database: store})
	const save = `mutation SaveScene($in: SaveSceneInput!) { saveScene(input: $in) { scene { version } userErrors { path code message } } }`
	ask := func(bytes int) answer {
		nodes := make([]any, 0, bytes/50)
		for len(nodes) < bytes/50 {
			nodes = append(nodes, strings.Repeat("n", 47)) // two quotation marks and a comma besides
		}
		body, err := json.Marshal(map[string]any{"query": save, "variables": map[string]any{"in": map[string]any{
			"key": d.Key("scene"), "name": "x", "document": map[string]any{"nodes": nodes}}}})
		if err != nil {
			t.Fatal(err)
		}
		return s.post(string(body))
	}
	if got := ask(1_000_050); !strings.Contains(got.text, `"code":"BAD_USER_INPUT"`) || !strings.Contains(got.text, "more than 1000000; leave out") {
		t.Errorf("too large: %.300s", got.text)
	}
	if got := ask(999_950); !strings.Contains(got.text, `"version":1`) {
		t.Errorf("as large as may be: %.300s", got.text)
	}
	if got := s.ask(d.In(`{scene(key:'scene'){document}}`)); len(got.text) < 999_000 {
		t.Errorf("it came back with %d bytes: %.300s", len(got.text), got.text)
	}
}
