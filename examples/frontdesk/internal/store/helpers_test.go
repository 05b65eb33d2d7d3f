package store_test

import (
	"path/filepath"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

var today = hotelcrm.DateOf(2026, 1, 15)

func rules() points.Rules {
	return points.Rules{Version: "1", Currencies: []points.Currency{{Name: "points", Kind: points.Redeemable}}}
}

// opened opens a new database file, and again the same one by its path.
func opened(t *testing.T) (*store.DB, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "desk.db")
	return again(t, path), path
}

func again(t *testing.T, path string) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), store.Options{Source: path})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func earn(id string, n int64) points.Earn {
	return points.Earn{Header: points.Header{ID: id, Date: today}, Credits: []points.Credit{{Currency: "points", Points: n}}}
}

func redeem(id string, n int64) points.Redeem {
	return points.Redeem{Header: points.Header{ID: id, Date: today}, Currency: "points", Points: n}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
