package load_test

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/graph/load"
)

// little is a data set with a row or two in every table.
func little() map[string]string {
	return map[string]string{
		"platforms.csv":         "key,name\np1,Douyin\np2,Bilibili\n",
		"categories.csv":        "key,name,parent\nc1,Lipstick,c2\nc2,Beauty,\n",
		"segments.csv":          "key,name,dimension\ns1,18-24,AGE\ns2,Women,GENDER\n",
		"programmes.csv":        "key,name,starts,ends,budget\npr1,Double 11,2026-10-20,2026-11-11,100\n",
		"agencies.csv":          "key,name,region,founded\na1,Wuyou,Hangzhou,2016-05-01\n",
		"brands.csv":            "key,name,industry,categories,region\nb1,Perfect Diary,beauty,c1|c2,Guangzhou\n",
		"contracts.csv":         "creator,agency,since,until,exclusive\ncr1,a1,2024-01-01,2025-12-31,true\ncr1,a1,2026-01-01,,\n",
		"audiences.csv":         "creator,segment,share\ncr1,s1,0.5\ncr2,s1,0.25\n",
		"follower_history.csv":  "creator,date,followers\ncr1,2026-01-02,20\ncr1,2026-01-01,10\n",
		"content_metrics.csv":   "content,at,views,likes\nco1,2026-11-02T00:00:00Z,5,\n",
		"programme_members.csv": "programme,member,kind\npr1,cr1,CREATOR\npr1,a1,AGENCY\n",
		"rate_cards.csv":        "creator,format,price,since,until,min_seconds,max_seconds\ncr2,SHORT_VIDEO,700,2026-01-01,,21,60\ncr1,LIVE,900,,,,\n",
		"availability.csv":      "creator,from,to,state,campaign\ncr1,2026-11-05,2026-11-06,BOOKED,ca1\ncr2,2026-12-01,2026-12-01,HELD,\n",
		"creators.csv": "key,name,handle,bio,platforms,categories,region,language,gender,followers,joined,verified,price_live\n" +
			"cr1,李佳琦,austin,\"omg, \"\"buy it\"\"\",p2|p1,c1,Shanghai,zh-Hans,male,1000,2016-01-01,true,500\n" +
			"cr2,Ann,,,,,,,,,,,\n",
		"campaigns.csv": "key,brand,name,objective,categories,formats,budget,starts,ends,target_segments\n" +
			"ca1,b1,Singles' Day,CONVERSION,c1,LIVE|SHORT_VIDEO,1000,2026-11-01,2026-11-11,s2|s1\n",
		"invitations.csv": "campaign,creator,invited,source,offer,answer,answered\n" +
			"ca1,cr1,2026-10-01T08:00:00Z,RECOMMENDED,300,ACCEPTED,2026-10-02T08:00:00.5Z\n",
		"participations.csv": "campaign,creator,source,fee,impressions,clicks\nca1,cr1,RECOMMENDED,300,1000,10\n",
		"lists.csv":          "key,name,note,campaign\nl1,双11 备选,\"two\nlines\",ca1\nl2,Open,,\n",
		"list_items.csv": "list,creator,status,position,grade,tags,note,reason,format,price,replaces\n" +
			"l1,cr1,CONFIRMED,1,S,护肤|top,ask,fits,LIVE,450,cr2\nl1,cr2,CANDIDATE,,,,,,,,\n",
		"contents.csv": "key,creator,campaign,format,title,published,component,tags,co_creators\n" +
			"co1,cr1,ca1,LIVE,全场五折,2026-11-01T20:00:00Z,CART,sale|live,cr2\nco2,cr2,,MID_VIDEO,,2026-11-02T20:00:00Z,,,\n",
	}
}

// The same folder twice: the first time everything is created, the second time nothing changes.
func TestImportIsUpsert(t *testing.T) {
	store := graphtest.Own(t, true)
	dir := folder(t, little())
	first := importAll(t, store, dir)
	if total := first.Total(); total.Created != total.Rows() {
		t.Errorf("first: not all %d rows were created: %+v", total.Rows(), first.Files)
	}
	before := export(t, store)
	second := importAll(t, store, dir)
	if total := second.Total(); total.Unchanged != total.Rows() {
		t.Errorf("second: not all %d rows were unchanged: %+v", total.Rows(), second.Files)
	}
	if diff := cmp.Diff(before, export(t, store)); diff != "" {
		t.Errorf("export (-first +second):\n%s", diff)
	}
}

