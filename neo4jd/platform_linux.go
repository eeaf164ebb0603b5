package neo4jd

import "syscall"

// dieWithParent has the kernel kill the child with us, at once and even if somebody killed the watchdog.
func dieWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGKILL }
