package neo4jd

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

// errOtherFolder says that a database is that of another data folder.
var errOtherFolder = errors.New("that of another folder")

// ping asks the database one question, so that ready means what a client means by it: in which folder it is. A
// database that answers from another folder is none of ours, though it may have the same password: one was copied
// from the other.
func ping(ctx context.Context, a access, dataDir string) error {
	driver, err := neo4j.NewDriverWithContext(a.uri, neo4j.BasicAuth(User, a.password, ""),
		func(c *config.Config) {
			c.SocketConnectTimeout = 2 * time.Second
			c.MaxTransactionRetryTime = 0
		})
	if err != nil {
		return err
	}
	defer driver.Close(ctx)
	result, err := neo4j.ExecuteQuery(ctx, driver, "SHOW SETTINGS 'server.directories.neo4j_home' YIELD value", nil,
		neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		return err
	}
	if len(result.Records) != 1 || len(result.Records[0].Values) != 1 {
		return fmt.Errorf("the database at %s does not tell its folder", a.uri)
	}
	home, _ := result.Records[0].Values[0].(string)
	if !isSameFolder(home, dataDir) {
		return fmt.Errorf("the database at %s is %w, %q", a.uri, errOtherFolder, home)
	}
	return nil
}

// isSameFolder compares folders however their paths lead there.
func isSameFolder(a, b string) bool {
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
