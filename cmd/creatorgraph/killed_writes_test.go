//go:build linux

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// commandEnv makes the test binary, started again by a test, act as creatorgraph itself, so that it can be killed.
const commandEnv = "CREATORGRAPH_TEST_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(commandEnv) != "" {
		os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

const (
	writers = 8
	writes  = 12 // of each writer, each of another creator
)

// While eight clients record participations of one campaign, the database is killed, and then the server and with
// it its database. Clients send what was not acknowledged again by the same clientMutationId, to whichever server
// there is. In the end each is there once, with its fee, and all totals are what counting anew gives.
func TestAcknowledgedWritesOutliveKills(t *testing.T) {
	t.Parallel()

	dataDir := t.TempDir()
	var base atomic.Value
	server := startServer(t, dataDir, &base)
	writeCampaign(t, dataDir)
	var acknowledged atomic.Int64
	var clients sync.WaitGroup
	for writer := range writers {
		clients.Go(func() {
			for i := range writes {
				recordUntilAcknowledged(t, &base, writer*writes+i)
				acknowledged.Add(1)
			}
		})
	}
	awaitCount(t, &acknowledged, writers*writes/4)
	if err := syscall.Kill(neo4jOf(t, dataDir), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	awaitCount(t, &acknowledged, writers*writes/2)
	if err := server.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = server.Wait() // killed
	startServer(t, dataDir, &base)
	clients.Wait()

	rows, err := openFolder(t, dataDir).Read(t.Context(), graph.Statement{Text: `MATCH (c:Campaign)<-[:RAN]-(b:Brand)
		MATCH (c)<-[did:PARTICIPATED_IN]-(r:Creator)
		RETURN count(did) AS participations, count(DISTINCT r) AS creators, sum(did.fee) AS fees,
			count(CASE WHEN did.fee <> r.number + 1000 THEN 1 END) AS wrong,
			max(c.creatorCount) AS kept, max(c.spend) AS spend, max(b.creatorCount) AS ofBrand, max(b.spend) AS spendOfBrand`})
	if err != nil {
		t.Fatal(err)
	}
	n := int64(writers * writes)
	fees := n*1000 + n*(n-1)/2
	want := []graph.Record{{"participations": n, "creators": n, "fees": fees, "wrong": int64(0),
		"kept": n, "spend": fees, "ofBrand": n, "spendOfBrand": fees}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("afterwards (-want +got):\n%s", diff)
	}
}

// startServer starts serve as a process of its own, and tells where it answers.
func startServer(t *testing.T, dataDir string, base *atomic.Value) *exec.Cmd {
	t.Helper()

	server := exec.Command(os.Args[0], "serve", "--listen", "127.0.0.1:0", "--warm-up", "0", "--timeout", killTimeLimit.String(),
		"--neo4j-uri", "", "--data-dir", dataDir, "--neo4j-heap-mb", "512", "--analyze-every", "0")
	server.Env = append(os.Environ(), commandEnv+"=1")
	var log lockedBuffer
	server.Stderr = &log
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Kill() // it may have been killed already
		_ = server.Wait()
		if t.Failed() {
			t.Log(log.String())
		}
	})
	address := addressSaid(t, out)
	expectReady(t, address, http.StatusOK)
	base.Store(address)
	return server
}

func openFolder(t *testing.T, dataDir string) *database {
	t.Helper()

	env := &environment{dataDir: dataDir, log: slog.New(slog.DiscardHandler)}
	db, err := env.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.close(env.log) })
	return db
}

// writeCampaign puts a brand's campaign and creators into the folder's running database.
func writeCampaign(t *testing.T, dataDir string) {
	t.Helper()

	err := openFolder(t, dataDir).Write(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Run(ctx, graph.Statement{Text: `CREATE (:Brand {key: 'dior'})-[:RAN]->(:Campaign {key: 'spring'})
			WITH * UNWIND range(0, $creators - 1) AS number
			CREATE (:Creator {key: 'c-' + number, name: 'c-' + number, number: number})`,
			Params: map[string]any{"creators": writers * writes}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// recordUntilAcknowledged records one creator's participation, the same request as often as it takes.
func recordUntilAcknowledged(t *testing.T, base *atomic.Value, creator int) {
	t.Helper()

	name := fmt.Sprint("c-", creator)
	body, err := json.Marshal(map[string]any{
		"query": `mutation($in: RecordParticipationInput!) { recordParticipation(input: $in) { participation { fee } userErrors { message } } }`,
		"variables": map[string]any{"in": map[string]any{"clientMutationId": name, "fee": 1000 + creator,
			"campaign": compile.ID("Campaign", "spring"), "creator": compile.ID("Creator", name)}}})
	if err != nil {
		t.Error(err)
		return
	}
	acknowledgement := fmt.Sprintf(`{"data":{"recordParticipation":{"participation":{"fee":%d},"userErrors":[]}}}`, 1000+creator)
	client := http.Client{Timeout: 2 * killTimeLimit}
	var last string
	for begun := time.Now(); time.Since(begun) < 2*killPatience; time.Sleep(50 * time.Millisecond) {
		address, _ := base.Load().(string)
		response, err := client.Post(address+"/graphql", "application/json", strings.NewReader(string(body)))
		if err != nil {
			last = err.Error()
			continue
		}
		answer, err := io.ReadAll(response.Body)
		response.Body.Close()
		if last = fmt.Sprint(string(answer), err); strings.TrimSpace(string(answer)) == acknowledgement {
			return
		}
	}
	t.Errorf("creator %d was never recorded; the last answer: %s", creator, last)
}

func awaitCount(t *testing.T, count *atomic.Int64, least int) {
	t.Helper()

	for begun := time.Now(); count.Load() < int64(least); time.Sleep(10 * time.Millisecond) {
		if time.Since(begun) > killPatience {
			t.Fatalf("%d of %d were acknowledged", count.Load(), least)
		}
	}
}
