package market

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// generated makes a market in a folder of its own.
func generated(t *testing.T, params Params) (string, Summary) {
	t.Helper()
	params.Dir = filepath.Join(t.TempDir(), "market")
	summary, err := Generate(t.Context(), params, nil)
	if err != nil {
		t.Fatal(err)
	}
	return params.Dir, summary
}

// row is a row's cells by column.
type row map[string]string

// rowsOf reads a file, gzipped or not.
func rowsOf(t *testing.T, path string) []row {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	if strings.HasSuffix(path, ".gz") {
		zip, err := gzip.NewReader(file)
		if err != nil {
			t.Fatal(err)
		}
		reader = csv.NewReader(zip)
	}
	records, err := reader.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	rows := make([]row, 0, len(records))
	for _, cells := range records[1:] {
		r := row{}
		for i, column := range records[0] {
			r[column] = cells[i]
		}
		rows = append(rows, r)
	}
	return rows
}

// sums gives each file of a folder and the hash of its bytes.
func sums(t *testing.T, dir string) map[string][sha256.Size]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][sha256.Size]byte{}
	for _, entry := range entries {
		text, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[entry.Name()] = sha256.Sum256(text)
	}
	return out
}
