package resolvers_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

const (
	saveList = `mutation($in: SaveCreatorListInput!) { saveCreatorList(input: $in) {
		list { id key name note version campaign { key } } userErrors { path code message } } }`
	saveItems = `mutation($in: SaveListItemsInput!) { saveListItems(input: $in) {
		list { items(orderBy: POSITION) { nodes { creator { key } status position grade tags note reason format price
			currentPrice replaces { key } } } } userErrors { path code message } } }`
)

// object is a part of an operation's variables.
type object = map[string]any

// madeList makes a list and gives its id.
func (a api) madeList(t *testing.T, in object) string {
	t.Helper()

	var got struct {
		Data struct {
			SaveCreatorList struct{ List struct{ ID string } }
		}
	}
	answer := a.ask(t, saveList, object{"in": in})
	if err := json.Unmarshal([]byte(answer), &got); err != nil || got.Data.SaveCreatorList.List.ID == "" {
		t.Fatalf("no list was made: %s", answer)
	}
	return got.Data.SaveCreatorList.List.ID
}

// recordedAnswer compares an answer, without the test's suffix, with what is wanted.
func recordedAnswer(t *testing.T, d graphtest.Drawing, what, want, got string) {
	t.Helper()

	if diff := cmp.Diff(want, d.Unsuffixed(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// What is said of a creator on a list stays until it is said otherwise: a field left out is unchanged, null clears it.
func TestSaveListItemsKeepsWhatIsLeftOut(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator {priceLive: 500000})
		(bea:Creator)
		(spring:Campaign)`)
	ann, bea := id(d, "Creator", "ann"), id(d, "Creator", "bea")
	list := a.madeList(t, object{"key": d.Key("list"), "name": "双11 达人清单", "note": "first",
		"campaign": id(d, "Campaign", "spring")})
	recordedAnswer(t, d, "two creators", `{"data":{"saveListItems":{"list":{"items":{"nodes":[`+
		`{"creator":{"key":"ann"},"status":"SHORTLISTED","position":0,"grade":"S","tags":["护肤","高转化"],"note":"ask again",`+
		`"reason":"knows the brand","format":"LIVE","price":null,"currentPrice":500000,"replaces":null},`+
		`{"creator":{"key":"bea"},"status":"CANDIDATE","position":1,"grade":null,"tags":[],"note":null,`+
		`"reason":null,"format":null,"price":null,"currentPrice":null,"replaces":{"key":"ann"}}]}},"userErrors":[]}}}`,
		a.ask(t, saveItems, object{"in": object{"list": list, "items": []any{
			object{"creator": ann, "status": "SHORTLISTED", "grade": "S", "tags": []any{"护肤", "高转化"}, "note": "ask again",
				"reason": "knows the brand", "format": "LIVE"},
			object{"creator": bea, "replaces": ann}}}}))
	recordedAnswer(t, d, "a price, and no note any more", `{"data":{"saveListItems":{"list":{"items":{"nodes":[`+
		`{"creator":{"key":"bea"},"status":"CANDIDATE","position":1,"grade":null,"tags":[],"note":null,`+
		`"reason":null,"format":null,"price":null,"currentPrice":null,"replaces":{"key":"ann"}},`+
		`{"creator":{"key":"ann"},"status":"SHORTLISTED","position":7,"grade":"S","tags":["护肤","高转化"],"note":null,`+
		`"reason":"knows the brand","format":"LIVE","price":450000,"currentPrice":450000,"replaces":null}]}},"userErrors":[]}}}`,
		a.ask(t, saveItems, object{"in": object{"list": list, "items": []any{
			object{"creator": ann, "price": 450000, "note": nil, "position": 7}}}}))
	a.ask(t, `mutation($in: RemoveListItemsInput!) { removeListItems(input: $in) { list { id } } }`,
		object{"in": object{"list": list, "creators": []any{ann}}})
	recordedAnswer(t, d, "who is left, and whom she replaced", `{"data":{"creatorList":{"name":"双11 达人清单","campaign":{"key":"spring"},`+
		`"items":{"totalCount":1,"nodes":[{"creator":{"key":"bea"},"replaces":{"key":"ann"}}]}}}}`,
		a.ask(t, d.In(`{ creatorList(key: 'list') { name campaign { key } items { totalCount nodes { creator { key } replaces { key } } } } }`), nil))
}

// Whoever saves a list that somebody else saved meanwhile loses nothing: it stays as it is, and comes with the answer.
func TestSaveCreatorListTellsOfAConflict(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)`)
	list := a.madeList(t, object{"key": d.Key("list"), "name": "one", "note": "kept"})
	a.ask(t, saveItems, object{"in": object{"list": list, "items": []any{object{"creator": id(d, "Creator", "ann")}}}})
	save := func(in object) string {
		in["id"] = list
		return strings.ReplaceAll(a.ask(t, saveList, object{"in": in}), list, "ID")
	}
	recordedAnswer(t, d, "the version that was read, items having been saved since",
		`{"data":{"saveCreatorList":{"list":{"id":"ID","key":"list","name":"two","note":"kept","version":2,"campaign":null},"userErrors":[]}}}`,
		save(object{"name": "two", "version": 1}))
	recordedAnswer(t, d, "the same version once more",
		`{"data":{"saveCreatorList":{"list":{"id":"ID","key":"list","name":"two","note":"kept","version":2,"campaign":null},"userErrors":[`+
			`{"path":["input","version"],"code":"CONFLICT","message":"version 1 was read, but it was saved since and is version 2 now; `+
			`look at it as it is now and save with that version"}]}}}`,
		save(object{"name": "three", "version": 1, "note": nil}))
	if got := save(object{"name": "three"}); !strings.Contains(got, `"path":["input","version"],"code":"BAD_USER_INPUT"`) {
		t.Errorf("without a version: %s", got)
	}
	got := a.ask(t, saveList, object{"in": object{"key": d.Key("list"), "name": "another"}})
	if !strings.Contains(got, `"name":"two"`) || !strings.Contains(got, `"path":["input","key"],"code":"CONFLICT"`) {
		t.Errorf("a key that is taken: %s", got)
	}
}

// An item that somebody else changed since it was read is not overwritten where the client says what it read.
func TestSaveListItemsTellsOfAConflict(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)
		(bea:Creator)`)
	list := a.madeList(t, object{"key": d.Key("list"), "name": "one"})
	item := func(fields object) string {
		fields["creator"] = id(d, "Creator", "ann")
		return a.ask(t, `mutation($in: SaveListItemsInput!) { saveListItems(input: $in) {
			list { items { nodes { grade note changed } } } userErrors { path code } } }`,
			object{"in": object{"list": list, "items": []any{object{"creator": id(d, "Creator", "bea"), "grade": "B"}, fields}}})
	}
	read := regexp.MustCompile(`"note":"first","changed":"([^"]+)"`).FindStringSubmatch(item(object{"note": "first"}))
	if read == nil {
		t.Fatal("the item was not saved")
	}
	if got := item(object{"grade": "S", "changed": read[1]}); !strings.Contains(got, `"userErrors":[]`) {
		t.Errorf("unchanged since: %s", got)
	}
	if got := item(object{"grade": "A", "changed": read[1]}); !strings.Contains(got, `"grade":"S"`) ||
		!strings.Contains(got, `"userErrors":[{"path":["input","items","1","changed"],"code":"CONFLICT"}]`) {
		t.Errorf("changed since: %s", got)
	}
	if got := item(object{"grade": "A"}); !strings.Contains(got, `"userErrors":[]`) {
		t.Errorf("whatever there is: %s", got)
	}
}

