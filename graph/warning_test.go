package graph_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// A label, type or property that is misspelt gave 0 or null without a word: it is told with its place and the nearest
// names of the model, each once; a name of the model that no data has is told to be that.
func TestNamesThatDoNotExistAreTold(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	graphtest.Draw(t, store, `(ann:Creator)-[:PARTICIPATED_IN]->(spring:Campaign)`)
	for statement, want := range map[string][]string{
		"MATCH (c:Creators) RETURN count(c)":           {"line 1, column 10: there is no label :Creators; the nearest: Creator, CreatorList"},
		"MATCH (c:creator) RETURN count(c)":            {"line 1, column 10: there is no label :creator; the nearest: Creator, CreatorList"},
		"MATCH (c:Creator)\nRETURN c.follower AS f":    {"line 2, column 10: there is no property follower; the nearest: followers"},
		"MATCH (c:Creator)-[:SIGNED]->() RETURN c.key": {"line 1, column 21: there is no type of relationship :SIGNED; the nearest: SIGNED_WITH"},
		"MATCH (c:Creator)-[:PARTICIPATED]->() RETURN c.price_short_video": {
			"line 1, column 21: there is no type of relationship :PARTICIPATED; the nearest: PARTICIPATED_IN",
			"line 1, column 48: there is no property price_short_video; the nearest: priceShortVideo, priceMidVideo, price"},
		"MATCH (c {zzqx: 1}) WHERE c.zzqx > 1 RETURN c.zzqx":  {"line 1, column 11: there is no property zzqx; docs/model.md has those there are"},
		"MATCH (c:Creator), (x:Campaign) RETURN c.key, x.key": nil, // slow, and right
		"MATCH (c:Creator) RETURN id(c)":                      {"line 1, column 26: "},
		"MATCH (c:Creator) RETURN c.key":                      nil,
	} {
		table, err := store.Ask(t.Context(), asking(statement, nil))
		if err != nil {
			t.Errorf("%s: %v", statement, err)
			continue
		}
		if len(want) == 1 && strings.HasSuffix(want[0], ": ") && len(table.Warnings) == 1 {
			if !strings.HasPrefix(table.Warnings[0], want[0]) || !strings.Contains(table.Warnings[0], "deprecated") {
				t.Errorf("%s: got %q", statement, table.Warnings)
			}
			continue
		}
		if diff := cmp.Diff(want, table.Warnings); diff != "" {
			t.Errorf("%s (-want +got):\n%s", statement, diff)
		}
	}
}

// RETURN c gave 6 kB of vectors and sort keys a node: nodes and relationships hold what the import format tells of them,
// wherever in an answer they stand; maps hold what they were made of.
func TestNodesHoldWhatTheImportTells(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, `(ann:Creator {name: 'Ann', followers: 5, byFollowers: 5, likeness0: 'x', spelt: 'y'})-[:PARTICIPATED_IN {fee: 3, seen: 1}]->(spring:Campaign)
		(stray:Stray {hat: 'red'})`)
	ann := `{"followers":5,"key":"` + d.Key("ann") + `","name":"Ann"}`
	for expression, want := range map[string]string{
		"c": ann, "collect(c)": ann, "{a: [c]}": ann, "p": ann, "[p]": ann, "nodes(p)": ann,
		"r": `"properties":{"fee":3}`, "relationships(p)": `"properties":{"fee":3}`, "p AS path": `"properties":{"fee":3}`,
		"properties(c)": `"likeness0":"x"`, "c {.*}": `"byFollowers":5`, "c {.spelt}": `{"spelt":"#ann`, "properties(r)": `"seen":1`,
	} {
		table, err := store.Ask(t.Context(), asking("MATCH p = (c:Creator {key: $key})-[r]->() RETURN "+expression+" LIMIT 1",
			map[string]any{"key": d.Key("ann")}))
		if err != nil {
			t.Fatal(err)
		}
		raw, err := json.Marshal(table.Rows)
		if err != nil || !strings.Contains(string(raw), want) {
			t.Errorf("RETURN %s: %s (%v), want %s", expression, raw, err, want)
		}
		if isMap := strings.Contains(want, "likeness0") || strings.Contains(want, "byFollowers") || strings.Contains(want, "spelt") || strings.Contains(want, "seen"); !isMap &&
			(strings.Contains(string(raw), "likeness0") || strings.Contains(string(raw), "seen")) {
			t.Errorf("RETURN %s holds what nobody asked for: %s", expression, raw)
		}
	}
	table, err := store.Ask(t.Context(), asking("MATCH (s:Stray {key: $key}) RETURN s", map[string]any{"key": d.Key("stray")}))
	if err != nil || !strings.Contains(mustJSON(t, table.Rows), `"hat":"red"`) {
		t.Errorf("what the model does not know: %v, %v", table.Rows, err)
	}
}

func mustJSON(t *testing.T, v any) string {
	t.Helper()

	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// Columns of days and of instants are told, whatever nulls stand between, so that files can hold them as such.
func TestColumnsOfTimesAreTold(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	table, err := store.Ask(t.Context(), asking(`UNWIND [1, 2] AS x RETURN
		CASE x WHEN 1 THEN date('2026-11-11') END AS day, CASE x WHEN 2 THEN datetime('2026-11-11T08:00:00Z') END AS at,
		CASE x WHEN 1 THEN date('2026-11-11') ELSE 'none' END AS mixed, CASE x WHEN 1 THEN [] ELSE [date('2026-11-11'), null] END AS days,
		x, null AS nothing, localdatetime('2026-11-11T08:00') AS here, [[date('2026-11-11')]] AS deep`, nil))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Date", "DateTime", "", "[Date]", "", "", "", ""}, table.Times); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
