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
)

// codeNotTrusted refuses documents that are not among those the operator trusts.
const codeNotTrusted = "DOCUMENT_NOT_TRUSTED"

// Trusted are the documents of a server that runs no others.
type Trusted struct {
	byText map[string]*document
	byID   map[string]*document // by the text's hash and by the file's name
}

// ReadTrusted reads the .graphql files of a folder, and of those within it, each a document that
// clients may ask by its text, by the text's SHA-256 or by the file's name without .graphql. Its error
// tells what is wrong with all of them, with file, line and column; folder is how to call the place.
func ReadTrusted(schema *ast.Schema, limits Limits, folder string, files fs.FS) (*Trusted, error) {
	limits = limits.withDefaults()
	r := newReader(schema, &limits, true)
	t := &Trusted{byText: map[string]*document{}, byID: map[string]*document{}}
	names := map[string]string{} // the file that has a name
	var wrong []error
	err := fs.WalkDir(files, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".graphql" {
			return err
		}
		text, err := fs.ReadFile(files, file)
		if err != nil {
			return err
		}
		doc, errs := r.read(string(text))
		for _, err := range errs {
			wrong = append(wrong, misplaced(path.Join(folder, file), err))
		}
		name := strings.TrimSuffix(path.Base(file), ".graphql")
		if other, taken := names[name]; taken {
			wrong = append(wrong, fmt.Errorf("%s: %s has the same name; rename one of them",
				path.Join(folder, file), path.Join(folder, other)))
		}
		names[name] = file
		if doc != nil {
			t.byText[doc.text], t.byID[doc.hash], t.byID[name] = doc, doc, doc
		}
		return nil
	})
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s cannot be read; give a folder of .graphql files: %w", folder, err)
	case len(wrong) > 0:
		return nil, errors.Join(wrong...)
	case len(names) == 0:
		return nil, fmt.Errorf("%s has no .graphql files; put one in for each document that clients ask", folder)
	}
	return t, nil
}

// misplaced tells a mistake with the place an editor can go to.
func misplaced(file string, err *gqlerror.Error) error {
	line, column := 1, 1
	if len(err.Locations) > 0 {
		line, column = err.Locations[0].Line, err.Locations[0].Column
	}
	return fmt.Errorf("%s:%d:%d: %s; mend the document or take the file out of the folder",
		file, line, column, err.Message)
}

// find gives the document of an id, or of a text when there is no id, and refuses all others.
func (t *Trusted) find(id, text string) (*document, *gqlerror.Error) {
	doc := t.byText[text]
	if id != "" {
		doc = t.byID[id]
	}
	if doc == nil || text != "" && text != doc.text {
		return nil, &gqlerror.Error{
			Message: "this server runs trusted documents only, and this is none; ask one of them by its id," +
				" hash or exact text, or have the operator add it",
			Extensions: map[string]any{"code": codeNotTrusted},
		}
	}
	return doc, nil
}

// texts are the documents', in a fixed order.
func (t *Trusted) texts() []string { return slices.Sorted(maps.Keys(t.byText)) }
