package resolvers

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// maxScene bounds a scene's document, in bytes: with its mutation around it, it has room in a request's body.
const maxScene = 1_000_000

var sceneDocument = document{"scene", "Scene", "scene/make", "scene/lock", "scene/save", "scene/delete"}

// SaveScene makes a scene, or saves one anew.
func (m mutation) SaveScene(ctx context.Context, in generated.SaveSceneInput) (answer.Object, error) {
	return m.change(ctx, in.ClientMutationID, inputGiven(ctx), func(ctx context.Context, tx graph.Tx) (row, error) {
		return saveScene(ctx, tx, in)
	})
}

func saveScene(ctx context.Context, tx graph.Tx, in generated.SaveSceneInput) (row, error) {
	var p problems
	key := p.savedKey(in.ID, in.Key, in.Version, sceneDocument.label)
	p.checkName(in.Name, "name")
	p.checkText(in.Note, "note")
	text := p.compact(in.Document)
	if err := p.orNil(); err != nil {
		return nil, err
	}
	if err := sceneDocument.open(ctx, tx, key, in.Version); err != nil {
		return nil, err
	}
	properties := sceneDocument.properties(key, in.Name, in.Note)
	properties["document"] = text
	_, err := tx.Run(ctx, statement(sceneDocument.save, row{"key": key, "properties": properties}))
	return row{"scene": key}, err
}

// compact writes a scene's document without spaces.
func (p *problems) compact(value any) string {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		p.add(graph.Invalid, "it is no JSON that can be kept: "+err.Error(), "document")
		return ""
	}
	kept := bytes.TrimSuffix(text.Bytes(), []byte("\n"))
	if len(kept) > maxScene {
		p.add(graph.Invalid, fmt.Sprintf("the document has %d bytes, more than %d; leave out what can be read again, such as names and "+
			"numbers of what is shown, or save it as a file", len(kept), maxScene), "document")
	}
	return string(kept)
}

// DeleteScene deletes a scene.
func (m mutation) DeleteScene(ctx context.Context, in generated.DeleteSceneInput) (answer.Object, error) {
	return m.change(ctx, in.ClientMutationID, in, func(ctx context.Context, tx graph.Tx) (row, error) {
		return sceneDocument.remove(ctx, tx, in.Scene)
	})
}
