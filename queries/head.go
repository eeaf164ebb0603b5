package queries

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
)

// param is a line's rest after @param: name: type = default -- description.
var param = regexp.MustCompile(`^(\w+):\s*(\[?\w+!?\]?!?)(?:\s*=\s*(.*?))?\s+--\s+(.+)$`)

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
		return nil, q.misplaced(1, "there is no title; begin with a comment that says what is asked")
	}
	return lines, nil
}

func (q *Query) readMark(number int, mark, rest string, lines map[string]int) error {
	lines[mark] = number
	switch mark {
	case "@audience":
		if strings.Trim(rest, "SMAP") != "" || rest == "" {
			return q.misplaced(number, "audience %q; take letters of S, M, A, P", rest)
		}
		q.Audience = rest
	case "@tags":
		for tag := range strings.SplitSeq(rest, ",") {
			q.Tags = append(q.Tags, strings.TrimSpace(tag))
		}
	case "@number":
		n, err := strconv.Atoi(rest)
		if err != nil || n < 1 {
			return q.misplaced(number, "@number %q; take a whole number from 1", rest)
		}
		q.Number = n
	case "@rows":
		q.Rows = rest
	case "@example":
		if err := json.Unmarshal([]byte(rest), &q.Example); err != nil {
			return q.misplaced(number, "@example is no object of JSON: %v", err)
		}
	case "@param":
		return q.readParam(number, rest, lines)
	default:
		return q.misplaced(number, "%s is no mark; take @audience, @number, @tags, @param, @example or @rows", mark)
	}
	return nil
}

func (q *Query) readParam(number int, rest string, lines map[string]int) error {
	m := param.FindStringSubmatch(rest)
	if m == nil {
		return q.misplaced(number, "@param %s; write @param name: Type = default -- what it is", rest)
	}
	p := Parameter{Name: m[1], Type: m[2], Description: m[4]}
	if lines[p.Name] > 0 {
		return q.misplaced(number, "parameter %s is declared in line %d already", p.Name, lines[p.Name])
	}
	lines[p.Name] = number
	if m[3] != "" {
		if err := json.Unmarshal([]byte(m[3]), &p.Default); err != nil {
			return q.misplaced(number, "the default of %s, %s, is no JSON; write a text in double quotes", p.Name, m[3])
		}
		if _, err := p.read(p.Default); err != nil {
			return q.misplaced(number, "its default: %v", err)
		}
	}
	q.Parameters = append(q.Parameters, p)
	return nil
}
