// Command handwritten answers the benchmark's cases the way an engineer would write it by hand in a day:
// a handler for each, one Cypher statement, the record as a map, encoding/json. It is what the compiler is
// measured against, so it does no work that the answer does not need.
//
// Each case is at /NN_name and takes the statement's parameters as JSON. NEO4J_URI, NEO4J_USER and
// NEO4J_PASSWORD name the database.
package main

import (
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// transactions tells how many transactions the database has begun, by which the bench knows whether it saw any.
//
//go:embed transactions.cypher
var transactions string

func main() {
	listen := flag.String("listen", "127.0.0.1:0", "host:port to answer at; port 0 takes a free one")
	cases := flag.String("cases", "bench/cases", "the folder of the statements, NN_name.cypher")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *listen, *cases); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, address, cases string) error {
	driver, err := neo4j.NewDriverWithContext(os.Getenv("NEO4J_URI"),
		neo4j.BasicAuth(os.Getenv("NEO4J_USER"), os.Getenv("NEO4J_PASSWORD"), ""))
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(context.WithoutCancel(ctx)) }()
	routes, err := routes(driver, cases)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: routes}
	go func() {
		<-ctx.Done()
		_ = server.Close()
	}()
	fmt.Printf("listening at http://%s/\n", listener.Addr())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// routes gives each statement of a folder its handler.
func routes(driver neo4j.DriverWithContext, cases string) (*http.ServeMux, error) {
	paths, err := filepath.Glob(filepath.Join(cases, "*.cypher"))
	if err != nil || len(paths) == 0 {
		return nil, errors.Join(err, fmt.Errorf("%s holds no statements; name another folder with -cases", cases))
	}
	mux := http.NewServeMux()
	mux.Handle("POST /transactions", handler{driver: driver, statement: transactions, run: read})
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		_, statement, ok := strings.Cut(string(raw), "*/\n")
		if !ok {
			return nil, fmt.Errorf("%s has no head; begin it with its question and /* :params … */", path)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".cypher")
		run := read
		if strings.Contains(statement, "\nSET ") {
			run = write
		}
		mux.Handle("POST /"+name, handler{driver: driver, statement: statement, run: run})
	}
	return mux, nil
}
