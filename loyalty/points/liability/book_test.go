package liability_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/loyalty/points/liability"
	"pgregory.net/rapid"
)

func rules() points.Rules {
	return points.Rules{Version: "1", Currencies: []points.Currency{
		{Name: "points", Kind: points.Redeemable, Life: points.Life{Months: 6}}, {Name: "nights", Kind: points.Qualifying},
	}}
}

// guests runs random commands on two accounts, transfers between them included, and returns their events.
func guests(t *rapid.T) [][]points.Event {
	journal := new(points.Memory)
	ledger := points.Ledger{Journal: journal, Rules: rules()}
	date := hotelcrm.DateOf(2026, 1, 1)
	for i := range rapid.IntRange(1, 30).Draw(t, "steps") {
		date = date.AddDays(rapid.IntRange(0, 25).Draw(t, "days"))
		head := points.Header{ID: fmt.Sprint(i), Date: date}
		n := rapid.Int64Range(1, 100).Draw(t, "points")
		account := rapid.SampledFrom([]string{"G-1", "G-2"}).Draw(t, "account")
		var c points.Command = points.Earn{Header: head, Credits: []points.Credit{{Currency: "points", Points: n}, {Currency: "nights", Points: 1}}}
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			c = points.Redeem{Header: head, Currency: "points", Points: n}
		case 1:
			c = points.Void{Header: head, Ref: fmt.Sprint(rapid.IntRange(0, i).Draw(t, "ref"))}
		case 2:
			c = points.Transfer{Header: head, Currency: "points", Points: n, To: map[string]string{"G-1": "G-2", "G-2": "G-1"}[account]}
		case 3:
			c = points.Expire{Header: head}
		}
		_, err := ledger.Do(t.Context(), account, c)
		if _, refused := errors.AsType[*points.RefusedError](err); err != nil && !refused {
			t.Fatal(err)
		}
	}
	var all [][]points.Event
	for _, name := range journal.Accounts() {
		events, err := journal.Load(t.Context(), name, 0)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, events)
	}
	return all
}

func book(t *rapid.T, accounts ...[]points.Event) *liability.Book {
	b, err := liability.NewBook(liability.Config{Currency: "points", Months: 3})
	if err != nil {
		t.Fatal(err)
	}
	for _, events := range accounts {
		if err := b.Add(events); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func TestVintagesAndRollForwardClose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		accounts := guests(t)
		b := book(t, accounts...)
		first := hotelcrm.DateOf(2026, 1, 1)
		mid := first.AddDays(rapid.IntRange(1, 400).Draw(t, "mid"))
		end := mid.AddDays(rapid.IntRange(0, 400).Draw(t, "end"))
		var sum liability.Flow
		for _, v := range b.Vintages(end) {
			if v.Issued != v.Redeemed+v.Expired+v.Reversed+v.Outstanding || v.Transferred != 0 {
				t.Fatalf("vintage %+v", v)
			}
			sum.Outstanding += v.Outstanding
		}
		all, err := b.RollForward(first, end)
		one, err1 := b.RollForward(first, mid.AddDays(-1))
		two, err2 := b.RollForward(mid, end)
		if err := errors.Join(err, err1, err2); err != nil {
			t.Fatal(err)
		}
		for _, r := range []liability.RollForward{all, one, two} {
			if r.Closing != r.Opening+r.Issued-r.Redeemed-r.Expired-r.Reversed-r.Transferred {
				t.Fatalf("%+v does not close", r)
			}
		}
		if one.Closing != two.Opening || two.Closing != all.Closing || all.Closing != sum.Outstanding || one.Issued+two.Issued != all.Issued {
			t.Fatalf("parts %+v, %+v of %+v", one, two, all)
		}
		value, err := two.Value(share(t, 7, 1000), share(t, 9, 1000))
		if err != nil {
			t.Fatal(err)
		}
		closing := value.Opening.Plus(value.Issued).Minus(value.Redeemed).Minus(value.Expired).Minus(value.Reversed).Plus(value.EstimateChange)
		if closing.Cmp(value.Closing) != 0 {
			t.Fatalf("%+v does not close", value)
		}
	})
}