// Two people who change different items of one list at the same time lose nothing.
func TestManySaveItemsOfOneList(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, "(ann:Creator)\n(bea:Creator)\n(cem:Creator)\n(dan:Creator)\n(eve:Creator)\n(fay:Creator)")
	list := a.madeList(t, object{"key": d.Key("list"), "name": "one"})
	done := make(chan string)
	names := []string{"ann", "bea", "cem", "dan", "eve", "fay"}
	for _, name := range names {
		go func() {
			done <- a.ask(t, `mutation($in: SaveListItemsInput!) { saveListItems(input: $in) { userErrors { message } } }`,
				object{"in": object{"list": list, "items": []any{object{"creator": id(d, "Creator", name), "note": name}}}})
		}()
	}
	for range names {
		if got := <-done; got != `{"data":{"saveListItems":{"userErrors":[]}}}` {
			t.Error(got)
		}
	}
	got := a.ask(t, d.In(`{ creatorList(key: 'list') { items(orderBy: POSITION) { nodes { position } } totals { creators } } }`), nil)
	want := `{"data":{"creatorList":{"items":{"nodes":[{"position":0},{"position":1},{"position":2},{"position":3},{"position":4},` +
		`{"position":5}]},"totals":{"creators":6}}}}`
	recordedAnswer(t, d, "all of them, one after another", want, got)
}

