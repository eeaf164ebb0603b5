package dataset_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// What the graph has no place for yet is read and checked, never refused as unknown, and said.
func TestUnkeptIsCheckedAndSaid(t *testing.T) {
	t.Parallel()

	set := openIn(t, folder(t, map[string]string{
		"creators.csv":       "rebate,key,name\n0.2,c1,n\n1.2,c2,n\n",
		"invitations.ndjson": `{"campaign":"k","creator":"c1","invited":"2026-01-01T00:00:00Z","source":"RECOMMENDED","rank":1}` + "\n",
		"rate_cards.csv":     "creator,format,price,min_seconds,max_seconds\nc1,LIVE,100,,\nc1,LIVE,100,60,20\n",
		"lists.csv":          "key,name\nl1,n\n",
		"list_items.csv":     "list,creator,status\nl1,c1,CANDIDATE\nl1,c2,MAYBE\n",
		"availability.csv":   "creator,from,to,state\nc1,2026-01-02,2026-01-01,HELD\n",
	}))
	var kinds []dataset.FaultKind
	for _, f := range set.Files {
		rows, rejects, err := readFileOf(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if len(row.Values) != len(f.Table.Columns) {
				t.Errorf("%s: a row has %d values, the table %d columns", f.Name, len(row.Values), len(f.Table.Columns))
			}
		}
		for _, r := range rejects {
			kinds = append(kinds, r.Kind)
		}
	}
	want := []dataset.FaultKind{dataset.NoShare, dataset.BeforePair, dataset.BeforePair, dataset.NoChoice}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	said := []dataset.Unknown{
		{File: "availability.csv", Unkept: true}, {File: "creators.csv", Column: "rebate", Unkept: true},
		{File: "invitations.ndjson", Column: "rank", Unkept: true}, {File: "list_items.csv", Unkept: true},
		{File: "lists.csv", Unkept: true}, {File: "rate_cards.csv", Unkept: true}}
	if diff := cmp.Diff(said, set.PassedOver()); diff != "" {
		t.Errorf("said (-want +got):\n%s", diff)
	}
}
