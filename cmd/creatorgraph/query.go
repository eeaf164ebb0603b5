package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/export/table"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/queries"
	"github.com/creatorgraph/creatorgraph/resolvers"
	"github.com/creatorgraph/creatorgraph/schema"
)

// queryFlags are the flags of query as they were typed.
type queryFlags struct {
	api     apiFlags
	vars    []string
	format  string
	out     string
	bom     bool
	rows    string
	limit   int
	timeout time.Duration
	explain bool
	list    bool
}

// formats writes a table in each of the ways there are.
var formats = map[string]func(table.Table, io.Writer) error{
	"table": table.Table.Text, "json": table.Table.JSON, "csv": table.Table.CSV, "parquet": table.Table.Parquet,
	"xlsx": table.Table.XLSX,
}

// subgraphs are the formats of GraphQL answers that hold nodes and edges.
var subgraphs = []string{"graphml", "gexf"}

func queryCommand(env *environment) *cobra.Command {
	var flags queryFlags
	command := &cobra.Command{
		Use:   "query FILE|NAME",
		Short: "Ask a file of GraphQL or Cypher, or a saved query, and show or save the answer as a table",
		Long: `Asks a .graphql or .cypher file, or a saved query by its name, and writes the answer as a table: for people,
or as JSON, CSV, Parquet or a workbook of Excel; nodes and edges of a neighbourhood or of paths also as GraphML or GEXF. Cypher may only read. A GraphQL answer becomes the rows of its one list, nested
objects become columns such as agency.name; of several lists --rows names one. --list shows the saved
queries, those that hold some words if any are given.`,
		Example: `  creatorgraph query --list competitors
  creatorgraph query strategist/tier_mix --var industry=食品饮料
  creatorgraph query mine.cypher --var 'keys=["cr-000001"]' --format parquet --out rows.parquet`,
		RunE: func(command *cobra.Command, args []string) error {
			if err := flags.check(args); err != nil {
				return err
			}
			if flags.list {
				return flags.show(command, strings.Join(args, " "))
			}
			return flags.run(command, env, args[0])
		},
	}
	on := command.Flags()
	flags.api.define(on)
	on.StringArrayVar(&flags.vars, "var", nil, "a parameter as name=value, of the type the question declares, else read as JSON and as text where it is none; may be given again")
	on.StringVar(&flags.format, "format", "table", "table, json, csv, xlsx or parquet; graphml or gexf for nodes and edges")
	on.BoolVar(&flags.bom, "bom", false, "begin a CSV with a byte order mark, without which Excel shows Chinese as garbage")
	on.StringVar(&flags.out, "out", "", "the file to write (default: standard output)")
	on.StringVar(&flags.rows, "rows", "", "the list of a GraphQL answer that the rows are, such as brand.campaigns.nodes")
	on.IntVar(&flags.limit, "limit", 10_000, "rows at most")
	on.DurationVar(&flags.timeout, "timeout", time.Minute, "how long it may take")
	on.BoolVar(&flags.explain, "explain", false, "show the statements behind it on standard error: Cypher, parameters, plan, dbHits")
	on.BoolVar(&flags.list, "list", false, "list saved queries instead")
	return command
}

func (f *queryFlags) check(args []string) error {
	switch {
	case !f.list && len(args) != 1:
		return fmt.Errorf("name one file or saved query; --list shows those there are; %w", errUsage)
	case formats[f.format] == nil && !slices.Contains(subgraphs, f.format):
		return fmt.Errorf("--format %q; give table, json, csv, xlsx, parquet, graphml or gexf; %w", f.format, errUsage)
	case f.bom && f.format != "csv":
		return fmt.Errorf("--bom is of CSV alone; leave it out, or give --format csv; %w", errUsage)
	case f.limit < 1 || f.timeout <= 0:
		return fmt.Errorf("--limit and --timeout must be above zero; %w", errUsage)
	}
	return nil
}