// Bad input is told with its place, and nothing of it is saved.
func TestListsRefuseBadInput(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)
		(dior:Brand)`)
	list := a.madeList(t, object{"key": d.Key("list"), "name": "one"})
	ann, nobody := id(d, "Creator", "ann"), id(d, "Creator", "nobody")
	many := make([]any, 1001)
	for i := range many {
		many[i] = object{"creator": ann}
	}
	items := func(all ...any) object { return object{"list": list, "items": all} }
	for _, c := range []struct {
		name, mutation, input string
		in                    object
		path, code            string
	}{
		{"a long note", "saveListItems", "SaveListItemsInput", items(object{"creator": ann, "note": strings.Repeat("长", 2667)}),
			`["input","items","0","note"]`, "BAD_USER_INPUT"},
		{"nobody", "saveListItems", "SaveListItemsInput", items(object{"creator": ann, "grade": "S"}, object{"creator": nobody}),
			`["input","items","1","creator"]`, "NOT_FOUND"},
		{"twice", "saveListItems", "SaveListItemsInput", items(object{"creator": ann}, object{"creator": ann}),
			`["input","items","1","creator"]`, "BAD_USER_INPUT"},
		{"in place of itself", "saveListItems", "SaveListItemsInput", items(object{"creator": ann, "replaces": ann}),
			`["input","items","0","replaces"]`, "BAD_USER_INPUT"},
		{"in place of nobody", "saveListItems", "SaveListItemsInput", items(object{"creator": ann, "replaces": nobody}),
			`["input","items","0","replaces"]`, "NOT_FOUND"},
		{"below zero", "saveListItems", "SaveListItemsInput", items(object{"creator": ann, "price": -1}),
			`["input","items","0","price"]`, "BAD_USER_INPUT"},
		{"too many", "saveListItems", "SaveListItemsInput", object{"list": list, "items": many}, `["input","items"]`, "BAD_USER_INPUT"},
		{"an empty tag", "saveListItems", "SaveListItemsInput", items(object{"creator": ann, "tags": []any{"a", ""}}),
			`["input","items","0","tags","1"]`, "BAD_USER_INPUT"},
		{"a tag that no export could write", "saveListItems", "SaveListItemsInput", items(object{"creator": ann, "tags": []any{"a|b"}}),
			`["input","items","0","tags","0"]`, "BAD_USER_INPUT"},
		{"a brand", "removeListItems", "RemoveListItemsInput", object{"list": list, "creators": []any{id(d, "Brand", "dior")}},
			`["input","creators","0"]`, "BAD_USER_INPUT"},
		{"no such list", "deleteCreatorList", "DeleteCreatorListInput", object{"list": id(d, "CreatorList", "none")},
			`["input","list"]`, "NOT_FOUND"},
		{"no such campaign", "saveCreatorList", "SaveCreatorListInput", object{"name": "x", "campaign": id(d, "Campaign", "none")},
			`["input","campaign"]`, "NOT_FOUND"},
	} {
		got := a.ask(t, fmt.Sprintf(`mutation($in: %s!) { %s(input: $in) { userErrors { path code } } }`, c.input, c.mutation),
			object{"in": c.in})
		want := fmt.Sprintf(`{"data":{%q:{"userErrors":[{"path":%s,"code":%q}]}}}`, c.mutation, c.path, c.code)
		if got != want {
			t.Errorf("%s: got %s, want %s", c.name, got, want)
		}
	}
	got := a.ask(t, d.In(`{ creatorList(key: 'list') { items { totalCount } } }`), nil)
	recordedAnswer(t, d, "nothing was saved", `{"data":{"creatorList":{"items":{"totalCount":0}}}}`, got)
}

// A list that is deleted is gone, and a request that is repeated deletes nothing again.
func TestDeleteCreatorList(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)`)
	list := a.madeList(t, object{"key": d.Key("list"), "name": "one"})
	a.ask(t, saveItems, object{"in": object{"list": list, "items": []any{object{"creator": id(d, "Creator", "ann")}}}})
	const remove = `mutation($in: DeleteCreatorListInput!) { deleteCreatorList(input: $in) { deleted userErrors { code } } }`
	for range 2 {
		got := a.ask(t, remove, object{"in": object{"list": list, "clientMutationId": d.Key("once")}})
		recordedAnswer(t, d, "deleted", `{"data":{"deleteCreatorList":{"deleted":"`+list+`","userErrors":[]}}}`, got)
	}
	recordedAnswer(t, d, "afterwards", `{"data":{"creatorList":null,"node":null,"creator":{"key":"ann"}}}`,
		a.ask(t, d.In(`query($id: ID!) { creatorList(key: 'list') { key } node(id: $id) { id } creator(key: 'ann') { key } }`), object{"id": list}))
}

