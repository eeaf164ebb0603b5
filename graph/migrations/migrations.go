// Package migrations holds the numbered Cypher files that bring a database to the schema of this version.
// A released file never changes; a new one follows it.
package migrations

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
)

//go:embed *.cypher
var files embed.FS

// Migration is one file: statements that may be run again without harm.
type Migration struct {
	Name       string // without ending, such as "0001_keys"
	Checksum   string // SHA-256 of the file, hex
	Statements []string
}

// All gives the migrations in the order of their numbers.
func All() ([]Migration, error) {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	var all []Migration
	for _, e := range entries {
		raw, err := files.ReadFile(e.Name())
		if err != nil {
			return nil, fmt.Errorf("migrations: %w", err)
		}
		all = append(all, Parse(strings.TrimSuffix(e.Name(), ".cypher"), string(raw)))
	}
	return all, nil
}

// Parse reads one file: statements end with a semicolon at a line's end, comments are whole lines.
func Parse(name, text string) Migration {
	sum := sha256.Sum256([]byte(text))
	m := Migration{Name: name, Checksum: hex.EncodeToString(sum[:])}
	var statement strings.Builder
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		if trimmed == "" || strings.HasPrefix(trimmed, "//") {
			continue
		}
		if last, ok := strings.CutSuffix(trimmed, ";"); ok {
			statement.WriteString(last)
			m.Statements = append(m.Statements, strings.TrimSpace(statement.String()))
			statement.Reset()
			continue
		}
		statement.WriteString(line)
	}
	if rest := strings.TrimSpace(statement.String()); rest != "" {
		m.Statements = append(m.Statements, rest)
	}
	return m
}

var schemaStatement = regexp.MustCompile(`^(CREATE|DROP) ([A-Z]+ )?(CONSTRAINT|INDEX) `)

// IsSchema says whether all statements make or remove indexes and constraints.
func (m Migration) IsSchema() bool {
	for _, text := range m.Statements {
		if !schemaStatement.MatchString(text) {
			return false
		}
	}
	return true
}

var constraintName = regexp.MustCompile(`^CREATE CONSTRAINT (\w+)`)

// Constraints are the names of the constraints it makes.
func (m Migration) Constraints() []string {
	names := []string{}
	for _, text := range m.Statements {
		if found := constraintName.FindStringSubmatch(text); found != nil {
			names = append(names, found[1])
		}
	}
	return names
}
