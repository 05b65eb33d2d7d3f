package points_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

// The seventeen invariants of the ledger, I1 to I17, over random histories.

func TestI01BalanceIsLotsAndEntries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		at := points.AsOf{Date: d.account.Clock().AddDays(rapid.IntRange(0, 50).Draw(t, "days"))}
		if d.account.Version() == 0 {
			return
		}
		for _, b := range d.each(d.events, at) {
			s, err := points.Explain("G-1", d.events, b.Currency, at)
			if err != nil {
				t.Fatal(err)
			}
			var lots, lines int64
			for _, l := range s.Lots {
				lots += l.Points[points.Free] + l.Points[points.Held] + l.Points[points.Owed]
			}
			for _, l := range s.Lines {
				lines += l.Change
			}
			equal(t, "balance, lots, lines, last line", [3]int64{b.Points, b.Points, b.Points}, [3]int64{lots, lines, last(s.Lines)})
			equal(t, "balance of the statement", b, s.Balance)
		}
	})
}

func last(lines []points.Line) int64 {
	if len(lines) == 0 {
		return 0
	}
	return lines[len(lines)-1].Points
}

func TestI02EveryConsumptionListsItsLots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		for _, c := range d.sent {
			asked := int64(0)
			switch c := c.(type) {
			case points.Redeem:
				asked = c.Points
			case points.Hold:
				asked = c.Points
			case points.Transfer:
				asked = c.Points
			default:
				continue
			}
			equal(t, "allocated", asked, sumOf(eventOf(d, c).Moves))
		}
		for _, l := range d.account.Lots() {
			for b := points.Pending; b <= points.Reversed; b++ {
				if n := l.In(b); n < 0 {
					t.Fatalf("lot %d holds %d in %v", l.Lot, n, b)
				}
			}
			if left := l.In(points.Free) + l.In(points.Held) + l.In(points.Pending); left > -l.In(points.Issued) {
				t.Fatalf("lot %d: %d left of %d", l.Lot, left, -l.In(points.Issued))
			}
		}
	})
}

func sumOf(moves []points.Move) (sum int64) {
	for _, m := range moves {
		sum += m.Points
	}
	return sum
}

// eventOf returns the event of a command.
func eventOf(d *desk, c points.Command) points.Event {
	id := headOf(c).ID
	i := slices.IndexFunc(d.events, func(e points.Event) bool { return e.Command == id })
	return d.events[i]
}

func TestI03LotsAreConserved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, l := range history(t).account.Lots() {
			sum := int64(0)
			for b := points.Pending; b <= points.Waived; b++ {
				sum += l.In(b)
			}
			equal(t, "issued", -l.In(points.Issued), sum)
		}
	})
}

func TestI04EntriesSumToZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t, clawback(points.DebtAllowed))
		spent := d.earn(max(d.account.Clock(), day(1, 1)), 20) // so that something is owed, unless other lots can pay
		_, _ = d.try(points.Redeem{Header: d.head(d.account.Clock()), Currency: "points", Points: d.balance(d.account.Clock()).Available})
		d.void(d.account.Clock(), spent)
		roles := map[points.Role]int64{}
		for _, e := range d.events {
			sums := map[string]int64{}
			for _, entry := range points.Entries(d.account, e) {
				sums[entry.Currency] += entry.Points
				if entry.Currency == "points" {
					roles[entry.Role] += entry.Points
				}
			}
			for currency, sum := range sums {
				equal(t, "entries of "+currency, int64(0), sum)
			}
		}
		equal(t, "members", total(d.account, "points", points.Free, points.Held, points.Owed), roles[points.RoleMember])
		equal(t, "issued", total(d.account, "points", points.Issued), roles[points.RoleIssued])
		equal(t, "redeemed", total(d.account, "points", points.Redeemed), roles[points.RoleRedeemed])
	})
}

