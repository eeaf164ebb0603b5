package server

import (
	"bytes"
	"encoding/json"
)

// maxJSONDepth is how deep fastJSON goes into lists and objects.
const maxJSONDepth = 100

// fastJSON reads JSON as nearly all clients write it, three times as fast as encoding/json, of which
// it takes over no error and no leniency: where it says false, that has the last word. Its text must
// be UTF-8. See FuzzFastJSON for what is promised.
type fastJSON struct {
	text []byte
	at   int
	deep int
}

// params reads a whole request body into q, which is of no use when it says false.
func (p *fastJSON) params(q *requestParams) bool {
	var seen [5]bool
	first := func(i int) bool {
		was := seen[i]
		seen[i] = true
		return !was // encoding/json merges what comes twice
	}
	ok := p.members(func(name string) bool {
		switch name {
		case "query":
			return first(0) && p.stringOrNull(&q.Query)
		case "operationName":
			return first(1) && p.stringOrNull(&q.OperationName)
		case "variables":
			return first(2) && p.objectOrNull(&q.Variables)
		case "extensions":
			return first(3) && p.objectOrNull(&q.Extensions)
		case "documentId":
			return first(4) && p.stringOrNull(&q.DocumentID)
		}
		return false // encoding/json knows names in other cases, too
	})
	p.space()
	return ok && p.at == len(p.text)
}

func (p *fastJSON) stringOrNull(into *string) bool {
	if p.word("null") {
		return true
	}
	text, ok := p.string()
	*into = text
	return ok
}

func (p *fastJSON) objectOrNull(into *map[string]any) bool {
	if p.word("null") {
		return true
	}
	object, ok := p.object()
	*into = object
	return ok
}

func (p *fastJSON) value() (any, bool) {
	switch p.peek() {
	case '"':
		return p.string()
	case '{':
		return p.object()
	case '[':
		return p.list()
	case 't':
		return true, p.word("true")
	case 'f':
		return false, p.word("false")
	case 'n':
		return nil, p.word("null")
	}
	return p.number()
}

func (p *fastJSON) object() (map[string]any, bool) {
	object := map[string]any{}
	ok := p.members(func(name string) bool {
		value, ok := p.value()
		object[name] = value
		return ok
	})
	return object, ok
}

// members reads an object; each is called after a member's name and reads its value.
func (p *fastJSON) members(each func(name string) bool) bool {
	return p.between('{', '}', func() bool {
		name, ok := p.string()
		return ok && p.take(':') && each(name)
	})
}

func (p *fastJSON) list() ([]any, bool) {
	list := []any{}
	ok := p.between('[', ']', func() bool {
		value, ok := p.value()
		list = append(list, value)
		return ok
	})
	return list, ok
}

// between reads items with commas between them.
func (p *fastJSON) between(open, end byte, item func() bool) bool {
	p.deep++
	defer func() { p.deep-- }()
	if p.deep > maxJSONDepth || !p.take(open) {
		return false
	}
	if p.take(end) {
		return true
	}
	for item() {
		if p.take(end) {
			return true
		}
		if !p.take(',') {
			return false
		}
	}
	return false
}

func (p *fastJSON) space() {
	for p.at < len(p.text) {
		switch p.text[p.at] {
		case ' ', '\n', '\t', '\r':
			p.at++
		default:
			return
		}
	}
}

// peek gives the byte that the next value begins with, zero at the end.
func (p *fastJSON) peek() byte {
	p.space()
	if p.at == len(p.text) {
		return 0
	}
	return p.text[p.at]
}

func (p *fastJSON) take(b byte) bool {
	if p.peek() != b || b == 0 {
		return false
	}
	p.at++
	return true
}

func (p *fastJSON) word(word string) bool {
	p.space()
	if !bytes.HasPrefix(p.text[p.at:], []byte(word)) {
		return false
	}
	p.at += len(word)
	return true
}

// unescaped is what stands for a letter after a backslash; \u is left to encoding/json.
var unescaped = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

func (p *fastJSON) string() (string, bool) {
	if !p.take('"') {
		return "", false
	}
	var parts []byte // what came before the last escape
	start := p.at
	for ; p.at < len(p.text); p.at++ {
		switch b := p.text[p.at]; {
		case b == '"':
			rest := p.text[start:p.at]
			p.at++
			if parts == nil {
				return string(rest), true
			}
			return string(append(parts, rest...)), true
		case b < ' ':
			return "", false
		case b == '\\':
			if p.at+1 == len(p.text) || unescaped[p.text[p.at+1]] == 0 {
				return "", false
			}
			if parts == nil {
				parts = make([]byte, 0, bytes.IndexByte(p.text[start:], '"')+64)
			}
			parts = append(parts, p.text[start:p.at]...)
			parts = append(parts, unescaped[p.text[p.at+1]])
			p.at++
			start = p.at + 1
		}
	}
	return "", false
}

// number reads what JSON's grammar allows: -?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?
func (p *fastJSON) number() (any, bool) {
	start := p.at
	p.any("-")
	whole := p.at
	if p.digits() == 0 || p.text[whole] == '0' && p.at > whole+1 {
		return nil, false
	}
	if p.any(".") && p.digits() == 0 {
		return nil, false
	}
	if p.any("eE") {
		p.any("+-")
		if p.digits() == 0 {
			return nil, false
		}
	}
	return json.Number(p.text[start:p.at]), true
}

func (p *fastJSON) any(of string) bool {
	if p.at < len(p.text) && bytes.IndexByte([]byte(of), p.text[p.at]) >= 0 {
		p.at++
		return true
	}
	return false
}

func (p *fastJSON) digits() (n int) {
	for p.at < len(p.text) && '0' <= p.text[p.at] && p.text[p.at] <= '9' {
		p.at++
		n++
	}
	return n
}
