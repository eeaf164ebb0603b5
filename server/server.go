package server

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// Server answers GraphQL over HTTP. It keeps no state that another one of its kind would need.
type Server struct {
	config      Config
	guard       guard
	documents   *documents
	running     *drain
	streams     *streams
	startup     *startup
	metrics     *metrics
	recent      *recent
	gate        *gate
	buffers     buffers
	keepAlive   time.Duration
	initTimeout time.Duration
	bodyTimeout time.Duration // bodyTimeout
	marks       bookmarkSigner
	drained     chan struct{} // closed when a stop has waited for what was running
	handler     http.Handler
}

// keepAlive is how often an open stream says something: proxies close what is silent for a minute.
const keepAlive = 15 * time.Second

// headerTimeout is how long a client may take to say what it asks for, before any body.
const headerTimeout = 10 * time.Second

// New makes a server; it neither listens nor asks the database anything yet, see Serve.
func New(config Config) *Server {
	config = config.withDefaults()
	s := &Server{
		config: config, guard: newGuard(config), documents: newDocuments(config.Limits),
		running: newDrain(), streams: newStreams(config.Limits),
		startup: &startup{config: config}, keepAlive: keepAlive, initTimeout: initTimeout, bodyTimeout: bodyTimeout,
		marks: newBookmarkSigner(config.BookmarkKey), drained: make(chan struct{}),
	}
	s.metrics = newMetrics(s)
	s.recent = &recent{}
	if config.Trusted == nil { // these are asked at the start instead
		s.recent.file = config.Recent
	}
	s.gate = newGate(s)
	s.startup.warm = s.warm
	s.handler = s.routes()
	return s
}

// Run listens at Config.Listen and serves until ctx ends; then it stops as Serve does.
func (s *Server) Run(ctx context.Context) error {
	listener, err := Listen(ctx, s.config.Listen)
	if err != nil {
		return err
	}
	return s.Serve(ctx, listener)
}

// Serve prepares the database while already answering on a listener, until ctx ends. Then it stops:
// no new work, what runs ends within Config.Grace, subscriptions are told. It returns nil after such
// a stop, and otherwise the error that ended it, such as a wrong password for the database.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	web := &http.Server{
		Handler: s.handler, ReadHeaderTimeout: min(headerTimeout, s.bodyTimeout), ReadTimeout: s.bodyTimeout, IdleTimeout: 2 * time.Minute,
		WriteTimeout:   s.config.Limits.Time + s.bodyTimeout, // for an answer to begin; see writeChunks
		MaxHeaderBytes: 64 << 10,
		ErrorLog:       slog.NewLogLogger(s.config.Logger.Handler(), slog.LevelDebug),
	}
	s.config.Logger.Info("listening", "address", listener.Addr().String())

	started, cancel := context.WithCancel(ctx)
	defer cancel()
	ended := make(chan error, 2)
	go func() {
		if err := s.startup.run(started); err != nil {
			ended <- err
		}
	}()
	go s.config.Outage.watch(started, s.config.Database, s.config.Logger)
	written := make(chan struct{})
	go func() {
		defer close(written)
		s.keepRecent(started)
	}()
	go func() { ended <- web.Serve(sharing(listener, s.config.Limits.ClientConnections)) }()

	var cause error
	select {
	case <-ctx.Done():
	case cause = <-ended:
	}
	cancel()
	err := errors.Join(cause, s.stop(context.WithoutCancel(ctx), web))
	<-written
	return err
}

// stop ends what is open, in the order that loses least: subscriptions on event streams at once,
// running operations when they are done, WebSockets after those.
func (s *Server) stop(ctx context.Context, web *http.Server) error {
	s.config.Logger.Info("stopping", "running", s.running.count(),
		"subscriptions", s.streams.subscriptions.Load())
	ctx, cancel := context.WithTimeout(ctx, s.config.Grace)
	defer cancel()

	idle := s.running.close()
	s.streams.stop()
	select {
	case <-idle:
	case <-ctx.Done():
	}
	close(s.drained)
	err := web.Shutdown(ctx)
	s.waitForSockets(ctx)
	if err != nil {
		s.config.Logger.Warn("stopped before all requests had ended", "running", s.running.count())
		return web.Close()
	}
	return nil
}

func (s *Server) waitForSockets(ctx context.Context) {
	done := make(chan struct{})
	go func() {
		s.streams.handlers.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-ctx.Done():
	}
}
