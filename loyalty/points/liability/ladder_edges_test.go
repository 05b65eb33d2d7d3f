package liability_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty/points/liability"
)

// Beyond the ages of the table a tenth more will be redeemed.
func TestTailOfAChainLadder(t *testing.T) {
	tail, err := liability.Ratio(11, 10)
	if err != nil {
		t.Fatal(err)
	}
	rows := []liability.Row{{Issued: 1000, Cumulative: []int64{400, 600}}, {Issued: 2000, Cumulative: []int64{700}}}
	l, err := liability.ChainLadder(rows, tail)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][3]string{{"660", "33/50", "60"}, {"1155", "231/400", "455"}} {
		if got := [3]string{l.Ultimates[i].String(), l.Rates[i].String(), l.Remaining[i].String()}; got != want {
			t.Errorf("vintage %d: got %v, want %v", i, got, want)
		}
	}
	if l.Total.String() != "515" {
		t.Errorf("total %s, want 515", l.Total)
	}
}

func TestAllPointsRedeemedIsNoWarning(t *testing.T) {
	for issued, vintages := range map[int64]int{1049: 1, 1050: 0} {
		l, err := liability.ChainLadder([]liability.Row{{Issued: 600, Cumulative: []int64{400, 600}}, {Issued: issued, Cumulative: []int64{700}}}, liability.Points(1))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, w := range l.Warnings {
			n += w.N
		}
		if n != vintages {
			t.Errorf("%d issued, 1050 expected: got %v, want %d vintages", issued, l.Warnings, vintages)
		}
	}
}
