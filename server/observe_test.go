package server

import (
	"net/http"
	"strings"
	"testing"
)

func TestRequestIDs(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	for sent, kept := range map[string]bool{
		"":                       false,
		"job-17/step:3":          true,
		strings.Repeat("x", 128): true,
		strings.Repeat("x", 129): false,
		"two words":              false,
		"naïve":                  false,
	} {
		got := s.ask("query Named{name}", "X-Request-Id: "+sent).header.Get(requestIDHeader)
		if got == "" || (got == sent) != kept {
			t.Errorf("sent %.20q, got %.20q", sent, got)
		}
		if lines := s.log.with(`"request":"`+got+`"`, `"operation":"Named"`, `"type":"query"`, `"code":"OK"`,
			`"status":200`, `"bytes":28`, `"ms":`); len(lines) != 1 {
			t.Errorf("%.20q: %d lines in the log", got, len(lines))
		}
	}
}

func TestMetricsCountByTypeAndCode(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny(), Version: "v1.2.3"})
	s.ask("query ChosenByTheClient{name}")
	s.ask("{name}")
	s.ask("{")
	s.ask(`{fail(how:"database")}`)
	s.do(http.MethodPost, "/graphql", readName, "Content-Type: text/plain")
	c := s.connect()
	c.subscribe("1", "mutation{touch}")
	c.expect("next", "1")
	c.subscribe("2", "subscription{tick}")
	eventually(t, "subscribed", func() bool { return s.server.streams.subscriptions.Load() == 1 })

	got := s.do(http.MethodGet, "/metrics", "").text
	for _, want := range []string{
		`creatorgraph_operation_seconds_count{code="OK",type="query"} 2`,
		`creatorgraph_operation_seconds_count{code="GRAPHQL_PARSE_FAILED",type="none"} 1`,
		`creatorgraph_operation_seconds_count{code="BAD_USER_INPUT",type="none"} 1`,
		`creatorgraph_operation_seconds_count{code="SERVICE_UNAVAILABLE",type="query"} 1`,
		`creatorgraph_operation_seconds_count{code="OK",type="mutation"} 1`,
		`creatorgraph_database_errors_total{code="SERVICE_UNAVAILABLE"} 1`,
		`creatorgraph_operations_running 0`,
		`creatorgraph_subscriptions_open 1`,
		`creatorgraph_streams_open 1`,
		`creatorgraph_documents_kept 5`,
		`creatorgraph_build_info{version="v1.2.3"} 1`,
		"go_goroutines",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(got, "ChosenByTheClient") {
		t.Error("a label holds what a client chose")
	}
}

func TestIdentityIsAnonymous(t *testing.T) {
	t.Parallel()

	r, err := http.NewRequest(http.MethodGet, "/", nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := IdentityOf(identify(r).Context()).Name; got != "anonymous" {
		t.Errorf("got %q", got)
	}
}
