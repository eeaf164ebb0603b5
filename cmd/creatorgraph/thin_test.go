package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/queries"
)

// thinMarket knows names, sizes, contracts and who took part: no prices, categories, audiences, fees or impressions, as
// public data of real creators has it.
const thinMarket = `
	(acme:Brand {industry: 'game'})-[:RAN]->(spring:Campaign {starts: date('2026-03-01'), byStarts: 20513, ends: date('2026-03-09')})
	(acme)-[:RAN]->(empty:Campaign {starts: date('2026-03-01'), byStarts: 20513})
	(ann:Creator {followers: 0, byFollowers: 0})-[:PARTICIPATED_IN]->(spring)<-[:PARTICIPATED_IN]-(bea:Creator {followers: 20000, byFollowers: 20000})
	(ann)-[:SIGNED_WITH {since: date('2025-01-01')}]->(mcn:Agency)
	(bea)-[:POSTED]->(clip:Content {published: datetime('2026-03-02T00:00:00Z')})
	(cid:Creator {followers: 30, byFollowers: 30})`

// Of real data without prices or categories 19 questions were empty without a word, one ended in "/ by zero": each is
// answered, with the columns it declares and of their types, and says what the graph lacks where it has no row.
func TestQuestionsOnThinData(t *testing.T) {
	a, d := newAskerOf(t, thinMarket, true)
	entities := map[string]string{"Creator": "bea", "Brand": "acme", "Agency": "mcn", "Campaign": "spring"}
	for _, q := range numbered(t) {
		var args []string
		for _, p := range q.Parameters {
			switch {
			case p.Name == "creators":
				raw, err := json.Marshal([]string{d.Key("bea"), d.Key("cid")})
				if err != nil {
					t.Fatal(err)
				}
				args = append(args, "--var", "creators="+string(raw))
			case p.Required():
				args = append(args, "--var", p.Name+"="+d.Key(entities[p.Of]))
			}
		}
		file := filepath.Join(a.dir, strings.ReplaceAll(q.Name, "/", "-")+".parquet")
		code, _, errs := a.ask(append([]string{q.Name, "--format", "parquet", "--out", file}, args...)...)
		if code != 0 {
			t.Errorf("%s: exit %d, %s", q.Name, code, errs)
			continue
		}
		columns, rows := inParquet(t, file)
		if rows == 0 && !says(errs) {
			t.Errorf("%s is empty and does not say why: %s", q.Name, errs)
		}
		var declared []string
		for _, c := range q.Columns {
			declared = append(declared, c.Name)
		}
		if diff := cmp.Diff(declared, columns); q.Language == queries.Cypher && diff != "" {
			t.Errorf("%s: columns (-declared +got):\n%s", q.Name, diff)
		}
	}
}

func inParquet(t *testing.T, file string) (columns []string, rows int64) {
	t.Helper()

	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := parquet.OpenFile(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range opened.Schema().Fields() {
		columns = append(columns, field.Name())
	}
	return columns, opened.NumRows()
}

// says tells whether there is a note other than that of the day.
func says(errs string) bool {
	return slices.ContainsFunc(strings.Split(errs, "\n"), func(line string) bool {
		return strings.HasPrefix(line, "note: ") && !strings.Contains(line, "the last day of the data")
	})
}

// Keys are taken wherever ids are, and ids wherever keys are.
func TestQuestionsTakeKeysAndIDs(t *testing.T) {
	a, d := newAskerOf(t, thinMarket, true)
	for _, c := range []struct{ question, name, typ, key string }{
		{"strategist/safety_check", "creator", "Creator", d.Key("bea")},
		{"analyst/campaign_funnel", "brand", "Brand", d.Key("acme")},
	} {
		_, byKey, _ := a.ask(c.question, "--format", "csv", "--var", c.name+"="+c.key)
		_, byID, errs := a.ask(c.question, "--format", "csv", "--var", c.name+"="+compile.ID(c.typ, c.key))
		if byKey != byID || strings.Count(byKey, "\n") < 2 {
			t.Errorf("%s: by key %s\nby id %s %s", c.question, byKey, byID, errs)
		}
	}
	ids, err := json.Marshal([]string{compile.ID("Creator", d.Key("bea")), d.Key("cid")})
	if err != nil {
		t.Fatal(err)
	}
	if code, out, errs := a.ask("strategist/audience_overlap", "--format", "csv", "--var", "creators="+string(ids)); code != 0 || strings.Count(out, "\n") != 3 {
		t.Errorf("exit %d: %s %s", code, out, errs)
	}
}

// Without a day given, "today" was the clock's, and real data of the summer had no campaign in the last quarter: it is
// the last day of the data, which is said.
func TestTodayIsTheLastDayOfTheData(t *testing.T) {
	a, _ := newAskerOf(t, thinMarket, true)
	code, out, errs := a.ask("platform/long_tail", "--format", "csv")
	if code != 0 || !strings.Contains(out, "3 尾部,") || !strings.Contains(errs, "note: today is 2026-03-02, the last day of the data") {
		t.Errorf("exit %d: %s %s", code, out, errs)
	}
	if _, _, errs := a.ask("platform/long_tail", "--var", "today=2026-03-05"); strings.Contains(errs, "the last day of the data") {
		t.Errorf("a day that was given: %s", errs)
	}
}
