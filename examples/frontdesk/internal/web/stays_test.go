package web_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
)

// version returns the stay in another version with another amount.
func version(n int, amount string) string {
	return strings.NewReplacer(`"version":1`, fmt.Sprintf(`"version":%d`, n), "100.00", amount).Replace(stay)
}

func TestCorrectedStayCorrectsThePoints(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	for i, step := range []struct {
		body   string
		status int
		points int64
	}{
		{version(1, "100.00"), 200, 1000},                                                         // the same again
		{version(1, "100"), 200, 1000},                                                            // the same amount written otherwise
		{version(1, "99.00"), 409, 1000},                                                          // another content under a known version
		{version(3, "40.00"), 201, 400},                                                           // a refund
		{version(2, "80.00"), 200, 400},                                                           // comes late
		{strings.Replace(version(4, "40.00"), "departed", "cancelled", 1), 201, 0},                // it never was
		{version(5, "60.00"), 201, 600},                                                           // it was, after all
		{strings.Replace(version(6, "60.00"), "G1749486", "G0000002", 1), 201, 0},                 // it was somebody else
		{version(7, "70.00"), 201, 700},                                                           // it was not
		{strings.Replace(version(8, "70.00"), `"status"`, `"role":"sharer","status"`, 1), 201, 0}, // who only shared the room
	} {
		s.post("/v1/stays", fmt.Sprintf("correct-%02d", i), step.body).want(t, step.status)
		if got := s.available(); got != step.points {
			t.Errorf("step %d: %d points, want %d", i, got, step.points)
		}
	}
}

func TestSpentPointsOfARefundAreOwed(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	s.post("/v1/points/redeem", "redeem-0001", `{"guest":"G1749486","points":900}`).want(t, 201)
	s.post("/v1/stays", "correct-01", version(2, "40.00")).want(t, 201)
	var card struct {
		Points struct{ Points, Available, Owed int64 }
	}
	s.get("/v1/guests/"+guest+"/card").want(t, http.StatusOK).read(t, &card)
	if card.Points.Points != -500 || card.Points.Available != 0 || card.Points.Owed != 500 {
		t.Errorf("%+v", card.Points)
	}
}

func TestHoldsAreCapturedAndReleased(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	for i, step := range []struct {
		path, body string
		status     int
		points     int64
	}{
		{"hold", `{"guest":"G1749486","points":600}`, 201, 400},
		{"redeem", `{"guest":"G1749486","points":500}`, 409, 400},
		{"capture", `{"guest":"G1749486","hold":"step-0000","points":250}`, 201, 750},
		{"release", `{"guest":"G1749486","hold":"step-0000"}`, 409, 750},
		{"hold", `{"guest":"G1749486","points":700}`, 201, 50},
		{"release", `{"guest":"G1749486","hold":"step-0004"}`, 201, 750},
		{"void", `{"guest":"G1749486","ref":"step-0002"}`, 201, 1000},
		{"void", `{"guest":"G1749486","ref":"step-9999"}`, 409, 1000},
		{"redeem", `{"guest":"nobody","points":1}`, 404, 1000},
	} {
		s.post("/v1/points/"+step.path, fmt.Sprintf("step-%04d", i), step.body).want(t, step.status)
		if got := s.available(); got != step.points {
			t.Errorf("step %d: %d points, want %d", i, got, step.points)
		}
	}
}

func TestConsentIsWhatWasSaidLast(t *testing.T) {
	s := newSite(t, web.Config{})
	give := func(key, granted, given string) {
		body := fmt.Sprintf(`{"guest":"G1","purpose":"marketing","channel":"email","granted":%s,"given":"%s"}`, granted, given)
		s.post("/v1/consents", key, body).want(t, 201)
	}
	flag := func() bool {
		var card struct{ Consent []struct{ Granted bool } }
		s.get("/v1/guests/G1/card").want(t, http.StatusOK).read(t, &card)
		return len(card.Consent) == 1 && card.Consent[0].Granted
	}
	for i, step := range []struct {
		granted, given string
		want           bool
	}{{"true", "2025-03-01", true}, {"false", "2025-06-01", false}, {"true", "2025-05-01", false}, {"true", "2025-06-01", false}, {"true", "2025-07-01", true}} {
		give(fmt.Sprintf("consent-%02d", i), step.granted, step.given)
		if flag() != step.want {
			t.Errorf("step %d: granted %v", i, flag())
		}
	}
}
