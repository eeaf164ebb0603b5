package neo4jd

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// portFile holds the port at which the data folder's database last answered. The next start takes it
// again, so that clients which were connected find the database by themselves.
func portFile(dataDir string) string { return filepath.Join(dataDir, "port") }

func rememberPort(dataDir string, port int) error {
	return writePrivate(portFile(dataDir), strconv.Itoa(port)+"\n")
}

// rememberedPort is 0 where no port is remembered: then any will do.
func rememberedPort(dataDir string) int {
	text, err := os.ReadFile(portFile(dataDir))
	if err != nil {
		return 0
	}
	port, err := strconv.ParseUint(strings.TrimSpace(string(text)), 10, 16)
	if err != nil {
		return 0
	}
	return int(port)
}

// freePort gives a port on the loopback interface that nobody listens on just now: the wanted one when
// it is such a port.
func freePort(wanted int) (int, error) {
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", wanted))
	if err != nil && wanted != 0 {
		return freePort(0)
	}
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	address, ok := listener.Addr().(*net.TCPAddr)
	if !ok {
		return 0, fmt.Errorf("address %v is no TCP address", listener.Addr())
	}
	return address.Port, nil
}
