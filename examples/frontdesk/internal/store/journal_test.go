package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

func TestJournalAnswersAsTheOneInMemory(t *testing.T) {
	db, path := opened(t)
	memory := &points.Memory{}
	for _, journal := range []points.Journal{db.Journal(), memory} {
		ledger := points.Ledger{Journal: journal, Rules: rules()}
		for _, c := range []points.Command{
			earn("a", 500), redeem("b", 120), earn("a", 500),
			points.Transfer{Header: points.Header{ID: "c", Date: today}, Currency: "points", Points: 80, To: "other"},
		} {
			_, err := ledger.Do(t.Context(), "G1", c)
			must(t, err)
		}
	}
	for _, account := range []string{"G1", "other", "nobody"} {
		want, err := memory.Load(t.Context(), account, 0)
		must(t, err)
		got, err := again(t, path).Journal().Load(t.Context(), account, 0)
		must(t, err)
		if len(got)+len(want) > 0 && !cmp.Equal(want, got) {
			t.Errorf("%s (-memory +file):\n%s", account, cmp.Diff(want, got))
		}
	}
	v, err := db.Verify(t.Context())
	if want := (store.Verified{Accounts: 2, Events: 4}); v != want || err != nil {
		t.Errorf("verified %+v, %v; want %+v", v, err, want)
	}
}

func TestOneOfTwoWritersMustDecideAgain(t *testing.T) {
	one, path := opened(t)
	two := again(t, path)
	first := points.Ledger{Journal: one.Journal(), Rules: rules()}
	_, err := first.Do(t.Context(), "G1", earn("a", 100))
	must(t, err)
	account, err := first.Account(t.Context(), "G1")
	must(t, err)
	r := rules()
	d, err := r.Decide(account, redeem("b", 100))
	must(t, err)
	other, err := r.Decide(account, redeem("c", 100))
	must(t, err)
	must(t, one.Journal().Append(t.Context(), points.Batch{Account: "G1", Expected: 1, Events: d.Events}))
	err = two.Journal().Append(t.Context(), points.Batch{Account: "G1", Expected: 1, Events: other.Events})
	if v, ok := errors.AsType[*points.VersionError](err); !ok || v.Actual != 2 {
		t.Errorf("the second writer got %v", err)
	}
}

// Two databases on one file stand for two processes: they share nothing but the file.
func TestRacingWritersNeverOverspend(t *testing.T) {
	one, path := opened(t)
	ledgers := []points.Ledger{{Journal: one.Journal(), Rules: rules()}, {Journal: again(t, path).Journal(), Rules: rules()}}
	_, err := ledgers[0].Do(t.Context(), "G1", earn("a", 1000))
	must(t, err)
	var spent, versions atomic.Int64
	var group sync.WaitGroup
	for i := range 20 {
		group.Go(func() {
			ledger := ledgers[i%2]
			for {
				_, err := ledger.Do(t.Context(), "G1", redeem(fmt.Sprint("r", i), 90))
				switch {
				case err == nil:
					spent.Add(90)
				case asVersion(err):
					versions.Add(1)
					continue
				case !errors.Is(err, points.Insufficient):
					t.Error(err)
				}
				return
			}
		})
	}
	group.Wait()
	if spent.Load() != 990 {
		t.Errorf("%d of 1000 points were spent, %d times decided again", spent.Load(), versions.Load())
	}
}

func asVersion(err error) bool {
	_, ok := errors.AsType[*points.VersionError](err)
	return ok
}

func TestVerifyFindsWhatWasChanged(t *testing.T) {
	for name, change := range map[string]string{
		"an event changed": `UPDATE journal SET event = (SELECT event FROM journal WHERE seq = 1) WHERE seq = 2`,
		"the last lost":    `DELETE FROM journal WHERE seq = 3`,
		"the first lost":   `DELETE FROM journal WHERE seq = 1`,
		"the head lost":    `DELETE FROM heads`,
		"all events lost":  `DELETE FROM journal`,
		"moved to another": `UPDATE journal SET account = 'G2'`,
	} {
		t.Run(name, func(t *testing.T) {
			db, path := opened(t)
			ledger := points.Ledger{Journal: db.Journal(), Rules: rules()}
			for i := range 3 {
				_, err := ledger.Do(t.Context(), "G1", earn(fmt.Sprint(i), 10))
				must(t, err)
			}
			raw, err := sql.Open("sqlite", path)
			must(t, err)
			defer raw.Close()
			_, err = raw.Exec(change)
			must(t, err)
			if _, err := db.Verify(t.Context()); !errors.Is(err, hotelcrm.ErrCorrupt) && !errors.Is(err, points.ErrEvent) {
				t.Errorf("verified with %v", err)
			}
		})
	}
}

func TestBackupHoldsWhatWasWritten(t *testing.T) {
	db, path := opened(t)
	ledger := points.Ledger{Journal: db.Journal(), Rules: rules()}
	_, err := ledger.Do(t.Context(), "G1", earn("a", 10))
	must(t, err)
	to := filepath.Join(filepath.Dir(path), "copy.db")
	must(t, db.Backup(t.Context(), to))
	if err := db.Backup(t.Context(), to); err == nil {
		t.Error("a backup was written over another")
	}
	if v, err := again(t, to).Verify(context.Background()); v.Events != 1 || err != nil {
		t.Errorf("the copy verifies with %+v, %v", v, err)
	}
}

// A chain can be whole and tell what cannot be: more points spent than there were.
func TestVerifyFoldsTheEvents(t *testing.T) {
	db, _ := opened(t)
	memory := &points.Memory{}
	for journal, n := range map[points.Journal]int64{db.Journal(): 10, memory: 500} {
		_, err := (&points.Ledger{Journal: journal, Rules: rules()}).Do(t.Context(), "G1", earn("a", n))
		must(t, err)
	}
	_, err := (&points.Ledger{Journal: memory, Rules: rules()}).Do(t.Context(), "G1", redeem("b", 400))
	must(t, err)
	events, err := memory.Load(t.Context(), "G1", 1)
	must(t, err)
	must(t, db.Journal().Append(t.Context(), points.Batch{Account: "G1", Expected: 1, Events: events}))
	if _, err := db.Verify(t.Context()); !errors.Is(err, points.ErrEvent) {
		t.Errorf("verified with %v", err)
	}
}
