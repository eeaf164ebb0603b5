package neo4jd

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
)

// locationFile says where a data folder was when its password and port were made: its path and its inode, so that a
// copy that replaces the original is recognised, too.
func locationFile(dataDir string) string { return filepath.Join(dataDir, "place") }

// resetIfMoved makes a folder that was copied, or moved, a database of its own: it forgets the port and the password it
// came with. A process that has only one of two such databases' passwords can neither read nor write the other,
// whichever port it finds it at. The caller has the folder's lock.
func resetIfMoved(dataDir string, log *slog.Logger) error {
	here, err := location(dataDir)
	if err != nil {
		return unwritable(dataDir, err)
	}
	recorded, err := recordedLocation(dataDir)
	if err != nil {
		return unwritable(dataDir, err)
	}
	if recorded == here {
		return nil
	}
	if hasSystemDatabase(dataDir) {
		log.Info("the data folder is new at this place; it gets a password and a port of its own", "data", dataDir)
	}
	if err := deleteCredentials(dataDir); err != nil {
		return unwritable(dataDir, err)
	}
	if err := writePrivate(locationFile(dataDir), here+"\n"); err != nil {
		return unwritable(dataDir, err)
	}
	return nil
}

// recordedLocation is where a folder was when its password and port were made; empty where nothing tells.
func recordedLocation(dataDir string) (string, error) {
	text, err := os.ReadFile(locationFile(dataDir))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return strings.TrimSpace(string(text)), err
}

// deleteCredentials removes the password and the port that others may know. The user and her password are all that Neo4j Community's system database
// holds; Neo4j makes it again, with the next password, and finds the graph's store where it was. What is
// interrupted is begun again by the next start.
func deleteCredentials(dataDir string) error {
	for _, part := range []string{"password", "port", "data/transactions/system", "data/databases/system"} {
		if err := os.RemoveAll(filepath.Join(dataDir, part)); err != nil {
			return err
		}
	}
	return nil
}

// location is the inode and the path of a folder.
func location(dataDir string) (string, error) {
	path, err := filepath.EvalSymlinks(dataDir)
	if err != nil {
		return "", err
	}
	number, err := inode(path)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%d %s", number, path), nil
}
