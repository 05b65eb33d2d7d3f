package experiment_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/segment/experiment"
	"github.com/shopspring/decimal"
)

// The mailing list is made anew each week, and nobody kept who was left out: the hash deals every guest as before.
func ExampleSplit_listMadeAnew() {
	design := experiment.Design{ID: "win-back", Epoch: 2025, Control: decimal.New(25, -2)}
	first, err := design.Split()
	if err != nil {
		fmt.Println(err)
		return
	}
	second, _ := design.Split()
	fmt.Println(first.Arms([]string{"P000118", "P000121", "P000127"}))
	fmt.Println(second.Arms([]string{"P000127", "P000121"}))
	// Output:
	// [treated control treated]
	// [treated control]
}
