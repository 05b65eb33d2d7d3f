package btyd_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// Guests with one history are one cell, the shortest known first.
func ExampleCells_All_guestsAlike() {
	cells, err := btyd.CellsOf(valuation.Week, []btyd.History{{T: 39}, {X: 2, Tx: 30, T: 39}, {T: 39}, {T: 20}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, c := range cells.All() {
		fmt.Println(i, c.X, c.Tx, c.T, c.Guests)
	}
	// Output:
	// 0 0 0 20 1
	// 1 0 0 39 2
	// 2 2 30 39 1
}

// Eight congresses: 40 guests came to none after their first, 5 to three and last to the sixth.
func ExampleOccasionCells_All_congresses() {
	cells, err := btyd.NewOccasionCells(valuation.Year, []btyd.OccasionCell{{Occasions: btyd.Occasions{X: 3, Tx: 6, N: 8}, Guests: 5}, {Occasions: btyd.Occasions{N: 8}, Guests: 40}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range cells.All() {
		fmt.Println(c.X, c.Tx, c.N, c.Guests)
	}
	// Output:
	// 0 0 8 40
	// 3 6 8 5
}
