package check_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/check"
)

func today() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }

// Every kind of fault and warning is found where it stands.
func TestFindings(t *testing.T) {
	t.Parallel()

	const segments = "key,name,dimension\nw,女,GENDER\nm,男,GENDER\ni,美妆,INTEREST\nj,美食,INTEREST\n"
	for name, test := range map[string]struct {
		files map[string]string
		want  []string
	}{
		"nothing": {map[string]string{"creators.csv": "key,name,followers\nc1,小鹿,1200\nc2,阿楠,800\n"}, nil},
		"several faults of one row": {map[string]string{"creators.csv": "key,name,followers,verified\nc1,,12w,是\n"},
			[]string{"creators.csv:2 name missing", "creators.csv:2 followers no-number", "creators.csv:2 verified no-flag"}},
		"names of files and columns": {map[string]string{"creator.csv": "key\n", "brands.csv": "key,name,industri\nb,n,x\n",
			"agencies.csv": "key\na\n"},
			[]string{"creator.csv:0  unknown-file", "brands.csv:1 industri unknown-column", "agencies.csv:1 name missing-column"}},
		"names in NDJSON": {map[string]string{"brands.ndjson": `{"key":"b","name":"n","industri":"x"}` + "\n"},
			[]string{"brands.ndjson:0 industri unknown-column"}},
		"the other cells of a file with wrong headings": {map[string]string{"creators.csv": "key,nam,followers\nc1,n,12w\n"},
			[]string{"creators.csv:1 nam unknown-column", "creators.csv:1 name missing-column", "creators.csv:2 followers no-number"}},
		"references": {map[string]string{"brands.csv": "key,name,categories\nb1,n,x|y\n", "categories.csv": "key,name\nx,X\n",
			"campaigns.csv": "key,brand,name\nk1,b1,n\nk2,b2,n\n"},
			[]string{"brands.csv:2 categories unknown-key", "campaigns.csv:3 brand unknown-key"}},
		"members of programmes": {map[string]string{"programmes.csv": "key,name\np,P\n", "creators.csv": "key,name\nc,n\n",
			"agencies.csv":          "key,name\na,n\n",
			"programme_members.csv": "programme,member,kind\np,c,CREATOR\np,c,AGENCY\np,a,AGENCY\np,a,CREATOR\n"},
			[]string{"programme_members.csv:3 member unknown-key", "programme_members.csv:5 member unknown-key"}},
		"categories that are part of themselves": {map[string]string{"categories.csv": "key,name,parent\n" +
			"a,A,b\nb,B,c\nc,C,a\nd,D,d\ne,E,a\nf,F,\ng,G,f\nh,H,none\n"},
			[]string{"categories.csv:2 parent own-ancestor", "categories.csv:3 parent own-ancestor",
				"categories.csv:4 parent own-ancestor", "categories.csv:5 parent own-ancestor",
				"categories.csv:9 parent unknown-key"}},
		"keys a spreadsheet has rounded": {map[string]string{"creators.csv": "key,name,handle\n6.82346E+18,n,\n" +
			"6823460000000000000,m,\nc3,o,6.8E+18\n"},
			[]string{"creators.csv:2 key rounded-key", "creators.csv:3 key rounded-text?", "creators.csv:4 handle rounded-text?"}},
		"twins": {map[string]string{"creators.csv": "key,name\nCr-1,Ann\ncr-1,Bea\nｃr-1,Cid\nc4,ann\n"},
			[]string{"creators.csv:3 key twin-key?", "creators.csv:4 key twin-key?", "creators.csv:5 name same-name?"}},
		"texts": {map[string]string{"creators.csv": "key,name,region,bio\nc1,Ann ,　四川,\" x \"\nc2,B\uFFFD,,\n"},
			[]string{"creators.csv:2 name spaced-text?", "creators.csv:2 region spaced-text?", "creators.csv:3 name lost-text?"}},
		"days to come": {map[string]string{"creators.csv": "key,name,joined\nc1,n,2026-11-24\nc2,m,2026-11-23\n",
			"follower_history.csv": "creator,date,followers\nc1,2027-01-01,5\n"},
			[]string{"creators.csv:2 joined future?", "follower_history.csv:2 date future?"}},
		"followers who are gone": {map[string]string{"creators.csv": "key,name\nc1,n\nc2,m\n",
			"follower_history.csv": "creator,date,followers\nc1,2026-01-01,1000\nc2,2026-01-01,10\nc1,2026-01-02,100\n" +
				"c2,2026-01-02,9\nc1,2026-01-03,90\n"},
			[]string{"follower_history.csv:4 followers falling?"}},
		"totals that fall": {map[string]string{"creators.csv": "key,name\nc,n\n",
			"contents.csv":        "key,creator,format,published\nv,c,LIVE,2026-01-01T00:00:00Z\n",
			"content_metrics.csv": "content,at,views,likes\nv,2026-01-02T00:00:00Z,10,3\nv,2026-01-03T00:00:00Z,9,12\n"},
			[]string{"content_metrics.csv:3 likes more-than-seen?", "content_metrics.csv:3 views falling?"}},
		"shares": {map[string]string{"segments.csv": segments, "creators.csv": "key,name\nc1,n\nc2,m\n",
			"audiences.csv": "creator,segment,share\nc1,w,0.6\nc1,m,0.4\nc2,w,0.6\nc2,m,0.6\nc1,i,0.9\nc1,j,0.9\n"},
			[]string{"audiences.csv:5 share odd-shares?"}},
		"more clicks than impressions": {map[string]string{"brands.csv": "key,name\nb,n\n", "campaigns.csv": "key,brand,name\nk,b,n\n",
			"creators.csv": "key,name\nc,n\n", "participations.csv": "campaign,creator,impressions,clicks\nk,c,5,6\n"},
			[]string{"participations.csv:2 clicks more-than-seen?"}},
		"days booked twice": {map[string]string{"creators.csv": "key,name\nc,n\nd,m\n",
			"availability.csv": "creator,from,to,state\nc,2026-12-01,2026-12-05,BOOKED\nc,2026-12-05,2026-12-06,BOOKED\n" +
				"c,2026-12-04,2026-12-09,HELD\nd,2026-12-01,2026-12-05,BOOKED\nc,2026-12-07,2026-12-07,BOOKED\n"},
			[]string{"availability.csv:3 from double-booked?"}},
		"rates and days that end before they begin, rates told twice, and who is not there": {map[string]string{
			"creators.csv": "key,name,rebate\nc,n,0.2\nd,m,1.2\n", "campaigns.csv": "key,brand,name\n",
			"rate_cards.csv": "creator,format,price,since,until,min_seconds,max_seconds\nc,LIVE,5,2026-01-02,2026-01-01,,\n" +
				"c,LIVE,5,,,60,20\nc,IMAGE_TEXT,5,2026-01-01,,,\nc,IMAGE_TEXT,6,2026-01-01,,,\nx,LIVE,5,,,,\n",
			"availability.csv": "creator,from,to,state,campaign\nc,2026-12-02,2026-12-01,HELD,\nc,2026-12-03,2026-12-03,HELD,k\n"},
			[]string{"creators.csv:3 rebate no-share", "rate_cards.csv:2 until before-pair", "rate_cards.csv:3 max_seconds before-pair",
				"rate_cards.csv:5  contradiction", "rate_cards.csv:6 creator unknown-key", "availability.csv:2 to before-pair",
				"availability.csv:3 campaign unknown-key"}},
		"prices": {map[string]string{"creators.csv": prices(100_000, 200_000, 150_000, 180_000, 90_000, 110_000, 120_000, 130_000, 1_000)},
			[]string{"creators.csv:10 price_live odd-price?"}},
		"prices in yuan": {map[string]string{"creators.csv": prices(100, 90, 200)},
			[]string{"creators.csv:1 price_live wrong-unit?"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			_, got := run(t, test.files)
			sort.Strings(got)
			sort.Strings(test.want)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// prices is creators of some 20,000 followers, and what each asks for a live show.
func prices(asked ...int) string {
	text := "key,name,followers,price_live\n"
	for i, price := range asked {
		text += fmt.Sprintf("c%d,n%d,%d,%d\n", i, i, 20_000+i, price)
	}
	return text
}

// run checks files and gives the report with all findings: file, line, column and kind, ? after warnings.
func run(t *testing.T, files map[string]string) (*check.Report, []string) {
	t.Helper()

	set, unfit, err := dataset.Survey(folder(t, files), dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	report, err := check.Run(t.Context(), set, unfit, check.Options{Today: today(),
		Found: func(r dataset.Reject, warning bool) error {
			text := fmt.Sprintf("%s:%d %s %s", r.File, r.Line, r.Column, r.Kind)
			if warning {
				text += "?"
			}
			found = append(found, text)
			return nil
		}})
	if err != nil {
		t.Fatal(err)
	}
	return report, found
}

func folder(t *testing.T, files map[string]string) string {
	t.Helper()

	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A key that is nowhere is told with the key that may have been meant.
func TestUnknownKeyNamesTheNearest(t *testing.T) {
	t.Parallel()

	report, _ := run(t, map[string]string{"creators.csv": "key,name\ncr-000042,n\nxiaolu,m\n",
		"follower_history.csv": "creator,date,followers\nCR-000042,2026-01-01,5\nxiaolv,2026-01-01,5\nzzz,2026-01-01,5\n"})
	var reasons []string
	for _, e := range report.Faults[0].Examples {
		_, nearest, _ := strings.Cut(e.Reason, "may be ")
		reasons = append(reasons, nearest)
	}
	if diff := cmp.Diff([]string{`"cr-000042"`, `"xiaolu"`, ""}, reasons); diff != "" {
		t.Errorf("nearest (-want +got):\n%s", diff)
	}
}

// Keys of a table that the folder has not may be in the graph: they are counted, not refused.
func TestKeysOfTheGraphAreNotLookedUp(t *testing.T) {
	t.Parallel()

	report, _ := run(t, map[string]string{"follower_history.csv": "creator,date,followers\na,2026-01-01,5\nb,2026-01-01,5\n"})
	want := []check.NotLookedUp{{File: "follower_history.csv", Column: "creator", Table: "creators", Count: 2}}
	if diff := cmp.Diff(want, report.NotLookedUp); diff != "" || len(report.Faults) > 0 {
		t.Errorf("not looked up (-want +got):\n%s%v", diff, report.Faults)
	}
}

// A report counts all findings of a kind, shows the first, and is the same as text, JSON and spreadsheet.
func TestReport(t *testing.T) {
	t.Parallel()

	text := "key,name,followers\n"
	for i := range 30 {
		text += fmt.Sprintf("c%d,n%d,%dw\n", i, i, i)
	}
	set, unfit, err := dataset.Survey(folder(t, map[string]string{"creators.csv": text + "=1+1,m,5\n"}), dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sheet := check.NewSpreadsheet()
	report, err := check.Run(t.Context(), set, unfit, check.Options{Today: today(), Found: sheet.Add})
	if err != nil {
		t.Fatal(err)
	}
	if g := report.Faults[0]; g.Count != 30 || len(g.Examples) != 5 || g.Examples[0].Line != 2 {
		t.Errorf("group: got %+v", g)
	}
	var out bytes.Buffer
	if err := report.Write(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"creators.csv, followers: no-number, 30", `line 2: "0w"`, "and 25 more", "31 rows, 30 of them with faults"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the text does not say %s:\n%s", want, out.String())
		}
	}
	raw, err := json.Marshal(report)
	if err != nil || !bytes.Contains(raw, []byte(`"kind":"no-number","count":30`)) {
		t.Errorf("JSON: %s, %v", raw, err)
	}
	path := filepath.Join(t.TempDir(), "report.xlsx")
	if err := sheet.Save(path, report); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	findings, err := book.GetRows("findings")
	if err != nil || len(findings) != 31 || findings[1][5] != "0w" {
		t.Errorf("findings: got %d rows, %v", len(findings), err)
	}
}

// A broken file ends the check with an error that names it, and what was found before is told.
func TestBrokenFile(t *testing.T) {
	t.Parallel()

	set, unfit, err := dataset.Survey(folder(t, map[string]string{"creators.csv.gz": "no gzip", "brands.csv": "key,name\n b,n\n"}),
		dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	report, err := check.Run(t.Context(), set, unfit, check.Options{})
	if err != nil || len(report.Faults) != 2 {
		t.Errorf("got %+v, %v, want the broken file and the key of the other", report.Faults, err)
	}
}

// Whoever refers to a refused row is told so, and not that the key is unknown or another's.
func TestReferencesToRefusedRows(t *testing.T) {
	t.Parallel()

	report, _ := run(t, map[string]string{"creators.csv": "key,name,followers\nc1,小鹿,12w\nc2,阿楠,800\n",
		"participations.csv": "campaign,creator\nk1,c1\n"})
	for _, g := range report.Faults {
		if g.Column == "creator" && g.Kind == dataset.UnknownKey {
			if got := g.Examples[0].Reason; !strings.Contains(got, "is refused, line 2 of creators.csv") || strings.Contains(got, "c2") {
				t.Error(got)
			}
			return
		}
	}
	t.Errorf("no fault of the reference: %+v", report.Faults)
}
