package dataset_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/limit"
)

// bad gives values that a column must refuse, and the kind of fault that each is. It is said by the kinds
// of columns, so that each column of each table is tried.
func bad(c dataset.Column) map[string]dataset.FaultKind {
	long := strings.Repeat("x", 9000)
	switch c.Kind {
	case dataset.Key, dataset.Ref, dataset.MemberOf:
		return map[string]dataset.FaultKind{strings.Repeat("k", 129): limit.TooLong, " k": limit.WhiteSpace,
			"k\u3000": limit.WhiteSpace, "a\x01b": limit.ControlCharacter, "6.82346E+18": limit.RoundedKey,
			"a\xffb": limit.BadText}
	case dataset.Refs:
		return map[string]dataset.FaultKind{"a|" + strings.Repeat("k", 129): limit.TooLong, "a| b": limit.WhiteSpace,
			"a\x01b|c": limit.ControlCharacter, "6.82346E+18|a": limit.RoundedKey, "a||b": dataset.EmptyElement}
	case dataset.Text:
		if c.Length == dataset.Free {
			return map[string]dataset.FaultKind{"a\x00b": limit.ControlCharacter, "a\xed\xa0\x80": limit.BadText}
		}
		return map[string]dataset.FaultKind{long: limit.TooLong, "a\x00b": limit.ControlCharacter,
			"a\xed\xa0\x80": limit.BadText}
	case dataset.Words:
		return map[string]dataset.FaultKind{"a|" + long: limit.TooLong, "a|b\x00": limit.ControlCharacter}
	case dataset.Choice, dataset.Choices:
		return map[string]dataset.FaultKind{"PERHAPS": dataset.NoChoice}
	case dataset.Count, dataset.Money:
		return map[string]dataset.FaultKind{"9007199254740992": limit.TooLarge, "9007199254740993": limit.TooLarge,
			"99999999999999999999999": limit.TooLarge, "-1": limit.Negative, "1.5": dataset.NoNumber,
			"1,000": dataset.NoNumber, "12w": dataset.NoNumber, "6E+18": dataset.NoNumber}
	case dataset.Share:
		return map[string]dataset.FaultKind{"1.01": dataset.NoShare, "-0.1": dataset.NoShare, "35%": dataset.NoShare,
			"NaN": dataset.NoShare, "Inf": dataset.NoShare}
	case dataset.Flag:
		return map[string]dataset.FaultKind{"是": dataset.NoFlag, "TRUE": dataset.NoFlag}
	case dataset.Date:
		return map[string]dataset.FaultKind{"1899-12-31": limit.OutOfCalendar, "2201-01-01": limit.OutOfCalendar,
			"9999-12-30": limit.OutOfCalendar, "2026/1/1": dataset.NoDate, "2026-02-30": dataset.NoDate}
	case dataset.Instant:
		return map[string]dataset.FaultKind{"1899-12-31T23:59:59Z": limit.OutOfCalendar,
			"9999-12-31T00:00:00Z": limit.OutOfCalendar, "2026-01-01": dataset.NoInstant}
	}
	panic(fmt.Sprintf("column %s is of a kind that the test does not know", c.Name))
}

// good gives a value that a column takes.
func good(c dataset.Column) string {
	switch c.Kind {
	case dataset.Choice, dataset.Choices:
		return c.Choices[0]
	case dataset.Count, dataset.Money:
		return "9007199254740991"
	case dataset.Share:
		return "0.5"
	case dataset.Flag:
		return "true"
	case dataset.Date:
		return "2026-11-01"
	case dataset.Instant:
		return "2026-11-01T00:00:00Z"
	}
	return "x-" + c.Name
}

