package neo4jd

import (
	"fmt"
	"net"
	"os"
	"testing"
)

// The port the database had is taken again when it is free, and another one when it is not.
func TestFreePortPrefersTheOneWanted(t *testing.T) {
	t.Parallel()

	listener, wanted := listenBelowTheKernels(t)
	if got, err := freePort(wanted); err != nil || got == wanted || got == 0 {
		t.Errorf("while %d is taken: got %d, %v, want another", wanted, got, err)
	}
	listener.Close()
	if got, err := freePort(wanted); err != nil || got != wanted {
		t.Errorf("when it is free: got %d, %v, want %d", got, err, wanted)
	}
}

// listenBelowTheKernels listens at a port that the kernel gives to nobody who asks for any, so that no
// other program takes it once it is free.
func listenBelowTheKernels(t *testing.T) (net.Listener, int) {
	t.Helper()

	for port := 20000; port < 30000; port++ {
		listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err == nil {
			return listener, port
		}
	}
	t.Fatal("no port from 20000 to 29999 is free")
	return nil, 0
}

// A remembered port is found again; a file that holds none is as good as no file.
func TestPortIsRemembered(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		write func(dir string) error
		want  int
	}{
		"none":         {func(string) error { return nil }, 0},
		"remembered":   {func(dir string) error { return rememberPort(dir, 40321) }, 40321},
		"no number":    {func(dir string) error { return os.WriteFile(portFile(dir), []byte("bolt\n"), 0o600) }, 0},
		"not a port":   {func(dir string) error { return os.WriteFile(portFile(dir), []byte("70000\n"), 0o600) }, 0},
		"half-written": {func(dir string) error { return os.WriteFile(portFile(dir), nil, 0o600) }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			dir := t.TempDir()
			if err := c.write(dir); err != nil {
				t.Fatal(err)
			}
			if got := rememberedPort(dir); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}
