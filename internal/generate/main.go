// Command generate runs gqlgen with one thing said that its config file cannot say: to generated
// code every object of the schema is a scalar bound to answer.Object, JSON that our own writer made.
// What stays generated is what gqlgen does best: arguments and input types, the root fields,
// subscriptions and introspection; the schema clients see is the whole one.
package main

import (
	"fmt"
	"os"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/vektah/gqlparser/v2/ast"
)

const object = "github.com/creatorgraph/creatorgraph/graph/answer.Object"

func main() {
	cfg, err := config.LoadConfigFromDefaultLocations()
	if err == nil {
		err = api.Generate(cfg, api.PrependPlugin(objects{}))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

type objects struct{}

func (objects) Name() string { return "objects" }

// MutateConfig makes each object and interface that is not a root a scalar, bound to answer.Object.
func (objects) MutateConfig(cfg *config.Config) error {
	s := cfg.Schema
	for name, def := range s.Types {
		isRoot := def == s.Query || def == s.Mutation || def == s.Subscription
		isObject := def.Kind == ast.Object || def.Kind == ast.Interface
		if isRoot || !isObject || def.BuiltIn {
			continue
		}
		def.Kind, def.Fields, def.Interfaces = ast.Scalar, nil, nil
		delete(s.PossibleTypes, name)
		delete(s.Implements, name)
		cfg.Models[name] = config.TypeMapEntry{Model: config.StringList{object}}
	}
	return nil
}
