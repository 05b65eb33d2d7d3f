package web

import (
	"context"
	_ "embed"
	"net/http"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

//go:embed openapi.json
var openAPI []byte

// route is one method of one resource.
type route struct {
	pattern string // as of [http.ServeMux]
	serve   http.HandlerFunc
	open    bool // needs no token
}

func (s *Server) routes() []route {
	type reply = store.Reply
	type asked = desk.Request
	d := s.desk
	return []route{
		{"POST /v1/stays", changing(s, func(r stayRequest) string { return r.Guest }, func(ctx context.Context, o asked, r stayRequest) (reply, error) {
			return d.TakeStay(ctx, o, r.Stay)
		}), false},
		{"POST /v1/answers", changing(s, func(r answersRequest) string { return r.Guest }, func(ctx context.Context, o asked, r answersRequest) (reply, error) {
			return d.TakeAnswers(ctx, o, r.answers())
		}), false},
		{"POST /v1/members", changing(s, func(r memberRequest) string { return r.Guest }, func(ctx context.Context, o asked, r memberRequest) (reply, error) {
			return d.Enrol(ctx, o, r.member())
		}), false},
		{"POST /v1/consents", changing(s, func(r consentRequest) string { return r.Guest }, func(ctx context.Context, o asked, r consentRequest) (reply, error) {
			return d.TakeConsent(ctx, o, r.Guest, r.consent())
		}), false},
		{"POST /v1/points/redeem", changing(s, func(r redeemRequest) string { return r.Guest }, func(ctx context.Context, o asked, r redeemRequest) (reply, error) {
			return d.Redeem(ctx, o, r.Guest, r.Points, r.Reason)
		}), false},
		{"POST /v1/points/hold", changing(s, func(r holdRequest) string { return r.Guest }, func(ctx context.Context, o asked, r holdRequest) (reply, error) {
			return d.Hold(ctx, o, r.Guest, r.Points, r.Until, r.Reason)
		}), false},
		{"POST /v1/points/capture", changing(s, func(r captureRequest) string { return r.Guest }, func(ctx context.Context, o asked, r captureRequest) (reply, error) {
			return d.Capture(ctx, o, r.Guest, r.Hold, r.Points)
		}), false},
		{"POST /v1/points/release", changing(s, func(r releaseRequest) string { return r.Guest }, func(ctx context.Context, o asked, r releaseRequest) (reply, error) {
			return d.Release(ctx, o, r.Guest, r.Hold)
		}), false},
		{"POST /v1/points/void", changing(s, func(r voidRequest) string { return r.Guest }, func(ctx context.Context, o asked, r voidRequest) (reply, error) {
			return d.Void(ctx, o, r.Guest, r.Ref, r.Reason)
		}), false},
		{"GET /v1/guests", s.search, false},
		{"GET /v1/guests/{guest}/card", s.card, false},
		{"GET /v1/arrivals", s.arrivals, false},
		{"GET /openapi.json", func(w http.ResponseWriter, _ *http.Request) { send(w, http.StatusOK, openAPI) }, false},
		{"GET /metrics", s.metrics.handler().ServeHTTP, false},
		{"GET /health/live", s.live, true},
		{"GET /health/ready", s.ready, true},
		{"GET /{$}", s.startPage, false},
		{"GET /guests/{guest}", s.cardPage, false},
	}
}
