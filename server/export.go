package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/export"
	"github.com/creatorgraph/creatorgraph/export/table"
	"github.com/creatorgraph/creatorgraph/graph"
)

// exports answers the questions that /graphql answers with a file for graph tools, at /export/graphml, /export/gexf
// and /export/csv. A question without a query, ?of=ID&depth=2, is one for a neighbourhood.
func (s *Server) exports() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := s.guard.checkOrigin(r); err != nil {
			s.refuse(w, r, err)
			return
		}
		w.Header().Set("Cache-Control", "no-store")
		if r.Method != http.MethodGet && r.Method != http.MethodPost {
			w.Header().Set("Allow", "GET, POST")
			s.refuse(w, r, methodNotAllowed(r))
			return
		}
		format, err := export.FormatNamed(r.PathValue("format"))
		if err != nil {
			s.refuse(w, r, inexportable(graph.NoSuchPath, err))
			return
		}
		s.export(w, neighborhoodAsked(r), format)
	})
}

// export answers one question with a file; mistakes are told as /graphql tells them.
func (s *Server) export(w http.ResponseWriter, r *http.Request, format export.Format) {
	q, problem := s.readParams(w, r)
	if problem != nil {
		s.refuse(w, r, problem)
		return
	}
	op, errs := s.gate.admit(r.Context(), q)
	if errs != nil {
		s.failed(w, s.gate.DispatchError(graphql.WithOperationContext(r.Context(), op), errs))
		return
	}
	if err := checkOperationType(r, op.Operation.Operation); err != nil {
		s.refuse(w, r, err)
		return
	}
	ctx, marks, wrong := s.withBookmarks(r)
	if wrong != nil {
		s.refuse(w, r, wrong)
		return
	}
	responses, ctx := s.gate.DispatchOperation(ctx, op)
	resp := responses(ctx)
	marks.answer(w)
	if len(resp.Errors) > 0 {
		s.failed(w, resp)
		return
	}
	found, err := export.Read(resp.Data, table.Question{Operation: op.Operation, Variables: op.Variables})
	if err != nil {
		s.refuse(w, r, inexportable(graph.Invalid, err))
		return
	}
	var file bytes.Buffer
	if err := format.Write(&file, found); err != nil {
		s.failed(w, failure(s.present(ctx, err)))
		return
	}
	w.Header().Set("Content-Type", format.MediaType)
	w.Header().Set("Content-Disposition", `attachment; filename="creatorgraph`+format.Ending+`"`)
	w.Header().Set("Content-Length", strconv.Itoa(file.Len()))
	s.writeChunks(w, file.Bytes())
}

// failed tells what went wrong: there is no part of a file.
func (s *Server) failed(w http.ResponseWriter, resp *graphql.Response) {
	s.reply(w, typeJSON, statusOf(resp.Errors[0]), &graphql.Response{Errors: resp.Errors})
}

func inexportable(kind graph.Kind, err error) *gqlerror.Error {
	var ours *export.Error
	if errors.As(err, &ours) {
		return fault(kind, ours.Remedy, "%s", ours.What)
	}
	return fault(kind, "ask for a subgraph or paths", "%s", err)
}

// neighborhoodQuery is what is asked for where only an id is given.
const neighborhoodQuery = `query Neighborhood($of: ID!, $depth: Int = 1, $kinds: [EdgeKind!], $limit: Int = 200) {
  neighborhood(of: $of, depth: $depth, kinds: $kinds, limit: $limit) {
    nodes { id key name kind }
    edges { id kind from to weight properties }
  }
}`

// neighborhoodAsked turns ?of=ID&depth=2&kinds=RAN,POSTED&limit=500 into the question it stands for.
func neighborhoodAsked(r *http.Request) *http.Request {
	asked := r.URL.Query()
	if r.Method != http.MethodGet || !asked.Has("of") || asked.Has("query") {
		return r
	}
	question := r.Clone(r.Context())
	question.URL.RawQuery = url.Values{"query": {neighborhoodQuery}, "variables": {neighborhoodVariables(asked)}}.Encode()
	return question
}

// neighborhoodVariables gives the question's variables as JSON.
func neighborhoodVariables(asked url.Values) string {
	variables := map[string]any{"of": asked.Get("of")}
	for _, name := range []string{"depth", "limit"} {
		if asked.Has(name) {
			variables[name] = json.Number(asked.Get(name))
		}
	}
	if asked.Has("kinds") {
		variables["kinds"] = strings.Split(asked.Get("kinds"), ",")
	}
	raw, err := json.Marshal(variables)
	if err != nil { // depth or limit is no number: as text it is told so
		variables["depth"], variables["limit"] = asked.Get("depth"), asked.Get("limit")
		raw, _ = json.Marshal(variables)
	}
	return string(raw)
}
