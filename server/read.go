package server

import (
	"errors"
	"strings"

	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/creatorgraph/creatorgraph/graph"
)

// reader makes documents of texts.
type reader struct {
	schema *ast.Schema
	limits *Limits
	rules  *rules.Rules
}

// newReader makes a reader that suggests the schema's names for mistaken ones, or one that does not: where clients
// may not read the schema they are not to guess it either.
func newReader(schema *ast.Schema, limits *Limits, suggests bool) *reader {
	r := &reader{schema: schema, limits: limits, rules: rules.NewDefaultRules()}
	if suggests {
		return r
	}
	for name, rule := range map[string]validator.Rule{
		rules.FieldsOnCorrectTypeRule.Name: rules.FieldsOnCorrectTypeRuleWithoutSuggestions,
		rules.KnownArgumentNamesRule.Name:  rules.KnownArgumentNamesRuleWithoutSuggestions,
		rules.KnownTypeNamesRule.Name:      rules.KnownTypeNamesRuleWithoutSuggestions,
		rules.ScalarLeafsRule.Name:         rules.ScalarLeafsRuleWithoutSuggestions,
		rules.ValuesOfCorrectTypeRule.Name: rules.ValuesOfCorrectTypeRuleWithoutSuggestions,
	} {
		r.rules.ReplaceRule(name, rule.RuleFunc)
	}
	return r
}

// read parses and validates a text that was never seen, after looking at it as the parser's safety
// needs. A text with mistakes is told at most maxErrorsShown of them.
func (r *reader) read(text string) (*document, gqlerror.List) {
	for _, b := range scan(text).limitChecks(r.limits) {
		if b.exceeded() {
			return nil, gqlerror.List{refusal("the document", b)}
		}
	}
	if problem := checkSurrogates("the document", []byte(text)); problem != nil {
		return nil, gqlerror.List{problem}
	}
	// scan counts tokens first and says more; this counts comments, too.
	parsed, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, r.limits.Tokens)
	if err != nil {
		if strings.Contains(err.Error(), "exceeded token limit") {
			return nil, gqlerror.List{fault(graph.TooLarge, "send a shorter one",
				"the document has more than %d tokens, comments among them", r.limits.Tokens)}
		}
		return nil, withCode(graph.Syntax.Code(), asGraphQL(err))
	}
	if len(parsed.Operations) == 0 {
		return nil, withCode(graph.Validation.Code(), gqlerror.Errorf("no operation provided"))
	}
	if errs := validator.ValidateWithRules(r.schema, parsed, r.rules); len(errs) > 0 {
		return nil, truncateList(withCode(graph.Validation.Code(), errs...))
	}
	return newDocument(text, parsed), nil
}

func asGraphQL(err error) *gqlerror.Error {
	var known *gqlerror.Error
	if errors.As(err, &known) {
		return known
	}
	return gqlerror.Wrap(err)
}

func withCode(code string, errs ...*gqlerror.Error) gqlerror.List {
	for _, err := range errs {
		errcode.Set(err, code)
	}
	return errs
}

func truncateList(errs gqlerror.List) gqlerror.List {
	if len(errs) <= maxErrorsShown {
		return errs
	}
	more := gqlerror.Errorf("%d more mistakes are not listed", len(errs)-maxErrorsShown)
	return append(errs[:maxErrorsShown:maxErrorsShown], withCode(codeOf(errs[0]), more)...)
}
