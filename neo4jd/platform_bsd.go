//go:build unix && !linux

package neo4jd

import "syscall"

// dieWithParent has nothing to add to the watchdog here.
func dieWithParent(*syscall.SysProcAttr) {}
