package dataset_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/dataset"
)

var update = flag.Bool("update", false, "write the tables of docs/import-format.md anew")

const (
	document = "../docs/import-format.md"
	begin    = "-update -->\n"
	end      = "<!-- end of tables -->"
)

// The document's tables are those that are read.
func TestFormatDocument(t *testing.T) {
	t.Parallel()

	raw, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(raw), begin)
	have, after, ended := strings.Cut(rest, end)
	if !found || !ended {
		t.Fatalf("%s does not mark where its tables stand", document)
	}
	want := describeTables()
	if *update {
		if err := os.WriteFile(document, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("the tables of %s (-want +got); -update writes them anew:\n%s", document, diff)
	}
}

// describeTables is a line for each table.
func describeTables() string {
	var b strings.Builder
	b.WriteString("| file | a row is known by | columns |\n| --- | --- | --- |\n")
	for _, t := range dataset.Tables() {
		var columns []string
		for _, c := range t.Columns {
			columns = append(columns, describe(c))
		}
		fmt.Fprintf(&b, "| `%s` | `%s` | %s |\n", t.Name, strings.Join(t.Identity, "`, `"), strings.Join(columns, "; "))
	}
	return b.String()
}

func describe(c dataset.Column) string {
	mark := ""
	if c.Required {
		mark = "\\*"
	}
	text := fmt.Sprintf("`%s`%s (%s", c.Name, mark, kindOf(c))
	if c.NotBefore != "" {
		text += fmt.Sprintf(", not before `%s`", c.NotBefore)
	}
	return text + ")"
}

func kindOf(c dataset.Column) string {
	words := strings.Join(c.Choices, "`, `")
	switch c.Kind {
	case dataset.Ref:
		return "key of " + c.Of
	case dataset.Refs:
		return "list of keys of " + c.Of
	case dataset.MemberOf:
		return "key of creators or agencies"
	case dataset.Choice:
		return "one of `" + words + "`"
	case dataset.Choices:
		return "list of `" + words + "`"
	case dataset.Text:
		return map[dataset.Length]string{dataset.Named: "name", dataset.Indexed: "text", dataset.Free: "free text"}[c.Length]
	}
	return map[dataset.Kind]string{dataset.Key: "key", dataset.Words: "list of texts", dataset.Count: "count",
		dataset.Money: "money", dataset.Share: "share", dataset.Flag: "flag", dataset.Date: "date",
		dataset.Instant: "instant"}[c.Kind]
}
