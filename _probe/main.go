package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func main() {
	ctx := context.Background()
	d, err := neo4j.NewDriverWithContext(os.Getenv("NEO4J_URI"), neo4j.BasicAuth(os.Getenv("NEO4J_USER"), os.Getenv("NEO4J_PASSWORD"), ""))
	if err != nil {
		panic(err)
	}
	for _, text := range os.Args[1:] {
		t := time.Now()
		s := d.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
		tx, err := s.BeginTransaction(ctx, neo4j.WithTxTimeout(20*time.Second))
		if err != nil {
			fmt.Println("begin", err)
			continue
		}
		r, err := tx.Run(ctx, text, nil)
		fmt.Println("==", text)
		if err != nil {
			fmt.Printf("run: %v\n", err)
		} else {
			n := 0
			for r.Next(ctx) {
				n++
				if n < 6 {
					v := fmt.Sprint(r.Record().Values)
					fmt.Println(v[:min(len(v), 300)])
				}
			}
			fmt.Println(n, "rows", r.Err())
			if r.Err() == nil {
				sum, _ := r.Consume(ctx)
				fmt.Println("type", sum.StatementType())
				if p := sum.Plan(); p != nil {
					show(p, "")
				}
			}
		}
		tx.Rollback(ctx)
		s.Close(ctx)
		fmt.Println(time.Since(t))
	}
}

func show(p neo4j.Plan, in string) {
	fmt.Println(in, p.Operator(), p.Arguments()["Details"])
	for _, c := range p.Children() {
		show(c, in+"  ")
	}
}
