package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"strings"
	"sync"

	"golang.org/x/time/rate"
)

// guard is around one route: the token, the host name, the origin.
func (s *Server) guard(one route) http.Handler {
	origin := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		about(r).route = one.pattern
		switch {
		case s.config.Token == "" && !Loopback(r.Host):
			isHost.document("").write(w, r) // another site's name that leads here
		case s.config.Token != "" && !one.open && !s.signed(r):
			isUnsigned.document("").write(w, r)
		case origin.Check(r) != nil:
			isForeign.document("").write(w, r)
		default:
			one.serve(w, r)
		}
	})
}

// signed reports whether a request bears the token: as a bearer token, or as the password of a browser.
func (s *Server) signed(r *http.Request) bool {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		_, token, ok = r.BasicAuth()
	}
	want, got := sha256.Sum256([]byte(s.config.Token)), sha256.Sum256([]byte(token))
	return ok && subtle.ConstantTimeCompare(want[:], got[:]) == 1
}

// rates limits how often an address may ask.
type rates struct {
	perSecond int
	mu        sync.Mutex
	byAddress map[string]*rate.Limiter
}

// mostAddresses bounds the memory for addresses; when it is reached all begin anew.
const mostAddresses = 10_000

func newRates(perSecond int) *rates {
	return &rates{perSecond: perSecond, byAddress: map[string]*rate.Limiter{}}
}

func (r *rates) allow(address string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	one := r.byAddress[address]
	if one == nil {
		if len(r.byAddress) == mostAddresses {
			clear(r.byAddress)
		}
		one = rate.NewLimiter(rate.Limit(r.perSecond), r.perSecond)
		r.byAddress[address] = one
	}
	return one.Allow()
}
