package desk_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/shopspring/decimal"
)

// stayed is a stay that has ended, so many days before the business date.
func stayed(guest, id string, version int64, from, to int) hotelcrm.Stay {
	s := night(guest, id, version, to)
	s.Arrival = desk.DemoDate.AddDays(-from)
	return s
}

// What comes between the reckoning of a stay and its write is not lost: the stay has the points that it has when reckoned
// within the write.
func TestReckoningOfThePastIsDoneAgain(t *testing.T) {
	last := stayed("G1", "LAST", 2, 5, 3)
	void := func(ctx context.Context, d *desk.Desk, r desk.Request) (store.Reply, error) {
		return d.Void(ctx, r, "G1", "CITY/FIRST #1", "wrong")
	}
	for name, between := range map[string]act{
		"nothing":               func(context.Context, *desk.Desk, desk.Request) (store.Reply, error) { return store.Reply{}, nil },
		"an adjoining stay":     takes(stayed("G1", "NEXT", 1, 7, 5)),
		"a stay before":         takes(stayed("G1", "LONG", 1, 40, 20)), // a better tier
		"free nights":           takes(free("G1", "MORE", 1, 30)),       // a better tier, and nothing in the ledger
		"free nights go to G2":  takes(free("G2", "FREE", 2, 17)),
		"a correction":          takes(stayed("G1", "FIRST", 2, 12, 10)),
		"the stay itself":       takes(stayed("G1", "LAST", 1, 6, 3)),
		"the stay was of G2":    takes(stayed("G2", "LAST", 1, 5, 3)),
		"a stay goes to G2":     takes(stayed("G2", "FIRST", 2, 12, 9)),
		"a later version":       takes(stayed("G1", "LAST", 3, 5, 3)),
		"another's stay":        takes(stayed("G3", "OTHER", 1, 5, 3)),
		"a reversal":            void,
		"a night":               nightOf(desk.DemoDate.AddDays(1)),
		"another programme":     twiceAsMuch,
		"a grant":               enrols(desk.Member{Guest: "G1", Enrolled: desk.DemoDate.AddDays(-90), Grants: []loyalty.Grant{gold}}),
		"the stay moved and G2": joined(takes(stayed("G2", "LAST", 1, 5, 3)), takes(stayed("G2", "FIRST", 2, 12, 9))),
	} {
		t.Run(name, func(t *testing.T) {
			late, lateDB := withStays(t)
			write, err := late.ReckonStay(t.Context(), last)
			must(t, err)
			_, err = between(t.Context(), late, desk.Request{ID: "between-1"})
			must(t, err)
			got, err := write(desk.Request{ID: "last-0001"})
			must(t, err)
			soon, soonDB := withStays(t)
			_, err = between(t.Context(), soon, desk.Request{ID: "between-1"})
			must(t, err)
			want, err := soon.TakeStay(t.Context(), desk.Request{ID: "last-0001"}, last)
			must(t, err)
			if string(got.Body) != string(want.Body) {
				t.Errorf("%s, within the write %s", got.Body, want.Body)
			}
			sameLedgers(t, lateDB, soonDB)
		})
	}
}

var gold = loyalty.Grant{Tier: "gold", From: desk.DemoDate.AddDays(-9), Source: loyalty.FromPurchase}

// withStays opens a desk with two members, one of whom has stayed.
func withStays(t *testing.T) (*desk.Desk, *store.DB) {
	t.Helper()
	d, db := still(t)
	d.AheadFrom(never)
	for _, guest := range []string{"G1", "G2"} {
		_, err := d.Enrol(t.Context(), desk.Request{ID: "member-" + guest}, desk.Member{Guest: guest, Enrolled: desk.DemoDate.AddDays(-90)})
		must(t, err)
	}
	for _, s := range []hotelcrm.Stay{free("G1", "FREE", 1, 17), stayed("G1", "FIRST", 1, 12, 10)} {
		_, err := d.TakeStay(t.Context(), desk.Request{ID: "begin-" + s.ID}, s)
		must(t, err)
	}
	return d, db
}

// free is a stay elsewhere that counts for the tier of the last stay, not of the first, and earns nothing.
func free(guest, id string, version int64, from int) hotelcrm.Stay {
	s := stayed(guest, id, version, from, 8)
	s.Property, s.Revenue = "LAKE "+id, hotelcrm.Revenue{}
	return s
}

