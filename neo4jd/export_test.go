package neo4jd

import (
	"context"
	"os/exec"
)

// RunShell runs a script as a child that does not outlive this process.
func RunShell(script string, onLine func(string)) error {
	p, err := startProcess(exec.Command("/bin/sh", "-c", script), onLine)
	if err != nil {
		return err
	}
	<-p.done
	return p.err
}

// Answers asks a server's database whether it is that of a folder.
func Answers(ctx context.Context, s *Server, dataDir string) error {
	return ping(ctx, s.access, dataDir)
}
