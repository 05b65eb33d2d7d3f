package desk_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// A demonstration whose loading was interrupted is whole after the next start.
func TestInterruptedDemonstrationIsLoadedToItsEnd(t *testing.T) {
	hotel := desk.NewDemo(300)
	d, whole := opened(t)
	must(t, d.Load(t.Context(), hotel))
	want, err := whole.Verify(t.Context())
	must(t, err)
	for _, stop := range []int{3, 4, 5, 6} { // commits; the first two are of values and of the beginning
		db, err := store.Open(t.Context(), store.Options{Source: filepath.Join(t.TempDir(), "desk.db")})
		must(t, err)
		t.Cleanup(func() { must(t, db.Close()) })
		ctx, cancel := context.WithCancel(t.Context())
		commits := 0
		db.Observe(func(int) {
			if commits++; commits == stop {
				cancel()
			}
		})
		d, err := desk.New(t.Context(), db, desk.DemoDate, time.Now)
		must(t, err)
		if err := d.Load(ctx, hotel); !errors.Is(err, context.Canceled) {
			t.Errorf("commit %d: %v", stop, err)
		}
		must(t, d.Load(t.Context(), hotel))
		got, err := db.Verify(t.Context())
		must(t, err)
		if v, err := d.Values(t.Context()); got != want || v.Thresholds == nil || err != nil {
			t.Errorf("interrupted at commit %d: %+v, want %+v, thresholds %v, %v", stop, got, want, v.Thresholds != nil, err)
		}
	}
}

func TestDemonstrationLeavesOtherStaysAlone(t *testing.T) {
	d, db := opened(t)
	stay := hotelcrm.Stay{ID: "S1", Property: "CITY", Guest: "G1", Status: hotelcrm.Departed, Arrival: desk.DemoDate.AddDays(-2), Departure: desk.DemoDate.AddDays(-1)}
	must(t, db.Write(t.Context(), func(tx *store.Tx) error { _, err := tx.PutStay(&stay); return err }))
	must(t, d.Load(t.Context(), desk.NewDemo(300)))
	found, err := d.Find(t.Context(), "G", 10)
	must(t, err)
	if len(found) != 1 {
		t.Errorf("%d guests", len(found))
	}
}
