package resolvers

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Warning is what the reader of an answer should know although nothing failed. Clients get them all as
// extensions.warnings.
type Warning struct {
	Path    ast.Path `json:"path"`    // of the field that it is about
	Message string   `json:"message"` // a sentence, with what to do about it
}

// warnings gathers what is said of one operation, whose fields are answered side by side.
type warnings struct {
	mu   sync.Mutex
	list []Warning
}

type (
	warningsKey struct{}
	fieldKey    struct{}
)

func withWarnings(ctx context.Context) (context.Context, *warnings) {
	w := &warnings{}
	return context.WithValue(ctx, warningsKey{}, w), w
}

// within gives the context in which the field of a path is answered.
func within(ctx context.Context, path ast.Path) context.Context {
	return context.WithValue(ctx, fieldKey{}, path)
}

// warn says something of the field that is being answered.
func warn(ctx context.Context, message string) {
	w, _ := ctx.Value(warningsKey{}).(*warnings)
	if w == nil {
		return
	}
	path, _ := ctx.Value(fieldKey{}).(ast.Path)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.list = append(w.list, Warning{path, message})
}

// extend adds what was said to a response.
func (w *warnings) extend(response *graphql.Response) *graphql.Response {
	w.mu.Lock()
	defer w.mu.Unlock()
	if response == nil || len(w.list) == 0 {
		return response
	}
	if response.Extensions == nil {
		response.Extensions = map[string]any{}
	}
	response.Extensions["warnings"] = w.list
	return response
}
