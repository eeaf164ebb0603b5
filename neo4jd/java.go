package neo4jd

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// MinJava is the oldest Java that runs this Neo4j.
const MinJava = 21

const vectorModule = "jdk.incubator.vector"

// Java is one Java found on this machine.
type Java struct {
	Home    string // the folder that holds bin/java
	Version string // such as "25.0.1"; "" when it would not tell
	Major   int    // such as 25; 0 when it would not tell
	From    string // where it was found: "JAVA_HOME", "PATH" or a folder pattern
	Vectors bool   // it says that it has the module by which Lucene compares vectors with SIMD
}

// IsSupported reports whether Neo4j can run on it.
func (j Java) IsSupported() bool { return j.Major >= MinJava }

// Command is the path of its java.
func (j Java) Command() string { return filepath.Join(j.Home, "bin", "java") }

// String is "Java 17.0.15 in /usr/lib/jvm/java-17 (PATH)".
func (j Java) String() string {
	version := j.Version
	if version == "" {
		version = "of unknown version"
	}
	return fmt.Sprintf("Java %s in %s (%s)", version, j.Home, j.From)
}

// FindJava gives the Java to run Neo4j with, and all that were found. JAVA_HOME is asked first, then
// PATH, then the folders where installers put a Java; of the latter Java 25 is taken before 21 before any
// other. When none fits, the error is an *Error naming each one found.
func FindJava(ctx context.Context) (Java, []Java, error) {
	return javaSearch{env: os.Getenv, folders: javaFolders(os.Getenv("HOME"))}.find(ctx)
}

// javaFolders are patterns of Java homes, as installers and package managers leave them.
func javaFolders(userHome string) []string {
	folders := []string{
		"/usr/lib/jvm/*",
		"/usr/java/*",
		"/usr/local/java/*",
		"/opt/*",
		"/opt/java/*",
		"/Library/Java/JavaVirtualMachines/*/Contents/Home",
		"/opt/homebrew/opt/openjdk*",
		"/usr/local/opt/openjdk*",
	}
	if userHome != "" {
		folders = append(folders,
			userHome+"/.sdkman/candidates/java/*",
			userHome+"/.jdks/*",
			userHome+"/.local/share/mise/installs/java/*",
			userHome+"/Library/Java/JavaVirtualMachines/*/Contents/Home")
	}
	return folders
}

// javaSearch holds the places of a search, so that a test can point it elsewhere.
type javaSearch struct {
	env     func(string) string
	folders []string
}

func (s javaSearch) find(ctx context.Context) (Java, []Java, error) {
	var found []Java
	seen := map[string]bool{}
	for _, candidate := range s.candidates() {
		home, ok := javaHome(candidate.Home)
		if !ok || seen[home] {
			continue
		}
		seen[home] = true
		release := readRelease(home)
		version := release["JAVA_VERSION"]
		if version == "" {
			version = askVersion(ctx, home)
		}
		found = append(found, Java{
			Home: home, Version: version, Major: javaMajor(version), From: candidate.From,
			Vectors: slices.Contains(strings.Fields(release["MODULES"]), vectorModule),
		})
	}
	fitting := slices.DeleteFunc(slices.Clone(found), func(j Java) bool { return !j.IsSupported() })
	if len(fitting) == 0 {
		return Java{}, found, &Error{
			What: fmt.Sprintf("Neo4j needs Java %d or newer; found %s", MinJava, listJavas(found)),
			Remedy: "install one (Debian: apt install openjdk-21-jre-headless, or Temurin from adoptium.net; " +
				"macOS: brew install openjdk@21) and set JAVA_HOME to it, or point NEO4J_URI at a running Neo4j",
		}
	}
	slices.SortStableFunc(fitting, func(a, b Java) int { return javaRank(a) - javaRank(b) })
	return fitting[0], found, nil
}

// candidates gives homes in the order they are asked; Home is not yet known to hold a Java.
func (s javaSearch) candidates() []Java {
	var all []Java
	if home := s.env("JAVA_HOME"); home != "" {
		all = append(all, Java{Home: home, From: "JAVA_HOME"})
	}
	for _, dir := range filepath.SplitList(s.env("PATH")) {
		if command, err := filepath.EvalSymlinks(filepath.Join(dir, "java")); err == nil {
			all = append(all, Java{Home: filepath.Dir(filepath.Dir(command)), From: "PATH"})
		}
	}
	for _, pattern := range s.folders {
		homes, _ := filepath.Glob(pattern) // the only error is a malformed pattern
		for _, home := range homes {
			all = append(all, Java{Home: home, From: pattern})
		}
	}
	return all
}

// javaHome resolves links, so that one Java under three names is listed once.
func javaHome(folder string) (string, bool) {
	home, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return "", false
	}
	info, err := os.Stat(filepath.Join(home, "bin", "java"))
	return home, err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0
}

// javaRank orders supported Javas: the user's choice, then the versions this Neo4j is released for.
func javaRank(j Java) int {
	switch {
	case j.From == "JAVA_HOME":
		return 0
	case j.From == "PATH":
		return 1
	case j.Major == 25:
		return 2
	case j.Major == 21:
		return 3
	default:
		return j.Major
	}
}

// readRelease gives KEY="value" of the release file nearly every Java ships; reading it is a hundred
// times faster than asking java. Empty when there is none.
func readRelease(home string) map[string]string {
	values := map[string]string{}
	text, err := os.ReadFile(filepath.Join(home, "release"))
	if err != nil {
		return values
	}
	for line := range strings.Lines(string(text)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		values[key] = strings.Trim(value, `"`)
	}
	return values
}

// askVersion runs java -version; "" when that fails or says something unknown.
func askVersion(ctx context.Context, home string) string {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	output, err := exec.CommandContext(ctx, filepath.Join(home, "bin", "java"), "-version").CombinedOutput()
	if err != nil {
		return ""
	}
	match := regexp.MustCompile(`version "([^"]+)"`).FindSubmatch(output)
	if match == nil {
		return ""
	}
	return string(match[1])
}

// javaMajor reads "25.0.1", "21-ea" and "1.8.0_392"; 0 when it is none of them.
func javaMajor(version string) int {
	digits := regexp.MustCompile(`^(?:1\.)?(\d+)`).FindStringSubmatch(version)
	if digits == nil {
		return 0
	}
	major, _ := strconv.Atoi(digits[1]) // digits only; an overflow is no Java
	return major
}

func listJavas(found []Java) string {
	if len(found) == 0 {
		return "none in JAVA_HOME, PATH or the usual folders"
	}
	names := make([]string, len(found))
	for i, java := range found {
		names[i] = java.String()
	}
	return strings.Join(names, ", ")
}
