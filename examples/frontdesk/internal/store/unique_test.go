package store_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// The keys of the tables hold even where the program would fail to look.
func TestTablesHoldNothingTwice(t *testing.T) {
	_, path := opened(t)
	db := raw(t, path)
	for _, row := range []string{
		`journal VALUES ('G1', 1, x'00', x'00')`,
		`heads VALUES ('G1', 1, x'00', 1)`,
		`requests VALUES ('redeem-01', x'00', 201, '{}', 1)`,
		`stays VALUES ('CITY', 'S1', 1, 'G1', 'departed', '2026-01-01', '2026-01-02', '{}')`,
		`answers VALUES ('A1', 'G1', '2026-01-01', '{}')`,
		`members VALUES ('G1', 'A', 'a', '{}')`,
		`consents VALUES ('C1', 'G1', 'marketing', 'email', 1, '2026-01-01')`,
		`classes VALUES ('G1', 'top', '2026-01-01')`,
		`guests VALUES ('G1', 1)`,
		`saved VALUES ('house', 1, '{}')`,
		`migrations VALUES (99)`,
	} {
		_, err := db.Exec("INSERT INTO " + row)
		must(t, err)
		if _, err := db.Exec("INSERT INTO " + row); err == nil {
			t.Errorf("twice: %s", row)
		}
	}
}

// Of two answers to one request, the second is told to read the first.
func TestSecondAnswerIsRefused(t *testing.T) {
	db, _ := opened(t)
	must(t, db.Write(t.Context(), func(tx *store.Tx) error {
		must(t, tx.Answer("redeem-01", store.Digest{1}, store.Reply{Status: 201, Body: []byte(`"first"`)}, 1))
		if err := tx.Answer("redeem-01", store.Digest{2}, store.Reply{Status: 201, Body: []byte(`"second"`)}, 2); !errors.Is(err, store.ErrRaced) || !store.Again(err) {
			t.Error(err)
		}
		reply, same, err := tx.Answered("redeem-01", store.Digest{1})
		if err != nil || !same || string(reply.Body) != `"first"` {
			t.Errorf("%s, %v, %v", reply.Body, same, err)
		}
		return nil
	}))
}

// A commit may fail after every statement went well; nobody must be told that it is done.
func TestFailedCommitIsTold(t *testing.T) {
	db, path := opened(t)
	must(t, db.Exec(t.Context(), `CREATE TABLE parents (id TEXT PRIMARY KEY)`))
	must(t, db.Exec(t.Context(), `CREATE TABLE children (parent TEXT REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)`))
	must(t, db.Exec(t.Context(), `PRAGMA foreign_keys = ON`))
	err := db.Write(t.Context(), func(tx *store.Tx) error {
		return errors.Join(tx.Put("x", 1), tx.Exec(`INSERT INTO children VALUES ('nobody')`))
	})
	if err == nil {
		t.Error("a write was acknowledged that was not committed")
	}
	if err := db.Write(t.Context(), func(tx *store.Tx) error { return tx.Put("y", 1) }); err != nil {
		t.Errorf("the next write: %v", err)
	}
	must(t, again(t, path).Read(t.Context(), func(tx *store.Tx) error {
		if found, err := tx.Get("x", new(any)); found || err != nil {
			t.Errorf("found %v, %v", found, err)
		}
		return nil
	}))
}

// A value that an earlier form of the program saved is not taken for none: the house goes on with the program that wrote it.
func TestValueOfAnotherFormIsRefused(t *testing.T) {
	db, _ := opened(t)
	must(t, db.Write(t.Context(), func(tx *store.Tx) error { return tx.Put("model", "of old") }))
	var into struct{ Version int }
	err := db.Read(t.Context(), func(tx *store.Tx) error {
		_, err := tx.Get("model", &into)
		return err
	})
	if err == nil || !strings.Contains(err.Error(), "saved value model: ") || !strings.Contains(err.Error(), "another version of this program") {
		t.Error(err)
	}
}
