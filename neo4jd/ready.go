package neo4jd

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

// answers asks the database one question, so that ready means what a client means by it.
func answers(ctx context.Context, a access) error {
	driver, err := neo4j.NewDriverWithContext(a.uri, neo4j.BasicAuth(User, a.password, ""),
		func(c *config.Config) {
			c.SocketConnectTimeout = 2 * time.Second
			c.MaxTransactionRetryTime = 0
		})
	if err != nil {
		return err
	}
	defer driver.Close(ctx)
	_, err = neo4j.ExecuteQuery(ctx, driver, "RETURN 1", nil, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase("neo4j"))
	return err
}