// Totals are those of the items that are asked for: prices agreed or else asked, people once in total and once only.
func TestListTotals(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator {followers: 1000000, priceLive: 500000})-[:REACHES {share: 0.7}]->(women:Segment {dimension: 'GENDER'})
		(bea:Creator {followers: 400000, priceShortVideo: 90000})
		(cem:Creator)`)
	list := a.madeList(t, object{"key": d.Key("list"), "name": "one"})
	a.ask(t, saveItems, object{"in": object{"list": list, "items": []any{
		object{"creator": id(d, "Creator", "ann"), "format": "LIVE", "status": "CONFIRMED"},
		object{"creator": id(d, "Creator", "bea"), "format": "SHORT_VIDEO", "price": 80000},
		object{"creator": id(d, "Creator", "cem"), "format": "SHORT_VIDEO"}}}})
	const totals = `{ creators price unpriced followers byStatus { status count } }`
	recordedAnswer(t, d, "totals", `{"data":{"creatorList":{"all":{"creators":3,"price":580000,"unpriced":1,"followers":1400000,`+
		`"byStatus":[{"status":"CANDIDATE","count":2},{"status":"CONFIRMED","count":1}]},`+
		`"some":{"creators":1,"price":500000,"unpriced":0,"followers":1000000,"byStatus":[{"status":"CONFIRMED","count":1}]},`+
		`"none":{"creators":0,"price":null,"unpriced":0,"followers":null,"byStatus":[]}}}}`,
		a.ask(t, d.In(`{ creatorList(key: 'list') { all: totals `+totals+` some: totals(status: [CONFIRMED, SENT]) `+totals+
			` none: totals(status: [SENT]) `+totals+` } }`), nil))
	var got struct {
		Data struct {
			CreatorList     struct{ Totals, Some, None struct{ Unique *float64 } }
			AudienceOverlap struct{ Unique float64 }
		}
	}
	answer := a.ask(t, d.In(`query($of: [ID!]!) { creatorList(key: 'list') { totals { unique } some: totals(status: [CONFIRMED]) { unique }
		none: totals(status: [SENT]) { unique } } audienceOverlap(creators: $of) { unique } }`),
		object{"of": []any{id(d, "Creator", "ann"), id(d, "Creator", "bea")}})
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		t.Fatal(err)
	}
	of := got.Data.CreatorList
	if of.Totals.Unique == nil || of.Some.Unique == nil || of.None.Unique != nil ||
		!near(*of.Totals.Unique, got.Data.AudienceOverlap.Unique) || !near(*of.Some.Unique, 1_000_000) {
		t.Errorf("unique reach: %s", answer)
	}
}

func near(a, b float64) bool { return a-b < 1 && b-a < 1 }

// Items come in the order that is asked for, a page at a time.
func TestListItemsInOrder(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator {followers: 5, byFollowers: 5, priceLive: 300})
		(bea:Creator {followers: 9, byFollowers: 9, priceLive: 100})
		(cem:Creator)`)
	list := a.madeList(t, object{"key": d.Key("list"), "name": "one"})
	for _, one := range []object{{"creator": id(d, "Creator", "cem"), "status": "DECLINED", "position": 1},
		{"creator": id(d, "Creator", "bea"), "format": "LIVE", "price": 500, "position": 0, "status": "SENT"},
		{"creator": id(d, "Creator", "ann"), "format": "LIVE", "position": 2, "status": "CANDIDATE"},
		{"creator": id(d, "Creator", "cem"), "note": "x"}} {
		a.ask(t, saveItems, object{"in": object{"list": list, "items": []any{one}}})
	}
	for order, want := range map[string]string{"ADDED": "cem bea ann", "CHANGED": "cem ann bea", "POSITION": "bea cem ann",
		"FOLLOWERS": "bea ann cem", "PRICE": "cem ann bea", "STATUS": "ann bea cem"} {
		var got []string
		after := "null"
		for range 3 {
			var page struct {
				Data struct {
					CreatorList struct {
						Items struct {
							Nodes    []struct{ Creator struct{ Name string } }
							PageInfo struct{ EndCursor *string }
						}
					}
				}
			}
			answer := a.ask(t, d.In(fmt.Sprintf(`{ creatorList(key: 'list') { items(orderBy: %s, first: 1, after: %s) {
				nodes { creator { name } } pageInfo { endCursor } } } }`, order, after)), nil)
			if err := json.Unmarshal([]byte(answer), &page); err != nil || len(page.Data.CreatorList.Items.Nodes) != 1 {
				t.Fatalf("%s: %s", order, answer)
			}
			got = append(got, page.Data.CreatorList.Items.Nodes[0].Creator.Name)
			after = fmt.Sprintf("%q", *page.Data.CreatorList.Items.PageInfo.EndCursor)
		}
		if all := strings.Join(got, " "); all != want {
			t.Errorf("%s: %s, want %s", order, all, want)
		}
	}
	recordedAnswer(t, d, "of some statuses", `{"data":{"creatorList":{"items":{"totalCount":2,"nodes":[{"creator":{"key":"bea"}},{"creator":{"key":"ann"}}]}}}}`,
		a.ask(t, d.In(`{ creatorList(key: 'list') { items(status: [SENT, CANDIDATE]) { totalCount nodes { creator { key } } } } }`), nil))
}

