package desk_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/shopspring/decimal"
)

// Of several nights at once the latest holds: the business date never goes back.
func TestNightsAtOnceNeverGoBack(t *testing.T) {
	d, _ := opened(t)
	for round := range 20 {
		start := desk.DemoDate.AddDays(20 * round)
		dates := make([]hotelcrm.Date, 8)
		var group sync.WaitGroup
		for i := range dates {
			group.Go(func() {
				on := start.AddDays((i*5)%8 + 1)
				_, err := d.Nightly(t.Context(), on)
				if _, refused := errors.AsType[*hotelcrm.ParamError](err); err != nil && !refused {
					t.Error(err)
				}
				if err == nil {
					dates[i] = on
				}
			})
		}
		group.Wait()
		latest := hotelcrm.Date(0)
		for _, on := range dates {
			latest = max(latest, on)
		}
		v, err := d.Values(t.Context())
		must(t, err)
		if v.House.BusinessDate != latest {
			t.Fatalf("the business date is %s, after a night of %s", v.House.BusinessDate, latest)
		}
	}
}

// nightsTo moves the business date to a later one, as a house does that was closed for long.
func nightsTo(ctx context.Context, d *desk.Desk, on hotelcrm.Date) error {
	v, err := d.Values(ctx)
	for at := v.House.BusinessDate; err == nil && at < on; {
		at = min(on, at.AddDays(desk.MostNights))
		_, err = d.Nightly(ctx, at)
	}
	return err
}

// The business date never goes back, so one mistyped year must not carry the house away.
func TestNightRefusesDatesFarAhead(t *testing.T) {
	d, _ := opened(t)
	for _, test := range []struct {
		on      hotelcrm.Date
		allowed string // empty: it is
	}{
		{hotelcrm.DateOf(2062, 1, 2), "the business date 2026-01-01 or a later one up to 2026-02-01, 31 days after it"},
		{hotelcrm.DateOf(2026, 2, 2), "the business date 2026-01-01 or a later one up to 2026-02-01, 31 days after it"},
		{hotelcrm.DateOf(2026, 2, 1), ""},
		{hotelcrm.DateOf(2026, 3, 5), "the business date 2026-02-01 or a later one up to 2026-03-04, 31 days after it"},
		{hotelcrm.DateOf(2026, 3, 4), ""},
		{hotelcrm.MaxDate + 1, "the business date 2026-03-04 or a later one up to 2026-04-04, 31 days after it"},
	} {
		_, err := d.Nightly(t.Context(), test.on)
		wrong, refused := errors.AsType[*hotelcrm.ParamError](err)
		if refused != (test.allowed != "") || refused && (wrong.Param != "date" || wrong.Value != test.on.String() || wrong.Allowed != test.allowed) {
			t.Errorf("%s: %v", test.on, err)
		}
	}
	must(t, nightsTo(t.Context(), d, hotelcrm.DateOf(2026, 7, 1)))
}

// After the answer to a request is forgotten, its retry is still no second consent and no second redemption.
func TestForgottenRequestsHaveNoSecondEffect(t *testing.T) {
	d, db := opened(t)
	_, err := d.Enrol(t.Context(), desk.Request{ID: "member-01"}, desk.Member{Guest: "G1", Enrolled: desk.DemoDate.AddDays(-9)})
	must(t, err)
	stay := hotelcrm.Stay{ID: "S1", Property: "CITY", Guest: "G1", Status: hotelcrm.Departed, Arrival: desk.DemoDate.AddDays(-3), Departure: desk.DemoDate.AddDays(-1)}
	stay.Revenue.Rooms = decimal.New(100, 0)
	_, err = d.TakeStay(t.Context(), desk.Request{ID: "stay-0001"}, stay)
	must(t, err)
	redeem := func() error {
		_, err := d.Redeem(t.Context(), desk.Request{ID: "redeem-01"}, "G1", 300, "")
		return err
	}
	consent := func() error {
		_, err := d.TakeConsent(t.Context(), desk.Request{ID: "consent-01"}, "G1", store.Consent{Purpose: "marketing", Channel: "email", Granted: true, Given: desk.DemoDate})
		return err
	}
	must(t, errors.Join(redeem(), consent()))
	must(t, db.Write(t.Context(), func(tx *store.Tx) error { _, err := tx.Forget(1 << 60); return err }))
	if err := consent(); !errors.Is(err, desk.ErrKnown) {
		t.Error(err)
	}
	must(t, redeem())
	card, err := d.Card(t.Context(), "G1")
	must(t, err)
	if card.Points.Available != 700 {
		t.Errorf("%d points after one redemption of 300 of 1000", card.Points.Available)
	}
}

// A night forgets the answers to old requests, and to no others.
func TestNightForgetsOldRequests(t *testing.T) {
	d, db := opened(t)
	_, err := d.Enrol(t.Context(), desk.Request{ID: "member-01"}, desk.Member{Guest: "G1", Enrolled: desk.DemoDate})
	must(t, err)
	for _, test := range []struct {
		days   int
		forgot int64
	}{{0, 0}, {29, 0}, {31, 1}} {
		later, err := desk.New(t.Context(), db, desk.DemoDate, func() time.Time { return time.Now().AddDate(0, 0, test.days) })
		must(t, err)
		if night, err := later.Nightly(t.Context(), desk.DemoDate); err != nil || night.Forgot != test.forgot {
			t.Errorf("after %d days: %d forgotten, want %d, %v", test.days, night.Forgot, test.forgot, err)
		}
	}
}
