package server

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/resolvers"
)

// explainHeader asks for what stands behind an answer: `X-Explain: statement` adds the statements that
// were run, as extensions.explain.
const explainHeader = "X-Explain"

// explained gives the context in which an operation is explained, where its client asks for that, and
// what to do with the response.
func (s *Server) explained(ctx context.Context, r *http.Request) (context.Context, func(*graphql.Response)) {
	if r.Header.Get(explainHeader) != "statement" {
		return ctx, func(*graphql.Response) {}
	}
	if !s.config.Explain {
		return ctx, func(resp *graphql.Response) {
			extend(resp, "the operator has switched this off; see --explain")
		}
	}
	ctx, e := resolvers.WithExplained(ctx)
	return ctx, func(resp *graphql.Response) { extend(resp, e) }
}

func extend(resp *graphql.Response, explanation any) {
	if resp.Extensions == nil {
		resp.Extensions = map[string]any{}
	}
	resp.Extensions["explain"] = explanation
}
