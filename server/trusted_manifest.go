package server

import (
	"encoding/json"
	"errors"
	"fmt"
)

// hashPrefix may stand before an id that is a SHA-256, as the specification of GraphQL over HTTP writes them.
const hashPrefix = "sha256:"

// apolloManifest is how Apollo's generate-persisted-query-manifest, and its tools for Kotlin and iOS, begin theirs.
const apolloManifest = "apollo-persisted-query-manifest"

// readManifest reads the texts of a manifest by their ids: Apollo's persisted query manifest, or an object of ids
// and texts as graphql-codegen (persisted-documents.json) and relay-compiler (persistConfig.file) write it.
func readManifest(raw []byte) (map[string]string, error) {
	const remedy = "give Apollo's persisted query manifest, or an object of ids and texts as graphql-codegen and relay-compiler write it"
	var apollo apolloOperations
	// The other form is no mismatch: what it calls its documents is not known here.
	_ = json.Unmarshal(raw, &apollo)
	texts := map[string]string{}
	var err error
	if apollo.Format == apolloManifest {
		texts, err = apollo.texts()
	} else if err = json.Unmarshal(raw, &texts); err != nil {
		err = fmt.Errorf("it is no manifest: %w; %s", err, remedy)
	}
	switch {
	case err != nil:
		return nil, err
	case len(texts) == 0:
		return nil, errors.New("it holds no documents; " + remedy)
	}
	return texts, nil
}

// apolloOperations is Apollo's persisted query manifest.
type apolloOperations struct {
	Format     string
	Version    int
	Operations []struct{ ID, Body string }
}

// texts gives the operations by their ids.
func (m apolloOperations) texts() (map[string]string, error) {
	if m.Version != 1 {
		return nil, fmt.Errorf("it is a manifest of version %d; give one of version 1", m.Version)
	}
	texts := map[string]string{}
	for i, op := range m.Operations {
		if op.ID == "" || op.Body == "" {
			return nil, fmt.Errorf("operations[%d] has no id or no body; have the manifest made anew", i)
		}
		if other, taken := texts[op.ID]; taken && other != op.Body {
			return nil, fmt.Errorf("operations[%d]: the id %.100q stands for another text already; have the manifest made anew", i, op.ID)
		}
		texts[op.ID] = op.Body
	}
	return texts, nil
}
