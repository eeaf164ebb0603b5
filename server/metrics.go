package server

import (
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/creatorgraph/creatorgraph/graph"
)

// metrics counts for Prometheus. No label holds what a client chose: operations go by type and code,
// of which there are few.
type metrics struct {
	registry *prometheus.Registry
	answers  *prometheus.HistogramVec
	database *prometheus.CounterVec
}

func newMetrics(s *Server) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		answers: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "creatorgraph_operation_seconds",
			Help: "Time from reading an operation to its answer, by type and error code.",
			Buckets: []float64{
				.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30,
			},
		}, []string{"type", "code"}),
		database: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "creatorgraph_database_errors_total",
			Help: "Answers' errors that come of the database: it does not answer or takes too long.",
		}, []string{"code"}),
	}
	for _, kind := range []graph.Kind{graph.Unavailable, graph.Timeout} {
		m.database.WithLabelValues(kind.Code())
	}
	m.registry.MustRegister(m.answers, m.database,
		gauge("creatorgraph_operations_running", "Queries and mutations being answered.",
			func() int { return s.running.count() }),
		gauge("creatorgraph_streams_open", "WebSockets and event streams open.",
			func() int { return int(s.streams.connections.Load()) }),
		gauge("creatorgraph_subscriptions_open", "Subscriptions being served.",
			func() int { return int(s.streams.subscriptions.Load()) }),
		gauge("creatorgraph_documents_kept", "Parsed documents kept for the next time.",
			func() int { return s.documents.count() }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "creatorgraph_build_info", Help: "Always 1; the version is the label.",
			ConstLabels: prometheus.Labels{"version": s.config.Version},
		}, func() float64 { return 1 }),
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	m.registerCompanies(s.config.Companies)
	return m
}

// registerCompanies counts the statements that answered several questions at once, and the questions.
func (m *metrics) registerCompanies(count func() graph.CompanyCount) {
	if count == nil {
		return
	}
	for _, c := range []struct {
		name, help string
		value      func(graph.CompanyCount) int64
	}{
		{"creatorgraph_company_statements_total", "Statements that answered several questions at once.",
			func(c graph.CompanyCount) int64 { return c.Statements }},
		{"creatorgraph_company_questions_total", "Questions that were answered together with others, by one statement.",
			func(c graph.CompanyCount) int64 { return c.Questions }},
		{"creatorgraph_company_shared_total", "Questions that were the same as one that waited, and were asked with it once.",
			func(c graph.CompanyCount) int64 { return c.Shared }},
	} {
		m.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: c.name, Help: c.help},
			func() float64 { return float64(c.value(count())) }))
	}
}

func gauge(name, help string, value func() int) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help},
		func() float64 { return float64(value()) })
}

// answered counts one operation, or one request that never became any.
func (m *metrics) answered(x exchange, took time.Duration) {
	if x.kind == "" {
		x.kind = "none"
	}
	m.answers.WithLabelValues(x.kind, x.code).Observe(took.Seconds())
}

// failed counts an error of an answer if it is the database's.
func (m *metrics) failed(code string) {
	if code == graph.Unavailable.Code() || code == graph.Timeout.Code() {
		m.database.WithLabelValues(code).Inc()
	}
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
