package desk_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/shopspring/decimal"
)

// noon is a clock that stands still, so that two desks record the same.
func noon() time.Time { return time.Unix(1_767_268_800, 0) }

// still opens a new database with a desk whose clock stands still.
func still(t *testing.T) (*desk.Desk, *store.DB) {
	t.Helper()
	return openedAt(t, filepath.Join(t.TempDir(), "desk.db"), noon)
}

// never is more than any guest has.
const never = 1 << 60

// act is something that a front desk does.
type act func(ctx context.Context, d *desk.Desk, r desk.Request) (store.Reply, error)

var fewGuests = []string{"G1", "G2", "G3"}

// anyAct draws an act of few guests and few stays, so that they meet: versions out of order, stays that adjoin, that move
// to another guest, that are cancelled after they have earned.
func anyAct(rng *rand.Rand, before int) act {
	guest := fewGuests[rng.IntN(len(fewGuests))]
	switch rng.IntN(16) {
	case 0, 1:
		m := desk.Member{Guest: guest, Name: fmt.Sprint("Name ", rng.IntN(3)), Enrolled: desk.DemoDate.AddDays(-30)}
		return enrols(m)
	case 2, 3:
		n := int64(1 + rng.IntN(2000))
		return func(ctx context.Context, d *desk.Desk, r desk.Request) (store.Reply, error) {
			return d.Redeem(ctx, r, guest, n, "night")
		}
	case 4:
		ref := fmt.Sprintf("request-%d", rng.IntN(before+1))
		if rng.IntN(2) == 0 {
			ref = fmt.Sprintf("CITY/S%d #1", rng.IntN(6))
		}
		return func(ctx context.Context, d *desk.Desk, r desk.Request) (store.Reply, error) {
			return d.Void(ctx, r, guest, ref, "wrong")
		}
	case 5:
		days := rng.IntN(400)
		return func(ctx context.Context, d *desk.Desk, _ desk.Request) (store.Reply, error) {
			v, err := d.Values(ctx)
			if err == nil {
				err = nightsTo(ctx, d, v.House.BusinessDate.AddDays(days))
			}
			return store.Reply{}, err
		}
	}
	return takes(anyStay(rng, guest, before))
}

func anyStay(rng *rand.Rand, guest string, most int) hotelcrm.Stay {
	s := hotelcrm.Stay{ID: fmt.Sprint("S", rng.IntN(6)), Property: []string{"CITY", "LAKE"}[rng.IntN(2)], Guest: guest, Version: int64(rng.IntN(most + 2))}
	s.Status = []hotelcrm.Status{hotelcrm.Departed, hotelcrm.Departed, hotelcrm.Departed, hotelcrm.Booked, hotelcrm.Cancelled, hotelcrm.NoShow}[rng.IntN(6)]
	s.Arrival = desk.DemoDate.AddDays(-1 - rng.IntN(60))
	s.Departure = s.Arrival.AddDays(rng.IntN(12))
	s.Revenue.Rooms = decimal.New(rng.Int64N(300_000), -2)
	s.Revenue.FoodBeverage = decimal.New(rng.Int64N(20_000), -2)
	return s
}

func takes(s hotelcrm.Stay) act {
	return func(ctx context.Context, d *desk.Desk, r desk.Request) (store.Reply, error) {
		return d.TakeStay(ctx, r, s)
	}
}

func enrols(m desk.Member) act {
	return func(ctx context.Context, d *desk.Desk, r desk.Request) (store.Reply, error) {
		return d.Enrol(ctx, r, m)
	}
}

// Reckoned ahead of the write or within it: the answers are the same, and so is the ledger, event by event.
func TestReckoningAheadChangesNothing(t *testing.T) {
	const acts = 90
	moved, refused := 0, 0
	for seed := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 1))
		ahead, aheadDB := still(t)
		within, withinDB := still(t)
		ahead.AheadFrom(int64(seed%2) * 5) // always, or from a few on
		within.AheadFrom(never)
		for i := range acts {
			do, r := anyAct(rng, i), desk.Request{ID: fmt.Sprintf("request-%d", i)}
			want, wantErr := do(t.Context(), within, r)
			got, gotErr := do(t.Context(), ahead, r)
			if got.Status != want.Status || string(got.Body) != string(want.Body) || fmt.Sprint(gotErr) != fmt.Sprint(wantErr) {
				t.Fatalf("seed %d, act %d: %d %s, %v; within the write %d %s, %v", seed, i, got.Status, got.Body, gotErr, want.Status, want.Body, wantErr)
			}
			if gotErr != nil {
				refused++
			}
		}
		moved += sameLedgers(t, aheadDB, withinDB)
	}
	if moved < 250 || refused > 150 {
		t.Errorf("only %d events in the ledgers, %d acts refused", moved, refused)
	}
}

// sameLedgers compares the ledgers of two databases and returns how many events they have.
func sameLedgers(t *testing.T, got, want *store.DB) (events int) {
	t.Helper()
	for _, guest := range fewGuests {
		a, err := got.Journal().Load(t.Context(), guest, 0)
		must(t, err)
		b, err := want.Journal().Load(t.Context(), guest, 0)
		must(t, err)
		if !cmp.Equal(a, b) {
			t.Errorf("%s (-ahead +within):\n%s", guest, cmp.Diff(a, b))
		}
		events += len(a)
	}
	_, err := got.Verify(t.Context())
	must(t, err)
	return events
}

// settled checks that the ledger of every guest is what the programme says of the stays.
func settled(t *testing.T, d *desk.Desk) {
	t.Helper()
	for _, guest := range fewGuests {
		if due, err := d.Due(t.Context(), guest); due > 0 || err != nil {
			t.Errorf("%s: %d events are due, %v", guest, due, err)
		}
	}
}
