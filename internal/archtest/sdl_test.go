package archtest

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/schema"
)

// maxLines keeps a schema file readable.
const maxLines = 250

func loaded(t *testing.T) *ast.Schema {
	t.Helper()

	m, err := mapping.Load(schema.Files)
	if err != nil {
		t.Fatal(err)
	}
	return m.Schema
}

// What clients rely on is in the schema to the letter, and what is agreed for later is not there
// half-made: a field is left out until it answers.
func TestSchemaHoldsTheContract(t *testing.T) {
	t.Parallel()

	raw, err := os.ReadFile("testdata/contract.txt")
	if err != nil {
		t.Fatal(err)
	}
	have := described(loaded(t))
	promised := true
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "# Agreed") {
			promised = false
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if slices.Contains(have, line) != promised {
			t.Errorf("promised %t: %s", promised, line)
		}
	}
}

// described gives a line for each part of a schema, as testdata/contract.txt has them.
func described(s *ast.Schema) []string {
	var lines []string
	for _, def := range s.Types {
		if def.Kind == ast.Scalar {
			lines = append(lines, "scalar "+def.Name)
		}
		for _, i := range def.Interfaces {
			lines = append(lines, def.Name+" implements "+i)
		}
		for _, v := range def.EnumValues {
			lines = append(lines, def.Name+" = "+v.Name)
		}
		for _, f := range def.Fields {
			lines = append(lines, def.Name+"."+f.Name+arguments(f)+": "+f.Type.String()+byDefault(f.DefaultValue))
		}
	}
	return lines
}

func arguments(f *ast.FieldDefinition) string {
	var all []string
	for _, a := range f.Arguments {
		all = append(all, a.Name+": "+a.Type.String()+byDefault(a.DefaultValue))
	}
	if len(all) == 0 {
		return ""
	}
	return "(" + strings.Join(all, ", ") + ")"
}

func byDefault(v *ast.Value) string {
	if v == nil {
		return ""
	}
	return " = " + v.String()
}

// Whatever a front-end developer can name is described where it stands.
func TestEverythingIsDescribed(t *testing.T) {
	t.Parallel()

	s := loaded(t)
	var bare []string
	need := func(description, name string) {
		if strings.TrimSpace(description) == "" {
			bare = append(bare, name)
		}
	}
	for _, def := range s.Types {
		if def.BuiltIn {
			continue
		}
		need(def.Description, def.Name)
		for _, v := range def.EnumValues {
			need(v.Description, def.Name+"."+v.Name)
		}
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			need(f.Description, def.Name+"."+f.Name)
			for _, a := range f.Arguments {
				need(a.Description, def.Name+"."+f.Name+"."+a.Name)
			}
		}
	}
	slices.Sort(bare)
	if diff := cmp.Diff([]string(nil), bare); diff != "" {
		t.Errorf("without a description (-want +got):\n%s", diff)
	}
}

// A schema file is read at one sitting.
func TestSchemaFilesAreShort(t *testing.T) {
	t.Parallel()

	names, err := fs.Glob(schema.Files, "*.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		raw, err := schema.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(raw), "\n"); n > maxLines {
			t.Errorf("%s has %d lines, more than %d", name, n, maxLines)
		}
	}
}

// Whatever may grow is read in pages: each connection, whichever field gives it, takes first and after.
func TestConnectionsArePaged(t *testing.T) {
	t.Parallel()

	for _, def := range loaded(t).Types {
		for _, f := range def.Fields {
			if !strings.HasSuffix(f.Type.Name(), "Connection") {
				continue
			}
			for name, typ := range map[string]string{"first": "Int", "after": "String"} {
				if a := f.Arguments.ForName(name); a == nil || a.Type.String() != typ {
					t.Errorf("%s.%s takes no %s: %s", def.Name, f.Name, name, typ)
				}
			}
		}
	}
}

// A scalar of ours says where its form is laid down.
func TestScalarsAreSpecified(t *testing.T) {
	t.Parallel()

	for _, def := range loaded(t).Types {
		if def.Kind == ast.Scalar && !def.BuiltIn && def.Directives.ForName("specifiedBy") == nil {
			t.Errorf("scalar %s has no @specifiedBy", def.Name)
		}
	}
}
