package points_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

// After every command of a random history the ledger says what the naive one says: whether it is allowed, the balance,
// what is available, and where every point of every lot lies. That is I1 to I3, I6, I8, I12, I13 and I17 in one. What
// is dated back, and the void of a void, stand in TestLedgerIsTheModel.
func TestLedgerIsTheNaiveOne(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of histories")
	}
	for range naiveRounds {
		rapid.Check(t, sideBySide)
	}
}

// naiveRounds times the 100 histories of a check make 6,000.
const naiveRounds = 60

func sideBySide(t *rapid.T) {
	c := points.Currency{
		Name: "points", Kind: points.Redeemable,
		Burn:     rapid.SampledFrom([]points.BurnOrder{points.OldestFirst, points.SoonestExpiry}).Draw(t, "burn"),
		Clawback: rapid.SampledFrom([]points.Clawback{points.PendingOnly, points.WithinBalance, points.DebtAllowed}).Draw(t, "claw-back"),
		Life:     points.Life{Months: rapid.IntRange(0, 2).Draw(t, "life")},
		Grace:    rapid.SampledFrom([]int{0, 0, 5}).Draw(t, "grace"),
	}
	d := open(t, points.Rules{Version: "1", Currencies: []points.Currency{c}})
	m := &naive{rules: c, today: day(2, 1)}
	date := m.today
	for range rapid.IntRange(1, 25).Draw(t, "steps") {
		date = date.AddDays(rapid.SampledFrom([]int{0, 0, 1, 7, 30}).Draw(t, "days"))
		command := drawNaive(t, m, d.head(date))
		_, err := d.try(command)
		if allowed := m.do(command); allowed != (err == nil) {
			trace(t, d)
			t.Fatalf("%T %+v: %v; the naive ledger says %v", command, command, err, allowed)
		}
		m.pass(date)
		agree(t, d, m)
	}
}

// drawNaive returns a command of any kind, sometimes one that was sent before.
func drawNaive(t *rapid.T, m *naive, head points.Header) points.Command {
	n := rapid.Int64Range(1, 12).Draw(t, "points")
	end := rapid.SampledFrom([]hotelcrm.Date{0, head.Date.AddDays(int(n) * 4)}).Draw(t, "end")
	refs := []string{"nothing"}
	for _, a := range m.book {
		if a.kind != "" {
			refs = append(refs, headOf(a.command).ID)
		}
	}
	ref := rapid.OneOf(rapid.SampledFrom(refs), rapid.Just(refs[len(refs)-1])).Draw(t, "ref")
	credit := []points.Credit{{Currency: "points", Points: n, Expires: end}}
	later := []points.Credit{{Currency: "points", Points: n, Expires: end, Active: head.Date.AddDays(int(n))}}
	commands := []points.Command{
		points.Earn{Header: head, Credits: credit},
		points.Earn{Header: head, Credits: later},
		points.Earn{Header: head, Credits: credit, Pending: true, Until: end},
		points.Post{Header: head, Earn: ref},
		points.Cancel{Header: head, Earn: ref},
		points.Hold{Header: head, Currency: "points", Points: n, Until: end},
		points.Capture{Header: head, Hold: ref, Points: n - 1},
		points.Release{Header: head, Hold: ref},
		points.Redeem{Header: head, Currency: "points", Points: n},
		points.Void{Header: head, Ref: ref},
		points.Void{Header: head, Ref: ref},
		points.Expire{Header: head},
		points.Adjust{Header: head, Currency: "points", Points: n, Expires: end},
		points.Adjust{Header: head, Currency: "points", Points: -n},
		points.Transfer{Header: head, Currency: "points", Points: n, To: "G-2"},
	}
	for _, a := range m.book[max(0, len(m.book)-1):] { // the last once more, and its id with another body
		commands = append(commands, a.command, points.Redeem{Header: headOf(a.command), Currency: "points", Points: 1000})
	}
	return rapid.SampledFrom(commands).Draw(t, "command")
}

// agree compares balances and lots on the day that the naive ledger has come to.
func agree(t *rapid.T, d *desk, m *naive) {
	t.Helper()
	b, err := d.account.Balance("points", m.today)
	if err != nil {
		t.Fatal(err)
	}
	want := points.Balance{Currency: "points", Date: m.today, Owed: int64(m.owed), Unrecovered: int64(m.waived)}
	where := make([][points.Moved + 1]int64, len(m.lots))
	for i, l := range m.lots {
		want.Unrecovered += int64(l.short)
		for _, p := range m.coins {
			if p.lot == l {
				where[i][p.in]++
			}
			if p.lot == l && p.in == points.Free && l.active > m.today {
				want.Waiting++
			}
		}
		want.Pending, want.Held = want.Pending+where[i][points.Pending], want.Held+where[i][points.Held]
		want.Points += where[i][points.Free] + where[i][points.Held]
	}
	want.Points -= int64(m.owed)
	want.Available = max(0, want.Points-want.Held-want.Waiting)
	equal(t, "balance", want, b)
	equal(t, "lots", where, lotsOf(t, d, m.today))
}

// lotsOf returns where the points of each lot lie. What a claw-back took from elsewhere, or not at all, counts where it is.
func lotsOf(t *rapid.T, d *desk, date hotelcrm.Date) [][points.Moved + 1]int64 {
	t.Helper()
	swept := *d
	swept.do(points.Expire{Header: points.Header{Date: date, Recorded: points.Instant(d.n)}})
	lots := swept.account.Lots()
	where := make([][points.Moved + 1]int64, len(lots))
	for i, l := range lots {
		for b := points.Pending; b <= points.Moved; b++ {
			where[i][b] = l.In(b)
		}
		where[i][points.Reversed] += l.In(points.Owed) + l.In(points.Unrecovered) + l.In(points.Waived)
	}
	return where
}
