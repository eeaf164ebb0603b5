package graph

import (
	"context"
	"fmt"
	"time"

	"github.com/creatorgraph/creatorgraph/graph/migrations"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// indexSeconds bounds the wait for indexes; 1,000,000 creators with vectors take some 100 s.
const indexSeconds = 600

// migrationTime bounds one statement of a migration: a constraint looks through all nodes of its label before it
// is there, which takes a busy machine longer than any question may.
const migrationTime = 30 * time.Minute

// before is what is done ahead of a file because Cypher cannot do it.
var before = map[string]func(s *Store, ctx context.Context) error{
	"0008_search": (*Store).Spell,
}

// Migrate brings the database to the shape this version needs. Each file is applied once, by one
// process at a time, and recorded; one that was interrupted is run again, since its statements may
// be. A file that was changed after it had been applied is an error naming it: the graph and the
// program disagree, and guessing would lose data.
func Migrate(ctx context.Context, s *Store) error {
	all, err := migrations.All()
	if err != nil {
		return err
	}
	return migrate(ctx, s.Patient(migrationTime), all)
}

func migrate(ctx context.Context, s *Store, all []migrations.Migration) error {
	pending, err := pendingMigrations(ctx, s, all)
	if err != nil || len(pending) == 0 {
		return err
	}
	lease, err := s.await(ctx, "migrations")
	if err != nil {
		return err
	}
	defer lease.GiveBack(context.WithoutCancel(ctx))
	ctx, stop := lease.Keep(ctx)
	defer stop()

	// Another replica may have done the work while this one waited.
	if pending, err = pendingMigrations(ctx, s, all); err != nil {
		return err
	}
	for _, m := range pending {
		if work := before[m.Name]; work != nil {
			if err := work(s, ctx); err != nil {
				return fmt.Errorf("before migration %s: %w", m.Name, err)
			}
		}
		if err := s.apply(ctx, m); err != nil {
			return fmt.Errorf("migration %s: %w", m.Name, err)
		}
		s.log.Info("migration applied", "name", m.Name)
	}
	return nil
}

func pendingMigrations(
	ctx context.Context, s *Store, all []migrations.Migration,
) ([]migrations.Migration, error) {
	rows, err := s.Read(ctx, Statement{Text: statements.Text("migration/applied")})
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	applied := map[string]Record{}
	for _, row := range rows {
		applied[fmt.Sprint(row["name"])] = row
	}
	var pending []migrations.Migration
	for _, m := range all {
		row, begun := applied[m.Name]
		if begun && row["checksum"] != m.Checksum {
			return nil, Errorf(Conflict, "use the version of creatorgraph that wrote this database "+
				"or a newer one, and never edit a migration that was released",
				"migration %s was applied with other contents", m.Name)
		}
		if !begun || row["finished"] != true {
			pending = append(pending, m)
		}
	}
	return pending, nil
}

func (s *Store) apply(ctx context.Context, m migrations.Migration) error {
	err := s.note(ctx, "migration/begin", map[string]any{"name": m.Name, "checksum": m.Checksum})
	if err != nil {
		return err
	}
	if err := s.dropOrphans(ctx, m); err != nil {
		return err
	}
	if err := s.applyStatements(ctx, m); err != nil {
		return err
	}
	await := Statement{
		Text: statements.Text("migration/await"), Params: map[string]any{"seconds": indexSeconds},
	}
	if _, err := s.Schema(ctx, await); err != nil {
		return err
	}
	return s.note(ctx, "migration/finish", map[string]any{"name": m.Name})
}

// dropOrphans removes what an interrupted run of a migration left behind: the database makes a constraint's index
// first, and keeps it when the constraint then fails, so that the constraint could never be made again.
func (s *Store) dropOrphans(ctx context.Context, m migrations.Migration) error {
	orphans, err := s.Read(ctx, Statement{Text: statements.Text("migration/orphans"),
		Params: map[string]any{"constraints": m.Constraints()}})
	if err != nil {
		return err
	}
	for _, orphan := range orphans {
		if _, err := s.Schema(ctx, Statement{Text: statements.Text("migration/drop_orphan"), Params: orphan}); err != nil {
			return fmt.Errorf("index %v: %w", orphan["name"], err)
		}
	}
	return nil
}

// applyStatements runs a file's statements: those that only make indexes and constraints in one
// transaction, which is several times faster than one each; others one by one, since the database
// does not let them share one.
func (s *Store) applyStatements(ctx context.Context, m migrations.Migration) error {
	if m.IsSchema() {
		return s.Write(ctx, func(ctx context.Context, tx Tx) error {
			for _, text := range m.Statements {
				if _, err := tx.Run(ctx, Statement{Text: text}); err != nil {
					return err
				}
			}
			return nil
		})
	}
	for _, text := range m.Statements {
		if _, err := s.Schema(ctx, Statement{Text: text}); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) note(ctx context.Context, name string, params map[string]any) error {
	return s.Write(ctx, func(ctx context.Context, tx Tx) error {
		_, err := tx.Run(ctx, Statement{Text: statements.Text(name), Params: params})
		return err
	})
}
