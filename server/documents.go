package server

import (
	"container/list"
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
)

// documents keeps parsed and validated documents, those used last, bounded in number and in bytes of
// text, since clients choose both. They are found by their text, or by its hash alone: whoever has
// sent a text once may ask by its hash as long as it is kept.
type documents struct {
	mu      sync.Mutex
	most    int
	maxText int
	text    int
	recent  list.List // of *document, the one used last in front
	byText  map[string]*list.Element
	byHash  map[string]*list.Element
}

// document is a text that is valid for the schema, with all that is the same for each of its requests.
type document struct {
	text       string
	hash       string // of the text: SHA-256 in lower-case hexadecimal digits
	parsed     *ast.QueryDocument
	operations []operation // in the order of the text
}

func newDocument(text string, parsed *ast.QueryDocument) *document {
	d := &document{text: text, hash: hashOf(text), parsed: parsed}
	for _, op := range parsed.Operations {
		d.operations = append(d.operations, measure(op))
	}
	return d
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// operation finds the operation of a name, or the only one when there is none; nil when there is no
// such operation, or more than one.
func (d *document) operation(name string) *operation {
	if name == "" && len(d.operations) == 1 {
		return &d.operations[0]
	}
	for i := range d.operations {
		if name != "" && d.operations[i].Name == name {
			return &d.operations[i]
		}
	}
	return nil
}

func newDocuments(limits Limits) *documents {
	return &documents{
		most: limits.Documents, maxText: limits.DocumentBytes,
		byText: map[string]*list.Element{}, byHash: map[string]*list.Element{},
	}
}

// withText finds a document by its text.
func (d *documents) withText(text string) (*document, bool) { return d.find(d.byText, text) }

// withHash finds a document by its text's hash.
func (d *documents) withHash(hash string) (*document, bool) { return d.find(d.byHash, hash) }

func (d *documents) find(in map[string]*list.Element, name string) (*document, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	at, ok := in[name]
	if !ok {
		return nil, false
	}
	d.recent.MoveToFront(at)
	doc, ok := at.Value.(*document)
	return doc, ok
}

// keep keeps a document and forgets those used longest ago that no longer fit. It gives the one to
// use: that of another request, if it was faster.
func (d *documents) keep(added *document) *document {
	d.mu.Lock()
	defer d.mu.Unlock()
	if at, ok := d.byText[added.text]; ok {
		if known, ok := at.Value.(*document); ok {
			return known
		}
	}
	if len(added.text) > d.maxText {
		return added
	}
	at := d.recent.PushFront(added)
	d.byText[added.text], d.byHash[added.hash] = at, at
	d.text += len(added.text)
	for d.recent.Len() > d.most || d.text > d.maxText {
		oldest, ok := d.recent.Remove(d.recent.Back()).(*document)
		if !ok {
			continue
		}
		delete(d.byText, oldest.text)
		delete(d.byHash, oldest.hash)
		d.text -= len(oldest.text)
	}
	return added
}

func (d *documents) count() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.recent.Len()
}
