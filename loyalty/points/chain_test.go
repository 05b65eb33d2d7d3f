package points_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

func TestChainNamesTheFirstBadRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		start := points.ChainStart("G-1")
		links := points.Chain(start, d.events)
		if err := points.VerifyChain(start, d.events, links); err != nil {
			t.Fatal(err)
		}
		if len(d.events) == 0 {
			return
		}
		i := rapid.IntRange(0, len(d.events)-1).Draw(t, "record")
		bad := slices.Clone(d.events)
		switch rapid.IntRange(0, 3).Draw(t, "harm") {
		case 0:
			bad[i].Reason += "!"
		case 1:
			bad[i].Date++
		case 2:
			bad = slices.Delete(bad, i, i+1)
		case 3:
			bad = slices.Insert(bad, i, points.Event{Seq: 99})
		}
		err := points.VerifyChain(start, bad, links)
		broken, ok := errors.AsType[*points.ChainError](err)
		if !ok || broken.Index != i || !errors.Is(err, hotelcrm.ErrCorrupt) {
			t.Fatalf("record %d was harmed: %v", i, err)
		}
		if err := points.VerifyChain(points.ChainStart("G-2"), d.events, links); err == nil {
			t.Fatal("the journal passes for another account's")
		}
	})
}

func TestHarmedSnapshotsAreRefused(t *testing.T) {
	d := open(t, plain())
	id := d.earn(day(1, 1), 100, stay("S1"))
	d.redeem(day(1, 2), 30)
	d.void(day(1, 3), id)
	whole := d.bytes()
	var account points.Account
	for i := range whole {
		for name, bad := range map[string][]byte{"cut": whole[:i], "changed": changed(whole, i)} {
			if err := account.UnmarshalBinary(bad); !errors.Is(err, hotelcrm.ErrCorrupt) && !errors.Is(err, hotelcrm.ErrVersion) {
				t.Errorf("%s at byte %d: %v", name, i, err)
			}
		}
	}
	if fmt.Sprint(account) != fmt.Sprint(points.Account{}) {
		t.Error("a refused snapshot changed the account")
	}
}

func changed(b []byte, i int) []byte {
	b = slices.Clone(b)
	b[i] ^= 1
	return b
}

func TestDataOfANewerLibraryIsRefused(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 100)
	snapshot := d.bytes()
	snapshot[len("points")] = 2
	if err := new(points.Account).UnmarshalBinary(sealed(snapshot[:len(snapshot)-32])); !errors.Is(err, hotelcrm.ErrVersion) {
		t.Errorf("snapshot: %v", err)
	}
	event, _ := d.events[0].MarshalBinary()
	event[0] = 2
	if err := new(points.Event).UnmarshalBinary(event); !errors.Is(err, hotelcrm.ErrVersion) {
		t.Errorf("event: %v", err)
	}
}

// Balances of dates that the state no longer knows are refused, not guessed.
func TestStateAnswersFromItsClockOn(t *testing.T) {
	d := open(t, plain())
	d.earn(day(3, 1), 100)
	for _, date := range []hotelcrm.Date{0, day(2, 28), hotelcrm.MaxDate + 1} {
		_, err := d.account.Balance("points", date)
		_, err2 := d.account.Forecast("points", date, hotelcrm.MaxDate)
		_, ok := errors.AsType[*hotelcrm.ParamError](err)
		if _, ok2 := errors.AsType[*hotelcrm.ParamError](err2); !ok || !ok2 {
			t.Errorf("on %d: %v, %v", date, err, err2)
		}
	}
	for _, date := range []hotelcrm.Date{0, hotelcrm.MaxDate + 1} {
		if _, err := points.BalanceAsOf(d.events, "points", points.AsOf{Date: date}); err == nil {
			t.Errorf("as of %d", date)
		}
		if _, err := points.Explain("G-1", d.events, "points", points.AsOf{Date: date}); err == nil {
			t.Errorf("statement of %d", date)
		}
	}
}
