//go:build !unix

package neo4jd

import (
	"os"
	"os/exec"
)

// Where there is no flock there is no embedded database: the first lock refuses, and nothing below is
// reached.
func flock(*os.File, bool) error {
	return &Error{
		What:   "the embedded Neo4j runs on Linux and macOS only",
		Remedy: "point NEO4J_URI at a running Neo4j, or use WSL",
	}
}

func freeBytes(string) (uint64, error) { return 0, os.ErrInvalid }
func leadGroup(*exec.Cmd)              {}
func joinGroup(*exec.Cmd, int)         {}
func killGroup(int)                    {}

func folderNumber(string) (uint64, error) { return 0, os.ErrInvalid }
