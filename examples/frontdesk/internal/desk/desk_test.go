package desk_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/rfm"
)

func opened(t *testing.T) (*desk.Desk, *store.DB) {
	t.Helper()
	return openedAt(t, filepath.Join(t.TempDir(), "desk.db"), time.Now)
}

func openedAt(t *testing.T, path string, now func() time.Time) (*desk.Desk, *store.DB) {
	t.Helper()
	db, err := store.Open(t.Context(), store.Options{Source: path})
	must(t, err)
	t.Cleanup(func() { must(t, db.Close()) })
	d, err := desk.New(t.Context(), db, desk.DemoDate, now)
	must(t, err)
	return d, db
}

func demo(t *testing.T) (*desk.Desk, *store.DB) {
	t.Helper()
	d, db := opened(t)
	must(t, d.Load(t.Context(), desk.NewDemo(1000)))
	return d, db
}

// The card of one guest, made of the guest's own rows, is what the whole hotel's batch says of that guest.
func TestCardsAgreeWithTheBatch(t *testing.T) {
	d, db := demo(t)
	v, err := d.Values(t.Context())
	must(t, err)
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: v.House.Currency})
	must(t, err)
	must(t, db.Read(t.Context(), func(tx *store.Tx) error { return register.AddSeq(tx.EveryStay()) }))
	summaries, err := register.Summaries(v.House.BusinessDate, hotelcrm.Window{})
	must(t, err)
	scorer, err := rfm.NewScorer(*v.Thresholds)
	must(t, err)
	scores, err := scorer.ScoreAll(summaries)
	must(t, err)
	for i, want := range summaries.All() {
		if i%7 > 0 {
			continue
		}
		card, err := d.Card(t.Context(), want.Guest)
		must(t, err)
		got := *card.History
		if !got.Revenue.Equal(want.Revenue) || !got.RepeatRevenue.Equal(want.RepeatRevenue) {
			t.Errorf("revenue %s and %s, want %s and %s", got.Revenue, got.RepeatRevenue, want.Revenue, want.RepeatRevenue)
		}
		got.Revenue, got.RepeatRevenue = want.Revenue, want.RepeatRevenue
		if got != want || card.Score.Score != scores.At(i) {
			t.Errorf("%+v, %v; want %+v, %v", got, card.Score.Score, want, scores.At(i))
		}
		if card.Class.Since != v.House.BusinessDate || card.Class.Reason.Class != card.Class.ID {
			t.Errorf("class %+v", card.Class)
		}
		if w := card.Worth; w == nil || w.Alive.Low > w.Alive.Value || w.Alive.Value > w.Alive.High || w.Residual == nil || w.Residual.ParameterLow.GreaterThan(w.Residual.ParameterHigh) || w.Counts.Within < .8 || w.Counts.Low > w.Counts.High {
			t.Errorf("worth %+v", w)
		}
	}
}

func TestCardBeforeTheFirstNight(t *testing.T) {
	d, db := opened(t)
	stay := hotelcrm.Stay{ID: "S1", Property: "CITY", Guest: "G1", Status: hotelcrm.Departed, Arrival: desk.DemoDate.AddDays(-3), Departure: desk.DemoDate.AddDays(-1)}
	must(t, db.Write(t.Context(), func(tx *store.Tx) error { _, err := tx.PutStay(&stay); return err }))
	card, err := d.Card(t.Context(), "G1")
	must(t, err)
	if card.Score != nil || card.Worth != nil || card.Class.ID != "new" || card.History.Nights != 2 {
		t.Errorf("%+v", card)
	}
	why := map[string]string{}
	for _, m := range card.Missing {
		why[m.Part] = m.Why
	}
	if why["score"] != desk.NoNightly || why["worth"] != desk.NoNightly || why["status"] != desk.NotAMember || why["satisfaction"] != desk.NoAnswers {
		t.Errorf("%v", why)
	}
	if _, err := d.Card(t.Context(), "G2"); !errors.Is(err, desk.ErrNoGuest) {
		t.Error(err)
	}
	night, err := d.Nightly(t.Context(), desk.DemoDate.AddDays(1)) // one guest tells no model
	must(t, err)
	if card, err = d.Card(t.Context(), "G1"); err != nil || night.None == "" || card.Score == nil || card.Worth != nil {
		t.Errorf("after a night: %+v, %+v, %v", night, card, err)
	}
}

