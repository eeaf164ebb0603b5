package server

import (
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// guard keeps other web sites from asking through a visitor's browser.
//
// A page of another site can send a browser here in three ways: by script (the browser sets Origin,
// and asks first for anything but the simplest requests), by a form or an image (Sec-Fetch-Site
// says so; a body is never application/json, see checkMediaType), and by giving its own name our
// address (DNS rebinding: Host is that name). Programs that are not browsers send none of these
// and pass.
type guard struct {
	origins       []string
	hosts         []string
	restrictHosts bool // only loopback's names and hosts are ours
}

func newGuard(c Config) guard {
	host, _, err := net.SplitHostPort(c.Listen)
	return guard{
		origins: c.AllowOrigins, hosts: c.AllowHosts,
		restrictHosts: err == nil && isLoopback(host) || len(c.AllowHosts) > 0,
	}
}

func isLoopback(host string) bool {
	host = strings.ToLower(strings.Trim(host, "[]"))
	return host == "localhost" || strings.HasSuffix(host, ".localhost") ||
		net.ParseIP(host).IsLoopback()
}

// checkHost refuses names that are not this server's.
func (g guard) checkHost(r *http.Request) *gqlerror.Error {
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	isOurs := func(name string) bool { return strings.EqualFold(name, host) || strings.EqualFold(name, r.Host) }
	if !g.restrictHosts || isLoopback(host) || slices.ContainsFunc(g.hosts, isOurs) {
		return nil
	}
	return fault(graph.Forbidden, "call it by its own name, or have the operator give --allow-host",
		"this server does not answer to the name %.100q", r.Host)
}

// checkOrigin refuses requests made by pages of other sites.
func (g guard) checkOrigin(r *http.Request) *gqlerror.Error {
	origin := r.Header.Get("Origin")
	if origin != "" {
		if isSameSite(origin, r.Host) || g.allows(origin) {
			return nil
		}
		return fault(graph.Forbidden, "have the operator give --allow-origin",
			"pages of %.100q may not ask this server", origin)
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return nil
	}
	return fault(graph.Forbidden, "open it from a page of this server or from no page at all",
		"another site's page made this request")
}

func isSameSite(origin, host string) bool {
	u, err := url.Parse(origin)
	return err == nil && u.Host != "" && strings.EqualFold(u.Host, host)
}

func (g guard) allows(origin string) bool {
	return slices.ContainsFunc(g.origins, func(allowed string) bool {
		return allowed == "*" || strings.EqualFold(strings.TrimSuffix(allowed, "/"), origin)
	})
}

// setCORSHeaders tells browsers that a page of an allowed origin may read the answer, and, when they ask first, that it may
// send any header. Where sites are named their pages may send credentials, too; where any site may ask, none.
func (g guard) setCORSHeaders(w http.ResponseWriter, r *http.Request) {
	if len(g.origins) == 0 {
		return
	}
	header := w.Header()
	header.Add("Vary", "Origin")
	origin := r.Header.Get("Origin")
	if origin == "" || !g.allows(origin) {
		return
	}
	header.Set("Access-Control-Allow-Origin", origin)
	header.Set("Access-Control-Expose-Headers", strings.Join([]string{
		bookmarkHeader, requestIDHeader, "Content-Disposition"}, ", "))
	if !slices.Contains(g.origins, "*") {
		header.Set("Access-Control-Allow-Credentials", "true")
	}
	if r.Method == http.MethodOptions {
		setPreflightHeaders(header, r)
	}
}

// setPreflightHeaders answers a browser that asks what a page may send.
func setPreflightHeaders(header http.Header, r *http.Request) {
	header.Add("Vary", "Access-Control-Request-Headers")
	header.Set("Access-Control-Allow-Methods", "GET, POST")
	names := r.Header.Get("Access-Control-Request-Headers")
	if names == "" || !areHeaderNames(names) {
		names = "Accept, Authorization, Content-Type, " + bookmarkHeader + ", " + explainHeader + ", " + requestIDHeader
	}
	header.Set("Access-Control-Allow-Headers", names)
	header.Set("Access-Control-Max-Age", "600")
}

// areHeaderNames tells a list of names from whatever else a header may hold.
func areHeaderNames(list string) bool {
	return len(list) <= 4096 && !strings.ContainsFunc(list, func(c rune) bool {
		return !(c < 0x80 && isNameByte(byte(c))) && !strings.ContainsRune("-, ", c)
	})
}
