package web

import "github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"

// Patterns returns the patterns of all routes.
func Patterns() []string {
	var out []string
	s := &Server{desk: &desk.Desk{}, metrics: newMetrics()}
	for _, one := range s.routes() {
		out = append(out, one.pattern)
	}
	return out
}

// Words are what the pages say.
var Words = words
