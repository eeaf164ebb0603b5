package computed

import (
	"errors"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// At puts the place of a computed field before what an error says of itself.
func At(path ast.Path, err error) error {
	var wrong *compile.Error
	if errors.As(err, &wrong) {
		placed := *wrong
		placed.Path = append(slices.Clone(path), wrong.Path...)
		return &placed
	}
	var within *PathError
	if errors.As(err, &within) {
		return &PathError{append(slices.Clone(path), within.Path...), within.Err}
	}
	return &PathError{path, err}
}

// PathError is an error with the path of the field or argument that it befell.
type PathError struct {
	Path ast.Path
	Err  error
}

// Error is that of what befell it.
func (e *PathError) Error() string { return e.Err.Error() }

// Unwrap gives what befell it.
func (e *PathError) Unwrap() error { return e.Err }
