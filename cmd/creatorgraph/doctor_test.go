package main

import (
	"bytes"
	"net"
	"strings"
	"testing"
)

// Doctor fails when something is missing, and says what to do about it.
func TestDoctorTellsOfANeo4jThatIsNotThere(t *testing.T) {
	t.Parallel()

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	uri := "bolt://" + listener.Addr().String()
	listener.Close()

	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"doctor", "--neo4j-uri", uri}, &out, &errs); code != exitFailure {
		t.Errorf("exit code %d, want %d; %s", code, exitFailure, &errs)
	}
	for _, want := range []string{"ok       creatorgraph: ", "MISSING  Neo4j at " + uri, "→ check --neo4j-uri"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, &out)
		}
	}
}
