package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// errMissing is doctor's exit when something keeps the database from starting; the report says what.
var errMissing = errors.New("something is missing; see above")

func doctorCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Tell what is here and what is missing",
		Long: `Looks at what the database needs, changes nothing, and tells for each thing that is missing what to do.
For the embedded database: Java, the Neo4j jars with their sums, Maven, the data folder, a free port and
who is running it. With --neo4j-uri: whether that Neo4j answers. It fails when something is missing.`,
		Example: "  creatorgraph doctor --data-dir data",
		Args:    cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			return writeFindings(command.OutOrStdout(), env.findings(command.Context()))
		},
	}
}

// findings is the embedded database's state, or that of the Neo4j the flags name instead.
func (e *environment) findings(ctx context.Context) []neo4jd.Finding {
	findings := []neo4jd.Finding{{Subject: "creatorgraph", OK: true, Detail: buildVersion()}}
	if e.uri == "" {
		return append(findings, neo4jd.Inspect(ctx, e.embedded())...)
	}
	finding := neo4jd.Finding{Subject: "Neo4j at " + e.uri, OK: true, Detail: "answers"}
	if err := e.verify(ctx); err != nil {
		finding.OK, finding.Detail = false, err.Error()
		finding.Remedy = "check --neo4j-uri, --neo4j-user and NEO4J_PASSWORD, and that this Neo4j is running"
	}
	return append(findings, finding)
}

// verify asks the Neo4j the flags name, once.
func (e *environment) verify(ctx context.Context) error {
	db, err := e.open(ctx)
	if err != nil {
		return err
	}
	defer db.close(e.log)
	return db.Verify(ctx)
}

func writeFindings(out io.Writer, findings []neo4jd.Finding) error {
	missing := false
	for _, finding := range findings {
		mark := "ok     "
		if !finding.OK {
			mark, missing = "MISSING", true
		}
		fmt.Fprintf(out, "%s  %s: %s\n", mark, finding.Subject, finding.Detail)
		if finding.Remedy != "" {
			fmt.Fprintf(out, "         → %s\n", finding.Remedy)
		}
	}
	if missing {
		return errMissing
	}
	return nil
}

// buildVersion is the module's version as it was built, and for which machine.
func buildVersion() string {
	version := "(unknown version)"
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
	}
	return fmt.Sprintf("%s, %s, %s/%s", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
