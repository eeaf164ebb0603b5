package neo4jd

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Finding is one thing Inspect has looked at.
type Finding struct {
	Subject string // such as "Java"
	OK      bool   // false only for what keeps the database from starting
	Detail  string // what is here
	Remedy  string // what to do; "" when OK
}

// Inspect looks at all that the embedded database needs, changing nothing but a probe file in the data
// folder, and reports them in the order in which a start needs them. It reads every jar (a second or two).
func Inspect(ctx context.Context, cfg Config) []Finding {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return []Finding{failed("configuration", err)}
	}
	java, javaFinding := inspectJava(ctx, cfg)
	jars := newCache(cfg, java)
	cacheFinding, needsMaven := inspectCache(jars)
	return []Finding{
		javaFinding,
		cacheFinding,
		inspectMaven(jars.maven, needsMaven),
		inspectDataDir(cfg.DataDir),
		inspectPort(),
		inspectRunning(ctx, cfg),
	}
}

// failed is the finding for an error, its remedy apart when it has one.
func failed(subject string, err error) Finding {
	finding := Finding{Subject: subject, Detail: err.Error()}
	var mine *Error
	if errors.As(err, &mine) {
		finding.Detail = (&Error{What: mine.What, Cause: mine.Cause}).Error()
		finding.Remedy = mine.Remedy
	}
	return finding
}

func inspectJava(ctx context.Context, cfg Config) (Java, Finding) {
	java, err := chooseJava(ctx, cfg.Java)
	if err != nil {
		return java, failed("Java", err)
	}
	return java, Finding{Subject: "Java", OK: true, Detail: java.String()}
}

// inspectCache reports, besides, whether the next start has to fetch the jars. A cache that is empty or
// visibly broken is no fault, since that start mends it; a sum that is wrong is one.
func inspectCache(jars cache) (finding Finding, fetch bool) {
	finding = Finding{Subject: "Neo4j " + Version + " and Graph Data Science " + GDSVersion}
	listed, err := parseJars(jarList)
	if err != nil {
		return failed(finding.Subject, err), true
	}
	if _, err := os.Stat(jars.folder); errors.Is(err, fs.ErrNotExist) {
		finding.OK, finding.Detail = true, "not fetched yet; the first start does, into "+jars.folder
		return finding, true
	}
	if flaw := compareSizes(jars.folder, listed); flaw != "" {
		finding.OK, finding.Detail = true, jars.folder+": "+flaw+"; the next start fetches the jars again"
		return finding, true
	}
	if flaw := compareSums(jars.folder, listed); flaw != "" {
		finding.Detail = jars.folder + ": " + flaw
		finding.Remedy = "delete that folder; the next start fetches the jars again"
		return finding, true
	}
	finding.OK, finding.Detail = true, fmt.Sprintf("%d jars in %s, all sums right", len(listed), jars.folder)
	return finding, false
}

// inspectMaven misses Maven only when there is something to fetch.
func inspectMaven(m maven, needed bool) Finding {
	found, err := m.find()
	switch {
	case err == nil:
		return Finding{Subject: "Maven", OK: true, Detail: found}
	case !needed:
		return Finding{Subject: "Maven", OK: true, Detail: "not found, and not needed: the jars are here"}
	}
	return failed("Maven", err)
}

// inspectDataDir looks at the folder or, before the first start, at the nearest folder above it.
func inspectDataDir(dataDir string) Finding {
	const subject = "data folder"
	folder, err := existingFolder(dataDir)
	if err != nil {
		return failed(subject, unwritable(dataDir, err))
	}
	if err := checkFolder(folder, dataDir); err != nil {
		return failed(subject, err)
	}
	detail := dataDir
	if folder != dataDir {
		detail += ", made by the first start"
	}
	if free, err := freeBytes(folder); err == nil {
		detail += fmt.Sprintf(", %d MB free", free>>20)
	}
	return Finding{Subject: subject, OK: true, Detail: detail}
}

// existingFolder gives a folder, or the nearest above it that exists.
func existingFolder(folder string) (string, error) {
	for {
		info, err := os.Stat(folder)
		switch {
		case err == nil && !info.IsDir():
			return "", fmt.Errorf("%s is a file", folder)
		case err == nil:
			return folder, nil
		case !errors.Is(err, fs.ErrNotExist) || folder == filepath.Dir(folder):
			return "", err
		}
		folder = filepath.Dir(folder)
	}
}

// checkFolder checks that an existing folder can hold the data folder, and that this Neo4j can open its store.
func checkFolder(folder, dataDir string) error {
	if err := probe(folder); err != nil {
		return unwritable(dataDir, err)
	}
	if err := checkFree(folder, minFree); err != nil {
		return err
	}
	return checkVersion(dataDir)
}

func inspectPort() Finding {
	port, err := freePort(0)
	if err != nil {
		return failed("loopback port", &Error{What: "none free on 127.0.0.1", Cause: err, Remedy: noPortRemedy})
	}
	return Finding{Subject: "loopback port", OK: true, Detail: fmt.Sprintf("127.0.0.1:%d can be bound", port)}
}

// inspectRunning reports who owns the data folder, and whether the database answers.
func inspectRunning(ctx context.Context, cfg Config) Finding {
	const subject = "running database"
	if !isLocked(cfg.DataDir) {
		return Finding{Subject: subject, OK: true, Detail: "none on this data folder"}
	}
	holder := readHolder(cfg.DataDir)
	a, err := readEnv(cfg.DataDir)
	if err == nil {
		err = ping(ctx, a, cfg.DataDir)
	}
	if err != nil {
		reason, _, _ := strings.Cut(err.Error(), "\n")
		return Finding{
			Subject: subject,
			Detail:  fmt.Sprintf("held by %s, not answering: %s", holder, reason),
			Remedy:  "it may be starting or stopping; wait a minute, then stop that process",
		}
	}
	return Finding{Subject: subject, OK: true, Detail: fmt.Sprintf("%s, owned by %s", a.uri, holder)}
}
