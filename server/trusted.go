package server

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// Trusted are the documents of a server that runs no others.
type Trusted struct {
	byText map[string]*document
	byID   map[string]*document // by the text's hash and by the names that files and manifests give them
}

// TrustedPlace is where trusted documents stand: a folder of .graphql files, and of those within it, each a document
// named after its file; or a manifest, see readManifest.
type TrustedPlace struct {
	Name  string // how to call it
	Files fs.FS
	File  string // the manifest's, within Files; empty for the folder itself
}

// ReadTrusted reads all documents of some places. Clients may ask each by its text, by the text's SHA-256, or by the
// name its file or manifest gives it. Its error tells what is wrong with all of them, with the place of each.
func ReadTrusted(schema *ast.Schema, limits Limits, places ...TrustedPlace) (*Trusted, error) {
	limits = limits.withDefaults()
	c := &collector{
		reader:  newReader(schema, &limits, true),
		trusted: &Trusted{byText: map[string]*document{}, byID: map[string]*document{}},
		places:  map[string]string{},
	}
	for _, place := range places {
		read := c.folder
		if place.File != "" {
			read = c.manifest
		}
		if err := read(place); err != nil {
			c.wrong = append(c.wrong, err)
		}
	}
	if len(c.wrong) > 0 {
		return nil, errors.Join(c.wrong...)
	}
	return c.trusted, nil
}

// collector gathers trusted documents, and what is wrong with them.
type collector struct {
	reader  *reader
	trusted *Trusted
	places  map[string]string // where each name was given
	wrong   []error
}

func (c *collector) folder(place TrustedPlace) error {
	found := false
	err := fs.WalkDir(place.Files, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".graphql" {
			return err
		}
		found = true
		text, err := fs.ReadFile(place.Files, file)
		if err == nil {
			name := strings.TrimSuffix(path.Base(file), ".graphql")
			c.add(path.Join(place.Name, file), name, string(text), "take the file out of the folder")
		}
		return err
	})
	switch {
	case err != nil:
		return fmt.Errorf("%s cannot be read; give a folder of .graphql files, or a manifest, a .json file: %w", place.Name, err)
	case !found:
		return fmt.Errorf("%s has no .graphql files; put one in for each document that clients ask", place.Name)
	}
	return nil
}

func (c *collector) manifest(place TrustedPlace) error {
	raw, err := fs.ReadFile(place.Files, place.File)
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", place.Name, err)
	}
	texts, err := readManifest(raw)
	if err != nil {
		return fmt.Errorf("%s: %w", place.Name, err)
	}
	for _, id := range slices.Sorted(maps.Keys(texts)) {
		c.add(fmt.Sprintf("%s: document %.100q", place.Name, id), strings.TrimPrefix(id, hashPrefix), texts[id],
			"have the manifest made anew")
	}
	return nil
}

// add takes in the document of a name; otherwise says what to do when it cannot be mended.
func (c *collector) add(place, name, text, otherwise string) {
	doc, errs := c.reader.read(text)
	for _, err := range errs {
		line, column := 1, 1
		if len(err.Locations) > 0 {
			line, column = err.Locations[0].Line, err.Locations[0].Column
		}
		c.wrong = append(c.wrong, fmt.Errorf("%s:%d:%d: %s; mend the document or %s", place, line, column, err.Message, otherwise))
	}
	if doc == nil {
		return
	}
	if other := c.trusted.byID[name]; other != nil && other.text != text {
		c.wrong = append(c.wrong, fmt.Errorf("%s: %s has the same name; rename one of them", place, c.places[name]))
		return
	}
	if same := c.trusted.byText[text]; same != nil {
		doc = same
	}
	c.places[name] = place
	c.trusted.byText[text], c.trusted.byID[doc.hash], c.trusted.byID[name] = doc, doc, doc
}

// find gives the document of an id, or of a text when there is no id, and refuses all others.
func (t *Trusted) find(id, text string) (*document, *gqlerror.Error) {
	doc := t.byText[text]
	if id != "" {
		doc = t.byID[id]
	}
	if doc == nil || text != "" && text != doc.text {
		return nil, fault(graph.NotTrusted, graph.NotTrusted.Remedy(),
			"this server runs trusted documents only, and this is none")
	}
	return doc, nil
}

// texts are the documents', in a fixed order.
func (t *Trusted) texts() []string { return slices.Sorted(maps.Keys(t.byText)) }
