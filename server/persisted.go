package server

import (
	"encoding/json"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// messageNotPersisted asks a client to send its document's text with the hash; Apollo's clients, and those made after
// them, know it and the code beside it.
const messageNotPersisted = "PersistedQueryNotFound"

// persisted gives the document that a request names otherwise than by its text, and neither a document
// nor an error for one that is to be found, or read, by its text.
func (g *gate) persisted(q *requestParams) (*document, *gqlerror.Error) {
	id, err := q.document()
	switch trusted := g.server.config.Trusted; {
	case err != nil:
		return nil, err
	case trusted != nil:
		return trusted.find(id, q.Query)
	case id == "":
		return nil, nil
	}
	id = strings.ToLower(id)
	doc, known := g.server.documents.withHash(id)
	switch {
	case known && (q.Query == "" || q.Query == doc.text):
		return doc, nil
	case q.Query == "":
		err := fault(graph.NotPersisted, "", messageNotPersisted)
		err.Extensions["remedy"] = graph.NotPersisted.Remedy()
		return nil, err
	}
	if hash := hashOf(q.Query); hash != id {
		return nil, fault(graph.Invalid, "hash exactly the text that is sent",
			"the query's SHA-256 is %s, not %.100q as the request says", hash, id)
	}
	return nil, nil
}

// document gives the id by which a request names its document, empty if it does not: documentId, or
// the hash that Apollo's protocol has for automatic persisted queries.
func (q *requestParams) document() (id string, err *gqlerror.Error) {
	if q.DocumentID != "" {
		return strings.TrimPrefix(q.DocumentID, hashPrefix), nil
	}
	given := q.Extensions["persistedQuery"]
	if given == nil {
		return "", nil
	}
	object, _ := given.(map[string]any)
	hash, _ := object["sha256Hash"].(string)
	if object["version"] != json.Number("1") || hash == "" {
		return "", fault(graph.Invalid, `send {"version": 1, "sha256Hash": "…"}`,
			"extensions.persistedQuery has no hash of version 1")
	}
	return strings.TrimPrefix(hash, hashPrefix), nil
}
