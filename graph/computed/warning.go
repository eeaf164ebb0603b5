package computed

import (
	"context"
	"slices"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
)

// Warning is what the reader of an answer should know although nothing failed. Clients get them all as
// extensions.warnings.
type Warning struct {
	Path    ast.Path `json:"path"`    // of the field that it is about
	Message string   `json:"message"` // a sentence, with what to do about it
}

// Warnings gathers what is said of one operation, whose fields are answered side by side.
type Warnings struct {
	mu   sync.Mutex
	list []Warning
}

type (
	warningsKey struct{}
	fieldKey    struct{}
)

// WithWarnings gives a context in which Warn gathers.
func WithWarnings(ctx context.Context) (context.Context, *Warnings) {
	w := &Warnings{}
	return context.WithValue(ctx, warningsKey{}, w), w
}

// WithField gives the context in which the field of a path is answered.
func WithField(ctx context.Context, path ast.Path) context.Context {
	return context.WithValue(ctx, fieldKey{}, path)
}

// Warn says something of the field that is being answered.
func Warn(ctx context.Context, message string) {
	w, _ := ctx.Value(warningsKey{}).(*Warnings)
	if w == nil {
		return
	}
	path, _ := ctx.Value(fieldKey{}).(ast.Path)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.list = append(w.list, Warning{path, message})
}

// List gives what was said so far.
func (w *Warnings) List() []Warning {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.list)
}