// Every bad value of every column of every table is refused by itself: its file, line, column and value
// are told, and the row before and the one after go in, in CSV and NDJSON, gzipped or not.
func TestEveryColumnRefusesItsBadValues(t *testing.T) {
	t.Parallel()

	for _, table := range dataset.Tables() {
		t.Run(table.Name, func(t *testing.T) {
			t.Parallel()

			for i, c := range table.Columns {
				for value, kind := range bad(c) {
					set := folder(t, map[string]string{table.Name + ".csv": sheetOf(t, table, i, value)})
					rows, rejects, err := readFileOf(openIn(t, set).Files[0])
					if err != nil || len(rows) != 2 || len(rejects) != 1 {
						t.Errorf("%s %.40q: got %d rows, rejects %.300v, %v", c.Name, value, len(rows), rejects, err)
						continue
					}
					got := rejects[0]
					if got.Kind != kind || got.Column != c.Name || got.Line != 3 || got.File != table.Name+".csv" ||
						!strings.HasPrefix(got.Value, strings.ToValidUTF8(value[:min(len(value), 100)], "\uFFFD")) {
						t.Errorf("%s %.40q: got %.300v, want kind %s", c.Name, value, got, kind)
					}
				}
			}
		})
	}
}

// sheetOf is three rows of a table with a value in the second.
func sheetOf(t *testing.T, table dataset.Table, at int, value string) string {
	t.Helper()

	var text strings.Builder
	w := csv.NewWriter(&text)
	header := make([]string, len(table.Columns))
	for i, c := range table.Columns {
		header[i] = c.Name
	}
	rows := [][]string{header}
	for line := range 3 {
		row := make([]string, len(table.Columns))
		for i, c := range table.Columns {
			row[i] = good(c)
			if c.Name == table.Identity[0] {
				row[i] = fmt.Sprintf("%s-%d", row[i], line)
			}
			if line == 1 && i == at {
				row[i] = value
			}
		}
		rows = append(rows, row)
	}
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func openIn(t *testing.T, dir string) *dataset.Set {
	t.Helper()

	set, err := dataset.Open(dir, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// Several faults of one row are all told.
func TestAllFaultsOfARowAreTold(t *testing.T) {
	t.Parallel()

	_, rejects, err := readAll(t, "creators.csv", "key,name,followers,joined,verified\n c,,12w,2026/1/1,yes\n")
	if err != nil {
		t.Fatal(err)
	}
	var kinds []dataset.FaultKind
	for _, r := range rejects {
		kinds = append(kinds, r.Kind)
	}
	want := []dataset.FaultKind{limit.WhiteSpace, dataset.Missing, dataset.NoNumber, dataset.NoDate, dataset.NoFlag}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Errorf("kinds (-want +got):\n%s", diff)
	}
}

// An end of 9999-12-31 is no end; anywhere else it is no day.
func TestLastDayOfAllIsNoEnd(t *testing.T) {
	t.Parallel()

	for text, want := range map[string]string{
		"contracts.csv|creator,agency,since,until\nc,a,2020-01-01,9999-12-31\n":      "",
		"campaigns.csv|key,brand,name,starts,ends\nk,b,n,2020-01-01,9999-12-31\n":    "",
		"programmes.ndjson|{\"key\":\"p\",\"name\":\"n\",\"ends\":\"9999-12-31\"}\n": "",
		"contracts.csv|creator,agency,since,until\nc,a,9999-12-31,\n":                "since",
		"creators.csv|key,name,joined\nc,n,9999-12-31\n":                             "joined",
	} {
		file, text, _ := strings.Cut(text, "|")
		rows, rejects, err := readAll(t, file, text)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case want == "" && (len(rejects) > 0 || len(rows) != 1):
			t.Errorf("%q: got %v", text, rejects)
		case want == "":
			for _, value := range rows[0].Values {
				if at, known := value.(time.Time); known && at.Year() == 9999 {
					t.Errorf("%q: the end is kept as %s", text, at)
				}
			}
		case len(rejects) != 1 || rejects[0].Column != want || rejects[0].Kind != limit.OutOfCalendar:
			t.Errorf("%q: got %v, want %s refused", text, rejects, want)
		}
	}
}

// A content's own creator is no co-creator: passed over, the others stay.
func TestOwnCreatorIsNoCoCreator(t *testing.T) {
	t.Parallel()

	rows, rejects, err := readAll(t, "contents.csv", "key,creator,format,published,co_creators\n"+
		"v1,s1,LIVE,2026-10-01T00:00:00Z,s1|s2|s3\nv2,s1,LIVE,2026-10-01T00:00:00Z,s1\n"+
		"v3,s4,LIVE,2026-10-01T00:00:00Z,s5\n")
	if err != nil || len(rejects) > 0 {
		t.Fatalf("refused: %v, %v", rejects, err)
	}
	var got []any
	for _, row := range rows {
		got = append(got, row.Values[8], len(row.Odd))
	}
	if diff := cmp.Diff([]any{[]string{"s2", "s3"}, 1, nil, 1, []string{"s5"}, 0}, got); diff != "" {
		t.Errorf("co-creators and what was passed over (-want +got):\n%s", diff)
	}
}

// One moment written in two time zones is one moment: other values are a contradiction, the same values a
// repetition, in CSV and in NDJSON.
func TestMomentInTwoTimeZonesIsOneMoment(t *testing.T) {
	t.Parallel()

	for file, text := range map[string]string{
		"content_metrics.csv": "content,at,views\nx,2026-11-23T00:00:00Z,5\n" +
			"x,2026-11-23T08:00:00+08:00,5\nx,2026-11-22T19:00:00-05:00,6\nx,2026-11-23T00:00:00.25Z,7\n",
		"content_metrics.ndjson": `{"content":"x","at":"2026-11-23T00:00:00Z","views":5}` + "\n" +
			`{"content":"x","at":"2026-11-23T08:00:00+08:00","views":"5"}` + "\n" +
			`{"content":"x","at":"2026-11-22T19:00:00-05:00","views":6}` + "\n" +
			`{"content":"x","at":"2026-11-23T00:00:00.25Z","views":7}` + "\n",
	} {
		rows, rejects, err := readAll(t, file, text)
		if err != nil || len(rows) != 1 || len(rejects) != 2 {
			t.Fatalf("%s: got %v, %v, %v", file, rows, rejects, err)
		}
		for _, r := range rejects {
			if r.Kind != dataset.Contradiction || !strings.Contains(r.Reason, "the same content and at") {
				t.Errorf("%s: got %+v", file, r)
			}
		}
	}
}

// Half a surrogate pair in NDJSON is refused where it stands, not replaced; whole pairs are read.
func TestHalfASurrogatePairIsRefused(t *testing.T) {
	t.Parallel()

	rows, rejects, err := readAll(t, "brands.ndjson", `{"key":"a","name":"\ud83d\ude00 \u4f60 \\ud83d"}`+"\n"+
		`{"key":"b","name":"x\ud83d","region":"\ude00"}`+"\n"+`{"key":"c","name":"n","categories":["\ud83dx"]}`+"\n")
	if err != nil || len(rows) != 1 || rows[0].Values[1] != "😀 你 \\ud83d" {
		t.Fatalf("got %v, %v", rows, err)
	}
	var got []string
	for _, r := range rejects {
		got = append(got, fmt.Sprint(r.Line, " ", r.Column, " ", r.Kind))
	}
	if diff := cmp.Diff([]string{"2 name bad-text", "2 region bad-text", "3 categories bad-text"}, got); diff != "" {
		t.Errorf("rejects (-want +got):\n%s", diff)
	}
}

// A key with white space around it is refused with its twin, which the row names that has it.
func TestSpacedKeyNamesItsTwin(t *testing.T) {
	t.Parallel()

	_, rejects, err := readAll(t, "agencies.csv", "key,name\na1,Wuyou\na1 ,Wuyou\n\u3000a2,Other\n")
	if err != nil || len(rejects) != 2 {
		t.Fatalf("got %v, %v", rejects, err)
	}
	if want := `write "a1", which line 2 has`; !strings.Contains(rejects[0].Reason, want) {
		t.Errorf("reason %q does not say %s", rejects[0].Reason, want)
	}
	if want := `write "a2"`; !strings.HasSuffix(rejects[1].Reason, want) {
		t.Errorf("reason %q does not end in %s", rejects[1].Reason, want)
	}
}

// Every wrong name of a folder is told at once, each with the known name that is nearest.
func TestAllWrongNamesAreToldAtOnce(t *testing.T) {
	t.Parallel()

	dir := folder(t, map[string]string{"creator.csv": "key\n", "brands.csv": "Key,name,industri,pet\n",
		"agencies.csv": "key\n", "contents.ndjson": `{"key":"v","tittle":"x"}` + "\n", "notes.txt": ""})
	_, err := dataset.Open(dir, dataset.Options{})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{`it may be creators.csv`, `it may be "industry"`, `it may be "key"`, `"pet" is not a column`,
		`agencies.csv: the required column "name" is missing`, "notes.txt is not the name"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not say %s:\n%v", want, err)
		}
	}
	set, rejects, err := dataset.Survey(dir, dataset.Options{})
	if err != nil || len(rejects) != 7 || len(set.Files) != 3 {
		t.Errorf("survey: got %d rejects, %d files, %v: %v", len(rejects), len(set.Files), err, rejects)
	}
}

