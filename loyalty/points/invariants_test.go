package points_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
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

// Transfers, pooling and merges keep the total and the age of every lot.
func TestI05TransfersKeepTotalAndAge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := history(t)
		if out := points.Instant(1 << 20); d.account.Version() > 0 && rapid.Bool().Draw(t, "merge") {
			head := points.Header{ID: "merge", Date: d.account.Clock().AddDays(61), Recorded: out}
			d.do(points.Expire{Header: head})
			for _, e := range d.events {
				_, _ = d.try(points.Release{Header: points.Header{ID: "end " + e.Command, Date: head.Date, Recorded: out}, Hold: e.Command})
				_, _ = d.try(points.Cancel{Header: points.Header{ID: "cancel " + e.Command, Date: head.Date, Recorded: out}, Earn: e.Command})
			}
			before := d.account
			d.do(points.Merge{Header: head, Into: "G-2"})
			for _, c := range d.rules.Currencies {
				b, _ := d.account.Balance(c.Name, head.Date)
				equal(t, "left behind", points.Balance{Currency: c.Name, Date: head.Date, Unrecovered: b.Unrecovered}, b)
				received(t, d, before, c.Name, head.Date)
			}
		}
		other := receiver(t, d)
		for _, currency := range []string{"points", "upgrades", "nights"} {
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

// receiver returns the other account after everything that was given to it.
func receiver(t *rapid.T, d *desk) *points.Account {
	other := points.NewAccount("G-2")
	for _, e := range d.events {
		if e.Kind != points.EventTransferOut && e.Kind != points.EventMergeOut {
			continue
		}
		in, err := points.Incoming(d.account, e)
		if err != nil {
			t.Fatal(err)
		}
		in.Recorded = 1 << 21
		decision, err := d.rules.Decide(other, in)
		if err != nil {
			t.Fatal(err)
		}
		if other, err = points.Fold(other, decision.Events); err != nil {
			t.Fatal(err)
		}
	}
	return other
}

// received checks that an account that takes over another has its balance, where it had nothing itself.
func received(t *rapid.T, d *desk, before *points.Account, currency string, date hotelcrm.Date) {
	in, err := points.Incoming(d.account, d.events[len(d.events)-1])
	if err != nil {
		t.Fatal(err)
	}
	decision, err := d.rules.Decide(points.NewAccount("G-2"), in)
	if err != nil {
		t.Fatal(err)
	}
	other, err := points.Fold(points.NewAccount("G-2"), decision.Events)
	if err != nil {
		t.Fatal(err)
	}
	had, _ := before.Balance(currency, date)
	has, _ := other.Balance(currency, date)
	equal(t, "taken over, or unrecovered", had.Points, has.Points-has.Unrecovered)
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
