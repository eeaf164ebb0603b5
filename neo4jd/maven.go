package neo4jd

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// maven is the client that resolves artifacts, with the user's own settings, mirrors and proxies.
type maven struct {
	command  string   // path; "" searches PATH
	javaHome string   // the Java it runs on
	args     []string // before the goal, as a test needs them
}

// find gives the client's path.
func (m maven) find() (string, error) {
	name := m.command
	if name == "" {
		name = "mvn"
	}
	found, err := exec.LookPath(name)
	if err != nil {
		return "", &Error{
			What: "Neo4j has not been fetched yet, and the Maven client that fetches it was not found",
			Remedy: "install Maven (Debian: apt install maven; macOS: brew install maven), " +
				"or point NEO4J_URI at a running Neo4j",
			Cause: err,
		}
	}
	return found, nil
}

// resolve fetches pom.xml's artifacts into lib/ and plugins/ below folder. Maven checks each against the
// repository's own sums (-C).
func (m maven) resolve(ctx context.Context, folder string) error {
	command, err := m.find()
	if err != nil {
		return err
	}
	pomFile := filepath.Join(folder, "pom.xml")
	if err := os.WriteFile(pomFile, pom, 0o644); err != nil {
		return err
	}
	args := []string{"-B", "-q", "-C", "-Djars=" + folder, "-f", pomFile}
	cmd := exec.CommandContext(ctx, command, append(append(args, m.args...), "process-resources")...)
	cmd.Env = append(os.Environ(), "JAVA_HOME="+m.javaHome)
	if output, err := cmd.CombinedOutput(); err != nil {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		return &Error{
			What:  "mvn could not fetch Neo4j: " + mavenError(string(output)),
			Cause: err,
			Remedy: "check the network and Maven's settings (~/.m2/settings.xml: mirrors, proxies) and try " +
				"again, copy the cache folder from a machine that has it, or point NEO4J_URI at a running Neo4j",
		}
	}
	return nil
}

// mavenError is the first line of substance that Maven marked as an error.
func mavenError(output string) string {
	for line := range strings.Lines(output) {
		if text, ok := strings.CutPrefix(strings.TrimSpace(line), "[ERROR] "); ok && text != "" {
			return text
		}
	}
	return strings.TrimSpace(output)
}
