package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/load"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// importOffline brings a data set into the embedded database, which must be empty, while that is
// not running; then it starts it for the migrations and the totals.
func importOffline(
	ctx context.Context, env *environment, set *dataset.Set, opts load.Options,
) (load.Report, error) {
	report, err := loadOffline(ctx, env, set, opts)
	if err != nil {
		return report, err
	}
	began := time.Now()
	db, err := env.openReady(ctx)
	if err != nil {
		return report, err
	}
	defer db.close(env.log)
	err = load.Totals(ctx, db.Store, time.Now().UTC())
	report.Took += time.Since(began)
	return report, err
}

// loadOffline is importOffline without what a start of the database completes.
func loadOffline(
	ctx context.Context, env *environment, set *dataset.Set, opts load.Options,
) (load.Report, error) {
	if env.uri != "" {
		return load.Report{}, fmt.Errorf("--offline is for the embedded database, not for %s; "+
			"leave one of the two out; %w", env.uri, errUsage)
	}
	if err := os.MkdirAll(env.dataDir, 0o700); err != nil {
		return load.Report{}, err
	}
	begun := filepath.Join(env.dataDir, "offline-import")
	overwrite, err := replaceable(ctx, env, begun)
	if err != nil {
		return load.Report{}, err
	}
	// A store that the importer did not finish cannot be started; the next attempt finds this file
	// and replaces it.
	if err := os.WriteFile(begun, []byte(time.Now().UTC().Format(time.RFC3339)+"\n"), 0o600); err != nil {
		return load.Report{}, err
	}
	admin := func(ctx context.Context, onLine func(string), args ...string) error {
		return neo4jd.Admin(ctx, env.embedded(), onLine, args...)
	}
	report, err := load.Offline(ctx, set, admin, load.OfflineOptions{Options: opts, Dir: env.dataDir,
		Overwrite: overwrite, Log: func(line string) { env.log.Debug("neo4j-admin", "line", line) }})
	if err != nil && !errors.Is(err, load.ErrRefused) {
		return report, err
	}
	return report, errors.Join(err, os.Remove(begun))
}

// replaceable says whether there is a store to be replaced: an empty one, or one that an importer
// did not finish. A store that holds something is an error.
func replaceable(ctx context.Context, env *environment, begun string) (bool, error) {
	if _, err := os.Stat(begun); err == nil {
		return true, nil
	}
	if _, err := os.Stat(filepath.Join(env.dataDir, "data", "databases", "neo4j")); err != nil {
		return false, nil // nothing is there yet
	}
	db, err := env.openReady(ctx)
	if err != nil {
		return false, err
	}
	defer db.close(env.log)
	rows, err := db.Read(ctx, graph.Statement{Text: statements.Text("load/empty")})
	if err != nil {
		return false, err
	}
	if rows[0]["empty"] != true {
		return false, fmt.Errorf("the database in %s is not empty; import without --offline, "+
			"or name another --data-dir", env.dataDir)
	}
	return true, nil
}
