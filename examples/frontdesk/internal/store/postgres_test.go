//go:build unix

package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/loyalty/points/posting"
	_ "github.com/lib/pq"
	"github.com/shopspring/decimal"
)

// The same code on PostgreSQL. Each test has a database of its own, which is opened twice, as two processes would.
func TestPostgres(t *testing.T) {
	if testing.Short() {
		t.Skip("a server is started")
	}
	c := startCluster(t)
	for name, test := range map[string]func(*testing.T, [2]*store.DB){
		"serves": servesTheDesk, "spends": racersNeverOverspend, "settles": desksAtOnceSettle,
	} {
		t.Run(name, func(t *testing.T) {
			source := c.database(t, name)
			var dbs [2]*store.DB
			for i := range dbs {
				db, err := store.Open(t.Context(), store.Options{Driver: "postgres", Source: source})
				must(t, err)
				t.Cleanup(func() { must(t, db.Close()) })
				dbs[i] = db
			}
			test(t, dbs)
		})
	}
}

// desksOf returns a desk of each database.
func desksOf(t *testing.T, dbs [2]*store.DB) (desks [2]*desk.Desk) {
	t.Helper()
	for i, db := range dbs {
		var err error
		desks[i], err = desk.New(t.Context(), db, desk.DemoDate, time.Now)
		must(t, err)
	}
	return desks
}

func servesTheDesk(t *testing.T, dbs [2]*store.DB) {
	db, d := dbs[0], desksOf(t, dbs)[0]
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

func racersNeverOverspend(t *testing.T, dbs [2]*store.DB) {
	desks := desksOf(t, dbs)
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

// desksAtOnceSettle takes stays of one guest at both desks at once: so many that they are reckoned ahead of the write, and
// often of a past. In the end the ledger is what the programme says of the stays.
func desksAtOnceSettle(t *testing.T, dbs [2]*store.DB) {
	desks := desksOf(t, dbs)
	_, err := desks[0].Enrol(t.Context(), desk.Request{ID: "member-0001"}, desk.Member{Guest: "G1", Enrolled: desk.DemoDate.AddDays(-400)})
	must(t, err)
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			rng := rand.New(rand.NewPCG(uint64(worker), 3))
			for i := range 40 {
				s := hotelcrm.Stay{ID: fmt.Sprint("S", rng.IntN(40)), Property: "CITY", Guest: "G1", Version: int64(i), Status: hotelcrm.Departed}
				s.Arrival = desk.DemoDate.AddDays(-10 - rng.IntN(300))
				s.Departure = s.Arrival.AddDays(1 + rng.IntN(5))
				s.Revenue.Rooms = decimal.New(rng.Int64N(100_000), -2)
				_, err := desks[worker%2].TakeStay(t.Context(), desk.Request{ID: fmt.Sprintf("stay-%d-%d", worker, i)}, s)
				if err != nil && !errors.Is(err, desk.ErrVersion) {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	_, err = dbs[0].Verify(t.Context())
	must(t, err)
	if due := commandsDue(t, dbs[1], desks[1], "G1"); len(due) > 0 {
		t.Errorf("%d commands are due: %+v", len(due), due[0])
	}
}

// commandsDue returns what the ledger of a guest lacks.
func commandsDue(t *testing.T, db *store.DB, d *desk.Desk, guest string) []points.Command {
	t.Helper()
	v, err := d.Values(t.Context())
	must(t, err)
	engine, err := loyalty.Compile(v.Programme)
	must(t, err)
	g := loyalty.Guest{Member: loyalty.Member{ID: guest, Enrolled: desk.DemoDate.AddDays(-400)}}
	must(t, db.Read(t.Context(), func(tx *store.Tx) error {
		stays, err := tx.StaysOf(guest)
		for i := range stays {
			g.Folios = append(g.Folios, loyalty.Folio{Stay: stays[i]})
		}
		return err
	}))
	earned, err := engine.Earn(&g, loyalty.Earning{})
	must(t, err)
	ledger := points.Ledger{Journal: db.Journal(), Rules: v.Rules}
	account, err := ledger.Account(t.Context(), guest)
	must(t, err)
	poster := posting.Poster{Engine: engine, Currency: points.Currency{Name: desk.PointsCurrency}}
	commands, err := poster.PostAll(account, earned.Credits, points.Header{Date: desk.DemoDate})
	must(t, err)
	return commands
}
