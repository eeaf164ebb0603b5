package readonly

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

const (
	// MaxBytes bounds a statement's text: hand-written ones have a few thousand.
	MaxBytes = 64 << 10
	// maxNesting bounds brackets within brackets, which cost Neo4j's parser a stack frame or more each.
	maxNesting = 100
	// maxRange bounds the numbers of range() within an expression.
	maxRange = 100_000
)

// Inspect gives nil for a statement that, as far as its text tells, only reads the graph, and otherwise a
// *cypher.Error. It wants one statement that begins with a reading clause, after CYPHER 5 or CYPHER 25 if that is
// there; EXPLAIN and PROFILE are for who runs it. Procedures and namespaced functions are those of a list.
func Inspect(statement string) error {
	if len(statement) > MaxBytes {
		return refuse(fmt.Sprintf("a statement of %d bytes", len(statement)),
			fmt.Sprintf("write at most %d, and pass values as parameters", MaxBytes))
	}
	tokens, err := cypher.Tokens(statement)
	if err != nil {
		return err
	}
	if n := len(tokens); n > 0 && tokens[n-1].Is(";") {
		tokens = tokens[:n-1]
	}
	tokens, err = begin(tokens)
	if err != nil {
		return err
	}
	return (&inspection{tokens: tokens}).run()
}

// refuse refuses a statement as a whole.
func refuse(what, remedy string) *cypher.Error {
	return cypher.Token{Line: 1, Column: 1}.Refuse(what, remedy)
}

type inspection struct {
	tokens []cypher.Token
	open   []bracket
	steps  int // of loops within expressions
	looks  int // at tokens: the inspection's own work
}

func (in *inspection) run() error {
	for i := range in.tokens {
		if err := in.token(i); err != nil {
			return err
		}
	}
	return nil
}

func (in *inspection) token(i int) error {
	t := in.tokens[i]
	if t.Is(";") {
		return t.Refuse("more than one statement", "send them one by one")
	}
	for _, check := range []func(int) error{in.bracket, in.clause, in.call, in.list, in.loop, in.regex} {
		if err := check(i); err != nil {
			return err
		}
	}
	return nil
}

// bracket keeps the stack of open brackets, and refuses those that nest too deeply.
func (in *inspection) bracket(i int) error {
	t := in.tokens[i]
	switch {
	case opens(t):
		in.open = append(in.open, bracket{loops: t.Is("(") && in.at(i-1).Kind == cypher.Word && listed(loops, in.at(i-1).Text)})
		if len(in.open) > maxNesting {
			return t.Refuse(fmt.Sprintf("brackets more than %d deep", maxNesting), "nest less deeply")
		}
	case closes(t):
		in.open = in.open[:max(len(in.open)-1, 0)]
	}
	return nil
}

func opens(t cypher.Token) bool  { return t.Is("(") || t.Is("[") || t.Is("{") }
func closes(t cypher.Token) bool { return t.Is(")") || t.Is("]") || t.Is("}") }

// clause refuses a word that begins a clause that does more than read.
func (in *inspection) clause(i int) error {
	t := in.tokens[i]
	if t.Kind != cypher.Word || in.isName(i) {
		return nil
	}
	word := strings.ToUpper(t.Text)
	why := writes[word]
	switch {
	case why == "":
		return nil
	case word == "CSV" && !in.at(i-1).IsWord("LOAD"):
		return nil
	case word == "CSV":
		t, word = in.tokens[i-1], "LOAD CSV"
	case word == "TRANSACTIONS":
		word = "IN TRANSACTIONS"
	}
	return t.Refuse(word+" "+why, fmt.Sprintf("only reading is allowed here; if %s is a name, put it in backticks", t.Text))
}

// isName says that a word can only be a name: a property, a label or type, a map's key, a parameter.
func (in *inspection) isName(i int) bool {
	before, after := in.at(i-1), in.at(i+1)
	switch {
	case before.Is("."): // of a number 1. a clause could follow
		owner := in.at(i - 2)
		return owner.Kind != cypher.Number && !owner.Is(".")
	case before.Is(":"), before.Is("$"):
		return true
	}
	return (before.Is("{") || before.Is(",")) && after.Is(":")
}

// call refuses procedures and functions that are not of the lists. The token is the last of a called name.
func (in *inspection) call(i int) error {
	if in.at(i + 1).Is(".") {
		return nil // the name goes on
	}
	name, from := in.dotted(i)
	if name == "" {
		return nil
	}
	t := in.tokens[from]
	if before := in.at(from - 1); before.IsWord("CALL") && !in.isName(from-1) {
		if !listed(procedures, name) {
			return t.Refuse(fmt.Sprintf("the procedure %.100s", name), "call one of "+strings.Join(procedures, ", "))
		}
		return nil
	}
	if !in.at(i + 1).Is("(") {
		return nil
	}
	namespaced := from != i
	if namespaced && !listed(functions, name) {
		return t.Refuse(fmt.Sprintf("the function %.100s", name), "call Cypher's own, or one of "+strings.Join(functions, ", "))
	}
	if !namespaced && slices.Contains(hidden, strings.ToUpper(name)) {
		return t.Refuse(fmt.Sprintf("the function %s", name), "leave it out: no files are read here")
	}
	return nil
}

// dotted gives the name a.b.c that ends at a token, and where it begins; empty where none does.
func (in *inspection) dotted(i int) (name string, from int) {
	if !in.at(i).Names() {
		return "", i
	}
	parts := []string{in.at(i).Text}
	for i >= 2 && in.at(i-1).Is(".") && in.at(i-2).Names() {
		i -= 2
		parts = append(parts, in.at(i).Text)
	}
	slices.Reverse(parts)
	return strings.Join(parts, "."), i
}

// list refuses range() where it could make a list of any length at once: Neo4j does not count the memory of
// a list that an expression makes, so that one of a billion numbers ends the database. Behind UNWIND it
// makes one number at a time.
func (in *inspection) list(i int) error {
	if !in.at(i).IsWord("range") || in.at(i-1).Is(".") || !in.at(i+1).Is("(") {
		return nil
	}
	end, short := in.arguments(i + 1)
	if short || in.at(i-1).IsWord("UNWIND") && in.at(end+1).IsWord("AS") {
		return nil
	}
	return in.tokens[i].Refuse("range() could make a list of any length",
		fmt.Sprintf("write UNWIND range(…) AS x, or give it size(), length() and numbers up to %d alone", maxRange))
}

// arguments gives where the bracket closes that opens at a token, and whether what is within is short: small
// numbers, and the lengths of what there is already.
func (in *inspection) arguments(open int) (end int, short bool) {
	short = true
	for i := open + 1; i < len(in.tokens); i++ {
		t := in.tokens[i]
		switch {
		case t.Is(")"):
			return i, short
		case t.Is("("):
			i, _ = in.arguments(i)
			short = false
		case in.at(i+1).Is("(") && (t.IsWord("size") || t.IsWord("length")):
			i, _ = in.arguments(i + 1)
		case t.Kind == cypher.Number:
			short = short && atMost(t.Text, maxRange)
		default:
			short = short && (t.Is(",") || t.Is("+") || t.Is("-"))
		}
	}
	return len(in.tokens), short
}

func atMost(digits string, most int) bool {
	n, err := strconv.Atoi(digits)
	return err == nil && n <= most
}

func (in *inspection) at(i int) cypher.Token {
	in.looks++
	if i < 0 || i >= len(in.tokens) {
		return cypher.Token{Kind: cypher.Sign}
	}
	return in.tokens[i]
}