func TestI05TransfersKeepTotalAndAge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		other := points.NewAccount("G-2")
		for _, e := range d.events {
			if e.Kind != points.EventTransferOut {
				continue
			}
			in, err := points.Incoming(d.account, e)
			if err != nil {
				t.Fatal(err)
			}
			in.Recorded = 1 << 20
			decision, err := d.rules.Decide(other, in)
			if err != nil {
				t.Fatal(err)
			}
			if other, err = points.Fold(other, decision.Events); err != nil {
				t.Fatal(err)
			}
		}
		for _, currency := range []string{"points", "upgrades"} {
			equal(t, "moved in "+currency, int64(0), total(d.account, currency, points.Moved)+total(other, currency, points.Moved))
		}
		lots := d.account.Lots()
		for _, l := range other.Lots() {
			from := lots[l.FromLot-1]
			if l.Earned != from.Earned || l.Rule != from.Rule || l.Origin != from.Origin || from.Expires != 0 && l.Expires == 0 {
				t.Fatalf("lot %+v came from %+v", l.Terms, from.Terms)
			}
		}
	})
}

func TestI06OneEffectPerCommand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		before := d.bytes()
		for _, c := range d.sent {
			h := headOf(c)
			if h.ID == "" {
				continue
			}
			decision, err := d.rules.Decide(d.account, withHead(c, points.Header{ID: h.ID, Date: h.Date, Recorded: 1 << 30, Reason: h.Reason}))
			if _, sweep := c.(points.Expire); !sweep && (err != nil || !decision.Repeat || len(decision.Events) > 0) {
				t.Fatalf("%+v again: %+v, %v", c, decision, err)
			}
			_, err = d.rules.Decide(d.account, withHead(c, points.Header{ID: h.ID, Date: h.Date, Recorded: 1 << 30, Reason: "other"}))
			if _, sweep := c.(points.Expire); !sweep && !errors.Is(err, points.Conflict) {
				t.Fatalf("%+v with another body: %v", c, err)
			}
		}
		equal(t, "account", before, d.bytes())
	})
}

func TestI07NothingIsEdited(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		before := bytesOf(t, d.events)
		for range 5 {
			d.tryAny(t)
		}
		equal(t, "earlier events", before, bytesOf(t, d.events[:len(before)]))
		for _, c := range d.sent { // a reversal of a reversal is allowed once
			v, ok := c.(points.Void)
			if !ok {
				continue
			}
			voids := 0
			for _, e := range d.events {
				if e.Kind == points.EventVoid && e.Ref == v.Ref {
					voids++
				}
			}
			equal(t, "voids of "+v.Ref, 1, voids)
		}
	})
}

func TestI08PendingResolvesOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		ends := map[string]int{}
		for _, e := range d.events {
			switch e.Kind {
			case points.EventPost, points.EventCancel, points.EventCapture, points.EventRelease, points.EventLapse:
				if ends[e.Ref]++; e.Ref != "" && ends[e.Ref] > 1 && !revived(d, e.Ref) {
					t.Fatalf("%s was resolved %d times", e.Ref, ends[e.Ref])
				}
			}
		}
	})
}

// revived reports whether the void of a pending earn was itself reversed, which opens it again.
func revived(d *desk, id string) bool {
	return slices.ContainsFunc(d.events, func(e points.Event) bool { return e.Kind == points.EventVoid && e.Ref == id })
}

func TestI16OverflowIsAnError(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := open(t, plain())
		sum := int64(0)
		for range 8 {
			n := rapid.OneOf(rapid.Int64Range(1, 100), rapid.Int64Range(math.MaxInt64-200, math.MaxInt64)).Draw(t, "points")
			_, err := d.try(points.Earn{Header: d.head(day(1, 1)), Credits: []points.Credit{{Currency: "points", Points: n}}})
			if fits := sum <= math.MaxInt64-n; fits != (err == nil) || !fits && !errors.Is(err, points.Overflow) {
				t.Fatalf("%d and %d: %v", sum, n, err)
			}
			if err == nil {
				sum += n
			}
		}
		d.want(day(1, 1), sum)
	})
}

func bytesOf(t *rapid.T, events []points.Event) (all [][]byte) {
	for _, e := range events {
		b, err := e.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b)
		var back points.Event
		if err := back.UnmarshalBinary(b); err != nil || !cmp.Equal(e, back) {
			t.Fatalf("event %+v is read as %+v, %v", e, back, err)
		}
	}
	return all
}
