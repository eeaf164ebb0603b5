package dataset_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/limit"
)

func day(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// What is read, whatever way it is written down.
func TestReadRows(t *testing.T) {
	t.Parallel()

	agency := []dataset.Row{{Line: 2, Values: []any{"a1", "Wuyou 无忧", nil, day(2016, 5, 1)}}}
	campaign := []dataset.Row{{Line: 2, Values: []any{"c1", "b1", "Double 11", "AWARENESS",
		[]string{"x", "y"}, []string{"LIVE"}, int64(100), day(2026, 11, 1), nil, nil}}}
	for name, test := range map[string]struct {
		file string
		text string
		want []dataset.Row
	}{
		"columns in any order": {"agencies.csv", "founded,name,key\n2016-05-01,Wuyou 无忧,a1\n", agency},
		"byte order mark and CRLF": {"agencies.csv",
			"\uFEFFkey,name,region,founded\r\na1,Wuyou 无忧,,2016-05-01\r\n", agency},
		"no line end at the end": {"agencies.csv", "key,name,founded\na1,Wuyou 无忧,2016-05-01", agency},
		"quotes throughout": {"agencies.csv",
			"\"key\",\"name\",\"founded\"\r\n\"a1\",\"Wuyou 无忧\",\"2016-05-01\"\r\n", agency},
		"blank lines": {"agencies.csv", "key,name,founded\n\n\r\na1,Wuyou 无忧,2016-05-01\n\n",
			[]dataset.Row{{Line: 4, Values: agency[0].Values}}},
		"JSON": {"agencies.ndjson",
			"\n{\"key\":\"a1\",\"name\":\"Wuyou 无忧\",\"region\":null,\"founded\":\"2016-05-01\"}\n", agency},
		"lists in a cell": {"campaigns.csv", "key,brand,name,objective,categories,formats,budget,starts\n" +
			"c1,b1,Double 11,AWARENESS,x|y|x,LIVE|LIVE,100,2026-11-01\n", campaign},
		"lists and numbers in JSON": {"campaigns.ndjson", "\uFEFF\n" +
			`{"key":"c1","brand":"b1","name":"Double 11","objective":"AWARENESS","categories":["x","y"],` +
			`"formats":"LIVE","budget":100,"starts":"2026-11-01","target_segments":[]}`, campaign},
		"quotes, commas and line ends within quotes": {"platforms.csv",
			"key,name\np1,\"a \"\"b\"\", c\r\nd\ne\"\np2,\"\"\"\"\n", []dataset.Row{
				{Line: 2, Values: []any{"p1", "a \"b\", c\r\nd\ne"}},
				{Line: 5, Values: []any{"p2", `"`}},
			}},
		"an instant elsewhere is turned to UTC": {"content_metrics.csv",
			"content,at\nx,2026-11-23T08:00:00.5+08:00\n", []dataset.Row{{Line: 2, Values: []any{
				"x", time.Date(2026, 11, 23, 0, 0, 0, 500_000_000, time.UTC), nil, nil, nil, nil, nil, nil, nil, nil}}}},
		"shares": {"audiences.csv", "creator,segment,share\na,s,0\nb,s,1\nc,s,1e-05\nd,s,-0\n", []dataset.Row{
			{Line: 2, Values: []any{"a", "s", 0.0}}, {Line: 3, Values: []any{"b", "s", 1.0}},
			{Line: 4, Values: []any{"c", "s", 1e-05}}, {Line: 5, Values: []any{"d", "s", 0.0}}}},
		"a row said twice": {"platforms.csv", "key,name\np,P\nq,Q\np,P\n", []dataset.Row{
			{Line: 2, Values: []any{"p", "P"}}, {Line: 3, Values: []any{"q", "Q"}}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			rows, rejects, err := readAll(t, test.file, test.text)
			if err != nil || len(rejects) > 0 {
				t.Fatalf("refused: %v, %v", rejects, err)
			}
			if diff := cmp.Diff(test.want, rows, cmpopts.IgnoreFields(dataset.Row{}, "Untold")); diff != "" {
				t.Errorf("rows (-want +got):\n%s", diff)
			}
		})
	}
}

// An empty cell is told, a column or a name that is not there is not.
func TestUntoldColumns(t *testing.T) {
	t.Parallel()

	for name, test := range map[string]struct {
		file, text string
		want       [][]int
	}{
		"a column":        {"agencies.csv", "founded,key,name\n,a1,A\n,a2,B\n", [][]int{{2}, {2}}},
		"none":            {"agencies.csv", "key,name,region,founded\na1,A,,\n", [][]int{nil}},
		"names":           {"agencies.ndjson", `{"key":"a1","name":"A","region":null}` + "\n" + `{"key":"a2","name":"B","founded":null}`, [][]int{{3}, {2}}},
		"several":         {"invitations.csv", "campaign,creator,invited,source,offer,answer,answered\nc,a,2026-11-01T00:00:00Z,RECOMMENDED,,,\n", [][]int{{7, 8, 9}}},
		"all but the key": {"platforms.csv", "key,name\np,P\n", [][]int{nil}},
	} {
		rows, rejects, err := readAll(t, test.file, test.text)
		if err != nil || len(rejects) > 0 {
			t.Fatalf("%s: refused: %v, %v", name, rejects, err)
		}
		var got [][]int
		for _, row := range rows {
			got = append(got, row.Untold)
		}
		if diff := cmp.Diff(test.want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// One bad row is refused by line, column and value, and its neighbours are read.
func TestRefusedRows(t *testing.T) {
	t.Parallel()

	const contracts = "creator,agency,since,until,exclusive\n"
	long := strings.Repeat("x", limit.KeyBytes+1)
	for name, test := range map[string]struct {
		file   string
		header string
		row    string
		column string
		value  string
		reason string
	}{
		"a missing required cell": {"contracts.csv", contracts, "c,,2026-01-01,,", "agency", "", "required"},
		"a wrong date":            {"contracts.csv", contracts, "c,a,2026-02-30,,", "since", "2026-02-30", "YYYY-MM-DD"},
		"a date before its pair": {"contracts.csv", contracts, "c,a,2026-02-03,2026-02-02,", "until",
			"2026-02-02", "before since, 2026-02-03"},
		"an answer before its invitation": {"invitations.csv", "campaign,creator,invited,source,answer,answered\n",
			"k,c,2026-11-02T08:00:00Z,RECOMMENDED,ACCEPTED,2026-11-01T08:00:00Z", "answered", "2026-11-01T08:00:00Z", "before invited"},
		"a wrong flag":   {"contracts.csv", contracts, "c,a,2026-02-03,,yes", "exclusive", "yes", "true or false"},
		"too few cells":  {"contracts.csv", contracts, "c,a,2026-02-03", "", "", "3 cells and the header 5"},
		"too many cells": {"contracts.csv", contracts, "c,a,2026-02-03,,,", "", "", "6 cells and the header 5"},
		"a share of 1.2": {"audiences.csv", "creator,segment,share\n", "c,s,1.2", "share", "1.2", "0 to 1"},
		"a share that is no number": {"audiences.csv", "creator,segment,share\n", "c,s,NaN", "share", "NaN",
			"0 to 1"},
		"a negative share": {"audiences.csv", "creator,segment,share\n", "c,s,-0.1", "share", "-0.1", "0 to 1"},
		"a bad number":     {"creators.csv", "key,name,followers\n", "c,n,12.5", "followers", "12.5", "whole number"},
		"a signed number":  {"creators.csv", "key,name,followers\n", "c,n,+5", "followers", "+5", "whole number"},
		"a negative number": {"creators.csv", "key,name,followers\n", "c,n,-5", "followers", "-5",
			"not be negative"},
		"a number too great": {"creators.csv", "key,name,followers\n", "c,n,9223372036854775808", "followers",
			"9223372036854775808", "greater than"},
		"a wrong word":   {"segments.csv", "key,name,dimension\n", "s,n,HEIGHT", "dimension", "HEIGHT", "AGE, GENDER"},
		"invalid UTF-8":  {"platforms.csv", "key,name\n", "p,a\xffb", "name", "a\uFFFDb", "UTF-8"},
		"a key too long": {"platforms.csv", "key,name\n", long + ",n", "key", long, "at most 128 bytes"},
		"an empty element": {"brands.csv", "key,name,categories\n", "b,n,x||y", "categories", "x||y",
			"element of the list is empty"},
		"a wrong element": {"campaigns.csv", "key,brand,name,formats\n", "k,b,n,LIVE|RADIO", "formats",
			"LIVE|RADIO", "SHORT_VIDEO"},
		"a wrong instant": {"content_metrics.csv", "content,at\n", "x,2026-11-23 08:00", "at",
			"2026-11-23 08:00", "YYYY-MM-DDThh:mm:ssZ"},
		"a quote in the middle":    {"platforms.csv", "key,name\n", `p,5" screen`, "", "", "not quoted"},
		"text after a quote":       {"platforms.csv", "key,name\n", `p,"a"b`, "", "", "closing quote"},
		"a quote that stays open":  {"platforms.csv", "key,name\n", `p,"a`, "", "", "never closed"},
		"a row longer than bounds": {"platforms.csv", "key,name\n", "p," + strings.Repeat("y", dataset.MaxRow), "", "", "longer than"},
		"JSON that is not": {"platforms.ndjson", "\n", `{"key":"p","name"`, "", `{"key":"p","name"`,
			"not a JSON object"},
		"a JSON list":          {"platforms.ndjson", "\n", `["p","n"]`, "", `["p","n"]`, "not a JSON object"},
		"more than an object":  {"platforms.ndjson", "\n", `{"key":"p","name":"n"}{}`, "", `{"key":"p","name":"n"}{}`, "follows"},
		"a JSON name too many": {"platforms.ndjson", "\n", `{"key":"p","name":"n","pet":1}`, "pet", "", "not a column of platforms"},
		"a JSON name twice":    {"platforms.ndjson", "\n", `{"key":"p","name":"n","key":"q"}`, "key", "", "twice"},
		"a JSON value of a wrong type": {"platforms.ndjson", "\n", `{"key":"p","name":7}`, "name", "7",
			"of this type"},
		"a separator in a JSON list": {"brands.ndjson", "\n", `{"key":"b","name":"n","categories":["x|y"]}`,
			"categories", "[x|y]", "separator"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			before, after := around(test.file)
			rows, rejects, err := readAll(t, test.file, test.header+before+test.row+"\n"+after)
			if err != nil {
				t.Fatal(err)
			}
			if len(rejects) != 1 {
				t.Fatalf("got %d rejects, want 1: %v", len(rejects), rejects)
			}
			got := rejects[0]
			if !strings.Contains(got.Reason, test.reason) {
				t.Errorf("reason: got %q, want one with %q", got.Reason, test.reason)
			}
			if got.Kind == "" {
				t.Errorf("no kind: %+v", got)
			}
			got.Reason, got.Kind = "", ""
			line := 2 + strings.Count(before, "\n")
			want := dataset.Reject{File: test.file, Line: line, Column: test.column, Value: test.value}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("reject (-want +got):\n%s", diff)
			}
			if want := strings.Count(before+after, "\n"); len(rows) != want {
				t.Errorf("got %d rows besides, want %d", len(rows), want)
			}
		})
	}
}

// around gives good rows to stand before and after a bad one where the columns allow.
func around(file string) (before, after string) {
	switch file {
	case "platforms.csv":
		return "g1,n\n", "g2,n\ng3,n\n"
	case "platforms.ndjson":
		return "{\"key\":\"g1\",\"name\":\"n\"}\n", "{\"key\":\"g2\",\"name\":\"n\"}\n"
	}
	return "", ""
}

// A lost quote costs the rows it stands in, not those after it, even when a later quote seems to
// close it.
func TestLostQuoteSwallowsNothing(t *testing.T) {
	t.Parallel()

	text := "key,name\na,\"one\nb,two\nc,\"three\"\nd,four\n"
	rows, rejects, err := readAll(t, "platforms.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	if len(rejects) != 1 || rejects[0].Line != 2 {
		t.Errorf("rejects: got %v, want line 2", rejects)
	}
	want := []dataset.Row{
		{Line: 3, Values: []any{"b", "two"}},
		{Line: 4, Values: []any{"c", "three"}},
		{Line: 5, Values: []any{"d", "four"}},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

// The second row of a key with other values is refused, naming the first.
func TestContradictingRowIsRefused(t *testing.T) {
	t.Parallel()

	rows, rejects, err := readAll(t, "audiences.csv",
		"creator,segment,share\nc,s,0.1\nc,t,0.2\nc,s,0.3\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []dataset.Reject{{File: "audiences.csv", Line: 4, Value: "c", Kind: dataset.Contradiction,
		Reason: "line 2 has the same creator and segment and other values; keep one of the two"}}
	if diff := cmp.Diff(want, rejects); diff != "" {
		t.Errorf("rejects (-want +got):\n%s", diff)
	}
	if len(rows) != 2 {
		t.Errorf("got %d rows, want 2", len(rows))
	}
}

// A folder whose names or headers do not fit is refused as a whole, naming what does not.
func TestOpenRefuses(t *testing.T) {
	t.Parallel()

	for name, test := range map[string]struct {
		files map[string]string
		want  []string
	}{
		"an unknown file":      {map[string]string{"pets.csv": "key\n"}, []string{"pets.csv", "--ignore-unknown"}},
		"an unknown ending":    {map[string]string{"brands.xlsx": ""}, []string{"brands.xlsx"}},
		"two files of a table": {map[string]string{"brands.csv": "key,name\n", "brands.ndjson": ""}, []string{"brands.csv", "brands.ndjson"}},
		"no file":              {nil, []string{"no table's file"}},
		"an unknown column": {map[string]string{"brands.csv": "key,name,pet\n"},
			[]string{"brands.csv", `"pet"`, "industry", "--ignore-unknown"}},
		"a missing column": {map[string]string{"brands.csv": "key,region\n"}, []string{"brands.csv", `"name"`}},
		"a column twice":   {map[string]string{"brands.csv": "key,name,key\n"}, []string{"brands.csv", `"key"`, "twice"}},
		"an empty file":    {map[string]string{"brands.csv": ""}, []string{"brands.csv", "empty"}},
		"UTF-16":           {map[string]string{"brands.csv": "\xff\xfek\x00e\x00y\x00"}, []string{"brands.csv", "UTF-8"}},
		"gzip that is not": {map[string]string{"brands.csv.gz": "key,name\nb1,name\n"}, []string{"brands.csv.gz", "damaged"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			_, err := dataset.Open(folder(t, test.files), dataset.Options{})
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error %q does not name %s", err, want)
				}
			}
		})
	}
}

// A folder that is not there is an error that names it.
func TestOpenMissingFolder(t *testing.T) {
	t.Parallel()

	dir := filepath.Join(t.TempDir(), "gone")
	if _, err := dataset.Open(dir, dataset.Options{}); err == nil || !strings.Contains(err.Error(), dir) {
		t.Errorf("got error %v, want one that names %s", err, dir)
	}
}

// Files come in the order of their tables, sub-folders are left alone, and what is unknown is passed
// over when asked for.
func TestOpenOrder(t *testing.T) {
	t.Parallel()

	dir := folder(t, map[string]string{
		"contracts.csv": "creator,agency,since\n", "platforms.ndjson": "", "notes.txt": "x",
		"creators.csv": "pet,key,name\ncat,c,n\n",
	})
	if err := os.Mkdir(filepath.Join(dir, "truth"), 0o755); err != nil {
		t.Fatal(err)
	}
	set, err := dataset.Open(dir, dataset.Options{IgnoreUnknown: true})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range set.Files {
		names = append(names, f.Name)
	}
	if diff := cmp.Diff([]string{"platforms.ndjson", "creators.csv", "contracts.csv"}, names); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]dataset.Unknown{{File: "creators.csv", Column: "pet"}, {File: "notes.txt"}}, set.Skipped()); diff != "" {
		t.Errorf("ignored (-want +got):\n%s", diff)
	}
	rows, rejects, err := readFileOf(set.Files[1])
	if err != nil || len(rejects) != 0 || len(rows) != 1 {
		t.Errorf("creators: got %v, %v, %v", rows, rejects, err)
	}
}

