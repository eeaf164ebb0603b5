package server

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
)

// How long the database may take to say that it answers, and how long its word holds, so that
// probes cost it next to nothing.
const (
	verifyTimeout = 2 * time.Second
	verifyTTL     = time.Second
)

// health answers /healthz and /readyz.
type health struct {
	server *Server

	mu   sync.Mutex
	at   time.Time
	last error
}

// alive answers as long as the process does.
func (h *health) alive(w http.ResponseWriter, _ *http.Request) {
	writeStatus(w, http.StatusOK, map[string]any{"alive": true})
}

// ready answers 200 only when a question would be answered.
func (h *health) ready(w http.ResponseWriter, r *http.Request) {
	err := h.check(r.Context())
	if err == nil {
		writeStatus(w, http.StatusOK, map[string]any{"ready": true})
		return
	}
	reason := "something is wrong inside the server; see its log"
	var ours *graph.Error
	if errors.As(err, &ours) {
		reason = ours.Message()
	}
	writeStatus(w, http.StatusServiceUnavailable, map[string]any{"ready": false, "reason": reason})
}

func (h *health) check(ctx context.Context) error {
	select {
	case <-h.server.streams.stopped:
		return graph.Errorf(graph.Unavailable, "", "the server is stopping")
	default:
	}
	if err := h.server.startup.state(); err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if time.Since(h.at) > verifyTTL {
		// A probe that gives up must not make the next one read that the database failed.
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), verifyTimeout)
		defer cancel()
		h.last = h.server.config.Database.Verify(ctx)
		h.at = time.Now()
	}
	return h.last
}

func writeStatus(w http.ResponseWriter, status int, body map[string]any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // a probe that has gone needs no answer
}
