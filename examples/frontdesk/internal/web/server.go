package web

import (
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// Config says how the service behaves. The zero values of the times and the rate are the defaults.
type Config struct {
	Token  string        // that every request must bear; empty: none, and only requests to a loopback name are served
	Rate   int           // requests a second from one address; 0: 5000
	Header time.Duration // in which the header must have come; 0: 5 s
	Body   time.Duration // in which the whole request must have come; 0: 10 s
	Work   time.Duration // that a request may take; 0: 10 s
	Log    *slog.Logger  // nil: none
}

// Server serves the front desk. It is an [http.Handler].
type Server struct {
	config   Config
	desk     *desk.Desk
	db       *store.DB
	log      *slog.Logger
	metrics  *metrics
	rates    *rates
	stopping atomic.Bool
	handler  http.Handler
}

// New returns the server of a desk.
func New(d *desk.Desk, db *store.DB, c Config) *Server {
	if c.Rate == 0 {
		c.Rate = 5000
	}
	for _, pair := range []struct {
		to      *time.Duration
		seconds int
	}{{&c.Header, 5}, {&c.Body, 10}, {&c.Work, 10}} {
		if *pair.to == 0 {
			*pair.to = time.Duration(pair.seconds) * time.Second
		}
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{config: c, desk: d, db: db, log: c.Log, metrics: newMetrics(), rates: newRates(c.Rate)}
	db.Observe(s.metrics.committed)
	mux := http.NewServeMux()
	for _, one := range s.routes() {
		mux.Handle(one.pattern, s.guard(one))
	}
	s.handler = s.outer(mux)
	return s
}

// ServeHTTP serves one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Stopping makes the service say that it is not ready, so that no more requests are sent here.
func (s *Server) Stopping() { s.stopping.Store(true) }

// HTTP returns a server with the limits of the config.
func (s *Server) HTTP() *http.Server {
	return &http.Server{
		Handler: s, ReadHeaderTimeout: s.config.Header, ReadTimeout: s.config.Body, WriteTimeout: s.config.Body + s.config.Work,
		IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10, ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
}

// Loopback reports whether an address can be reached from this computer alone.
func Loopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		host = strings.Trim(address, "[]")
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
