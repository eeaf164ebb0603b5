package server

import (
	"context"
	"net/http"
)

// Identity is who is asking.
type Identity struct {
	Name string // "anonymous" as long as nobody need say who they are
}

type identityKey struct{}

// IdentityOf gives who asks in a request's context, anonymous outside of any.
func IdentityOf(ctx context.Context) Identity {
	if who, ok := ctx.Value(identityKey{}).(Identity); ok {
		return who
	}
	return Identity{Name: "anonymous"}
}

// identify is the one place that decides who is asking. Nobody is asked yet.
func identify(r *http.Request) *http.Request {
	ctx := context.WithValue(r.Context(), identityKey{}, Identity{Name: "anonymous"})
	return r.WithContext(ctx)
}
