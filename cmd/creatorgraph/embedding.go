package main

import (
	"context"
	"log/slog"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/analyze"
)

const (
	// betweenPlacings is how often a server looks for creators who have changed, so that they are found by lookalikes
	// as they are now within a second.
	betweenPlacings = 500 * time.Millisecond
	// placedAfterImport bounds how many creators an import places at its end; of more, the next analysis does.
	placedAfterImport = 20_000
)

// embedEvery places creators who have changed among those alike, soon after they have, until ctx ends.
func embedEvery(ctx context.Context, ready <-chan struct{}, store *graph.Store, log *slog.Logger) {
	select {
	case <-ready:
	case <-ctx.Done():
	}
	placer, well := analyze.NewEmbedder(store), true
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(betweenPlacings):
		}
		_, err := placer.EmbedAll(ctx, time.Now().UTC(), placedAfterImport)
		if err != nil && well && ctx.Err() == nil { // told once, not twice a second
			log.WarnContext(ctx, "creators who changed are not placed among those alike", "error", err)
		}
		well = err == nil
	}
}
