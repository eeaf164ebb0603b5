package server

import (
	"context"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// warmers is how many questions warm the server at once.
const warmers = 2

// warmKey marks the context of questions that the server asks itself before it is ready.
type warmKey struct{}

func isWarming(ctx context.Context) bool { return ctx.Value(warmKey{}) != nil }

// warm asks common questions once, so that the first client does not wait while the database plans its statement
// and reads its first pages: the trusted documents where there are some, otherwise those of Config. It takes as
// long as Config.WarmUp at most, and what fails is left to be told to whoever asks it.
func (s *Server) warm(ctx context.Context) {
	documents := s.warmTexts()
	if len(documents) == 0 {
		return
	}
	begun := time.Now()
	ctx, cancel := context.WithTimeout(context.WithValue(ctx, warmKey{}, true), s.config.WarmUp)
	defer cancel()
	texts := make(chan string)
	var workers sync.WaitGroup
	for range warmers {
		workers.Go(func() {
			for text := range texts {
				s.warmWith(ctx, text)
			}
		})
	}
	asked := 0
	for _, text := range documents {
		if ctx.Err() == nil {
			texts <- text
			asked++
		}
	}
	close(texts)
	workers.Wait()
	s.config.Logger.InfoContext(ctx, "warm: common questions were asked", "documents", asked, milliseconds(time.Since(begun)))
}

func (s *Server) warmTexts() []string {
	switch {
	case s.config.WarmUp == 0:
		return nil
	case s.config.Trusted != nil:
		return s.config.Trusted.texts()
	}
	return s.config.Warm
}

// warmWith asks each query of a document that needs no variables.
func (s *Server) warmWith(ctx context.Context, text string) {
	defer func() {
		if panicked := recover(); panicked != nil {
			_ = s.recovered(ctx, panicked) // which logs it; whoever asks is told
		}
	}()
	doc, errs := s.gate.document(&question{Query: text})
	if errs != nil {
		return
	}
	for _, op := range doc.operations {
		if op.Operation != ast.Query {
			continue
		}
		within, cancel := context.WithTimeout(graphql.StartOperationTrace(ctx), s.config.Limits.Time)
		admitted, errs := s.gate.admit(within, &question{Query: text, OperationName: op.Name})
		if errs == nil {
			next, inner := s.gate.Executor.DispatchOperation(within, admitted)
			next(inner)
		}
		cancel()
	}
}