func TestNightMovesTheBusinessDate(t *testing.T) {
	d, db := demo(t)
	before, err := db.Verify(t.Context())
	must(t, err)
	night, err := d.Nightly(t.Context(), desk.DemoDate.AddDays(1))
	must(t, err)
	if night.Date != desk.DemoDate.AddDays(1) || night.Model == "" || night.Guests < 500 {
		t.Errorf("%+v", night)
	}
	again, err := d.Nightly(t.Context(), night.Date) // as after an interruption
	must(t, err)
	after, err := db.Verify(t.Context())
	must(t, err)
	if again.Moved != 0 || again.Lapsed != 0 || after != before {
		t.Errorf("the same night again: %+v, %+v", again, after)
	}
	for _, on := range []hotelcrm.Date{desk.DemoDate, 0} {
		if _, err := d.Nightly(t.Context(), on); err == nil {
			t.Errorf("the business date went back to %s", on)
		}
	}
}

func TestNightSweepsWhatHasLapsed(t *testing.T) {
	d, db := demo(t)
	found, err := d.Find(t.Context(), "G", 10_000)
	must(t, err)
	next := hotelcrm.DateOf(2027, 1, 1) // points of 2024 and before are dead
	must(t, nightsTo(t.Context(), d, next.AddDays(-1)))
	lapse := map[string]int64{}
	for _, f := range found {
		card, err := d.Card(t.Context(), f.Guest)
		must(t, err)
		if card.Points != nil && len(card.Points.Lapses) > 0 && card.Points.Lapses[0].Date == next {
			lapse[f.Guest] = card.Points.Points - card.Points.Lapses[0].Points
		}
	}
	night, err := d.Nightly(t.Context(), next)
	must(t, err)
	if night.Lapsed != len(lapse) || len(lapse) == 0 {
		t.Errorf("points lapsed in %d accounts, foretold in %d", night.Lapsed, len(lapse))
	}
	for guest, want := range lapse {
		card, err := d.Card(t.Context(), guest)
		must(t, err)
		if card.Points.Points != want {
			t.Errorf("%d points, foretold %d", card.Points.Points, want)
		}
	}
	_, err = db.Verify(t.Context())
	must(t, err)
}

// A desk whose clock is behind writes after the other all the same, and the ledger's order of recording holds.
func TestClocksMayDiffer(t *testing.T) {
	d, db := demo(t)
	late, err := desk.New(t.Context(), db, desk.DemoDate, func() time.Time { return time.Unix(1, 0) })
	must(t, err)
	var guest string
	found, err := d.Find(t.Context(), "G", 1000)
	must(t, err)
	for _, f := range found {
		if card, err := d.Card(t.Context(), f.Guest); err == nil && card.Points != nil && card.Points.Available > 100 {
			guest = f.Guest
			break
		}
	}
	_, err = late.Redeem(t.Context(), desk.Request{ID: "redeem-0001"}, guest, 50, "")
	if errors.Is(err, points.OutOfOrder) || err != nil {
		t.Error(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A membership that cannot be read is an error of the desk, not a guest who is no member.
func TestPointsOfAMembershipThatCannotBeRead(t *testing.T) {
	d, db := opened(t)
	must(t, db.Write(t.Context(), func(tx *store.Tx) error { return tx.PutMember("G1", "Ada", "no membership") }))
	for guest, unknown := range map[string]bool{"G1": false, "G2": true} {
		_, err := d.Redeem(t.Context(), desk.Request{ID: "redeem-" + guest}, guest, 50, "")
		if err == nil || errors.Is(err, desk.ErrNoMember) != unknown {
			t.Errorf("%s: %v", guest, err)
		}
	}
}
