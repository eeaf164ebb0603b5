package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// jsonSource reads one JSON object a line, with the columns' names as names. Lists may be arrays of
// strings or written as in CSV; numbers and flags may be their own or strings; null is unknown.
type jsonSource struct {
	window *window
	table  Table
	opts   Options
	index  map[string]int
}

func newJSONSource(from io.Reader, t Table, opts Options) (*jsonSource, error) {
	s := &jsonSource{window: newWindow(from), table: t, opts: opts, index: map[string]int{}}
	for i, c := range t.Columns {
		s.index[c.Name] = i
	}
	s.window.dropMark()
	return s, s.window.failure()
}

func (s *jsonSource) lines() int { return s.window.line }

func (s *jsonSource) next(cells []cell) (int, *fault, error) {
	for {
		text, tooLong, err := s.window.nextLine()
		line := s.window.line
		switch {
		case err != nil:
			return line, nil, err
		case tooLong:
			return line, &fault{reason: fmt.Sprintf("the line is longer than %d bytes", MaxRow)}, nil
		case len(bytes.TrimSpace(text)) == 0:
			continue
		case !utf8.Valid(text):
			return line, &fault{value: string(text), reason: "the line is not valid UTF-8"}, nil
		}
		clear(cells)
		return line, s.object(text, cells), nil
	}
}

func (s *jsonSource) object(text []byte, cells []cell) *fault {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return &fault{value: string(text), reason: "the line is not a JSON object"}
	}
	var names []string
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return &fault{value: string(text), reason: "the line is not a JSON object"}
		}
		names = append(names, fmt.Sprint(name))
		var value any
		if err := decoder.Decode(&value); err != nil {
			return &fault{value: string(text), reason: "the line is not a JSON object"}
		}
		i, known := s.index[names[len(names)-1]]
		if !known && s.opts.IgnoreUnknown {
			continue
		}
		if !known {
			return &fault{column: names[len(names)-1], reason: unknownColumn(s.table,
				names[len(names)-1]).reason}
		}
		if slices.Contains(names[:len(names)-1], names[len(names)-1]) {
			return &fault{column: names[len(names)-1], reason: "the name stands twice in the object"}
		}
		if cells[i], err = jsonCell(s.table.Columns[i], value); err != nil {
			return &fault{column: names[len(names)-1], value: fmt.Sprint(value), reason: err.Error()}
		}
	}
	if _, err := decoder.Token(); err != nil {
		return &fault{value: string(text), reason: "the line is not a JSON object"}
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return &fault{value: string(text), reason: "something follows the JSON object"}
	}
	return nil
}

func jsonCell(c Column, value any) (cell, error) {
	switch v := value.(type) {
	case nil:
		return cell{}, nil
	case string:
		return cell{text: []byte(v)}, nil
	case json.Number:
		if c.isNumber() || c.Kind == Share {
			return cell{text: []byte(v)}, nil
		}
	case bool:
		if c.Kind == Flag {
			return cell{text: fmt.Append(nil, v)}, nil
		}
	case []any:
		if c.isList() {
			return jsonList(v)
		}
	}
	return cell{}, fmt.Errorf("a value of this type cannot stand here")
}

func jsonList(values []any) (cell, error) {
	list := make([]string, len(values))
	for i, v := range values {
		s, ok := v.(string)
		if !ok {
			return cell{}, errors.New("an element of the list is not a string")
		}
		// What CSV cannot hold could be imported and then not exported.
		if strings.Contains(s, listMark) {
			return cell{}, errors.New("an element of the list holds the separator " + listMark)
		}
		list[i] = s
	}
	return cell{list: list}, nil
}
