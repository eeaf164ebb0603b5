package facts

import (
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// statement is one of ours with its parameters.
func statement(name string, params map[string]any) graph.Statement {
	return graph.Statement{Text: statements.Text(name), Params: params}
}
