//go:build postgres

// The same code on PostgreSQL. It needs an empty database that it may fill:
//
//	initdb -D /tmp/pg -A trust && pg_ctl -D /tmp/pg -o '-p 54329' -w start && createdb -p 54329 desk
//	FRONTDESK_POSTGRES='host=localhost port=54329 dbname=desk sslmode=disable' go test -tags postgres ./frontdesk/internal/store
package store_test

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	_ "github.com/lib/pq"
)

// postgres opens the database twice, as two processes would, empty.
func postgres(t *testing.T) [2]*store.DB {
	t.Helper()
	source := os.Getenv("FRONTDESK_POSTGRES")
	if source == "" {
		t.Skip("FRONTDESK_POSTGRES names no database")
	}
	raw, err := sql.Open("postgres", source)
	must(t, err)
	_, err = raw.Exec(`DROP SCHEMA public CASCADE; CREATE SCHEMA public`)
	must(t, errors.Join(err, raw.Close()))
	var out [2]*store.DB
	for i := range out {
		db, err := store.Open(t.Context(), store.Options{Driver: "postgres", Source: source})
		must(t, err)
		t.Cleanup(func() { must(t, db.Close()) })
		out[i] = db
	}
	return out
}

func TestPostgresServesTheDesk(t *testing.T) {
	db := postgres(t)[0]
	d, err := desk.New(t.Context(), db, desk.DemoDate, time.Now)
	must(t, err)
	must(t, d.Load(t.Context(), desk.NewDemo(300)))
	list, err := d.Arrivals(t.Context(), desk.DemoDate.AddDays(-1))
	must(t, err)
	found, err := d.Find(t.Context(), "G", 20)
	must(t, err)
	if len(found) != 20 {
		t.Errorf("%d guests found, %d arrivals", len(found), len(list.Arrivals))
	}
	for _, f := range found {
		card, err := d.Card(t.Context(), f.Guest)
		must(t, err)
		if card.Guest != f.Guest {
			t.Errorf("card %+v", card)
		}
	}
	v, err := db.Verify(t.Context())
	if v.Events == 0 || err != nil {
		t.Errorf("verified %+v, %v", v, err)
	}
}

func TestPostgresRacersNeverOverspend(t *testing.T) {
	dbs := postgres(t)
	var desks [2]*desk.Desk
	for i, db := range dbs {
		var err error
		desks[i], err = desk.New(t.Context(), db, desk.DemoDate, time.Now)
		must(t, err)
	}
	_, err := desks[0].Enrol(t.Context(), desk.Request{ID: "member-0001"}, desk.Member{Guest: "G1", Enrolled: desk.DemoDate})
	must(t, err)
	ledger := points.Ledger{Journal: dbs[0].Journal(), Rules: rules()}
	_, err = ledger.Do(t.Context(), "G1", points.Earn{Header: points.Header{ID: "earn", Date: desk.DemoDate}, Credits: []points.Credit{{Currency: "points", Points: 1000}}})
	must(t, err)
	var done atomic.Int64
	var group sync.WaitGroup
	for i := range 40 {
		group.Go(func() {
			id := fmt.Sprintf("redeem-%04d", i/2) // each request goes to both
			_, err := desks[i%2].Redeem(t.Context(), desk.Request{ID: id}, "G1", 70, "")
			switch {
			case err == nil:
				done.Add(1)
			case !errors.Is(err, points.Insufficient):
				t.Error(err)
			}
		})
	}
	group.Wait()
	v, err := dbs[1].Verify(t.Context())
	if done.Load() != 2*14 || v.Events != 15 || err != nil {
		t.Errorf("%d answered as redeemed, %+v, %v", done.Load(), v, err)
	}
}
