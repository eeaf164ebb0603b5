package neo4jd

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// access is the address and password of a running database.
type access struct {
	uri, password string
}

// envFile is there exactly while the owner's database answers. A shell can source it.
func envFile(dataDir string) string { return filepath.Join(dataDir, "neo4j.env") }

func (a access) env() []string {
	return []string{"NEO4J_URI=" + a.uri, "NEO4J_USER=" + User, "NEO4J_PASSWORD=" + a.password}
}

func writeEnv(dataDir string, a access) error {
	return writePrivate(envFile(dataDir), strings.Join(a.env(), "\n")+"\n")
}

func readEnv(dataDir string) (access, error) {
	text, err := os.ReadFile(envFile(dataDir))
	if err != nil {
		return access{}, err
	}
	values := map[string]string{}
	for line := range strings.Lines(string(text)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		values[key] = value
	}
	a := access{values["NEO4J_URI"], values["NEO4J_PASSWORD"]}
	if a.uri == "" || a.password == "" {
		return access{}, fmt.Errorf("%s: no NEO4J_URI or no NEO4J_PASSWORD in it", envFile(dataDir))
	}
	return a, nil
}
