package market

import (
	"context"
	"sync"
)

// Steps are units of work of about the same length, for progress alone.
const (
	profileSteps    = 6
	campaignSteps   = 20
	ownContentSteps = 1
	metered         = 8192 // steps between two reports
)

// progressMeter reports progress and notices that the work should stop; both goroutines use it.
type progressMeter struct {
	ctx      context.Context
	progress func(done, total int64)

	mu       sync.Mutex
	done     int64
	reported int64
	total    int64
}

// step counts work done; its error is the context's.
func (m *progressMeter) step(n int64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.done += n
	if m.done-m.reported < metered && m.done < m.total {
		return nil
	}
	m.reported = m.done
	if m.progress != nil {
		m.progress(m.done, m.total)
	}
	return m.ctx.Err()
}
