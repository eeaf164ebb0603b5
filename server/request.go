package server

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"net/netip"
	"strings"
	"sync/atomic"

	"github.com/vektah/gqlparser/v2/ast"
)

const requestIDHeader = "X-Request-Id"

// maxRequestIDBytes bounds the ids that clients choose, since they go into every log line.
const maxRequestIDBytes = 128

const anonymous = "anonymous"

// Identity is who is asking.
type Identity struct {
	Name string // anonymous as long as nobody need say who they are
}

// request is what is known of the request that a context belongs to; one value carries all of it.
type request struct {
	id       string
	who      Identity
	address  string // the client's, without its port
	exchange exchange
	// socket counts the subscriptions of a WebSocket, each of whose operations stands for itself;
	// nil for other requests.
	socket *atomic.Int64
}

// exchange is what one HTTP request turned out to be, for its log line and its metrics.
type exchange struct{ kind, name, code string }

type requestKey struct{}

func requestOf(ctx context.Context) *request {
	known, _ := ctx.Value(requestKey{}).(*request)
	return known
}

// RequestID gives the id of the request that a context belongs to, empty outside of any.
func RequestID(ctx context.Context) string {
	if known := requestOf(ctx); known != nil {
		return known.id
	}
	return ""
}

// IdentityOf gives who asks in a request's context, anonymous outside of any.
func IdentityOf(ctx context.Context) Identity {
	if known := requestOf(ctx); known != nil {
		return known.who
	}
	return Identity{Name: anonymous}
}

// ClientOf tells clients apart: by name where they have one, otherwise by the address they come from, which behind
// a proxy is the proxy's. It is empty outside of any request.
func ClientOf(ctx context.Context) string {
	known := requestOf(ctx)
	switch {
	case known == nil:
		return ""
	case known.who.Name != anonymous:
		return "name " + known.who.Name
	}
	return "address " + known.address
}

// exchangeOf is nil within a WebSocket.
func exchangeOf(ctx context.Context) *exchange {
	if known := requestOf(ctx); known != nil && known.socket == nil {
		return &known.exchange
	}
	return nil
}

func (x *exchange) setOperation(op *ast.OperationDefinition) {
	if x != nil {
		x.kind, x.name = string(op.Operation), op.Name
	}
}

// identify is the one place that decides who is asking; nobody is asked yet. It keeps the id that a
// client sent for its request, if it is printable and short, or makes one.
func identify(r *http.Request) *http.Request {
	id := r.Header.Get(requestIDHeader)
	isOdd := func(c rune) bool { return c <= ' ' || c > '~' }
	if id == "" || len(id) > maxRequestIDBytes || strings.ContainsFunc(id, isOdd) {
		id = rand.Text()
	}
	known := &request{id: id, who: Identity{Name: anonymous}, address: addressOf(r.RemoteAddr)}
	return r.WithContext(context.WithValue(r.Context(), requestKey{}, known))
}

// addressOf is what of a connection's other end tells clients apart: an address without its port, and of IPv6 the
// first half, since whoever has one address there has as many as they like.
func addressOf(remote string) string {
	at, err := netip.ParseAddrPort(remote)
	if err != nil {
		return remote
	}
	addr := at.Addr().Unmap()
	if addr.Is4() {
		return addr.String()
	}
	half, err := addr.Prefix(64)
	if err != nil {
		return addr.String()
	}
	return half.String()
}

// withSocket gives the context of a WebSocket that a request has become.
func withSocket(ctx context.Context) context.Context {
	return context.WithValue(ctx, requestKey{},
		&request{id: RequestID(ctx), who: IdentityOf(ctx), address: requestOf(ctx).address, socket: new(atomic.Int64)})
}

// WithRequestIDs makes a log handler add the request's id to every record of its context.
func WithRequestIDs(next slog.Handler) slog.Handler { return idHandler{next} }

type idHandler struct{ slog.Handler }

func (h idHandler) Handle(ctx context.Context, record slog.Record) error {
	if id := RequestID(ctx); id != "" {
		record.AddAttrs(slog.String("request", id))
	}
	return h.Handler.Handle(ctx, record)
}

func (h idHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return idHandler{h.Handler.WithAttrs(attrs)}
}

func (h idHandler) WithGroup(name string) slog.Handler { return idHandler{h.Handler.WithGroup(name)} }