// What --ignore-unknown passes over is said, with the name that may have been meant, in NDJSON too.
func TestPassedOverNamesAreSaid(t *testing.T) {
	t.Parallel()

	set, err := dataset.Open(folder(t, map[string]string{"creators.csv": "key,name,follower\nc,n,5\n", "brand.csv": "",
		"brands.ndjson": `{"key":"b","name":"n","Industry":"x"}` + "\n"}), dataset.Options{IgnoreUnknown: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range set.Files {
		if _, rejects, err := readFileOf(f); err != nil || len(rejects) > 0 {
			t.Fatal(rejects, err)
		}
	}
	want := []dataset.Unknown{{File: "brand.csv", Nearest: "brands"},
		{File: "brands.ndjson", Column: "Industry", Nearest: "industry"},
		{File: "creators.csv", Column: "follower", Nearest: "followers"}}
	if diff := cmp.Diff(want, set.Skipped()); diff != "" {
		t.Errorf("passed over (-want +got):\n%s", diff)
	}
}

// Whatever is refused can be mended where it stands: the kept rows are byte for byte those of the file,
// refused again for the same reasons, and nothing else is kept.
func TestRefusedRowsAreKeptWhole(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SampledFrom([]string{"c%d,n,5,", "c%d,\"a\nb\",5,x", "c%d,\"say \"\"hi\"\"\",12w,", "c%d,n",
			" c%d ,n,5,\"\"", "c%d,n,-1,\"a, b\"", "c%d,5\" screen,1,", "\"c%d\"x,n,1,"})
		var text strings.Builder
		text.WriteString("key,name,followers,bio\r\n")
		for i := range rapid.IntRange(1, 12).Draw(t, "rows") {
			fmt.Fprintf(&text, line.Draw(t, "row")+"\n", i)
		}
		dir, kept := tempDir(t), tempDir(t)
		defer os.RemoveAll(dir)
		defer os.RemoveAll(kept)
		first := faultsOf(t, dir, text.String())
		if len(first) == 0 {
			return
		}
		rejects, err := dataset.CreateRejects(filepath.Join(kept, "rejects.csv"), setOf(t, dir))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range first {
			if err := rejects.Add(r); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := rejects.Close(); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(filepath.Join(rejects.Folder(), "creators.csv"))
		if err != nil {
			t.Fatal(err)
		}
		again := faultsOf(t, dir, string(raw))
		if diff := cmp.Diff(reasonsOf(first), reasonsOf(again)); diff != "" {
			t.Fatalf("reasons of %q (-file +kept %q):\n%s", text.String(), raw, diff)
		}
	})
}

func tempDir(t *rapid.T) string {
	dir, err := os.MkdirTemp("", "creatorgraph-test-")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func setOf(t *rapid.T, dir string) *dataset.Set {
	set, err := dataset.Open(dir, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func faultsOf(t *rapid.T, dir, creators string) []dataset.Reject {
	if err := os.WriteFile(filepath.Join(dir, "creators.csv"), []byte(creators), 0o600); err != nil {
		t.Fatal(err)
	}
	_, rejects, err := readFileOf(setOf(t, dir).Files[0])
	if err != nil {
		t.Fatal(err)
	}
	return rejects
}

func reasonsOf(rejects []dataset.Reject) []string {
	var reasons []string
	for _, r := range rejects {
		reasons = append(reasons, r.Column+": "+r.Reason)
	}
	return reasons
}
