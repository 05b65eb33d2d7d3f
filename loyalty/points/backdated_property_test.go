package points_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

func kindOf(c points.Command) points.EventKind {
	switch c := c.(type) {
	case points.Earn:
		return points.EventEarn
	case points.Post:
		return points.EventPost
	case points.Cancel:
		return points.EventCancel
	case points.Redeem:
		return points.EventRedeem
	case points.Extend:
		return points.EventExtend
	case points.Adjust:
		return points.EventAdjust
	case points.Transfer, points.Pool:
		return points.EventTransferOut
	default:
		_ = c
	}
	return 0
}

// drawCommand returns any command, with an end some days later or none.
func drawCommand(t *rapid.T, m *backdated, head points.Header) points.Command {
	n := rapid.Int64Range(1, 12).Draw(t, "points")
	later := head.Date.AddDays(rapid.IntRange(1, 40).Draw(t, "in days"))
	end := rapid.SampledFrom([]hotelcrm.Date{0, later}).Draw(t, "end")
	ids := []string{"nothing"}
	for _, a := range m.acts {
		ids = append(ids, a.id)
	}
	ref := rapid.SampledFrom(ids).Draw(t, "ref")
	credit := []points.Credit{{Currency: "points", Points: n, Expires: end}}
	commands := []func() points.Command{
		func() points.Command { return points.Earn{Header: head, Credits: credit} },
		func() points.Command {
			credit[0].Active = head.Date.AddDays(int(n))
			return points.Earn{Header: head, Credits: credit}
		},
		func() points.Command { return points.Earn{Header: head, Pending: true, Until: end, Credits: credit} },
		func() points.Command { return points.Post{Header: head, Earn: ref} },
		func() points.Command { return points.Cancel{Header: head, Earn: ref} },
		func() points.Command { return points.Redeem{Header: head, Currency: "points", Points: n} },
		func() points.Command { return points.Hold{Header: head, Currency: "points", Points: n, Until: end} },
		func() points.Command { return points.Release{Header: head, Hold: ref} },
		func() points.Command { return points.Capture{Header: head, Hold: ref, Points: n - 1} },
		func() points.Command { return points.Transfer{Header: head, Currency: "points", Points: n, To: "G-2"} },
		func() points.Command { return points.Pool{Header: head, Currency: "points", To: "G-2"} },
		func() points.Command { return points.Adjust{Header: head, Currency: "points", Points: n, Expires: end} },
		func() points.Command { return points.Adjust{Header: head, Currency: "points", Points: -n} },
		func() points.Command { return points.Extend{Header: head, Currency: "points", Expires: later} },
		func() points.Command { return points.Exempt{Header: head, Until: end} },
		func() points.Command {
			return points.Reinstate{Header: head, Currency: "points", Points: n, Expires: end}
		},
		func() points.Command { return points.Void{Header: head, Ref: ref} },
		func() points.Command { return points.Void{Header: head, Ref: ids[len(ids)-1]} },
	}
	return rapid.SampledFrom(commands).Draw(t, "command")()
}

func drawCurrency(t *rapid.T) points.Currency {
	return points.Currency{
		Name: "points", Kind: points.Redeemable,
		Burn:     rapid.SampledFrom([]points.BurnOrder{points.OldestFirst, points.SoonestExpiry, points.NewestFirst}).Draw(t, "burn"),
		Clawback: rapid.SampledFrom([]points.Clawback{points.PendingOnly, points.WithinBalance, points.DebtAllowed}).Draw(t, "claw-back"),
		Grace:    rapid.SampledFrom([]int{0, 0, 5}).Draw(t, "grace"),
		Inactivity: points.Inactivity{
			Months: rapid.SampledFrom([]int{0, 1}).Draw(t, "inactivity"),
			Acts:   rapid.SampledFrom([][]points.EventKind{nil, {points.EventEarn}, {points.EventEarn, points.EventRedeem}}).Draw(t, "acts"),
		},
	}
}

// play runs a history of random commands, some dated back, on the ledger and the model side by side.
func play(t *rapid.T, check func(d *desk, m *backdated)) (*desk, *backdated) {
	c := drawCurrency(t)
	d := open(t, points.Rules{Version: "1", Currencies: []points.Currency{c}})
	m := &backdated{rules: c}
	clock := day(2, 1)
	for range rapid.IntRange(1, 20).Draw(t, "steps") {
		clock = clock.AddDays(rapid.SampledFrom([]int{0, 0, 1, 7, 30}).Draw(t, "days"))
		command := drawCommand(t, m, d.head(clock.AddDays(-rapid.SampledFrom([]int{0, 0, 0, 0, 3, 20}).Draw(t, "back"))))
		want := m.do(command)
		_, err := d.try(command)
		got, _ := errors.AsType[points.Reason](err)
		if got != want || err != nil && got == 0 {
			trace(t, d)
			t.Fatalf("%T %+v: %v, the model says %v", command, command, err, want)
		}
		check(d, m)
	}
	return d, m
}

func trace(t *rapid.T, d *desk) {
	for _, e := range d.events {
		t.Logf("%d %v %v %s ref %s %+v ends %v deadlines %v", e.Seq, e.Kind, e.Date, e.Command, e.Ref, e.Moves, e.Ends, e.Deadlines)
	}
}

func same(t *rapid.T, d *desk, m *backdated, date hotelcrm.Date) {
	b, err := d.account.Balance("points", date)
	m = m.again()
	m.pass(date)
	got := [7]int64{b.Points, b.Available, b.Held, b.Waiting, b.Pending, b.Owed, b.Unrecovered}
	want := [7]int64{}
	for i, n := range m.balance() {
		want[i] = int64(n)
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		trace(t, d)
		t.Fatalf("on %v: points, available, held, waiting, pending, owed, unrecovered (-model +ledger), %v:\n%s", date, err, diff)
	}
}

func TestLedgerIsTheModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, m := play(t, func(d *desk, m *backdated) {
			if d.account.Version() > 0 {
				same(t, d, m, d.account.Clock())
			}
		})
		date := max(d.account.Clock(), day(2, 1))
		for range 4 { // what ends by itself, on dates that no command has reached
			date = date.AddDays(rapid.IntRange(1, 30).Draw(t, "wait"))
			same(t, d, m, date)
		}
	})
}
