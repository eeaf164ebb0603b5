package graph

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph/migrations"
)

// within is a Store on the run's Neo4j, from inside the package.
func within(t *testing.T, c Config) *Store {
	t.Helper()

	if c.URI == "" {
		c.URI, c.User, c.Password = os.Getenv("NEO4J_URI"), os.Getenv("NEO4J_USER"), os.Getenv("NEO4J_PASSWORD")
	}
	s, err := Open(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(context.WithoutCancel(t.Context())) })
	return s
}

// trial is a migration of the test's own that counts how often it was run.
func trial(t *testing.T, s *Store) (migrations.Migration, func() int64) {
	t.Helper()

	name := fmt.Sprintf("trial_%d", time.Now().UnixNano())
	text := "MERGE (n:Trial {key: '" + name + "'})\nSET n.runs = coalesce(n.runs, 0) + 1;\n" +
		"MERGE (n:Trial {key: '" + name + "'})\nSET n.done = true;\n"
	t.Cleanup(func() {
		_, err := s.Schema(context.WithoutCancel(t.Context()), Statement{
			Text: "MATCH (n) WHERE n.key = $name DETACH DELETE n", Params: map[string]any{"name": name}})
		if err != nil {
			t.Error(err)
		}
	})
	return migrations.Parse(name, text), func() int64 {
		rows, err := s.Read(t.Context(), Statement{
			Text: "MATCH (n:Trial {key: $name}) RETURN n.runs AS runs", Params: map[string]any{"name": name}})
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) == 0 {
			return 0
		}
		runs, _ := rows[0]["runs"].(int64)
		return runs
	}
}

// Replicas that start together apply a migration once.
func TestMigrationsRunOnceAmongReplicas(t *testing.T) {
	t.Parallel()

	s := within(t, Config{})
	m, runs := trial(t, s)
	var group sync.WaitGroup
	for range 5 {
		group.Go(func() {
			if err := migrate(t.Context(), s, []migrations.Migration{m}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if n := runs(); n != 1 {
		t.Errorf("it was run %d times", n)
	}
}

// A constraint whose making was cut short has left its index behind: it is made all the same.
func TestIndexOfAnInterruptedConstraintIsReplaced(t *testing.T) {
	t.Parallel()

	s := within(t, Config{})
	name := fmt.Sprintf("trial_%d", time.Now().UnixNano())
	run := func(text string) {
		if _, err := s.Schema(context.WithoutCancel(t.Context()), Statement{Text: text}); err != nil {
			t.Error(err)
		}
	}
	run("CREATE INDEX " + name + " FOR (n:" + name + ") ON (n.key)")
	t.Cleanup(func() {
		run("DROP CONSTRAINT " + name + " IF EXISTS")
		run("MATCH (n:Migration {key: '" + name + "'}) DETACH DELETE n")
	})
	m := migrations.Parse(name, "CREATE CONSTRAINT "+name+" IF NOT EXISTS\nFOR (n:"+name+") REQUIRE n.key IS UNIQUE;\n")
	if err := migrate(t.Context(), s, []migrations.Migration{m}); err != nil {
		t.Fatal(err)
	}
	rows, err := s.Read(t.Context(), Statement{Text: "SHOW CONSTRAINTS YIELD name WHERE name = $name",
		Params: map[string]any{"name": name}})
	if err != nil || len(rows) != 1 {
		t.Errorf("constraints %v, %v", rows, err)
	}
}

// One that was begun and not finished is run to its end by the next start.
func TestHalfAppliedMigrationIsFinished(t *testing.T) {
	t.Parallel()

	s := within(t, Config{})
	m, runs := trial(t, s)
	err := s.note(t.Context(), "migration/begin", map[string]any{"name": m.Name, "checksum": m.Checksum})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := migrate(t.Context(), s, []migrations.Migration{m}); err != nil {
			t.Fatal(err)
		}
	}
	if n := runs(); n != 1 {
		t.Errorf("it was run %d times", n)
	}
}

// One whose text has changed since it was applied is refused by name, and not run.
func TestChangedMigrationIsRefused(t *testing.T) {
	t.Parallel()

	s := within(t, Config{})
	m, runs := trial(t, s)
	if err := migrate(t.Context(), s, []migrations.Migration{m}); err != nil {
		t.Fatal(err)
	}
	m.Checksum = "another"
	err := migrate(t.Context(), s, []migrations.Migration{m})
	if KindOf(err) != Conflict || !strings.Contains(err.Error(), m.Name) {
		t.Errorf("error %v", err)
	}
	if n := runs(); n != 1 {
		t.Errorf("it was run %d times", n)
	}
}

// Trouble with the database has a kind, a message without internals, and a remedy.
func TestTroubleHasAKind(t *testing.T) {
	t.Parallel()

	good := Config{URI: os.Getenv("NEO4J_URI"), User: os.Getenv("NEO4J_USER"), Password: os.Getenv("NEO4J_PASSWORD")}
	wrong, nobody, slow := good, good, good
	wrong.Password = "wrong"
	nobody.URI = "bolt://127.0.0.1:1"
	slow.Timeout = 300 * time.Millisecond
	for _, c := range []struct {
		name   string
		config Config
		text   string
		want   Kind
	}{
		{"a wrong password", wrong, "RETURN 1", Unauthorized},
		{"nobody there", nobody, "RETURN 1", Unavailable},
		{"a question without end", slow, "UNWIND range(1, 100000000000) AS i WITH i WHERE i % 2 = 3 RETURN count(i)", Timeout},
		{"a statement that is none", good, "MATCH (n RETURN n", Internal},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()

			s := within(t, c.config)
			_, err := s.Read(t.Context(), Statement{Text: c.text})
			var ours *Error
			if !errors.As(err, &ours) || ours.Kind != c.want {
				t.Fatalf("error %v", err)
			}
			if strings.Contains(ours.Message(), "Neo.") || strings.Contains(ours.Message(), "127.0.0.1:1") {
				t.Errorf("the message tells internals: %s", ours.Message())
			}
		})
	}
}