// A changed row replaces what the old one said, links and emptied cells included, and no other row is
// touched.
func TestImportReplacesRows(t *testing.T) {
	store := graphtest.Own(t, true)
	importAll(t, store, folder(t, little()))
	changed := map[string]string{
		"categories.csv":       "key,name,parent\nc1,Lipstick,\nc3,Home,c1\n",
		"brands.csv":           "key,name\nb2,Other\n",
		"creators.csv":         "key,name,handle,bio,platforms,categories,region,language,gender,followers,joined,verified,price_live\ncr1,Austin,,,p1,,,,,,,,\n",
		"campaigns.csv":        "key,brand,name,objective,categories,formats,budget,starts,ends,target_segments\nca1,b2,Singles' Day,,,,,,,s1|s2\n",
		"contracts.csv":        "creator,agency,since,until\ncr1,a1,2026-01-01,2026-06-30\n",
		"participations.csv":   "campaign,creator,source,fee,impressions,clicks\nca1,cr1,,400,,\n",
		"contents.csv":         "key,creator,campaign,format,title,published,component,tags,co_creators\nco1,cr2,,LIVE,,2026-11-01T20:00:00Z,,,\n",
		"follower_history.csv": "creator,date,followers\ncr1,2026-01-01,11\ncr1,2026-01-03,30\n",
		"content_metrics.csv":  "content,at,views,likes\nco1,2026-11-02T00:00:00Z,,7\nco1,2026-11-01T00:00:00Z,1,1\n",
		"lists.csv":            "key,name,note,campaign\nl1,双11 备选,,\nl2,Open,,ca1\n",
		"list_items.csv": "list,creator,status,position,grade,tags,note,reason,format,price,replaces\n" +
			"l1,cr1,DECLINED,1,,,,,,,\nl2,cr1,SENT,0,,,,,,,\n",
	}
	report := importAll(t, store, folder(t, changed))
	total := report.Total()
	if total.Created != 5 || total.Updated != 11 || total.Rows() != 16 {
		t.Errorf("got %d created, %d updated of %d, want 5 and 11 of 16: %+v",
			total.Created, total.Updated, total.Rows(), report.Files)
	}
	got := export(t, store)
	for file, want := range map[string]string{
		"categories.csv": "key,name,parent\nc1,Lipstick,\nc2,Beauty,\nc3,Home,c1\n",
		"creators.csv": "key,name,handle,bio,platforms,categories,region,language,gender,followers,joined,verified," +
			"price_short_video,price_mid_video,price_image_text,price_live,rebate\n" +
			"cr1,Austin,,,p1,,,,,,,,,,,,\ncr2,Ann,,,,,,,,,,,,,,,\n",
		"campaigns.csv": "key,brand,name,objective,categories,formats,budget,starts,ends,target_segments\n" +
			"ca1,b2,Singles' Day,,,,,,,s1|s2\n",
		"contracts.csv": "creator,agency,since,until,exclusive\ncr1,a1,2024-01-01,2025-12-31,true\n" +
			"cr1,a1,2026-01-01,2026-06-30,\n",
		"participations.csv": "campaign,creator,source,fee,impressions,engagements,clicks,conversions,gmv\n" +
			"ca1,cr1,,400,,,,,\n",
		"contents.csv": "key,creator,campaign,format,title,published,component,tags,co_creators\n" +
			"co1,cr2,,LIVE,,2026-11-01T20:00:00Z,,,\nco2,cr2,,MID_VIDEO,,2026-11-02T20:00:00Z,,,\n",
		"follower_history.csv": "creator,date,followers\ncr1,2026-01-01,11\ncr1,2026-01-02,20\ncr1,2026-01-03,30\n",
		"content_metrics.csv": "content,at,views,likes,comments,shares,clicks,conversions,completed,searches\n" +
			"co1,2026-11-01T00:00:00Z,1,1,,,,,,\nco1,2026-11-02T00:00:00Z,,7,,,,,,\n",
		"lists.csv": "key,name,note,campaign\nl1,双11 备选,,\nl2,Open,,ca1\n",
		"list_items.csv": "list,creator,status,position,grade,tags,note,reason,format,price,replaces\n" +
			"l1,cr1,DECLINED,1,,,,,,,\nl1,cr2,CANDIDATE,,,,,,,,\nl2,cr1,SENT,0,,,,,,,\n",
	} {
		if diff := cmp.Diff(want, got[file]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

// Of answers to an invitation the last by time stands, whether a file tells it or the graph has it: a folder from before an
// answer was recorded cannot take it back, and what gives way is kept.
func TestImportKeepsTheLastAnswer(t *testing.T) {
	store := graphtest.Own(t, true)
	importAll(t, store, folder(t, little()))
	const head = "campaign,creator,invited,source,offer,answer,answered\nca1,cr1,2026-10-01T08:00:00Z,RECOMMENDED,300,"
	for _, tt := range []struct{ name, before, row, answer, earlier string }{
		{"earlier than the graph's", "answer: 'DECLINED', answered: datetime('2026-10-05T08:00:00Z')",
			"ACCEPTED,2026-10-02T08:00:00Z", "DECLINED,2026-10-05T08:00:00Z", ""},
		{"none", "answer: 'DECLINED', answered: datetime('2026-10-05T08:00:00Z'), earlierAnswers: ['ACCEPTED'], earlierAnswered: [1790928000]",
			",", "DECLINED,2026-10-05T08:00:00Z", "ACCEPTED 1790928000"},
		{"without its time", "answer: 'DECLINED', answered: datetime('2026-10-05T08:00:00Z')", "ACCEPTED,", "DECLINED,2026-10-05T08:00:00Z", ""},
		{"a lapse", "answer: 'DECLINED'", "EXPIRED,2026-10-09T08:00:00Z", "DECLINED,", ""},
		{"later", "answer: 'DECLINED', answered: datetime('2026-10-05T08:00:00Z')", "ACCEPTED,2026-10-06T08:00:00Z",
			"ACCEPTED,2026-10-06T08:00:00Z", "DECLINED 1791187200"},
		{"later, neither with a time", "answer: 'DECLINED'", "ACCEPTED,", "ACCEPTED,", "DECLINED -1"},
		{"after a lapse", "answer: 'EXPIRED', answered: datetime('2026-10-05T08:00:00Z')", "ACCEPTED,2026-10-02T08:00:00Z",
			"ACCEPTED,2026-10-02T08:00:00Z", "EXPIRED 1791187200"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			change := "MATCH ()-[i:INVITED]->() REMOVE i.answered, i.earlierAnswers, i.earlierAnswered SET i += {" + tt.before + "}"
			if _, err := store.Schema(t.Context(), graph.Statement{Text: change}); err != nil {
				t.Fatal(err)
			}
			rows := folder(t, map[string]string{"invitations.csv": head + tt.row + "\n"})
			importAll(t, store, rows)
			if got, want := export(t, store)["invitations.csv"], ",300,"+tt.answer+","; !strings.Contains(got, want) {
				t.Errorf("got %s, want %s", got, want)
			}
			kept, err := store.Read(t.Context(), graph.Statement{Text: "MATCH ()-[i:INVITED]->() RETURN reduce(all = '', n IN range(0, size(coalesce(i.earlierAnswers, [])) - 1) | all + i.earlierAnswers[n] + ' ' + i.earlierAnswered[n]) AS earlier"})
			if err != nil || kept[0]["earlier"] != tt.earlier {
				t.Errorf("earlier answers: %v, %v, want %q", kept, err, tt.earlier)
			}
			if total := importAll(t, store, rows).Total(); total.Unchanged != 1 {
				t.Errorf("again: got %+v, want 1 unchanged", total)
			}
		})
	}
}

// A file of keys, names and followers emptied prices, texts and platforms: what a file has no column for stays, in nodes, in
// relationships and in what is counted over time.
func TestColumnsThatAFileLacksStay(t *testing.T) {
	store := graphtest.Own(t, true)
	importAll(t, store, folder(t, little()))
	want := export(t, store)
	for _, change := range []struct{ file, was, is string }{
		{"creators.csv", "cr1,李佳琦,austin,", "cr1,Austin,austin,"},
		{"creators.csv", "male,1000,", "male,,"},
		{"brands.csv", "b1,Perfect Diary,", "b1,PD,"},
		{"campaigns.csv", "Singles' Day", "Sale"},
		{"contracts.csv", "2024-01-01,2025-12-31", "2024-01-01,2025-06-30"},
		{"participations.csv", "RECOMMENDED,300,", "RECOMMENDED,400,"},
		{"contents.csv", "全场五折", "五折"},
		{"content_metrics.csv", "Z,5,,", "Z,5,7,"},
	} {
		if !strings.Contains(want[change.file], change.was) {
			t.Fatalf("%s has no %q:\n%s", change.file, change.was, want[change.file])
		}
		want[change.file] = strings.Replace(want[change.file], change.was, change.is, 1)
	}
	sheets := folder(t, map[string]string{
		"creators.csv":        "key,name,followers\ncr1,Austin,\n",
		"brands.ndjson":       `{"key":"b1","name":"PD"}`,
		"campaigns.csv":       "key,brand,name\nca1,b1,Sale\n",
		"contracts.csv":       "creator,agency,since,until\ncr1,a1,2024-01-01,2025-06-30\n",
		"participations.csv":  "campaign,creator,fee\nca1,cr1,400\n",
		"contents.csv":        "key,creator,format,published,title\nco1,cr1,LIVE,2026-11-01T20:00:00Z,五折\n",
		"content_metrics.csv": "content,at,likes\nco1,2026-11-02T00:00:00Z,7\n",
	})
	if total := importAll(t, store, sheets).Total(); total.Updated != 7 || total.Rows() != 7 {
		t.Errorf("got %+v, want 7 updated", total)
	}
	if diff := cmp.Diff(want, export(t, store)); diff != "" {
		t.Errorf("export (-want +got):\n%s", diff)
	}
	if total := importAll(t, store, sheets).Total(); total.Unchanged != 7 {
		t.Errorf("again: got %+v, want 7 unchanged", total)
	}
}

// dangling is a data set in which every kind of reference misses once.
func dangling() map[string]string {
	files := little()
	add := func(file, rows string) { files[file] += rows }
	add("categories.csv", "c8,Lost,c9\nc7,Loster,c8\n")
	add("creators.csv", "cr3,Bea,,,,c1|c8,,,,,,,\n")
	add("brands.csv", "b3,Third,,c9,\n")
	add("campaigns.csv", "ca2,b3,No brand,,,,,,,\nca3,b1,No segment,,,,,,,s1|s9\n")
	add("contracts.csv", "cr9,a1,2026-01-01,,\ncr1,a9,2026-01-01,,\n")
	add("contents.csv", "co3,cr1,ca9,LIVE,,2026-11-01T20:00:00Z,,,\nco4,cr1,,LIVE,,2026-11-01T20:00:00Z,,,cr2|cr3\n")
	add("content_metrics.csv", "co3,2026-11-02T00:00:00Z,1,\n")
	add("follower_history.csv", "cr3,2026-01-01,1\n")
	add("programme_members.csv", "pr1,cr1,AGENCY\npr9,cr1,CREATOR\n")
	add("audiences.csv", "cr1,s2,1.2\n")
	add("lists.csv", "l3,No campaign,,ca9\n")
	add("list_items.csv", "l3,cr1,SENT,,,,,,,,\nl2,cr3,SENT,,,,,,,,\nl2,cr1,SENT,,,,,,,,cr9\nl2,cr2,MAYBE,,,,,,,,\n")
	add("rate_cards.csv", "cr9,LIVE,5,,,,\n")
	add("availability.csv", "cr1,2026-12-09,2026-12-09,BOOKED,ca9\ncr9,2026-12-09,2026-12-09,HELD,\n")
	return files
}

func danglingRejects() []string {
	return []string{
		"categories.csv:4 parent c9", "categories.csv:5 parent c8",
		"creators.csv:4 categories c8", "brands.csv:3 categories c9",
		"campaigns.csv:3 brand b3", "campaigns.csv:4 target_segments s9",
		"contracts.csv:4 creator cr9", "contracts.csv:5 agency a9",
		"contents.csv:4 campaign ca9", "contents.csv:5 co_creators cr3",
		"content_metrics.csv:3 content co3", "follower_history.csv:4 creator cr3",
		"audiences.csv:4 share 1.2",
		"programme_members.csv:4 member cr1", "programme_members.csv:5 programme pr9",
		"lists.csv:5 campaign ca9", "list_items.csv:4 list l3", "list_items.csv:5 creator cr3",
		"list_items.csv:6 replaces cr9", "list_items.csv:7 status MAYBE",
		"rate_cards.csv:4 creator cr9", "availability.csv:4 campaign ca9", "availability.csv:5 creator cr9",
	}
}

// A row that points at nothing is refused by file, line, column and key; the rest goes on.
func TestImportRefusesDanglingRows(t *testing.T) {
	store := graphtest.Own(t, true)
	importAll(t, store, folder(t, little()))
	want := export(t, store)

	store = graphtest.Own(t, true)
	var rejects []dataset.Reject
	report := importWith(t, store, folder(t, dangling()), options(&rejects))
	if diff := cmp.Diff(danglingRejects(), short(rejects)); diff != "" {
		t.Errorf("rejects (-want +got):\n%s", diff)
	}
	if got := report.Total().Refused; got != len(danglingRejects()) {
		t.Errorf("the report says %d refused, want %d", got, len(danglingRejects()))
	}
	if diff := cmp.Diff(want, export(t, store)); diff != "" {
		t.Errorf("export (-without bad rows +got):\n%s", diff)
	}
}

// A strict import tells of the same rows and imports nothing.
func TestStrictImportsNothing(t *testing.T) {
	store := graphtest.Own(t, true)
	set, err := dataset.Open(folder(t, dangling()), dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var rejects []dataset.Reject
	opts := options(&rejects)
	opts.Strict = true
	if _, err := load.Import(t.Context(), store, set, opts); !errors.Is(err, load.ErrRefused) {
		t.Errorf("got error %v, want ErrRefused", err)
	}
	if diff := cmp.Diff(danglingRejects(), short(rejects)); diff != "" {
		t.Errorf("rejects (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{}, export(t, store)); diff != "" {
		t.Errorf("export (-want +got):\n%s", diff)
	}
}

// A strict import whose rows point into the graph, not the folder, goes through.
func TestStrictFindsKeysInTheGraph(t *testing.T) {
	store := graphtest.Own(t, true)
	importAll(t, store, folder(t, little()))
	opts := options(nil)
	opts.Strict = true
	report := importWith(t, store, folder(t, map[string]string{
		"categories.csv": "key,name,parent\nc5,Nails,c2\n",
		"audiences.csv":  "creator,segment,share\ncr1,s2,0.75\n",
	}), opts)
	if total := report.Total(); total.Created != 2 || total.Refused != 0 {
		t.Errorf("got %+v, want 2 created", total)
	}
}

func short(rejects []dataset.Reject) []string {
	var lines []string
	for _, r := range rejects {
		lines = append(lines, strings.Join([]string{
			r.File + ":" + strconv.Itoa(r.Line), r.Column, r.Value}, " "))
	}
	return lines
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

func importAll(t *testing.T, store *graph.Store, dir string) load.Report {
	t.Helper()

	var rejects []dataset.Reject
	report := importWith(t, store, dir, options(&rejects))
	if len(rejects) > 0 {
		t.Fatalf("%d rows were refused: %v", len(rejects), rejects[0])
	}
	return report
}

func importWith(t *testing.T, store *graph.Store, dir string, opts load.Options) load.Report {
	t.Helper()

	set, err := dataset.Open(dir, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	report, err := load.Import(t.Context(), store, set, opts)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// export gives the text of each file of an export.
func export(t *testing.T, store *graph.Store) map[string]string {
	t.Helper()

	dir := filepath.Join(t.TempDir(), "out")
	if _, err := load.Export(t.Context(), store, dir, load.ExportOptions{}); err != nil {
		t.Fatal(err)
	}
	return readFolder(t, dir)
}

func readFolder(t *testing.T, dir string) map[string]string {
	t.Helper()

	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		raw, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(raw)
	}
	return files
}
