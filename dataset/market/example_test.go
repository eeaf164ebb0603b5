package market_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/creatorgraph/creatorgraph/dataset/market"
)

func ExampleGenerate() {
	folder, err := os.MkdirTemp("", "market")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	summary, err := market.Generate(context.Background(), market.Params{
		Creators: 100,
		Seed:     1,
		Dir:      filepath.Join(folder, "market"),
		Keep:     map[string]float64{"follower_history": 0},
	}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, file := range summary.Files[:4] {
		fmt.Println(file.Name, file.Rows)
	}
	// Output:
	// platforms 3
	// categories 126
	// segments 68
	// programmes 4
}
