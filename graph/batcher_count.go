package graph

import (
	"sync/atomic"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// CompanyCount counts reads that were answered in batches.
type CompanyCount struct {
	Statements int64 // that answered several questions
	Questions  int64 // that they answered
	Shared     int64 // questions that were the same as one that waited, and were asked with it once
}

// CompanyCount gives the counts since the Store was opened.
func (s *Store) CompanyCount() CompanyCount {
	c := &s.companies.counters
	return CompanyCount{atomic.LoadInt64(&c.Statements), atomic.LoadInt64(&c.Questions), atomic.LoadInt64(&c.Shared)}
}

// CompanyProfile describes how a read may be batched with others of its shape, and how many have been.
type CompanyProfile struct {
	Text       string `json:"text"`       // the statement that asks for many
	Most       int    `json:"most"`       // questions at once
	Statements int64  `json:"statements"` // that have answered several, of this shape
	Questions  int64  `json:"questions"`  // that they have answered
}

type companyKey struct{}

func (c *readBatcher) profile(of *compile.Company) *CompanyProfile {
	p := &CompanyProfile{Text: of.Text, Most: min(of.Most, c.size)}
	if s, known := c.shapes.Peek(of.Text); known {
		p.Statements, p.Questions = s.statements.Load(), s.questions.Load()
	}
	return p
}
