package graph

import (
	"context"
	"log"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// TestMain gives these tests, which stand inside the package and cannot use graphtest, a Neo4j when
// the run has none to share.
func TestMain(m *testing.M) {
	os.Exit(withNeo4j(m.Run))
}

func withNeo4j(run func() int) int {
	if os.Getenv("NEO4J_URI") != "" {
		return run()
	}
	dir, err := os.MkdirTemp("", "creatorgraph-graph-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	server, err := neo4jd.Start(ctx, neo4jd.Config{DataDir: dir, HeapMB: 768, PageCacheMB: 128})
	if err != nil {
		log.Fatal(err)
	}
	for _, variable := range server.Env() {
		name, value, _ := strings.Cut(variable, "=")
		if err := os.Setenv(name, value); err != nil {
			log.Fatal(err)
		}
	}
	code := run()
	stop, done := context.WithTimeout(context.Background(), time.Minute)
	defer done()
	if err := server.Stop(stop); err != nil {
		log.Print(err)
	}
	return code
}
