package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
)

// jsonSource reads one JSON object a line, with the columns' names as names. Lists may be arrays of
// strings or written as in CSV; numbers and flags may be their own or strings; null is unknown.
type jsonSource struct {
	window *window
	raw    []byte // the line that was read last; nil when it is too long
	table  Table
	index  map[string]int
	// ignore is told of names that are no columns and are to be passed over; nil refuses them.
	ignore func(name string)
	told   []bool // the columns that the last object names
}

func newJSONSource(from io.Reader, t Table, ignore func(string)) (*jsonSource, error) {
	s := &jsonSource{window: newWindow(from), table: t, ignore: ignore, index: map[string]int{}, told: make([]bool, len(t.Columns))}
	for i, c := range t.Columns {
		s.index[c.Name] = i
	}
	s.window.skipBOM()
	return s, s.window.readError()
}

func (s *jsonSource) lines() int { return s.window.line }

func (s *jsonSource) last() []byte { return s.raw }

func (s *jsonSource) missingColumns() []int {
	var lacking []int
	for i, told := range s.told {
		if !told {
			lacking = append(lacking, i)
		}
	}
	return lacking
}

func (s *jsonSource) next(cells []Cell) (int, *Fault, error) {
	for {
		text, tooLong, err := s.window.nextLine()
		line := s.window.line
		s.raw = text
		switch {
		case err != nil:
			return line, nil, err
		case tooLong:
			return line, &Fault{Kind: Malformed,
				Reason: fmt.Sprintf("the line is longer than %d bytes", MaxRow)}, nil
		case len(bytes.TrimSpace(text)) == 0:
			continue
		case !utf8.Valid(text):
			return line, &Fault{Kind: limit.BadText, Value: string(text),
				Reason: "the line is not valid UTF-8"}, nil
		}
		return line, s.object(text, cells), nil
	}
}

func (s *jsonSource) object(text []byte, cells []Cell) *Fault {
	noObject := &Fault{Kind: Malformed, Value: string(text), Reason: "the line is not a JSON object"}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return noObject
	}
	clear(s.told)
	for decoder.More() {
		token, err := decoder.Token()
		if err != nil {
			return noObject
		}
		name := fmt.Sprint(token)
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			return noObject
		}
		i, known := s.index[name]
		switch {
		case !known && s.ignore != nil:
			s.ignore(name)
			continue
		case !known:
			bad := unknownColumn(s.table, name)
			return &bad
		case s.told[i]:
			return &Fault{Kind: DoubleColumn, Column: name, Reason: "the name stands twice in the object"}
		}
		s.told[i] = true
		cells[i] = readJSON(s.table.Columns[i], raw)
	}
	if _, err := decoder.Token(); err != nil {
		return noObject
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return &Fault{Kind: Malformed, Value: string(text), Reason: "something follows the JSON object"}
	}
	return nil
}

// readJSON reads a JSON value.
func readJSON(c Column, raw json.RawMessage) Cell {
	if limit.LoneSurrogate(raw) >= 0 {
		return Cell{Value: string(raw), kind: limit.BadText,
			Fault: "half a surrogate pair stands in it, which is no character; write the character whole"}
	}
	var value any
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	err := decoder.Decode(&value)
	if err == nil {
		var cell Cell
		if cell, err = jsonCell(c, value); err == nil {
			return cell
		}
	}
	return Cell{Value: fmt.Sprint(value), Fault: err.Error(), kind: WrongType}
}

func jsonCell(c Column, value any) (Cell, error) {
	switch v := value.(type) {
	case nil:
		return Cell{}, nil
	case string:
		return Cell{Text: []byte(v)}, nil
	case json.Number:
		if c.isNumber() || c.Kind == Share {
			return Cell{Text: []byte(v)}, nil
		}
	case bool:
		if c.Kind == Flag {
			return Cell{Text: fmt.Append(nil, v)}, nil
		}
	case []any:
		if c.isList() {
			return jsonList(v)
		}
	}
	return Cell{}, fmt.Errorf("a value of this type cannot stand here")
}

func jsonList(values []any) (Cell, error) {
	list := make([]string, len(values))
	for i, v := range values {
		s, ok := v.(string)
		if !ok {
			return Cell{}, errors.New("an element of the list is not a string")
		}
		// What CSV cannot hold could be imported and then not exported.
		if strings.Contains(s, listSeparator) {
			return Cell{}, errors.New("an element of the list holds the separator " + listSeparator)
		}
		list[i] = s
	}
	return Cell{List: list}, nil
}
