package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// config is what a run was asked to do.
type config struct {
	Quick       bool
	Creators    int            // of the market that is made when dataDir is empty
	dataDir     string         // an existing database, or empty to make one in work
	large       string         // the database of a larger market to compare with; empty for none
	work        string         // where made data, logs and samples go
	binary      string         // our server
	out         string         // the report
	cases       *regexp.Regexp // which cases to run
	Rounds      int
	run         time.Duration // of one server in one round
	Connections int
	processes   int // of the Node peer
	command     string
	profile     string   // a file to write where our server's time goes to, instead of timing anything
	flat        []string // databases of several sizes to show the cases' hits of, instead of timing anything
	serve       []string // more arguments of our server
	crowd       string   // host:port of a server that runs, to write to one campaign from many clients, instead of all else
	live        []string // host:port of replicas that run, to follow and write to campaigns, instead of all else
	subscribers int      // of live
	writes      int      // a second, of live
	recall      int      // seeds to measure the recall of lookalikes with, instead of timing anything
}

// parse reads the command line; what it leaves open depends on whether the run is quick.
func parse(args []string) (config, error) {
	c := config{command: "go run ./bench"}
	var only, flat, replicas string
	var seconds float64
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.BoolVar(&c.Quick, "quick", false, "20,000 creators with short series, fewer and shorter runs")
	flags.IntVar(&c.Creators, "creators", 0, "creators of the market (default 100,000; 20,000 when quick)")
	flags.StringVar(&c.dataDir, "data-dir", "", "an existing database, instead of making one")
	flags.StringVar(&c.large, "large", "", "the database of a larger market, which ours is asked about in turn")
	flags.StringVar(&c.work, "work", filepath.Join("bench", ".data"), "folder for made data, logs and samples")
	flags.StringVar(&c.binary, "binary", filepath.Join("bin", "creatorgraph"), "our server")
	flags.StringVar(&c.out, "out", "", "the report (default docs/benchmarks.md; in work when quick or of some cases)")
	flags.StringVar(&only, "cases", everyCase, "which cases, as a regular expression")
	flags.IntVar(&c.Rounds, "rounds", 0, "times that each server is run in turn (default 7; 3 when quick)")
	flags.Float64Var(&seconds, "seconds", 0, "how long each run is (default 3; 0.5 when quick)")
	flags.IntVar(&c.Connections, "connections", 16, "connections, each asking again as soon as it is answered")
	flags.IntVar(&c.processes, "peer-processes", 1, "processes of the Node peer, sharing its port")
	flags.StringVar(&c.profile, "profile", "", "write where our server's time goes in the nested question to a file, and time nothing else")
	flags.StringVar(&flat, "flat", "", "databases of several sizes, with commas: show how often each case reads the store, and time nothing")
	flags.StringVar(&c.crowd, "crowd", "", "host:port of a server that runs: show how many writes a second one campaign takes, and time nothing else; it changes the graph")
	flags.StringVar(&replicas, "live", "", "host:port of replicas that run, with commas: show how late subscribers have the final totals, and time nothing else; it changes the graph")
	flags.IntVar(&c.subscribers, "subscribers", 1000, "subscribers of -live")
	flags.IntVar(&c.writes, "writes", 500, "writes a second of -live")
	flags.IntVar(&c.recall, "recall", 0, "seeds, such as 1000: show how many of the most alike lookalikes find, and time nothing else")
	if err := flags.Parse(args); err != nil {
		return c, err
	}
	flags.Visit(func(f *flag.Flag) { c.command += fmt.Sprintf(" -%s=%s", f.Name, f.Value) })
	if c.Quick {
		c.Creators, c.Rounds, seconds = or(c.Creators, 20_000), or(c.Rounds, 3), or(seconds, 0.5)
	}
	c.Creators, c.Rounds, seconds = or(c.Creators, 100_000), or(c.Rounds, 7), or(seconds, 3)
	c.run = time.Duration(seconds * float64(time.Second))
	if flat != "" {
		c.flat = strings.Split(flat, ",")
	}
	if replicas != "" {
		c.live = strings.Split(replicas, ",")
	}
	var err error
	if c.cases, err = regexp.Compile(only); err != nil {
		return c, fmt.Errorf("-cases %q: %w", only, err)
	}
	c.out = or(c.out, reportPath(c, only))
	if c.Rounds < 1 || c.run <= 0 || c.Connections < 1 || c.processes < 1 || c.subscribers < 1 || c.writes < 1 {
		return c, fmt.Errorf("-rounds, -seconds, -connections, -peer-processes, -subscribers and -writes must be above zero")
	}
	return c, os.MkdirAll(c.work, 0o755)
}

// everyCase fits the name of each case.
const everyCase = "."

// reportPath is the committed report only for a run that is fit to be quoted.
func reportPath(c config, only string) string {
	if c.Quick || only != everyCase {
		return filepath.Join(c.work, "benchmarks.md")
	}
	return filepath.Join("docs", "benchmarks.md")
}

// clients is over how many connections a case is asked.
func (c config) clients(q question) int { return or(q.Clients, c.Connections) }

func or[T comparable](value, otherwise T) T {
	var zero T
	if value == zero {
		return otherwise
	}
	return value
}
