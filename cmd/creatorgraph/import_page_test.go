package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// fence is a block of the page: its language, what stands behind it, its text.
var fence = regexp.MustCompile("(?ms)^```(\\w+)(?: ([^\n]*))?\n(.*?)^```$")

// docs/import.md holds: its files go in by its commands, with its one correction, and the price that a
// question gives is the right one in fen.
func TestImportPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/import.md")
	if err != nil {
		t.Fatal(err)
	}
	db := graphtest.Server(t)
	graphtest.Own(t, true)
	t.Setenv("NEO4J_PASSWORD", db.Password)
	t.Chdir(t.TempDir())

	said := ""
	for _, block := range fence.FindAllStringSubmatch(string(page), -1) {
		language, about, text := block[1], strings.Fields(block[2]), block[3]
		switch language {
		case "csv", "graphql":
			writeShown(t, about, text)
		case "diff":
			correct(t, about[0], text)
		case "sh":
			for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
				said = runShown(t, line, "--neo4j-uri", db.URI, "--neo4j-user", db.User)
			}
		case "text":
			if !strings.Contains(said, text) {
				t.Errorf("the page shows\n%s\nand the command says\n%s", text, said)
			}
		case "json":
			if said != text {
				t.Errorf("the page shows\n%s\nand the command says\n%s", text, said)
			}
		default:
			t.Errorf("the page has a block of the unknown kind %q", language)
		}
	}
	if _, err := os.Stat(filepath.Join("templates", "templates.xlsx")); err != nil {
		t.Error(err)
	}
}

func writeShown(t *testing.T, about []string, text string) {
	t.Helper()

	if len(about) > 1 && about[1] == "gb18030" {
		encoded, err := simplifiedchinese.GB18030.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		text = encoded
	}
	if err := os.WriteFile(about[0], []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// correct puts the lines with + for those with -.
func correct(t *testing.T, name, diff string) {
	t.Helper()

	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var old, put strings.Builder
	for _, line := range strings.SplitAfter(diff, "\n") {
		switch {
		case strings.HasPrefix(line, "-"):
			old.WriteString(line[1:])
		case strings.HasPrefix(line, "+"):
			put.WriteString(line[1:])
		}
	}
	if !strings.Contains(string(raw), old.String()) {
		t.Fatalf("%s does not hold the line that the page corrects:\n%s\nbut\n%s", name, old.String(), raw)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(raw), old.String(), put.String(), 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// runShown runs a command of the page and gives what it says.
func runShown(t *testing.T, line string, flags ...string) string {
	t.Helper()

	words := strings.Fields(line)
	if words[0] != "creatorgraph" {
		t.Fatalf("the page has the command %q", line)
	}
	var out, errs bytes.Buffer
	if code := run(t.Context(), append(words[1:], flags...), &out, &errs); code != 0 {
		t.Fatalf("%s: exit %d\n%s\n%s", line, code, out.String(), errs.String())
	}
	return out.String()
}

// The help of each command that reads data sets names the pages that tell more.
func TestHelpNamesTheImportPages(t *testing.T) {
	for _, command := range []string{"init", "map", "import", "check"} {
		var out, errs bytes.Buffer
		run(t.Context(), []string{command, "--help"}, &out, &errs)
		for _, page := range []string{"docs/import.md", "docs/import-format.md"} {
			if !strings.Contains(out.String(), page) {
				t.Errorf("%s --help does not name %s", command, page)
			}
		}
	}
}

// A sheet that only mentions a creator, or tells less than an earlier one, leaves what the graph knows
// of the creator as it is; a name finds the creator of that name.
func TestSheetsKeepWhatTheyDoNotTell(t *testing.T) {
	db := graphtest.Server(t)
	graphtest.Own(t, true)
	t.Setenv("NEO4J_PASSWORD", db.Password)
	t.Chdir(t.TempDir())
	for _, sheet := range []struct{ name, text string }{
		{"达人.csv", "达人ID,达人昵称,粉丝数,类目,视频报价(元),入驻时间\nd1,小鹿,12.3万,美妆/护肤,18500,2021/7/15\n"},
		{"合作.csv", "品牌,项目,达人,合作费用(元)\n沐植,618,小鹿,18500\n"},
		{"粉丝.csv", "达人ID,达人昵称,粉丝数\nd1,小鹿,13万\n"},
	} {
		writeShown(t, []string{sheet.name}, sheet.text)
		for _, line := range []string{"creatorgraph map --force " + sheet.name, "creatorgraph import --map columns.yaml " + sheet.name} {
			flags := []string{"--neo4j-uri", db.URI, "--neo4j-user", db.User}
			runShown(t, line, flags...)
		}
	}
	writeShown(t, []string{"ask.graphql"}, `{ creator(key: "d1") { name followers price(format: SHORT_VIDEO) joined categories { key } participations { nodes { fee } } } }`)
	got := runShown(t, "creatorgraph query ask.graphql --format json", "--neo4j-uri", db.URI, "--neo4j-user", db.User)
	want := `{
  "creator": {
    "name": "小鹿",
    "followers": 130000,
    "price": 1850000,
    "joined": "2021-07-15",
    "categories": [
      {
        "key": "美妆"
      },
      {
        "key": "护肤"
      }
    ],
    "participations": {
      "nodes": [
        {
          "fee": 1850000
        }
      ]
    }
  }
}
`
	if got != want {
		t.Errorf("the creator is now\n%s\nwant\n%s", got, want)
	}
}
