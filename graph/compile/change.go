package compile

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// Change compiles a mutation that one named statement carries out, together with what the client selected
// of its payload: as Rows, but the row is what the statement returns in its column `row`. The statement's
// parameters are the caller's to give.
func (c *Compiler) Change(
	name string, field *ast.Field, typ *mapping.Type, vars map[string]any,
) (*Plan, error) {
	statement, ok := c.text(name)
	if !ok {
		return nil, fmt.Errorf("there is no statement %s", name)
	}
	return c.given(block("CALL ()", statement), field, typ, vars)
}
