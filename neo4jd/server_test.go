package neo4jd_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// ask runs one statement and gives its only value.
func ask(t *testing.T, server *neo4jd.Server, statement string) any {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(server.URI(), neo4j.BasicAuth(server.User(), server.Password(), ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(t.Context())
	result, err := neo4j.ExecuteQuery(t.Context(), driver, statement, nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	if len(result.Records) == 0 {
		return nil
	}
	return result.Records[0].Values[0]
}

// The embedded database is Neo4j with everything creatorgraph asks of it.
func TestServerHasWhatCreatorgraphNeeds(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		statement string
		want      any
	}{
		"the version named": {
			"CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]", neo4jd.Version,
		},
		"Graph Data Science": {"RETURN gds.version()", neo4jd.GDSVersion},
		"FastRP": {
			"SHOW PROCEDURES YIELD name WHERE name = 'gds.fastRP.write' RETURN name", "gds.fastRP.write",
		},
		"the cjk analyzer": {
			"CALL db.index.fulltext.listAvailableAnalyzers() YIELD analyzer WHERE analyzer = 'cjk' RETURN analyzer", "cjk",
		},
		"no HTTP": {
			"SHOW SETTINGS 'server.http.enabled' YIELD value RETURN value", "false",
		},
		"strict settings": {
			"SHOW SETTINGS 'server.config.strict_validation.enabled' YIELD value RETURN value", "true",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			if got := ask(t, sharedDatabase(t), c.statement); got != c.want {
				t.Errorf("%s: got %v, want %v", c.statement, got, c.want)
			}
		})
	}
}

// Vector search with a filter inside the index, and Chinese full text, work on the graph as built.
func TestServerSearches(t *testing.T) {
	t.Parallel()

	server := sharedDatabase(t)
	for _, statement := range []string{
		"CYPHER 25 CREATE VECTOR INDEX made IF NOT EXISTS FOR (c:Made) ON c.embedding WITH [c.followers] " +
			"OPTIONS {indexConfig: {`vector.dimensions`: 2, `vector.similarity_function`: 'cosine'}}",
		"CREATE FULLTEXT INDEX named IF NOT EXISTS FOR (c:Made) ON EACH [c.name] " +
			"OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}",
		"CREATE (:Made {name: '美妆达人', followers: 10, embedding: [1.0, 0.0]}), " +
			"(:Made {name: '旅行', followers: 1, embedding: [1.0, 0.1]})",
		"CALL db.awaitIndexes()",
		"CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()",
	} {
		ask(t, server, statement)
	}
	got := []any{
		ask(t, server, "CYPHER 25 MATCH (c:Made) SEARCH c IN (VECTOR INDEX made FOR [1.0, 0.1] "+
			"WHERE c.followers > 5 LIMIT 2) RETURN collect(c.name)"),
		ask(t, server, "CALL db.index.fulltext.queryNodes('named', '旅行') YIELD node RETURN collect(node.name)"),
	}
	want := []any{[]any{"美妆达人"}, []any{"旅行"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
}

// What could give the password away is for its owner's eyes only.
func TestSecretsAreTheOwnersOnly(t *testing.T) {
	t.Parallel()

	server := sharedDatabase(t)
	for _, file := range []string{"password", "neo4j.env", "data/dbms/auth.ini", "conf/neo4j.conf"} {
		info, err := os.Stat(filepath.Join(server.DataDir(), file))
		if err != nil {
			t.Error(err)
			continue
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v, want 0600", file, info.Mode().Perm())
		}
	}
	env, err := os.ReadFile(filepath.Join(server.DataDir(), "neo4j.env"))
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Join(server.Env(), "\n") + "\n"; string(env) != want {
		t.Errorf("neo4j.env is %q, want %q", env, want)
	}
}

// A password not made for this folder does not open it.
func TestWrongPasswordIsRefused(t *testing.T) {
	t.Parallel()

	server := sharedDatabase(t)
	driver, err := neo4j.NewDriverWithContext(server.URI(), neo4j.BasicAuth(neo4jd.User, "guess", ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(t.Context())
	var refused *neo4j.Neo4jError
	if err := driver.VerifyAuthentication(t.Context(), nil); err == nil {
		t.Error("the wrong password was taken")
	} else if errors.As(err, &refused) && !refused.IsAuthenticationFailed() {
		t.Errorf("got %v, want an authentication failure", err)
	}
}

// While one process owns the folder, a second start is refused by the holder's name, and Open joins.
func TestSecondProcessJoins(t *testing.T) {
	t.Parallel()

	server := sharedDatabase(t)
	_, err := neo4jd.Start(t.Context(), small(server.DataDir()))
	var held *neo4jd.HeldError
	if !errors.As(err, &held) || held.Holder.PID != os.Getpid() {
		t.Errorf("a second start gave %v, want a HeldError naming process %d", err, os.Getpid())
	}
	if err := neo4jd.Admin(t.Context(), small(server.DataDir()), func(string) {}, "--version"); !errors.As(err, &held) {
		t.Errorf("neo4j-admin on a running database gave %v, want a HeldError", err)
	}
	got := startOther(t, "asker", server.DataDir()).expect(t, "open ")
	if want := "owned=false uri=" + server.URI(); got != want {
		t.Errorf("the other process got %q, want %q", got, want)
	}
}

// What was imported offline before the first start, and what was written after it, is there after a stop
// and a second start; while stopped, there is nothing to join.
func TestDataStaysBetweenStarts(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	importCreator(t, dir)
	first := start(t, dir)
	ask(t, first, "MATCH (c:Creator) CREATE (:Kept {name: c.name + ' 留下'})")
	if err := first.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := first.Err(); err != nil {
		t.Errorf("after Stop, Err gives %v", err)
	}
	if _, err := neo4jd.Join(t.Context(), dir); !errors.Is(err, neo4jd.ErrNotRunning) {
		t.Errorf("joining a stopped database gave %v, want ErrNotRunning", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "neo4j.env")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("neo4j.env after Stop: %v, want it gone", err)
	}
	if got := ask(t, start(t, dir), "MATCH (k:Kept) RETURN k.name"); got != "小红 留下" {
		t.Errorf("after the second start: %v", got)
	}
}

// importCreator imports one creator offline.
func importCreator(t *testing.T, dir string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "creators.csv")
	if err := os.WriteFile(file, []byte("key:ID,name\nc-1,小红\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var report []string
	err := neo4jd.Admin(t.Context(), small(dir), func(line string) { report = append(report, line) },
		"database", "import", "full", "neo4j", "--nodes=Creator="+file)
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.Join(report, "\n"); !strings.Contains(text, "1 nodes") {
		t.Errorf("the importer's report was not handed on:\n%s", text)
	}
}

// start is a database of the test's own.
func start(t *testing.T, dir string) *neo4jd.Server {
	t.Helper()
	server, err := neo4jd.Start(t.Context(), small(dir))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Stop(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return server
}
