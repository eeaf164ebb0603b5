package queries

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
)

// param is a line's rest after @param: name: type of entity = default -- description.
var param = regexp.MustCompile(`^(\w+):\s*(\[?\w+!?\]?!?)(?:\s+of\s+(\w+))?(?:\s*=\s*(.*?))?\s+--\s+(.+)$`)

// column is one of those after @columns: name: type.
var column = regexp.MustCompile(`^(\w+):\s*(\[?\w+\]?)$`)

// lastDay in the place of a default stands for the last day of which the graph tells anything.
const lastDay = "LAST_DAY"

// readHead reads the comment lines at the beginning; lines tells where each parameter and mark stands.
func (q *Query) readHead(comment string) (lines map[string]int, err error) {
	lines = map[string]int{}
	number := 0
	var description []string
	for line := range strings.Lines(q.Text) {
		number++
		text, isHead := strings.CutPrefix(strings.TrimSpace(line), comment)
		if !isHead {
			break
		}
		text = strings.TrimSpace(text)
		mark, rest, _ := strings.Cut(text, " ")
		switch {
		case number == 1:
			q.Title = text
		case strings.HasPrefix(mark, "@"):
			if err := q.readMark(number, mark, strings.TrimSpace(rest), lines); err != nil {
				return nil, err
			}
		default:
			description = append(description, text)
		}
	}
	q.Description = strings.TrimSpace(strings.Join(description, "\n"))
	if q.Title == "" {
		return nil, q.errorAt(1, "there is no title; begin with a comment that says what is asked")
	}
	return lines, nil
}

func (q *Query) readMark(number int, mark, rest string, lines map[string]int) error {
	lines[mark] = number
	switch mark {
	case "@audience":
		if strings.Trim(rest, "SMAP") != "" || rest == "" {
			return q.errorAt(number, "audience %q; take letters of S, M, A, P", rest)
		}
		q.Audience = rest
	case "@tags":
		for tag := range strings.SplitSeq(rest, ",") {
			q.Tags = append(q.Tags, strings.TrimSpace(tag))
		}
	case "@number":
		n, err := strconv.Atoi(rest)
		if err != nil || n < 1 {
			return q.errorAt(number, "@number %q; take a whole number from 1", rest)
		}
		q.Number = n
	case "@rows":
		q.Rows = rest
	case "@example":
		if err := json.Unmarshal([]byte(rest), &q.Example); err != nil {
			return q.errorAt(number, "@example is no object of JSON: %v", err)
		}
	case "@param":
		return q.readParam(number, rest, lines)
	case "@requires":
		condition, lack, found := strings.Cut(rest, " -- ")
		if !found {
			return q.errorAt(number, "@requires %s; write @requires condition -- what to say where it does not hold", rest)
		}
		q.Requires = append(q.Requires, Requirement{strings.TrimSpace(condition), strings.TrimSpace(lack)})
	case "@columns":
		for one := range strings.SplitSeq(rest, ",") {
			m := column.FindStringSubmatch(strings.TrimSpace(one))
			if m == nil {
				return q.errorAt(number, "@columns %s; write @columns name: Type, name: Type", strings.TrimSpace(one))
			}
			q.Columns = append(q.Columns, Column{m[1], m[2]})
		}
	default:
		return q.errorAt(number, "%s is no mark; take @audience, @number, @tags, @param, @requires, @columns, @example or @rows", mark)
	}
	return nil
}

func (q *Query) readParam(number int, rest string, lines map[string]int) error {
	m := param.FindStringSubmatch(rest)
	if m == nil {
		return q.errorAt(number, "@param %s; write @param name: Type = default -- what it is", rest)
	}
	p := Parameter{Name: m[1], Type: m[2], Of: m[3], LastDay: m[4] == lastDay, Description: m[5]}
	if lines[p.Name] > 0 {
		return q.errorAt(number, "parameter %s is declared in line %d already", p.Name, lines[p.Name])
	}
	lines[p.Name] = number
	if m[4] != "" && !p.LastDay {
		if err := q.readDefault(number, &p, m[4]); err != nil {
			return err
		}
	}
	if p.LastDay && p.Type != "Date" {
		return q.errorAt(number, "%s is the default of a Date, and %s is a %s", lastDay, p.Name, p.Type)
	}
	q.Parameters = append(q.Parameters, p)
	return nil
}

// readDefault reads the JSON of a parameter's default.
func (q *Query) readDefault(number int, p *Parameter, text string) error {
	if err := json.Unmarshal([]byte(text), &p.Default); err != nil {
		return q.errorAt(number, "the default of %s, %s, is no JSON; write a text in double quotes", p.Name, text)
	}
	if _, err := p.read(p.Default); err != nil {
		return q.errorAt(number, "its default: %v", err)
	}
	return nil
}
