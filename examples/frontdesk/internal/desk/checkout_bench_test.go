package desk_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/shopspring/decimal"
)

// manyStays is how often the guest of the benchmark, such as a travel agency, was here.
const manyStays = 1500

// night is one night of a guest who has left, so many days ago.
func night(guest, id string, version int64, ago int) hotelcrm.Stay {
	left := desk.DemoDate.AddDays(-ago)
	s := hotelcrm.Stay{ID: id, Property: "CITY", Guest: guest, Version: version, Status: hotelcrm.Departed, Arrival: left.AddDays(-1), Departure: left}
	s.Revenue.Rooms = decimal.New(10000+version, -2)
	return s
}

// agency opens a desk with a member of many stays, all of them settled.
func agency(b *testing.B) *desk.Desk {
	b.Helper()
	db, err := store.Open(b.Context(), store.Options{Source: filepath.Join(b.TempDir(), "desk.db")})
	check(b, err)
	b.Cleanup(func() { _ = db.Close() })
	d, err := desk.New(b.Context(), db, desk.DemoDate, time.Now)
	check(b, err)
	check(b, db.Write(b.Context(), func(tx *store.Tx) error {
		for i := range manyStays {
			s := night("AGENCY", fmt.Sprint("A", i), 1, 2*i+2)
			if _, err := tx.PutStay(&s); err != nil {
				return err
			}
		}
		return nil
	}))
	_, err = d.Enrol(b.Context(), desk.Request{ID: "member-agency"}, desk.Member{Guest: "AGENCY", Enrolled: desk.DemoDate.AddDays(-4 * manyStays)})
	check(b, err)
	return d
}

func check(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// BenchmarkCheckOutOfManyStays measures a check-out of a guest with many stays, a redemption of that guest, and how long
// other guests' check-outs take while one of that guest's follows upon the other.
func BenchmarkCheckOutOfManyStays(b *testing.B) {
	d := agency(b)
	var sent int64
	checkOut := func(ctx context.Context, guest, id string, version int64) error {
		_, err := d.TakeStay(ctx, desk.Request{ID: fmt.Sprint("stay-", id, "-", version)}, night(guest, id, version, 0))
		return err
	}
	b.Run("guest", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sent++
			check(b, checkOut(b.Context(), "AGENCY", "LAST", sent))
		}
	})
	b.Run("redeem", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sent++
			_, err := d.Redeem(b.Context(), desk.Request{ID: fmt.Sprint("redeem-", sent)}, "AGENCY", 1, "")
			check(b, err)
		}
	})
	b.Run("others", func(b *testing.B) {
		ctx, stop := context.WithCancel(b.Context())
		var group sync.WaitGroup
		var first int64 = sent + 1_000_000
		group.Go(func() {
			for n := first; checkOut(ctx, "AGENCY", "LAST", n) == nil; n++ {
			}
		})
		var took []time.Duration
		for b.Loop() {
			sent++
			begin := time.Now()
			check(b, checkOut(b.Context(), fmt.Sprint("G", sent), fmt.Sprint("S", sent), 1))
			took = append(took, time.Since(begin))
		}
		stop()
		group.Wait()
		slices.Sort(took)
		b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
		b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
	})
}
