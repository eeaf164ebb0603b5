package neo4jd

import "syscall"

// killWithParent has the kernel kill the child with us, at once and even if somebody killed the watchdog.
func killWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGKILL }
