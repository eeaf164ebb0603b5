// Command generate runs gqlgen with one thing said that its config file cannot say: to generated
// code every object of the schema is a scalar bound to answer.Object, JSON that our own writer made.
// What stays generated is what gqlgen does best: arguments and input types, the root fields,
// subscriptions and introspection; the schema clients see is the whole one. And gqlgen asks for a
// method for each field of Query, though the answers are there before it is called: those are generated too.
package main

import (
	"fmt"
	"os"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
	"github.com/vektah/gqlparser/v2/ast"
)

const object = "github.com/creatorgraph/creatorgraph/graph/answer.Object"

func main() {
	cfg, err := config.LoadConfigFromDefaultLocations()
	if err == nil {
		err = api.Generate(cfg, api.PrependPlugin(objects{}), api.AddPlugin(taken{}))
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

type taken struct{}

func (taken) Name() string { return "taken" }

// GenerateCode writes the methods of Query.
func (taken) GenerateCode(data *codegen.Data) error {
	return templates.Render(templates.Options{
		PackageName: "generated", Filename: "resolvers/generated/taken.go", Template: takenTemplate,
		Data: data, GeneratedHeader: true, Packages: data.Config.Packages,
	})
}

const takenTemplate = `
{{ reserveImport "context" }}

// Taken answers each field of Query by what is there for it already: One for an object, All for a list, Text for a
// String!.
type Taken struct {
	One  func(ctx context.Context) (answer.Object, error)
	All  func(ctx context.Context) ([]answer.Object, error)
	Text func(ctx context.Context) (string, error)
}
{{ range $field := .QueryRoot.Fields }}{{ if $field.IsResolver }}
// {{ $field.GoFieldName }} takes the answer that is there.
func (t Taken) {{ $field.GoFieldName }}{{ $field.ShortResolverDeclaration }} {
	return t.{{ if $field.TypeReference.IsSlice }}All{{ else if eq $field.TypeReference.Definition.Name "String" }}Text{{ else }}One{{ end }}(ctx)
}
{{ end }}{{ end }}`
