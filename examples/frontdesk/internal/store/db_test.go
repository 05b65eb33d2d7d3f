package store_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

func TestFailedWriteLeavesOthersAlone(t *testing.T) {
	db, _ := opened(t)
	wrong := errors.New("wrong")
	hold := make(chan struct{})
	results := make(chan error, 4)
	go func() { results <- db.Write(t.Context(), func(*store.Tx) error { <-hold; return nil }) }()
	put := func(name string, then error) {
		results <- db.Write(t.Context(), func(tx *store.Tx) error { return errors.Join(tx.Put(name, name), then) })
	}
	go put("good", nil)
	go put("bad", wrong)
	go func() {
		results <- db.Write(t.Context(), func(tx *store.Tx) error { must(t, tx.Put("worse", 1)); panic("worse") })
	}()
	close(hold)
	failed := 0
	for range 4 {
		if err := <-results; err != nil {
			failed++
		}
	}
	if failed != 2 {
		t.Errorf("%d writes failed", failed)
	}
	must(t, db.Read(t.Context(), func(tx *store.Tx) error {
		for name, want := range map[string]bool{"good": true, "bad": false, "worse": false} {
			if got, err := tx.Get(name, new(any)); got != want || err != nil {
				t.Errorf("%s: %v, %v", name, got, err)
			}
		}
		return nil
	}))
}

func TestReadSeesOneState(t *testing.T) {
	db, _ := opened(t)
	must(t, db.Read(t.Context(), func(tx *store.Tx) error {
		before, err := tx.Revision()
		must(t, err)
		must(t, db.Write(t.Context(), func(tx *store.Tx) error { return tx.Put("x", 1) }))
		after, err := tx.Revision()
		if after != before || err != nil {
			t.Errorf("the revision went from %d to %d in one read, %v", before, after, err)
		}
		return nil
	}))
}

func TestReadersCannotWrite(t *testing.T) {
	db, _ := opened(t)
	if err := db.Read(t.Context(), func(tx *store.Tx) error { return tx.Put("x", 1) }); err == nil {
		t.Error("a reader has written")
	}
}

func TestWritesEnd(t *testing.T) {
	db, _ := opened(t)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if err := db.Write(gone, func(*store.Tx) error { t.Error("it ran"); return nil }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	must(t, db.Close())
	if err := db.Write(t.Context(), func(*store.Tx) error { return nil }); !errors.Is(err, store.ErrClosed) {
		t.Error(err)
	}
}

func TestFileIsForItsOwnerAlone(t *testing.T) {
	db, path := opened(t)
	must(t, db.Write(t.Context(), func(tx *store.Tx) error { return tx.Put("x", 1) }))
	must(t, db.Backup(t.Context(), path+".copy"))
	for _, name := range []string{path, path + "-wal", path + ".copy"} {
		info, err := os.Stat(name)
		must(t, err)
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("others may read %s: %v", name, info.Mode())
		}
	}
}

func TestNewerTablesAreRefused(t *testing.T) {
	_, path := opened(t)
	raw, err := sql.Open("sqlite", path)
	must(t, err)
	defer raw.Close()
	_, err = raw.Exec(`INSERT INTO migrations VALUES (99)`)
	must(t, err)
	if _, err := store.Open(t.Context(), store.Options{Source: path}); !errors.Is(err, store.ErrNewer) {
		t.Error(err)
	}
}

func TestHighestVersionOfAStayIsKept(t *testing.T) {
	db, _ := opened(t)
	stay := hotelcrm.Stay{ID: "S1", Property: "CITY", Guest: "G1", Status: hotelcrm.Departed, Arrival: today, Departure: today.AddDays(1)}
	must(t, db.Write(t.Context(), func(tx *store.Tx) error {
		for _, step := range []struct {
			version int64
			kept    bool
		}{{2, true}, {2, false}, {1, false}, {3, true}} {
			stay.Version = step.version
			if kept, err := tx.PutStay(&stay); kept != step.kept || err != nil {
				t.Errorf("version %d: kept %v, %v", step.version, kept, err)
			}
		}
		return nil
	}))
}
