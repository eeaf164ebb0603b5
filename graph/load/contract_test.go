package load_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/limit"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// kinds gives where rejects stand and their kinds.
func kinds(rejects []dataset.Reject) []string {
	var lines []string
	for _, r := range rejects {
		lines = append(lines, fmt.Sprintf("%s:%d %s %s", r.File, r.Line, r.Column, r.Kind))
	}
	return lines
}

// The longest texts that the contract allows go into every index; what is longer is refused by its cell,
// and the good rows between go in. A region of 9,000 letters once failed the whole batch for good.
func TestTooLongTextsAreRefusedByCell(t *testing.T) {
	store := graphtest.Own(t, true)
	key, name, text := strings.Repeat("k", limit.KeyBytes), strings.Repeat("𠮷", limit.NameCharacters),
		strings.Repeat("r", limit.TextBytes)
	var rejects []dataset.Reject
	report := importWith(t, store, folder(t, map[string]string{
		"creators.csv": "key,name,handle,bio,region,language,gender\n" +
			"ok1,好一,,,四川,,\nregion,n,,,r" + text + ",,\nname,n" + name + ",,,,,\nok2,好二,,,四川,,\n" +
			strings.Join([]string{key, name, text, strings.Repeat("b", 200_000), text, text, text}, ",") + "\n",
		"agencies.csv": "key,name,region\n" + key + "," + name + "," + text + "\n",
		"brands.csv":   "key,name,industry,region\nindustry,长行业,i" + text + ",\n" + key + "," + name + "," + text + "," + text + "\n",
		"contents.csv": "key,creator,format,title,published,tags\n" +
			key + "," + key + ",LIVE," + text + ",2026-11-01T00:00:00Z," + text + "|" + text + "\n",
	}), options(&rejects))
	want := []string{"creators.csv:3 region too-long", "creators.csv:4 name too-long", "brands.csv:2 industry too-long"}
	got := kinds(rejects)
	if diff := cmp.Diff(sorted(want), sorted(got)); diff != "" {
		t.Errorf("rejects (-want +got):\n%s", diff)
	}
	if total := report.Total(); total.Created != 6 || total.Refused != 3 {
		t.Errorf("got %+v, want 6 created and 3 refused", total)
	}
}

// A row that the database refuses, whatever for, is refused by itself: all others go in, again and again.
func TestRowThatTheDatabaseRefusesIsRefusedByItself(t *testing.T) {
	store := graphtest.Own(t, true)
	schema := func(text string) {
		if _, err := store.Schema(t.Context(), graph.Statement{Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	schema("CREATE CONSTRAINT test_handle IF NOT EXISTS FOR (c:Creator) REQUIRE c.handle IS UNIQUE")
	defer schema("DROP CONSTRAINT test_handle")

	var text strings.Builder
	text.WriteString("key,name,handle\n")
	for i := range 50 {
		handle := fmt.Sprint(i)
		if i == 20 || i == 33 {
			handle = "3"
		}
		fmt.Fprintf(&text, "c%d,n,%s\n", i, handle)
	}
	dir := folder(t, map[string]string{"creators.csv": text.String()})
	for range 2 {
		var rejects []dataset.Reject
		report := importWith(t, store, dir, options(&rejects))
		if total := report.Total(); total.Created+total.Unchanged != 48 || total.Refused != 2 {
			t.Errorf("got %+v, want 48 rows and 2 refused", total)
		}
		want := []string{"creators.csv:22  unstorable", "creators.csv:35  unstorable"}
		if diff := cmp.Diff(want, kinds(rejects)); diff != "" {
			t.Errorf("rejects (-want +got):\n%s", diff)
		}
	}
}

// No category becomes part of itself: not within a file, and not by way of what the graph has.
func TestCategoryIsNeverItsOwnAncestor(t *testing.T) {
	store := graphtest.Own(t, true)
	importAll(t, store, folder(t, map[string]string{"categories.csv": "key,name,parent\na,A,b\nb,B,c\nc,C,\n"}))
	before := export(t, store)
	var rejects []dataset.Reject
	importWith(t, store, folder(t, map[string]string{
		"categories.csv": "key,name,parent\nc,C,a\nd,D,e\ne,E,d\nf,F,f\ng,G,f\n"}), options(&rejects))
	want := []string{"categories.csv:2 parent own-ancestor", "categories.csv:3 parent own-ancestor",
		"categories.csv:4 parent own-ancestor", "categories.csv:5 parent own-ancestor", "categories.csv:6 parent unknown-key"}
	if diff := cmp.Diff(want, kinds(rejects)); diff != "" {
		t.Errorf("rejects (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before, export(t, store)); diff != "" {
		t.Errorf("export (-before +after):\n%s", diff)
	}
	// A row that takes away the way by which another would become a circle is no circle.
	importAll(t, store, folder(t, map[string]string{"categories.csv": "key,name,parent\nc,C,a\nb,B,\n"}))
}

// Totals of what is as great as may be neither end an import nor wrap: they are kept at the greatest.
func TestTotalsNeverOverflow(t *testing.T) {
	store := graphtest.Own(t, true)
	var creators, participations, contracts strings.Builder
	for i := range 1100 { // of which the sum is beyond 2^63
		fmt.Fprintf(&creators, "c%d,n,9007199254740991\n", i)
		fmt.Fprintf(&participations, "k,c%d,9007199254740991,9007199254740991\n", i)
		fmt.Fprintf(&contracts, "c%d,a,2026-01-01,9999-12-31\n", i)
	}
	importAll(t, store, folder(t, map[string]string{
		"agencies.csv": "key,name\na,A\n", "brands.csv": "key,name\nb,B\n",
		"campaigns.csv": "key,brand,name,starts,ends\nk,b,K,2026-09-01,9999-12-31\nl,b,L,2026-09-01,\n",
		"creators.csv":  "key,name,followers\n" + creators.String(),
		"participations.csv": "campaign,creator,fee,impressions\n" + participations.String() +
			"l,c0,9007199254740991,\n",
		"contracts.csv": "creator,agency,since,until\n" + contracts.String(),
	}))
	records, err := store.Read(t.Context(), graphtest.Nodes())
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, r := range records {
		properties, _ := r["properties"].(map[string]any)
		for _, name := range []string{"spend", "impressions", "byFollowers"} {
			n, kept := properties[name].(int64)
			if !kept || r["key"] == "l" {
				continue
			}
			seen++
			if n != limit.MaxNumber {
				t.Errorf("%s of %s: got %d, want %d", name, r["key"], n, int64(limit.MaxNumber))
			}
		}
	}
	if want := 2*1100 + 2 + 1 + 2; seen != want {
		t.Errorf("saw %d totals, want %d", seen, want)
	}
}

func sorted(lines []string) []string {
	slices.Sort(lines)
	return lines
}
