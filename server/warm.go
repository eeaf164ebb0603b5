package server

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
)

// warmWorkers is how many operations warm the server concurrently.
const warmWorkers = 2

// warmKey marks the context of operations that the server runs itself before it is ready.
type warmKey struct{}

func isWarming(ctx context.Context) bool { return ctx.Value(warmKey{}) != nil }

// warm runs common operations once, so that the first client does not wait while the database plans its statement and reads
// its first pages: the trusted documents where there are some, otherwise the queries asked before the last stop and the
// documents of Config. Of a mutation it runs only what is read afterwards. It takes at most Config.WarmUp, and ignores
// errors: whoever asks the same is told.
func (s *Server) warm(ctx context.Context) {
	questions := s.warmQuestions(ctx)
	if len(questions) == 0 {
		return
	}
	begun := time.Now()
	ctx, cancel := context.WithTimeout(graph.WithWarming(context.WithValue(ctx, warmKey{}, true)), s.config.WarmUp)
	defer cancel()
	next := make(chan *requestParams)
	var workers sync.WaitGroup
	for range warmWorkers {
		workers.Go(func() {
			for q := range next {
				s.warmDocument(ctx, q)
			}
		})
	}
	asked := 0
	slices.SortStableFunc(questions, func(x, y *requestParams) int { return cmp.Compare(isMutation(x), isMutation(y)) })
	for _, q := range questions {
		if ctx.Err() == nil {
			next <- q
			asked++
		}
	}
	close(next)
	workers.Wait()
	s.config.Logger.InfoContext(ctx, "warm: common questions were asked", "documents", asked, milliseconds(time.Since(begun)))
}

// isMutation is 1 for a text with a mutation and 0 for others, to sort mutations last: clients wait for queries.
func isMutation(q *requestParams) int { return min(strings.Count(q.Query, "mutation"), 1) }

func (s *Server) warmQuestions(ctx context.Context) []*requestParams {
	if s.config.WarmUp == 0 {
		return nil
	}
	var questions []*requestParams
	before, err := s.recent.read()
	if err != nil {
		s.config.Logger.WarnContext(ctx, "the queries asked before the last stop cannot be read", "error", err)
	}
	for _, q := range before {
		questions = append(questions, &requestParams{Query: q.Query, OperationName: q.OperationName, Variables: q.Variables})
	}
	texts := s.config.Warm
	if s.config.Trusted != nil {
		texts = s.config.Trusted.texts()
	}
	for _, text := range texts {
		questions = append(questions, &requestParams{Query: text})
	}
	return questions
}

// warmDocument runs the operations of a document, or the one that is named, with placeholders for missing variables.
func (s *Server) warmDocument(ctx context.Context, q *requestParams) {
	defer func() {
		if panicked := recover(); panicked != nil {
			_ = s.recovered(ctx, panicked) // which logs it; whoever asks is told
		}
	}()
	doc, errs := s.gate.document(&requestParams{Query: q.Query})
	if errs != nil {
		return
	}
	for _, op := range doc.operations {
		if op.Operation == ast.Subscription || q.OperationName != "" && q.OperationName != op.Name {
			continue
		}
		s.warmOperation(ctx, op.OperationDefinition, q)
	}
}

// warmOperation runs a query, or what a mutation reads after its change.
func (s *Server) warmOperation(ctx context.Context, op *ast.OperationDefinition, q *requestParams) {
	ctx, cancel := context.WithTimeout(graphql.StartOperationTrace(ctx), s.config.Limits.Time)
	defer cancel()
	admitted, errs := s.gate.admit(ctx, &requestParams{Query: q.Query, OperationName: op.Name,
		Variables: placeholderVariables(s.gate.schema, op, q.Variables)})
	switch {
	case errs != nil:
	case op.Operation == ast.Mutation:
		s.config.API.WarmMutation(ctx, admitted)
	default:
		next, inner := s.gate.Executor.DispatchOperation(ctx, admitted)
		next(inner)
	}
}
