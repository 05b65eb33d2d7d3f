package liability_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points/liability"
	"github.com/shopspring/decimal"
)

func dec(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func amount(t *testing.T, text string) liability.Exact {
	t.Helper()
	x, err := liability.Amount(dec(text))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// shows checks an amount at a number of places, halves away from zero.
func shows(t *testing.T, what, want string, x liability.Exact, places int) {
	t.Helper()
	got, err := x.Round(hotelcrm.RoundTo{Places: places, Mode: hotelcrm.RoundHalfUp})
	if err != nil || got.StringFixed(int32(places)) != want {
		t.Errorf("%s = %s, %v, want %s", what, got, err, want)
	}
}

// IFRS 15, Illustrative Example 52: sales of 100,000; 10,000 points worth 1 each, 9,500 expected to be redeemed; 4,500
// redeemed in year 1; in year 2 8,500 in all, and 9,700 expected.
func TestExample52(t *testing.T) {
	a, err := liability.Allocate(dec("100000"), dec("100000"), dec("9500"))
	if err != nil {
		t.Fatal(err)
	}
	shares := a.Shares()
	shows(t, "products", "91324", shares[0], 0)
	shows(t, "points", "8676", shares[1], 0)
	shows(t, "points", "8675.7991", shares[1], 4)
	years, err := liability.CatchUp(shares[1],
		liability.Step{Redeemed: 4500, Expected: liability.Points(9500)},
		liability.Step{Redeemed: 8500, Expected: liability.Points(9700)})
	if err != nil {
		t.Fatal(err)
	}
	shows(t, "year 1", "4110", years[0].Period, 0)
	shows(t, "year 1", "4109.5890", years[0].Period, 4)
	shows(t, "liability after year 1", "4566", years[0].Liability, 0)
	shows(t, "liability after year 1", "4566.2100", years[0].Liability, 4)
	shows(t, "year 2", "3493", years[1].Period, 0)
	shows(t, "year 2", "3492.9153", years[1].Period, 4)
	shows(t, "liability after year 2", "1073", years[1].Liability, 0)
	shows(t, "liability after year 2", "1073.2947", years[1].Liability, 4)
}

// Published examples that round a percentage on the way, at their exact figures.
func TestNoPercentageIsRoundedOnTheWay(t *testing.T) {
	tests := []struct {
		name, price, stay, points string
		want                      string
		places                    int
	}{
		{"KPMG handbook, 97% expected, which prints 9,000", "100000", "100000", "9700", "8842", 0},
		{"teaching page, which prints 158", "2000", "2000", "170", "156.68", 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, err := liability.Allocate(dec(test.price), dec(test.stay), dec(test.points))
			if err != nil {
				t.Fatal(err)
			}
			shows(t, "points", test.want, a.Shares()[1], test.places)
		})
	}
}

// A sale of 100 with 15% breakage, 34 of 100 redeemed.
func TestBreakage(t *testing.T) {
	tests := []struct {
		name     string
		breakage liability.Breakage
		redeemed int64
		remote   bool
		want     string // empty: refused
	}{
		{"proportional", liability.Proportional, 34, false, "40.00"},
		{"proportional, all expected", liability.Proportional, 85, false, "100.00"},
		{"proportional, more than expected", liability.Proportional, 86, false, ""},
		{"remote", liability.Remote, 34, false, "34.00"},
		{"remote, the rest too", liability.Remote, 34, true, "100.00"},
		{"remote, all redeemed", liability.Remote, 100, false, "100.00"},
		{"unclaimed property", liability.Unclaimed, 34, true, "34.00"},
		{"more than there are", liability.Remote, 101, false, ""},
		{"less than none", liability.Remote, -1, false, ""},
		{"unset", 0, 34, false, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := liability.Deferral{Amount: amount(t, "100"), Points: 100, Expected: liability.Points(85), Breakage: test.breakage}
			got, err := d.Revenue(test.redeemed, test.remote)
			if test.want == "" {
				if err == nil {
					t.Errorf("revenue %s, want an error", got)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			shows(t, "revenue", test.want, got, 2)
		})
	}
}

// Three vintages of points, redemptions at 12, 24 and 36 months.
func TestChainLadder(t *testing.T) {
	rows := []liability.Row{
		{Issued: 1_000_000, Cumulative: []int64{400_000, 600_000, 700_000}},
		{Issued: 1_200_000, Cumulative: []int64{480_000, 744_000}},
		{Issued: 1_500_000, Cumulative: []int64{570_000}},
	}
	l, err := liability.ChainLadder(rows, liability.Points(1))
	if err != nil {
		t.Fatal(err)
	}
	shows(t, "factor 12-24", "1.527273", l.Factors[0], 6)
	shows(t, "factor 24-36", "1.166667", l.Factors[1], 6)
	for i, want := range [][3]string{{"700000.00", "0.70000", "0.00"}, {"868000.00", "0.72333", "124000.00"}, {"1015636.36", "0.67709", "445636.36"}} {
		shows(t, "ultimate", want[0], l.Ultimates[i], 2)
		shows(t, "rate", want[1], l.Rates[i], 5)
		shows(t, "remaining", want[2], l.Remaining[i], 2)
	}
	shows(t, "still to be redeemed", "569636.36", l.Total, 2)
	cost, err := liability.Cost(l.Total, dec("0.006"))
	if err != nil {
		t.Fatal(err)
	}
	shows(t, "provision", "3417.82", cost, 2)
	outstanding := int64(0)
	for _, r := range rows {
		outstanding += r.Issued - r.Cumulative[len(r.Cumulative)-1]
	}
	if diff := cmp.Diff(int64(1_686_000), outstanding); diff != "" {
		t.Errorf("outstanding (-want +got):\n%s", diff)
	}
}

func TestEntriesBalanceAndAddUp(t *testing.T) {
	m := hotelcrm.RoundTo{Mode: hotelcrm.RoundHalfUp}
	a, err := liability.Allocate(dec("100000"), dec("100000"), dec("9500"))
	if err != nil {
		t.Fatal(err)
	}
	years, err := liability.CatchUp(a.Shares()[1],
		liability.Step{Redeemed: 4500, Expected: liability.Points(9500)},
		liability.Step{Redeemed: 8500, Expected: liability.Points(9700)},
		liability.Step{Redeemed: 9700, Expected: liability.Points(9700)},
		liability.Step{Redeemed: 9700, Expected: liability.Points(9900)})
	if err != nil {
		t.Fatal(err)
	}
	sale, err := liability.SaleEntry(a, m.Places)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	deferred := decimal.Decimal{}
	note := func(e liability.Entry) {
		sum := decimal.Decimal{}
		for _, l := range e {
			got = append(got, l.Role.String()+" "+l.Debit.String()+" "+l.Credit.String())
			sum = sum.Add(l.Debit).Sub(l.Credit)
			if l.Role == liability.Deferred {
				deferred = deferred.Add(l.Credit).Sub(l.Debit)
			}
		}
		if !sum.IsZero() {
			t.Errorf("entry %v does not balance", e)
		}
	}
	note(sale)
	var before liability.Recognition
	for _, now := range years {
		e, err := liability.RevenueEntry(before, now, m)
		if err != nil {
			t.Fatal(err)
		}
		note(e)
		before = now
	}
	want := []string{
		"receivable 100000 0", "revenue 0 91324", "deferred 0 8676",
		"deferred 4110 0", "points-sold 0 4110",
		"deferred 3493 0", "points-sold 0 3493",
		"deferred 1073 0", "points-sold 0 1073",
		"deferred 0 175", "points-sold 175 0",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	shows(t, "deferred at the end", deferred.String(), years[3].Liability, 0)
	cost, err := liability.CostEntry(amount(t, "3417.818"), amount(t, "3000"), hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven})
	if err != nil {
		t.Fatal(err)
	}
	got = nil
	note(cost)
	if diff := cmp.Diff([]string{"loyalty-cost 0 417.82", "provision 417.82 0"}, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

// Three equal periods of 100: rounded singly they would post 99.
func TestPeriodsAddUpToTheTotal(t *testing.T) {
	expected := liability.Points(3)
	periods, err := liability.CatchUp(liability.Points(100),
		liability.Step{Redeemed: 1, Expected: expected}, liability.Step{Redeemed: 2, Expected: expected}, liability.Step{Redeemed: 3, Expected: expected})
	if err != nil {
		t.Fatal(err)
	}
	var before liability.Recognition
	var posted []string
	for _, now := range periods {
		e, err := liability.RevenueEntry(before, now, hotelcrm.RoundTo{Mode: hotelcrm.RoundHalfEven})
		if err != nil {
			t.Fatal(err)
		}
		posted = append(posted, e[0].Debit.String())
		before = now
	}
	if diff := cmp.Diff([]string{"33", "34", "33"}, posted); diff != "" {
		t.Errorf("posted (-want +got):\n%s", diff)
	}
}
