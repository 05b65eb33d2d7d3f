package btyd_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// What a clerk can be told of the guest at the desk: one repeat visit, the last a quarter ago, known for a year.
func ExampleCountsNext_atTheDesk() {
	m := btyd.MBGNBD{R: .48, Alpha: 10.8, A: 1.06, B: 3.16, Unit: valuation.Week}
	got, err := btyd.CountsNext(m, btyd.History{X: 1, Tx: 39, T: 52}, 365.0/7, .8)
	fmt.Printf("none %.0f %%, one %.0f %%, 2 or more %.0f %%\n", 100*got.None, 100*got.Once, 100*got.More)
	fmt.Printf("%d to %d with %.0f %%, %v\n", got.Low, got.High, 100*got.Within, err)
	// Output:
	// none 56 %, one 24 %, 2 or more 19 %
	// 0 to 2 with 92 %, <nil>
}

// For the file of every night: what is expected of a guest, and the range that four of five such guests come in.
func ExampleCountsNextAll_nightly() {
	m := btyd.MBGNBD{R: .48, Alpha: 10.8, A: 1.06, B: 3.16, Unit: valuation.Week}
	guests := []btyd.History{{T: 70}, {X: 2, Tx: 50, T: 70}, {X: 20, Tx: 69, T: 70}}
	all, err := btyd.CountsNextAll(m, guests, 365.0/7, .8, 2)
	for i, one := range all {
		fmt.Printf("%.1f expected: %d to %d\n", m.Expected(guests[i], 365.0/7), one.Low, one.High)
	}
	fmt.Println(err)
	// Output:
	// 0.2 expected: 0 to 1
	// 1.0 expected: 0 to 3
	// 9.8 expected: 2 to 17
	// <nil>
}
