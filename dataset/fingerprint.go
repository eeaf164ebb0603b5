package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
)

// fingerprintBytes is how much of each end of a file its fingerprint reads.
const fingerprintBytes = 64 << 10

// fingerprint names the contents of a data set on disk: each file's name, size, time of change and both
// ends. A folder that was touched is imported from its beginning, which does no harm.
func (s *Set) fingerprint() (string, error) {
	sum := sha256.New()
	for _, f := range s.Files {
		file, err := os.Open(f.Path)
		if err != nil {
			return "", err
		}
		info, err := file.Stat()
		if err == nil {
			fmt.Fprintf(sum, "%s %d %d\n", f.Name, info.Size(), info.ModTime().UnixNano())
			_, err = io.Copy(sum, io.NewSectionReader(file, 0, fingerprintBytes))
		}
		if err == nil {
			_, err = io.Copy(sum, io.NewSectionReader(file,
				max(0, info.Size()-fingerprintBytes), fingerprintBytes))
		}
		if closing := file.Close(); err == nil {
			err = closing
		}
		if err != nil {
			return "", fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))[:32], nil
}
