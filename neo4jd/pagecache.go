package neo4jd

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

const (
	leastPageCacheMB = 512
	unknownMemoryMB  = 8 << 10 // where the machine does not tell
)

// pageCacheMB is the memory for store files: a quarter more than they hold now, so that questions are not
// answered from disk, but no more than a third of the machine's memory. Neo4j takes it as it is needed.
func pageCacheMB(dataDir string) int {
	var bytes int64
	_ = filepath.WalkDir(filepath.Join(dataDir, "data", "databases"), func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil // a store that is not there yet is empty
		}
		if info, err := entry.Info(); err == nil {
			bytes += info.Size()
		}
		return nil
	})
	stored := int(bytes >> 20)
	return max(leastPageCacheMB, min(stored+stored/4, memoryMB()/3))
}

// memoryMB is the machine's memory, as Linux reports it.
func memoryMB() int {
	file, err := os.Open("/proc/meminfo")
	if err != nil {
		return unknownMemoryMB
	}
	defer func() { _ = file.Close() }()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var kilobytes int
		if n, _ := fmt.Sscanf(lines.Text(), "MemTotal: %d kB", &kilobytes); n == 1 {
			return kilobytes >> 10
		}
	}
	return unknownMemoryMB
}