func share(t *rapid.T, a, b int64) liability.Exact {
	x, err := liability.Ratio(a, b)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestMergedBooksAreOneBook(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		accounts := guests(t)
		whole, parts := book(t, accounts...), book(t)
		for _, events := range accounts {
			if err := parts.Merge(book(t, events)); err != nil {
				t.Fatal(err)
			}
		}
		date := hotelcrm.DateOf(2027, 1, 1)
		if diff := cmp.Diff(whole.Vintages(date), parts.Vintages(date)); diff != "" {
			t.Fatalf("(-whole +merged):\n%s", diff)
		}
	})
}

func TestTriangleCountsFullAges(t *testing.T) {
	a := points.NewAccount("G-1")
	r := rules()
	r.Currencies[0].Life = points.Life{}
	var events []points.Event
	do := func(c points.Command) {
		t.Helper()
		d, err := r.Decide(a, c)
		if err != nil {
			t.Fatal(err)
		}
		if a, err = points.Fold(a, d.Events); err != nil {
			t.Fatal(err)
		}
		events = append(events, d.Events...)
	}
	at := func(id string, y, m, d int) points.Header {
		return points.Header{ID: id, Date: hotelcrm.DateOf(y, 1, 1).AddMonths(m - 1).AddDays(d - 1)}
	}
	do(points.Earn{Header: at("e1", 2024, 3, 5), Credits: []points.Credit{{Currency: "points", Points: 1000}}})
	do(points.Redeem{Header: at("r1", 2024, 12, 31), Currency: "points", Points: 300})
	do(points.Redeem{Header: at("r2", 2025, 1, 1), Currency: "points", Points: 200})
	do(points.Earn{Header: at("e2", 2025, 2, 1), Credits: []points.Credit{{Currency: "points", Points: 500}}})
	b, err := liability.NewBook(liability.Config{Currency: "points", Months: 12})
	if err != nil || b.Add(events) != nil {
		t.Fatal(err)
	}
	rows, err := b.Triangle(hotelcrm.DateOf(2025, 12, 31), 12)
	want := []liability.Row{
		{Vintage: hotelcrm.DateOf(2024, 1, 1), Issued: 1000, Cumulative: []int64{300, 500}},
		{Vintage: hotelcrm.DateOf(2025, 1, 1), Issued: 500, Cumulative: []int64{0}},
	}
	if diff := cmp.Diff(want, rows); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestKeepSplitsABookBySegment(t *testing.T) {
	lot := points.Terms{Lot: 1, Currency: "points", Earned: hotelcrm.DateOf(2026, 1, 1), Version: "2025"}
	events := []points.Event{{Seq: 1, Date: lot.Earned, Lots: []points.Terms{lot}, Moves: []points.Move{{Lot: 1, From: points.Issued, To: points.Free, Points: 7}}}}
	for version, want := range map[string]int{"2025": 1, "2026": 0} {
		b, err := liability.NewBook(liability.Config{Currency: "points", Keep: func(t points.Terms) bool { return t.Version == version }})
		if err != nil || b.Add(events) != nil || len(b.Vintages(hotelcrm.MaxDate)) != want {
			t.Errorf("version %s: %+v, %v", version, b, err)
		}
	}
}

func TestWrongBooksAreRefused(t *testing.T) {
	for _, c := range []liability.Config{{}, {Currency: "points", Months: 5}, {Currency: "points", Months: -1}} {
		if _, err := liability.NewBook(c); err == nil {
			t.Errorf("%+v is no settings of a book", c)
		}
	}
	b, _ := liability.NewBook(liability.Config{Currency: "points"})
	lot := points.Terms{Lot: 1, Currency: "points", Earned: hotelcrm.DateOf(2026, 1, 1)}
	much := points.Move{Lot: 1, From: points.Issued, To: points.Free, Points: math.MaxInt64}
	for name, moves := range map[string][]points.Move{"unknown lot": {{Lot: 2, Points: 1}}, "overflow": {much, much}} {
		if err := b.Add([]points.Event{{Lots: []points.Terms{lot}, Moves: moves}}); err == nil || len(b.Vintages(hotelcrm.MaxDate)) != 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	other, _ := liability.NewBook(liability.Config{Currency: "nights"})
	if err := b.Merge(other); !errors.Is(err, hotelcrm.ErrMismatch) {
		t.Errorf("merging another currency: %v", err)
	}
	if _, err := b.RollForward(hotelcrm.DateOf(2026, 2, 1), hotelcrm.DateOf(2026, 1, 1)); err == nil {
		t.Error("a period that ends before it begins")
	}
	if _, err := b.Triangle(hotelcrm.DateOf(2026, 2, 1), 0); err == nil {
		t.Error("ages of no length")
	}
}