// Lists are found by their campaign and by a text in their name, also in pinyin, or in their note; creators by their lists.
func TestListsAreFound(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)
		(bea:Creator)
		(spring:Campaign)`)
	tag := d.Key("")
	first := a.madeList(t, object{"key": d.Key("first"), "name": "护肤达人" + tag, "campaign": id(d, "Campaign", "spring")})
	a.madeList(t, object{"key": d.Key("second"), "name": "Games" + tag, "note": "Players of " + tag})
	a.ask(t, saveItems, object{"in": object{"list": first, "items": []any{object{"creator": id(d, "Creator", "ann")}}}})
	for _, c := range []struct{ arguments, want string }{
		{fmt.Sprintf(`text: "hufudaren%s"`, strings.Map(digits, tag)), "first"},
		{fmt.Sprintf(`text: "护肤达人%s"`, tag), "first"},
		{fmt.Sprintf(`text: "GAMES%s"`, tag), "second"},
		{fmt.Sprintf(`text: "players of %s"`, tag), "second"},
		{fmt.Sprintf(`campaign: %q`, id(d, "Campaign", "spring")), "first"},
		{fmt.Sprintf(`campaign: %q, text: "games"`, id(d, "Campaign", "spring")), ""},
	} {
		got := d.Unsuffixed(a.ask(t, `{ creatorLists(`+c.arguments+`) { nodes { key } } }`, nil))
		want := `{"data":{"creatorLists":{"nodes":[]}}}`
		if c.want != "" {
			want = `{"data":{"creatorLists":{"nodes":[{"key":"` + c.want + `"}]}}}`
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", c.arguments, got, want)
		}
	}
	recordedAnswer(t, d, "pinyin, the last changed first", `{"data":{"creatorLists":{"nodes":[{"key":"first"},{"key":"second"}]}}}`,
		a.ask(t, fmt.Sprintf(`{ creatorLists(text: %q) { nodes { key } } }`, strings.Map(digits, tag)), nil))
	for filter, want := range map[string]string{
		`lists: {some: ['first', 'second']}`:                  `[{"key":"ann"}]`,
		`lists: {none: ['first']}`:                            `[{"key":"bea"}]`,
		`lists: {all: ['first', 'second']}`:                   `[]`,
		`lists: {some: ['first'], since: "2026-01-01"}`:       `[{"key":"ann"}]`,
		`lists: {some: ['first'], since: "2200-01-01"}`:       `[]`,
		`NOT: {lists: {some: ['first']}}`:                     `[{"key":"bea"}]`,
		`OR: [{lists: {some: ['first']}}, {name: {eq: "q"}}]`: `[{"key":"ann"}]`,
	} {
		got := a.ask(t, d.In(`{ creators(filter: {key: {in: ['ann', 'bea']}, `+filter+`}) { nodes { key } } }`), nil)
		recordedAnswer(t, d, filter, `{"data":{"creators":{"nodes":`+want+`}}}`, got)
	}
}

func digits(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}
