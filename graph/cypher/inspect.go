package cypher

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

const (
	// MaxBytes bounds a statement's text: hand-written ones have a few thousand.
	MaxBytes = 64 << 10
	// maxNesting bounds brackets within brackets, which cost Neo4j's parser a stack frame or more each.
	maxNesting = 100
	// maxRange bounds the numbers of range() within an expression.
	maxRange = 100_000
)

// Inspect gives nil for a statement that, as far as its text tells, only reads the graph, and otherwise an
// *Error. It wants one statement that begins with a reading clause, after CYPHER 5 or CYPHER 25 if that is
// there; EXPLAIN and PROFILE are for who runs it. Procedures and namespaced functions are those of a list.
func Inspect(statement string) error {
	if len(statement) > MaxBytes {
		return &Error{1, 1, fmt.Sprintf("a statement of %d bytes", len(statement)),
			fmt.Sprintf("write at most %d, and pass values as parameters", MaxBytes)}
	}
	tokens, err := Tokens(statement)
	if err != nil {
		return err
	}
	if n := len(tokens); n > 0 && tokens[n-1].is(";") {
		tokens = tokens[:n-1]
	}
	tokens, err = begin(tokens)
	if err != nil {
		return err
	}
	return (&inspection{tokens: tokens}).run()
}

// Parameters gives the names of the parameters a statement uses, each once, in order of appearance.
func Parameters(statement string) ([]string, error) {
	tokens, err := Tokens(statement)
	if err != nil {
		return nil, err
	}
	var names []string
	for i, t := range tokens {
		isName := t.Kind == Word || t.Kind == Quoted || t.Kind == Number
		if i > 0 && isName && tokens[i-1].is("$") && !slices.Contains(names, t.Text) {
			names = append(names, t.Text)
		}
	}
	return names, nil
}

// begin checks what comes first, and takes off the version of the language.
func begin(tokens []Token) ([]Token, error) {
	if len(tokens) == 0 {
		return nil, &Error{1, 1, "there is no statement", "write one such as MATCH (c:Creator) RETURN c.name LIMIT 10"}
	}
	if len(tokens) > 1 && tokens[0].word("CYPHER") {
		version := tokens[1]
		if version.Text != "5" && version.Text != "25" {
			return nil, version.refuse("options of the planner", "write CYPHER 5, CYPHER 25 or neither")
		}
		tokens = tokens[2:]
	}
	if len(tokens) == 0 {
		return nil, &Error{1, 1, "there is no statement", "write one after its version"}
	}
	first := tokens[0]
	if first.word("EXPLAIN") || first.word("PROFILE") {
		return nil, first.refuse(first.Text+" is not for the statement to say",
			"leave it out and ask with the header X-Explain: statement, or with query --explain")
	}
	reads := first.is("{") || first.is("(") || first.Kind == Word && slices.Contains(begins, strings.ToUpper(first.Text))
	if !reads {
		return nil, first.refuse(fmt.Sprintf("a statement that begins with %.40s", first.Text),
			"begin with one of "+strings.Join(begins, ", "))
	}
	return tokens, nil
}

type inspection struct {
	tokens []Token
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
	switch {
	case t.is("(") || t.is("[") || t.is("{"):
		in.open = append(in.open, bracket{loops: t.is("(") && in.at(i-1).Kind == Word && listed(loops, in.at(i-1).Text)})
		if len(in.open) > maxNesting {
			return t.refuse(fmt.Sprintf("brackets more than %d deep", maxNesting), "nest less deeply")
		}
	case t.is(")") || t.is("]") || t.is("}"):
		in.open = in.open[:max(len(in.open)-1, 0)]
	case t.is(";"):
		return t.refuse("more than one statement", "send them one by one")
	case t.Kind == Word && !in.isName(i):
		if err := in.clause(i); err != nil {
			return err
		}
	}
	for _, check := range []func(int) error{in.call, in.list, in.loop, in.regex} {
		if err := check(i); err != nil {
			return err
		}
	}
	return nil
}

