package resolvers_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

const saveScene = `mutation($in: SaveSceneInput!) { saveScene(input: $in) {
	scene { id name note document version } userErrors { path code message } } }`

// A scene gives back what was saved, whatever JSON it is, and a second save needs the version of the first.
func TestSceneGivesBackWhatWasSaved(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)`)
	document := `{"empty":[],"nodes":["a","李佳琦 🎉 <b>&\"\u0001"],"pins":{"a":{"x":1.5,"y":-3e-7}},"nothing":null,"deep":[[[true]]]}`
	saved := func(in object) (answer string, scene struct {
		ID       string
		Document any
	}) {
		t.Helper()
		var got struct {
			Data struct {
				SaveScene struct {
					Scene *struct {
						ID       string
						Document any
					}
				}
			}
		}
		answer = a.ask(t, saveScene, object{"in": in})
		if err := json.Unmarshal([]byte(answer), &got); err != nil || got.Data.SaveScene.Scene == nil {
			t.Fatalf("not saved: %s", answer)
		}
		return answer, *got.Data.SaveScene.Scene
	}
	var value any
	if err := json.Unmarshal([]byte(document), &value); err != nil {
		t.Fatal(err)
	}
	_, first := saved(object{"key": d.Key("scene"), "name": "合作圈", "document": value})
	if fmt.Sprint(first.Document) != fmt.Sprint(value) {
		t.Errorf("got %v, want %v", first.Document, value)
	}
	got := d.Unsuffixed(a.ask(t, `query($id: ID!) { node(id: $id) { ... on Scene { key version document } } }`, object{"id": first.ID}))
	if !strings.HasPrefix(got, `{"data":{"node":{"key":"scene","version":1,"document":{`) {
		t.Errorf("as a node: %s", got)
	}
	second, _ := saved(object{"id": first.ID, "version": 1, "name": "合作圈", "document": 7})
	if !strings.Contains(second, `"document":7,"version":2`) {
		t.Errorf("saved anew: %s", second)
	}
	third, _ := saved(object{"id": first.ID, "version": 1, "name": "lost", "document": []any{}, "note": "x"})
	if !strings.Contains(third, `"name":"合作圈","note":null,"document":7,"version":2`) || !strings.Contains(third, `"code":"CONFLICT"`) {
		t.Errorf("another had saved it: %s", third)
	}
	listed := a.ask(t, fmt.Sprintf(`{ scenes(text: "hezuoquan", first: 1000) { nodes { key } } none: scenes(text: %q) { totalCount } }`, d.Key("none")), nil)
	if !strings.Contains(listed, d.Key("scene")) || !strings.Contains(listed, `"none":{"totalCount":0}`) {
		t.Errorf("found by pinyin: %s", listed)
	}
	removed := a.ask(t, `mutation($in: DeleteSceneInput!) { deleteScene(input: $in) { deleted } }`, object{"in": object{"scene": first.ID}})
	if !strings.Contains(removed, first.ID) {
		t.Errorf("deleted: %s", removed)
	}
	recordedAnswer(t, d, "afterwards", `{"data":{"scene":null}}`, a.ask(t, d.In(`{ scene(key: 'scene') { key } }`), nil))
}

// A document that is too large is refused with its size, the bound and the remedy; one that just fits is saved.
func TestSceneIsBounded(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)`)
	got := a.ask(t, saveScene, object{"in": object{"name": "x", "document": strings.Repeat("长", 333_333)}})
	if !strings.Contains(got, `"path":["input","document"],"code":"BAD_USER_INPUT","message":"the document has 1000001 bytes, more than 1000000; leave out`) {
		t.Errorf("too large: %.400s", got)
	}
	got = a.ask(t, saveScene, object{"in": object{"key": d.Key("scene"), "name": "x", "document": strings.Repeat("x", 999_998)}})
	if !strings.Contains(got, `"userErrors":[]`) {
		t.Errorf("just fits: %.400s", got)
	}
}