// show lists saved queries.
func (f *queryFlags) show(command *cobra.Command, text string) error {
	m, err := mapping.Load(schema.Files)
	if err != nil {
		return err
	}
	set, err := f.api.saved(m.Schema)
	if err != nil {
		return err
	}
	t := table.Table{Columns: []table.Column{{Name: "name"}, {Name: "for"}, {Name: "asks"}, {Name: "with"}}}
	for _, q := range set.Find(text) {
		var params []string
		for _, p := range q.Parameters {
			mark := ""
			if p.Required() {
				mark = "!"
			}
			params = append(params, p.Name+mark)
		}
		t.Rows = append(t.Rows, []any{q.Name, q.Audience, q.Title, strings.Join(params, " ")})
	}
	return f.save(command, f.writing(t))
}

func (f *queryFlags) run(command *cobra.Command, env *environment, name string) error {
	ctx, cancel := context.WithTimeout(command.Context(), f.timeout+time.Minute) // a database may have to start
	defer cancel()
	q, values, err := f.question(name)
	if err != nil {
		return err
	}
	db, err := env.openReady(ctx)
	if err != nil {
		return err
	}
	defer db.close(env.log)
	// Everything of one process's memory: it is asked by its owner.
	api, err := f.api.open(db.Store, resolvers.Asking{Time: f.timeout, Bytes: 512 << 20}, env.log)
	if err != nil {
		return err
	}
	ctx, cancel = context.WithTimeout(ctx, f.timeout)
	defer cancel()
	ctx, explained := f.explained(ctx)
	err = f.answer(ctx, command, api, q, values)
	if explained != nil {
		write(command.ErrOrStderr(), explained)
	}
	return err
}

func (f *queryFlags) explained(ctx context.Context) (context.Context, *resolvers.Explained) {
	if !f.explain {
		return ctx, nil
	}
	return resolvers.WithExplained(ctx)
}

// write shows what ran to people.
func write(w io.Writer, e *resolvers.Explained) {
	for i, st := range e.Statements {
		fmt.Fprintf(w, "-- statement %d of %d: %d rows, %d db hits\n%s\n%s\n%s\n",
			i+1, len(e.Statements), st.Rows, st.DBHits, st.Params, strings.TrimSpace(st.Text), st.Plan)
	}
}

// question finds the file or saved query and reads the values it is asked with.
func (f *queryFlags) question(name string) (queries.Query, map[string]any, error) {
	m, err := mapping.Load(schema.Files)
	if err != nil {
		return queries.Query{}, nil, err
	}
	q, err := f.find(m.Schema, name)
	if err != nil {
		return q, nil, err
	}
	if f.rows != "" {
		q.Rows = f.rows
	}
	values, err := f.values(q)
	if err != nil {
		return q, nil, err
	}
	_, err = q.Bind(values) // before a database is started for it
	return q, values, err
}

// find gives the saved query of a name, or the query in a file.
func (f *queryFlags) find(schema *ast.Schema, name string) (queries.Query, error) {
	set, err := f.api.saved(schema)
	if err != nil {
		return queries.Query{}, err
	}
	if q, known := set.Named(name); known {
		return q, nil
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		return queries.Query{}, fmt.Errorf("%q is neither a file nor a saved query; see query --list%s; %w", name,
			like(set.Suggestions(name)), errUsage)
	}
	return queries.Open(schema, name, string(raw))
}

// values reads --var name=value.
func (f *queryFlags) values(q queries.Query) (map[string]any, error) {
	values := map[string]any{}
	for _, v := range f.vars {
		key, text, ok := strings.Cut(v, "=")
		if !ok || key == "" {
			return nil, fmt.Errorf("--var %q; give name=value; %w", v, errUsage)
		}
		values[key] = q.Parse(key, text)
	}
	return values, nil
}

func like(near []string) string {
	if len(near) == 0 {
		return ""
	}
	return ", such as " + strings.Join(near, ", ")
}