func nightOf(on hotelcrm.Date) act {
	return func(ctx context.Context, d *desk.Desk, _ desk.Request) (store.Reply, error) {
		_, err := d.Nightly(ctx, on)
		return store.Reply{}, err
	}
}

// twiceAsMuch puts a programme in force that gives twice the points.
func twiceAsMuch(ctx context.Context, d *desk.Desk, _ desk.Request) (store.Reply, error) {
	return store.Reply{}, d.Change(ctx, func(v *desk.Values) { v.Programme.Versions[0].Earn.Rates[0].Points = decimal.New(20, 0) })
}

func joined(acts ...act) act {
	return func(ctx context.Context, d *desk.Desk, r desk.Request) (store.Reply, error) {
		for i, do := range acts {
			if reply, err := do(ctx, d, desk.Request{ID: fmt.Sprint(r.ID, "-", i)}); err != nil {
				return reply, err
			}
		}
		return store.Reply{}, nil
	}
}

// Two desks on one file work for the same guests at once. In the end every ledger is settled and whole.
func TestDesksAtOnceSettleTheSame(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	one, db := openedAt(t, path, time.Now)
	two, _ := openedAt(t, path, time.Now)
	one.AheadFrom(0)
	two.AheadFrom(10)
	desks := []*desk.Desk{one, two}
	for _, guest := range fewGuests {
		_, err := one.Enrol(t.Context(), desk.Request{ID: "member-" + guest}, desk.Member{Guest: guest, Enrolled: desk.DemoDate.AddDays(-90)})
		must(t, err)
	}
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			rng := rand.New(rand.NewPCG(uint64(worker), 2))
			for i := range 30 {
				d, r := desks[rng.IntN(2)], desk.Request{ID: fmt.Sprintf("request-%d-%d", worker, i)}
				guest := fewGuests[rng.IntN(len(fewGuests))]
				var err error
				if rng.IntN(4) == 0 {
					_, err = d.Redeem(t.Context(), r, guest, 50, "")
				} else {
					_, err = d.TakeStay(t.Context(), r, anyStay(rng, guest, i))
				}
				if err != nil && !errors.Is(err, points.Insufficient) && !errors.Is(err, desk.ErrVersion) {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	settled(t, one)
	_, err := db.Verify(t.Context())
	must(t, err)
}

// Whoever waits for a guest's turn may go away, and a turn ends with the request whatever becomes of that.
func TestTurnsEnd(t *testing.T) {
	d, _ := withStays(t)
	d.AheadFrom(0)
	done, err := d.Turn(t.Context(), "G1")
	must(t, err)
	short, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := d.TakeStay(short, desk.Request{ID: "waits-0001"}, stayed("G1", "LAST", 1, 5, 3)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("took a stay out of turn: %v", err)
	}
	_, err = d.TakeStay(t.Context(), desk.Request{ID: "other-0001"}, stayed("G2", "OTHER", 1, 5, 3))
	must(t, err)
	done()
	wrong := stayed("G1", "LAST", 1, 3, 5)
	for range 2 {
		if _, err := d.TakeStay(t.Context(), desk.Request{ID: "wrong-0001"}, wrong); err == nil {
			t.Error("a stay that ends before it begins")
		}
	}
	_, err = d.TakeStay(t.Context(), desk.Request{ID: "right-0001"}, stayed("G1", "LAST", 1, 5, 3))
	must(t, err)
}

// A check-out that nobody disturbs is reckoned once, be it ahead of the write or within it.
func TestStayIsReckonedOnce(t *testing.T) {
	asked := 0
	d, _ := openedAt(t, filepath.Join(t.TempDir(), "desk.db"), func() time.Time { asked++; return noon() })
	_, err := d.Enrol(t.Context(), desk.Request{ID: "member-0001"}, desk.Member{Guest: "G1", Enrolled: desk.DemoDate.AddDays(-90)})
	must(t, err)
	for i, from := range []int64{0, never} {
		asked = 0
		d.AheadFrom(from)
		_, err = d.TakeStay(t.Context(), desk.Request{ID: fmt.Sprint("last-000", i)}, stayed("G1", fmt.Sprint("LAST", i), 1, 5, 3))
		must(t, err)
		if asked != 2 { // for the ledger, and for the answer
			t.Errorf("ahead from %d: the clock was asked %d times", from, asked)
		}
	}
}
