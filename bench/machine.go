package main

import (
	"bufio"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// machine is what the figures were had on and with.
type machine struct {
	Cores    int
	CPU      string
	Memory   string
	Kernel   string
	Load     string // when the run began
	Commit   string
	Versions []version
}

type version struct{ Name, Version string }

// describeMachine reads what the machine and the running servers say of themselves.
func describeMachine(c config, r *running) (machine, error) {
	m := machine{
		Cores: runtime.NumCPU(), CPU: field("/proc/cpuinfo", "model name"), Memory: memory(),
		Kernel: line("/proc/sys/kernel/osrelease"), Load: line("/proc/loadavg"), Commit: commit(),
	}
	driver, err := driverVersion(filepath.Join(c.work, "handwritten"))
	if err != nil {
		return m, err
	}
	m.Versions = []version{
		{"Go", strings.TrimPrefix(runtime.Version(), "go")},
		{"neo4j-go-driver", driver},
		{"Neo4j Community", line(filepath.Join(c.dataDir, "version"))},
		{"Java", java(r.database)},
		{"Node", strings.TrimPrefix(output("node", "--version"), "v")},
	}
	for _, name := range []string{"@neo4j/graphql", "graphql-yoga", "graphql", "neo4j-driver"} {
		raw, err := os.ReadFile(filepath.Join(peerFolder, "node_modules", name, "package.json"))
		if err != nil {
			return m, err
		}
		var p struct{ Version string }
		if err := json.Unmarshal(raw, &p); err != nil {
			return m, fmt.Errorf("%s: %w", name, err)
		}
		m.Versions = append(m.Versions, version{name, p.Version})
	}
	return m, nil
}

// driverVersion reads from a program which driver it was built with.
func driverVersion(program string) (string, error) {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return "", err
	}
	for _, d := range info.Deps {
		if strings.HasPrefix(d.Path, "github.com/neo4j/neo4j-go-driver/") {
			return strings.TrimPrefix(d.Version, "v"), nil
		}
	}
	return "", fmt.Errorf("%s is built with no driver", program)
}

func memory() string {
	var kB int64
	if _, err := fmt.Sscan(field("/proc/meminfo", "MemTotal"), &kB); err != nil {
		return "unknown"
	}
	return fmt.Sprintf("%.0f GiB", float64(kB)/(1<<20))
}

// java gives the version of the Java that runs a process, from the file beside it.
func java(pid int) string {
	exe, err := os.Readlink(fmt.Sprintf("/proc/%d/exe", pid))
	if err != nil {
		return "unknown"
	}
	raw, err := os.ReadFile(filepath.Join(filepath.Dir(filepath.Dir(exe)), "release"))
	if err != nil {
		return "unknown"
	}
	_, rest, _ := strings.Cut(string(raw), `JAVA_VERSION="`)
	v, _, _ := strings.Cut(rest, `"`)
	return or(v, "unknown")
}

// commit names what was measured, "and changes" if the tree was not clean.
func commit() string {
	id := output("git", "rev-parse", "--short", "HEAD")
	if output("git", "status", "--porcelain", "--untracked-files=no") != "" {
		id += " and changes"
	}
	return id
}

func output(name string, args ...string) string {
	raw, err := exec.Command(name, args...).Output()
	if err != nil {
		return "unknown"
	}
	return strings.TrimSpace(string(raw))
}

// field gives what a file says after a name and a colon, the first time.
func field(path, name string) string {
	file, err := os.Open(path)
	if err != nil {
		return "unknown"
	}
	defer func() { _ = file.Close() }()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if key, v, ok := strings.Cut(lines.Text(), ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(v)
		}
	}
	return "unknown"
}

func line(path string) string {
	raw, err := os.ReadFile(path)
	if err != nil {
		return "unknown"
	}
	return strings.TrimSpace(string(raw))
}
