//go:build unix

package neo4jd

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"
)

// flock takes a file's lock without waiting, or gives errLocked.
func flock(f *os.File, alone bool) error {
	how := unix.LOCK_SH
	if alone {
		how = unix.LOCK_EX
	}
	err := unix.Flock(int(f.Fd()), how|unix.LOCK_NB)
	switch {
	case errors.Is(err, unix.EWOULDBLOCK):
		return errLocked
	case err != nil:
		return fmt.Errorf("flock %s: %w", f.Name(), err)
	}
	return nil
}

// freeBytes is what this user may still write on a folder's disk.
func freeBytes(folder string) (uint64, error) {
	var stat unix.Statfs_t
	if err := unix.Statfs(folder, &stat); err != nil {
		return 0, err
	}
	return uint64(stat.Bavail) * uint64(stat.Bsize), nil
}

// leadGroup makes cmd the leader of a process group of its own.
func leadGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// joinGroup puts cmd into a leader's group and, where the kernel can, has it die with us.
func joinGroup(cmd *exec.Cmd, leader int) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pgid: leader}
	killWithParent(cmd.SysProcAttr)
}

// killGroup ends a leader's whole group; one that has ended already is no error.
func killGroup(leader int) { _ = syscall.Kill(-leader, syscall.SIGKILL) }

// inode is a folder's number on its disk, which a copy does not share.
func inode(folder string) (uint64, error) {
	var stat unix.Stat_t
	if err := unix.Stat(folder, &stat); err != nil {
		return 0, err
	}
	return stat.Ino, nil
}
