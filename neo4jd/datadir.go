package neo4jd

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/google/renameio/v2/maybe"
)

// hashIterations is how often Neo4j 2026 hashes the password of auth.ini.
const hashIterations = 1024

// prepare makes the data folder and its parts, and refuses one that cannot be written, has no room or
// was written by a newer Neo4j. It comes before the lock, which lies in the folder, and disturbs no owner.
func prepare(dataDir string, needFree uint64) error {
	for _, part := range []string{"", "conf", "data/dbms", "logs", "import"} {
		if err := os.MkdirAll(filepath.Join(dataDir, part), 0o700); err != nil {
			return unwritable(dataDir, err)
		}
	}
	if err := probe(dataDir); err != nil {
		return unwritable(dataDir, err)
	}
	if err := checkFree(dataDir, needFree); err != nil {
		return err
	}
	return checkVersion(dataDir)
}

// probe writes and deletes a file, since permissions do not tell of read-only disks.
func probe(folder string) error {
	f, err := os.CreateTemp(folder, ".probe-")
	if err != nil {
		return err
	}
	_, err = f.Write(make([]byte, 4096))
	f.Close()
	if removing := os.Remove(f.Name()); err == nil {
		err = removing
	}
	return err
}

// checkFree passes where the free space is unknown.
func checkFree(folder string, need uint64) error {
	free, err := freeBytes(folder)
	if err != nil || free >= need {
		return nil
	}
	return &Error{
		What:   fmt.Sprintf("data folder %q: %d MB free on its disk, %d MB needed", folder, free>>20, need>>20),
		Remedy: "free some space, or choose another --data-dir",
	}
}

func unwritable(dataDir string, err error) error {
	return &Error{
		What:   fmt.Sprintf("data folder %q cannot be written", dataDir),
		Cause:  err,
		Remedy: "make it writable for this user, or choose another --data-dir",
	}
}

// checkVersion refuses a store that a newer Neo4j has opened: stores only go forward.
func checkVersion(dataDir string) error {
	text, err := os.ReadFile(filepath.Join(dataDir, "version"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return unwritable(dataDir, err)
	}
	if made := strings.TrimSpace(string(text)); isNewer(made, Version) {
		return &Error{
			What:   fmt.Sprintf("data folder %q was written by Neo4j %s, this program brings %s", dataDir, made, Version),
			Remedy: "use a newer creatorgraph, or choose another --data-dir and import again",
		}
	}
	return nil
}

func writeVersion(dataDir string) error {
	return writePrivate(filepath.Join(dataDir, "version"), Version+"\n")
}

// isNewer compares versions of numbers and dots; a part that is no number counts as 0.
func isNewer(a, b string) bool {
	as, bs := strings.Split(a, "."), strings.Split(b, ".")
	for i := range max(len(as), len(bs)) {
		var x, y int
		if i < len(as) {
			x, _ = strconv.Atoi(as[i])
		}
		if i < len(bs) {
			y, _ = strconv.Atoi(bs[i])
		}
		if x != y {
			return x > y
		}
	}
	return false
}

// password gives the data folder's password, making it at the first start. Neo4j takes it from auth.ini
// when it makes its system database, and from then on keeps it there, out of our reach.
func password(dataDir string) (string, error) {
	secret, err := readPassword(dataDir)
	if err != nil {
		return "", err
	}
	if hasSystemDatabase(dataDir) {
		if secret == "" {
			return "", &Error{
				What:   fmt.Sprintf("data folder %q has a database but its file password is gone", dataDir),
				Remedy: "put the file back, or delete the folder and import again",
			}
		}
		return secret, nil
	}
	if secret == "" {
		random := make([]byte, 24)
		rand.Read(random)
		secret = base64.RawURLEncoding.EncodeToString(random)
		if err := writePrivate(filepath.Join(dataDir, "password"), secret+"\n"); err != nil {
			return "", unwritable(dataDir, err)
		}
	}
	if err := writePrivate(filepath.Join(dataDir, "data/dbms/auth.ini"), authLine(secret)); err != nil {
		return "", unwritable(dataDir, err)
	}
	return secret, nil
}

func readPassword(dataDir string) (string, error) {
	file := filepath.Join(dataDir, "password")
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", &Error{What: "password of the database", Cause: err, Remedy: "make it readable for this user"}
	}
	return strings.TrimSpace(string(text)), nil
}

func hasSystemDatabase(dataDir string) bool {
	_, err := os.Stat(filepath.Join(dataDir, "data/databases/system"))
	return err == nil
}

// authLine is what `neo4j-admin dbms set-initial-password` leaves behind, without the 3 s of a Java:
// user, algorithm, hash, salt and rounds, the first round over salt and password.
func authLine(password string) string {
	salt := make([]byte, sha256.Size)
	rand.Read(salt)
	return formatAuth(password, salt)
}

func formatAuth(password string, salt []byte) string {
	hash := sha256.Sum256(append(append([]byte(nil), salt...), password...))
	for range hashIterations - 1 {
		hash = sha256.Sum256(hash[:])
	}
	return fmt.Sprintf("%s:SHA-256,%s,%s,%d:\n",
		User, hex.EncodeToString(hash[:]), hex.EncodeToString(salt), hashIterations)
}

// writePrivate replaces a file, for the owner's eyes only; readers see the old or the new text.
func writePrivate(file, text string) error {
	return maybe.WriteFile(file, []byte(text), 0o600)
}
