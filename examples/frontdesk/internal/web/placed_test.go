package web_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
)

// refusal is one entry of the errors of a problem document.
type refusal struct{ Field, Value, Allowed string }

// refusal returns the only entry.
func (a answer) refusal(t *testing.T) refusal {
	t.Helper()
	var p struct{ Errors []refusal }
	a.want(t, http.StatusUnprocessableEntity).read(t, &p)
	if len(p.Errors) != 1 {
		t.Fatalf("%d refusals: %s", len(p.Errors), a.Body)
	}
	return p.Errors[0]
}

// Whoever wrote the interface learns which field it was, what stood there and what may.
func TestRefusalsNameFieldValueAndWhatIsAllowed(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	const (
		statuses = "tentative, booked, in-house, departed, cancelled, no-show"
		dates    = "a date as YYYY-MM-DD, years 0001 to 9999"
		number   = "a decimal number, such as 120.50"
	)
	for _, test := range []struct {
		old, text string // of the stay
		want      refusal
	}{
		{`"departed"`, `"gone"`, refusal{"status", "gone", "one of " + statuses}},
		{`"departed"`, `"Departed"`, refusal{"status", "Departed", "one of " + statuses}},
		{`"departed"`, `""`, refusal{"status", "", "unset or unknown code; want " + statuses}},
		{`"departed"`, `3`, refusal{"status", "", "another type than number"}},
		{`"status"`, `"role":"friend","status"`, refusal{"role", "friend", "one of primary, sharer, accompanying, account"}},
		{`2025-12-29`, `2025-02-30`, refusal{"arrival", "2025-02-30", dates}},
		{`2026-01-01`, `1.1.2026`, refusal{"departure", "1.1.2026", dates}},
		{`"1.00"`, `"much"`, refusal{"revenue.rooms", "", number}},
		{`{"rooms":"1.00"}`, `[]`, refusal{"revenue", "", "another type than array"}},
	} {
		got := s.post("/v1/stays", "refused-001", strings.Replace(version(9, "1.00"), test.old, test.text, 1)).refusal(t)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.text, diff)
		}
	}
	grant := strings.Replace(member, "}", `,"grants":[{"tier":"gold","from":"2024-02-30"}]}`, 1)
	if got := s.post("/v1/members", "refused-001", grant).refusal(t); got != (refusal{"grants", "2024-02-30", dates}) {
		t.Errorf("%+v", got)
	}
}
