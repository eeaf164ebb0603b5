package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/queries"
)

var update = flag.Bool("update", false, "ask the questions of docs/questions.md anew, on a demo market of 20,000 creators")

const questionsFile = "../../docs/questions.md"

// shownRows is how many rows of an answer docs/questions.md shows.
const shownRows = 8

// audiences are the parts of docs/questions.md.
var audiences = []struct{ letter, title string }{
	{"S", "Brand strategist"}, {"M", "Agency"}, {"A", "Analyst"}, {"P", "Platform operator"},
}

// numbered gives the questions of docs/questions.md in order.
func numbered(t *testing.T) []queries.Query {
	t.Helper()

	all := harness.SavedQueries(t).Find("")
	slices.SortFunc(all, func(a, b queries.Query) int { return a.Number - b.Number })
	return all
}

// docs/questions.md tells of every saved question, each with an answer and how to read it. With -update the
// answers are asked anew, on the demo's market, and what is written by hand stays.
func TestQuestionsAreDocumented(t *testing.T) {
	all := numbered(t)
	raw, err := os.ReadFile(questionsFile)
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	if *update {
		text = documented(t, all, text)
		if err := os.WriteFile(questionsFile, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for i, q := range all {
		if q.Number != i+1 {
			t.Errorf("%s has the number %d; want %d", q.File, q.Number, i+1)
		}
		part := section(text, q)
		if !strings.Contains(part, "\n"+q.Description) || !strings.Contains(part, "\n---") || reading(part) == "" {
			t.Errorf("docs/questions.md lacks the description, the answer or the reading of %s", q.Name)
		}
	}
}

// section is a question's part of the text, from its heading to the next.
func section(text string, q queries.Query) string {
	_, rest, found := strings.Cut(text, heading(q))
	if !found {
		return ""
	}
	part, _, _ := strings.Cut(rest, "\n## ")
	part, _, _ = strings.Cut(part, "\n### ")
	return part
}

func heading(q queries.Query) string { return fmt.Sprintf("\n### %d. %s\n", q.Number, q.Title) }

var readingLine = regexp.MustCompile(`(?m)^How to read it: .+$`)

func reading(part string) string { return readingLine.FindString(part) }

// markers enclose what is generated; what stands before and after is written by hand.
const begins, ends = "<!-- questions begin -->\n", "<!-- questions end -->\n"

// documented asks the questions on the demo's market and writes the text anew.
func documented(t *testing.T, all []queries.Query, text string) string {
	t.Helper()

	before, rest, _ := strings.Cut(text, begins)
	_, after, _ := strings.Cut(rest, ends)
	env := &environment{dataDir: t.TempDir()}
	if err := env.prepare(os.Stderr, 8); err != nil {
		t.Fatal(err)
	}
	command := rootCommand()
	command.SetContext(t.Context())
	if err := (&demoFlags{creators: 20_000, seed: 1}).fill(command, env, nil); err != nil {
		t.Fatal(err)
	}
	db, err := env.openReady(t.Context()) // it stays open for the commands to join
	if err != nil {
		t.Fatal(err)
	}
	defer db.close(env.log)
	var b strings.Builder
	b.WriteString(before + begins)
	for _, audience := range audiences {
		fmt.Fprintf(&b, "\n## %s\n", audience.title)
		for _, q := range all {
			if q.Audience == audience.letter {
				document(t, &b, q, env.dataDir, reading(section(text, q)))
			}
		}
	}
	b.WriteString("\n" + ends + after)
	return b.String()
}

// document writes one question with its answer.
func document(t *testing.T, b *strings.Builder, q queries.Query, dataDir, reading string) {
	t.Helper()

	if reading == "" {
		reading = "How to read it: "
	}
	args, shown := exampleVars(t, q)
	fmt.Fprintf(b, "%s\n%s\n\n```\n$ creatorgraph query %s%s\n%s```\n\n%s\n", heading(q), q.Description,
		q.Name, shown, answered(t, q, dataDir, args), reading)
}

// exampleVars gives the flags of a question's example, and how to show them.
func exampleVars(t *testing.T, q queries.Query) (args []string, shown string) {
	t.Helper()

	for _, name := range slices.Sorted(maps.Keys(q.Example)) {
		value, isText := q.Example[name].(string)
		if !isText {
			raw, err := json.Marshal(q.Example[name])
			if err != nil {
				t.Fatal(err)
			}
			value = string(raw)
		}
		args = append(args, "--var", name+"="+value)
		shown += " \\\n    --var " + quotedVar(name+"="+value)
	}
	return args, shown
}

func quotedVar(v string) string {
	if strings.ContainsAny(v, " \"[]{}") {
		return "'" + v + "'"
	}
	return v
}

// answered asks a question by the command line and gives the beginning of its table.
func answered(t *testing.T, q queries.Query, dataDir string, args []string) string {
	t.Helper()

	var out, errs bytes.Buffer
	line := append([]string{"query", q.Name, "--data-dir", dataDir}, args...)
	if code := run(t.Context(), line, &out, &errs); code != 0 {
		t.Fatalf("%s: %s", q.Name, errs.String())
	}
	return trimmed(out.String())
}

// trimmed keeps the head and the first rows of a table.
func trimmed(text string) string {
	lines := strings.SplitAfter(text, "\n")
	if len(lines) <= shownRows+3 {
		return text
	}
	return strings.Join(lines[:shownRows+2], "") + fmt.Sprintf("… %d more rows\n", len(lines)-shownRows-3)
}