// A gzip file that was cut short gives its whole rows and then an error that says where it ends.
func TestTruncatedGzip(t *testing.T) {
	t.Parallel()

	var text strings.Builder
	text.WriteString("key,name\n")
	for i := range 50_000 {
		text.WriteString(strings.Repeat("k", i%7+1) + time.Unix(int64(i), 0).UTC().String() + ",n\n")
	}
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	if _, err := z.Write([]byte(text.String())); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	dir := folder(t, map[string]string{"platforms.csv.gz": zipped.String()[:zipped.Len()/2]})
	set, err := dataset.Open(dir, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows, rejects, err := readFileOf(set.Files[0])
	if err == nil || len(rejects) != 0 || len(rows) == 0 || len(rows) >= 50_000 {
		t.Fatalf("got %d rows, %d rejects, error %v", len(rows), len(rejects), err)
	}
	if !errors.Is(err, io.ErrUnexpectedEOF) || !strings.Contains(err.Error(), "platforms.csv.gz: broken after line ") {
		t.Errorf("got error %v", err)
	}
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

func readAll(t *testing.T, name, text string) ([]dataset.Row, []dataset.Reject, error) {
	t.Helper()

	set, err := dataset.Open(folder(t, map[string]string{name: text}), dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return readFileOf(set.Files[0])
}

func readFileOf(f dataset.File) (rows []dataset.Row, rejects []dataset.Reject, err error) {
	r, err := f.Open()
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	for {
		row, refused, err := r.Read()
		switch {
		case err == io.EOF:
			return rows, rejects, nil
		case err != nil:
			return rows, rejects, err
		case len(refused) > 0:
			rejects = append(rejects, refused...)
		default:
			rows = append(rows, row)
		}
	}
}
