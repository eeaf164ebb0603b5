package neo4jd

import "os/exec"

// RunShell runs a script as a child that does not outlive this process.
func RunShell(script string, onLine func(string)) error {
	p, err := startProcess(exec.Command("/bin/sh", "-c", script), onLine)
	if err != nil {
		return err
	}
	<-p.done
	return p.err
}
