package store_test

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// raw opens a file beside the store.
func raw(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	must(t, err)
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { must(t, db.Close()) })
	return db
}

// A killed process cannot tell whether a commit waits for the disk: the system keeps what was handed to it. A lost
// current can.
func TestCommitsWaitForTheDisk(t *testing.T) {
	db, _ := opened(t)
	for name, want := range map[string]string{"synchronous": "2", "journal_mode": "wal"} { // 2: FULL
		if got, err := db.Setting(t.Context(), name); got != want || err != nil {
			t.Errorf("%s is %s, want %s, %v", name, got, want, err)
		}
	}
}

func TestOldTablesAreBroughtUpToDate(t *testing.T) {
	first, err := fs.ReadFile(store.Steps(), "migrations/0001_start.sql")
	must(t, err)
	steps := fstest.MapFS{"migrations/0001_start.sql": {Data: first}}
	path := filepath.Join(t.TempDir(), "old.db")
	must(t, store.Migrate(t.Context(), path, steps))
	db := raw(t, path)
	_, err = db.Exec(`INSERT INTO classes VALUES ('G1', 'top', '2026-01-01')`)
	must(t, err)
	state := func() (steps int, notes string) {
		must(t, db.QueryRow(`SELECT COUNT(*) FROM migrations`).Scan(&steps))
		_ = db.QueryRow(`SELECT note FROM classes WHERE guest = 'G1'`).Scan(&notes) // no such column before step 2
		return steps, notes
	}
	steps["migrations/0002_note.sql"] = &fstest.MapFile{Data: []byte("ALTER TABLE classes ADD COLUMN note TEXT NOT NULL DEFAULT 'none';\n\nCREATE INDEX classes_note ON classes (note);\n")}
	steps["migrations/0003_wrong.sql"] = &fstest.MapFile{Data: []byte("UPDATE classes SET note = 'lost';\nDROP TABLE nothing;\n")}
	if err := store.Migrate(t.Context(), path, steps); err == nil || !strings.Contains(err.Error(), "0003_wrong.sql") {
		t.Errorf("a wrong step: %v", err)
	}
	if n, note := state(); n != 1 || note != "" {
		t.Errorf("after a wrong step: %d steps, note %q", n, note)
	}
	delete(steps, "migrations/0003_wrong.sql")
	for range 2 { // the second finds nothing to do
		must(t, store.Migrate(t.Context(), path, steps))
		if n, note := state(); n != 2 || note != "none" {
			t.Errorf("%d steps, note %q", n, note)
		}
	}
}

func TestVerifyNamesTheAccount(t *testing.T) {
	for _, change := range []string{
		`UPDATE journal SET event = x'00ff' WHERE account = 'G2' AND seq = 2`,
		`UPDATE journal SET link = zeroblob(32) WHERE account = 'G2' AND seq = 2`,
		`UPDATE heads SET version = 4 WHERE account = 'G2'`,
	} {
		db, path := opened(t)
		ledger := points.Ledger{Journal: db.Journal(), Rules: rules()}
		for _, account := range []string{"G1", "G2", "G3"} {
			for _, id := range []string{"a", "b", "c"} {
				_, err := ledger.Do(t.Context(), account, earn(id, 10))
				must(t, err)
			}
		}
		_, err := raw(t, path).Exec(change)
		must(t, err)
		if _, err := db.Verify(t.Context()); !errors.Is(err, hotelcrm.ErrCorrupt) || !strings.Contains(err.Error(), `"G2"`) {
			t.Errorf("%s: %v", change, err)
		}
	}
}

func TestBrokenStayIsNamed(t *testing.T) {
	db, path := opened(t)
	stay := hotelcrm.Stay{ID: "S1", Property: "CITY", Guest: "G1", Status: hotelcrm.Departed, Arrival: today, Departure: today.AddDays(1)}
	must(t, db.Write(t.Context(), func(tx *store.Tx) error { _, err := tx.PutStay(&stay); return err }))
	_, err := raw(t, path).Exec(`UPDATE stays SET json = '{'`)
	must(t, err)
	err = db.Read(t.Context(), func(tx *store.Tx) error { _, err := tx.StaysOf("G1"); return err })
	if err == nil || !strings.Contains(err.Error(), `"S1" of "CITY"`) {
		t.Error(err)
	}
}

func TestFailedBackupLeavesNothing(t *testing.T) {
	db, path := opened(t)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	to := path + ".copy"
	if err := db.Backup(gone, to); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := os.Stat(to); err == nil {
		t.Error("half a copy is left")
	}
}

// The driver would take such a name for an address and write elsewhere.
func TestBackupTakesAnyName(t *testing.T) {
	db, path := opened(t)
	t.Chdir(filepath.Dir(path))
	const name = "file:copy.db?mode=memory"
	must(t, db.Backup(t.Context(), name))
	if info, err := os.Stat(name); err != nil || info.Size() == 0 {
		t.Errorf("%v, %v", info, err)
	}
}

// What a full disk or another process prevents is told from faults of the program.
func TestWhatMayPassIsUnavailable(t *testing.T) {
	db, path := opened(t)
	other := raw(t, path)
	_, err := other.Exec(`PRAGMA busy_timeout = 0`)
	must(t, err)
	must(t, db.Write(t.Context(), func(*store.Tx) error {
		_, err := other.Exec(`INSERT INTO classes VALUES ('G1', 'top', '2026-01-01')`)
		if !store.Unavailable(err) {
			t.Errorf("a locked database: %v", err)
		}
		return nil
	}))
	_, err = other.Exec(`PRAGMA max_page_count = 1`) // no less than there are, so the file cannot grow
	must(t, err)
	if _, err = other.Exec(`INSERT INTO classes VALUES ($1, 'top', '2026-01-01')`, strings.Repeat("G", 1<<20)); !store.Unavailable(err) {
		t.Errorf("a full disk: %v", err)
	}
	if _, err = other.Exec(`INSERT INTO nothing VALUES (1)`); err == nil || store.Unavailable(err) {
		t.Errorf("a wrong query: %v", err)
	}
}