// clause refuses a word that begins a clause that does more than read.
func (in *inspection) clause(i int) error {
	t := in.tokens[i]
	word := strings.ToUpper(t.Text)
	why := writes[word]
	switch {
	case why == "":
		return nil
	case word == "CSV" && !in.at(i-1).word("LOAD"):
		return nil
	case word == "CSV":
		t, word = in.tokens[i-1], "LOAD CSV"
	case word == "TRANSACTIONS":
		word = "IN TRANSACTIONS"
	}
	return t.refuse(word+" "+why, fmt.Sprintf("only reading is allowed here; if %s is a name, put it in backticks", t.Text))
}

// isName says that a word can only be a name: a property, a label or type, a map's key, a parameter.
func (in *inspection) isName(i int) bool {
	before, after := in.at(i-1), in.at(i+1)
	switch {
	case before.is("."): // of a number 1. a clause could follow
		owner := in.at(i - 2)
		return owner.Kind != Number && !owner.is(".")
	case before.is(":"), before.is("$"):
		return true
	}
	return (before.is("{") || before.is(",")) && after.is(":")
}

// call refuses procedures and functions that are not of the lists. The token is the last of a called name.
func (in *inspection) call(i int) error {
	if in.at(i + 1).is(".") {
		return nil // the name goes on
	}
	name, from := in.dotted(i)
	if name == "" {
		return nil
	}
	t := in.tokens[from]
	if before := in.at(from - 1); before.word("CALL") && !in.isName(from-1) {
		if !listed(procedures, name) {
			return t.refuse(fmt.Sprintf("the procedure %.100s", name), "call one of "+strings.Join(procedures, ", "))
		}
		return nil
	}
	if !in.at(i + 1).is("(") {
		return nil
	}
	namespaced := from != i
	if namespaced && !listed(functions, name) {
		return t.refuse(fmt.Sprintf("the function %.100s", name), "call Cypher's own, or one of "+strings.Join(functions, ", "))
	}
	if !namespaced && slices.Contains(hidden, strings.ToUpper(name)) {
		return t.refuse(fmt.Sprintf("the function %s", name), "leave it out: no files are read here")
	}
	return nil
}

// dotted gives the name a.b.c that ends at a token, and where it begins; empty where none does.
func (in *inspection) dotted(i int) (name string, from int) {
	if !in.at(i).names() {
		return "", i
	}
	parts := []string{in.at(i).Text}
	for i >= 2 && in.at(i-1).is(".") && in.at(i-2).names() {
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
	if !in.at(i).word("range") || in.at(i-1).is(".") || !in.at(i+1).is("(") {
		return nil
	}
	end, short := in.arguments(i + 1)
	if short || in.at(i-1).word("UNWIND") && in.at(end+1).word("AS") {
		return nil
	}
	return in.tokens[i].refuse("range() could make a list of any length",
		fmt.Sprintf("write UNWIND range(…) AS x, or give it size(), length() and numbers up to %d alone", maxRange))
}

// arguments gives where the bracket closes that opens at a token, and whether what is within is short: small
// numbers, and the lengths of what there is already.
func (in *inspection) arguments(open int) (end int, short bool) {
	short = true
	for i := open + 1; i < len(in.tokens); i++ {
		t := in.tokens[i]
		switch {
		case t.is(")"):
			return i, short
		case t.is("("):
			i, _ = in.arguments(i)
			short = false
		case in.at(i+1).is("(") && (t.word("size") || t.word("length")):
			i, _ = in.arguments(i + 1)
		case t.Kind == Number:
			short = short && atMost(t.Text, maxRange)
		default:
			short = short && (t.is(",") || t.is("+") || t.is("-"))
		}
	}
	return len(in.tokens), short
}

func atMost(digits string, most int) bool {
	n, err := strconv.Atoi(digits)
	return err == nil && n <= most
}

func (in *inspection) at(i int) Token {
	in.looks++
	if i < 0 || i >= len(in.tokens) {
		return Token{Kind: Sign}
	}
	return in.tokens[i]
}
