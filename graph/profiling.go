package graph

import (
	"context"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const profileWord = "PROFILE "

// profilingDriver and what follows put PROFILE before each statement on its way through the driver.
type profilingDriver struct {
	neo4j.DriverWithContext
	tell func(Profile)
}

func (d profilingDriver) NewSession(ctx context.Context, c neo4j.SessionConfig) neo4j.SessionWithContext {
	return profilingSession{d.DriverWithContext.NewSession(ctx, c), d.tell}
}

// profiling gives the session itself unless its context asks for profiles.
func profiling(ctx context.Context, session neo4j.SessionWithContext) neo4j.SessionWithContext {
	if tell, asked := ctx.Value(profileKey{}).(func(Profile)); asked {
		return profilingSession{session, tell}
	}
	return session
}

type profilingSession struct {
	neo4j.SessionWithContext
	tell func(Profile)
}

func (s profilingSession) Run(
	ctx context.Context, text string, params map[string]any, how ...func(*neo4j.TransactionConfig),
) (neo4j.ResultWithContext, error) {
	result, err := s.SessionWithContext.Run(ctx, profileWord+text, params, how...)
	profiled := newProfilingResult(result, text, params, s.tell)
	profiled.profile.Company, _ = ctx.Value(companyKey{}).(*CompanyProfile)
	return profiled, err
}

func (s profilingSession) ExecuteWrite(
	ctx context.Context, work neo4j.ManagedTransactionWork, how ...func(*neo4j.TransactionConfig),
) (any, error) {
	return s.SessionWithContext.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return work(profilingTx{tx, s.tell})
	}, how...)
}

func (s profilingSession) BeginTransaction(
	ctx context.Context, how ...func(*neo4j.TransactionConfig),
) (neo4j.ExplicitTransaction, error) {
	tx, err := s.SessionWithContext.BeginTransaction(ctx, how...)
	if err != nil {
		return nil, err
	}
	return &profilingExplicit{ExplicitTransaction: tx, tell: s.tell}, nil
}

type profilingTx struct {
	neo4j.ManagedTransaction
	tell func(Profile)
}

func (t profilingTx) Run(
	ctx context.Context, text string, params map[string]any,
) (neo4j.ResultWithContext, error) {
	result, err := t.ManagedTransaction.Run(ctx, profileWord+text, params)
	return newProfilingResult(result, text, params, t.tell), err
}

// profilingExplicit is a transaction whose last answer may be left unread.
type profilingExplicit struct {
	neo4j.ExplicitTransaction
	tell func(Profile)
	last *profilingResult
}

// Run leaves alone a statement that only asks for a plan.
func (t *profilingExplicit) Run(
	ctx context.Context, text string, params map[string]any,
) (neo4j.ResultWithContext, error) {
	if strings.HasPrefix(text, explainWord) {
		return t.ExplicitTransaction.Run(ctx, text, params)
	}
	result, err := t.ExplicitTransaction.Run(ctx, profileWord+text, params)
	if err == nil {
		t.last = newProfilingResult(result, text, params, t.tell)
		return t.last, nil
	}
	return result, err
}

// Rollback tells of an answer that was cut, of which there is no profile.
func (t *profilingExplicit) Rollback(ctx context.Context) error {
	if t.last != nil && !t.last.told && t.last.Err() == nil {
		t.tell(t.last.profile)
	}
	return t.ExplicitTransaction.Rollback(ctx)
}

type profilingResult struct {
	neo4j.ResultWithContext
	profile Profile
	told    bool
	tell    func(Profile)
}

func newProfilingResult(
	result neo4j.ResultWithContext, text string, params map[string]any, tell func(Profile),
) *profilingResult {
	return &profilingResult{result, Profile{Statement: Statement{Text: text, Params: params}}, false, tell}
}

// Next tells the profile when there are no more rows.
func (r *profilingResult) Next(ctx context.Context) bool {
	if r.ResultWithContext.Next(ctx) {
		r.profile.Given++
		return true
	}
	if r.told || r.Err() != nil {
		return false
	}
	if summary, err := r.Consume(ctx); err == nil && summary.Profile() != nil {
		r.told = true
		r.profile.add(summary.Profile(), 0)
		r.tell(r.profile)
	}
	return false
}
