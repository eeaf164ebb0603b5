package cypher

import "fmt"

// Error is why a statement is refused, and where.
type Error struct {
	Line, Column int // from 1; the beginning of what is refused
	What         string
	Remedy       string
}

// Error gives place, reason and remedy.
func (e *Error) Error() string {
	return fmt.Sprintf("line %d, column %d: %s; %s", e.Line, e.Column, e.What, e.Remedy)
}
