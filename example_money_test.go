package hotelcrm_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

func ExampleMinorUnits_hotelInKyoto() {
	yen, _ := hotelcrm.MinorUnits("JPY")
	euro, _ := hotelcrm.MinorUnits("EUR")
	_, err := hotelcrm.MinorUnits("yen")
	fmt.Println(yen, euro, err != nil)
	// Output: 0 2 true
}

func ExampleToMinor_roomRate() {
	cents, ok := hotelcrm.ToMinor(decimal.RequireFromString("129.90"), 2)
	fmt.Println(cents, ok)
	_, ok = hotelcrm.ToMinor(decimal.RequireFromString("129.905"), 2) // never rounded
	fmt.Println(ok)
	// Output:
	// 12990 true
	// false
}

func ExampleFromMinor_billInDinars() {
	fmt.Println(hotelcrm.FromMinor(45250, 3).StringFixed(3))
	// Output: 45.250
}

func ExampleRound_serviceCharge() {
	charge := decimal.RequireFromString("84.30").Mul(decimal.RequireFromString("0.15")) // 12.645
	for _, mode := range []hotelcrm.Rounding{hotelcrm.RoundHalfEven, hotelcrm.RoundHalfUp, hotelcrm.RoundDown} {
		rounded, err := hotelcrm.Round(charge, 2, mode)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(mode, rounded)
	}
	// Output:
	// half-even 12.64
	// half-up 12.65
	// down 12.64
}

func ExampleAllocate_splitBillAmongRoommates() {
	bill := decimal.RequireFromString("100.00")
	each := decimal.NewFromInt(1)
	parts, err := hotelcrm.Allocate(bill, 2, []decimal.Decimal{each, each, each})
	fmt.Println(parts, err)
	// Output: [33.34 33.33 33.33] <nil>
}

func ExampleAllocate_packageWithBreakfast() {
	room, breakfast := decimal.NewFromInt(150), decimal.NewFromInt(22)
	parts, err := hotelcrm.Allocate(decimal.RequireFromString("159.00"), 2, []decimal.Decimal{room, breakfast})
	fmt.Println(parts[0], parts[1], parts[0].Add(parts[1]), err)
	// Output: 138.66 20.34 159 <nil>
}

func ExampleSum_dailyRevenue() {
	var sum hotelcrm.Sum
	for _, posting := range []string{"129.90", "18.50", "-18.50", "0.1"} {
		sum.Add(decimal.RequireFromString(posting))
	}
	fmt.Println(sum.Decimal(), "from", sum.N(), "postings")
	// Output: 130 from 4 postings
}

func ExampleSum_AddMinor_columnOfCents() {
	var sum hotelcrm.Sum
	err := sum.AddMinor([]int64{12990, 1850, -1850}, 2)
	fmt.Println(sum.Decimal(), err)
	// Output: 129.9 <nil>
}

func ExampleSum_Merge_twoProperties() {
	var lake, city hotelcrm.Sum
	lake.Add(decimal.RequireFromString("210.40"))
	city.Add(decimal.RequireFromString("99.60"))
	lake.Merge(&city)
	fmt.Println(lake.Decimal(), lake.N())
	// Output: 310 2
}

func ExampleRevenue_weekendWithSpa() {
	stay := hotelcrm.Revenue{
		Rooms:         decimal.RequireFromString("240.00"),
		FoodBeverage:  decimal.RequireFromString("61.50"),
		OtherOperated: decimal.RequireFromString("90.00"),
	}
	fmt.Println(stay.Of(hotelcrm.AllButFees))
	// Output: 391.5
}

func ExampleRevenue_Of_noShowFee() {
	stay := hotelcrm.Revenue{Fees: decimal.RequireFromString("120.00")}
	fmt.Println(stay.Of(hotelcrm.AllButFees), stay.Of(hotelcrm.Departments(hotelcrm.Rooms, hotelcrm.Fees)))
	// Output: 0 120
}

func ExampleRounding_noDefault() {
	_, err := hotelcrm.Round(decimal.RequireFromString("12.345"), 2, 0)
	fmt.Println(err)
	// Output: hotelcrm: mode: "unset" is not allowed; want half-even, half-up, up, down, ceiling, floor
}

func ExampleParseRounding_setting() {
	mode, err := hotelcrm.ParseRounding("half-even")
	fmt.Println(mode == hotelcrm.RoundHalfEven, err)
	// Output: true <nil>
}
