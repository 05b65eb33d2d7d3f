package web

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// facts are what the layers know of a request beside the request itself.
type facts struct {
	id      string
	route   string // the pattern: the path may name a guest
	guest   string // struck out of what is logged
	problem string
	fault   error
	stack   []byte
	status  int
	bytes   int
}

type factsKey struct{}

// about returns the facts of a request.
func about(r *http.Request) *facts {
	if f, ok := r.Context().Value(factsKey{}).(*facts); ok {
		return f
	}
	return &facts{}
}

// blame keeps an error of the service for the log, with the place where a write panicked.
func (f *facts) blame(err error) {
	f.fault = err
	if e, ok := errors.AsType[*store.PanicError](err); ok {
		f.stack = e.Stack
	}
}

// outer is around all routes: the request id, the security headers, the rate limit, the log, the metrics, and a panic
// that becomes an error.
func (s *Server) outer(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		f := &facts{id: rand.Text()}
		ctx, cancel := context.WithTimeout(context.WithValue(r.Context(), factsKey{}, f), s.config.Work)
		defer cancel()
		r = r.WithContext(ctx)
		out := &counted{ResponseWriter: w, facts: f}
		secure(w.Header(), f.id)
		defer func() {
			if value := recover(); value != nil {
				f.fault, f.stack = fmt.Errorf("panic: %v", value), debug.Stack()
				if f.status == 0 {
					isFault.document("").write(out, r)
				}
			}
			s.record(r, f, time.Since(begin))
		}()
		if !s.rates.allow(address(r)) {
			isOften.document("").write(out, r)
			return
		}
		s.route(out, r, mux)
	})
}

// route answers for the mux where it would do so in plain text.
func (s *Server) route(w http.ResponseWriter, r *http.Request, mux *http.ServeMux) {
	_, pattern := mux.Handler(r)
	if pattern != "" {
		mux.ServeHTTP(w, r)
		return
	}
	probe := &counted{ResponseWriter: &silent{header: http.Header{}}, facts: &facts{}}
	mux.ServeHTTP(probe, r)
	if allow := probe.Header().Get("Allow"); allow != "" {
		w.Header().Set("Allow", allow)
		isMethod.document("").write(w, r)
		return
	}
	isNoRoute.document("").write(w, r)
}

// record logs and counts a request. Path, query and body are not in it: they may name a guest.
func (s *Server) record(r *http.Request, f *facts, took time.Duration) {
	s.metrics.served(f.route, r.Method, f.status, took)
	level, attrs := slog.LevelInfo, []slog.Attr{
		slog.String("id", f.id), slog.String("method", method(r.Method)), slog.String("route", f.route), slog.Int("status", f.status),
		slog.Int("bytes", f.bytes), slog.Duration("took", took),
	}
	if f.problem != "" {
		attrs = append(attrs, slog.String("problem", f.problem))
	}
	if f.fault != nil {
		level = slog.LevelError
		attrs = append(attrs, slog.String("error", struckOut(f.fault, f.guest)), slog.String("stack", string(f.stack)))
	}
	s.log.LogAttrs(r.Context(), level, "request", attrs...)
}

// struckOut returns the text of an error without the guest's id, as it is or as it stands between quotes.
func struckOut(err error, guest string) string {
	if guest == "" {
		return err.Error()
	}
	quoted := strconv.Quote(guest)
	return strings.NewReplacer(quoted, "[guest]", guest, "[guest]").Replace(err.Error())
}

// method returns a method that is known: a client may send any text.
func method(name string) string {
	switch name {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch, http.MethodOptions:
		return name
	}
	return "other"
}

// secure sets what browsers are told about every answer.
func secure(h http.Header, id string) {
	h.Set("X-Request-Id", id)
	h.Set("Content-Security-Policy", contentPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

// address returns whom the rate limit counts: a network of one host, or of one site in the newer protocol.
func address(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return ""
	}
	if ip := net.ParseIP(host); ip != nil && ip.To4() == nil {
		return ip.Mask(net.CIDRMask(64, 128)).String()
	}
	return host
}

// counted notes what is answered.
type counted struct {
	http.ResponseWriter
	facts *facts
}

func (c *counted) WriteHeader(status int) {
	if c.facts.status == 0 {
		c.facts.status = status
	}
	c.ResponseWriter.WriteHeader(status)
}

func (c *counted) Write(b []byte) (int, error) {
	if c.facts.status == 0 {
		c.facts.status = http.StatusOK
	}
	n, err := c.ResponseWriter.Write(b)
	c.facts.bytes += n
	return n, err
}

// Unwrap is for [http.ResponseController] and [http.MaxBytesReader].
func (c *counted) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// silent swallows an answer.
type silent struct{ header http.Header }

func (s *silent) Header() http.Header         { return s.header }
func (s *silent) WriteHeader(int)             {}
func (s *silent) Write(b []byte) (int, error) { return len(b), nil }
