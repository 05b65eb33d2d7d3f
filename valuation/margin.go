package valuation

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// CostRates are the costs per unit of revenue of each department: 0.25 is a quarter of the revenue. They may be above 1
// for a department that loses money.
type CostRates struct {
	Rooms         decimal.Decimal `json:"rooms"`
	FoodBeverage  decimal.Decimal `json:"foodBeverage"`
	OtherOperated decimal.Decimal `json:"otherOperated"`
	Miscellaneous decimal.Decimal `json:"miscellaneous"`
	Fees          decimal.Decimal `json:"fees"`
}

// Margin is what is left of a guest's revenue after the cost of each department.
type Margin struct {
	Departments hotelcrm.Revenue `json:"departments"` // the margin of each department, rounded
	Total       decimal.Decimal  `json:"total"`       // their sum
	Rates       CostRates        `json:"rates"`
	Rounding    hotelcrm.RoundTo `json:"rounding"`
}

// DepartmentMargin returns a guest's margin by department, where the hotel knows its cost rates: another measure of
// profit than the historic value, whose cost is the same for every guest.
//
//	margin = revenue · (1 - rate)
//
// Each department is rounded once, and the total is the sum of the rounded parts.
//
// Errors: a [*hotelcrm.ParamError] that names a negative rate, or a number or rounding out of range.
func DepartmentMargin(revenue hotelcrm.Revenue, rates CostRates, rounding hotelcrm.RoundTo) (Margin, error) {
	if err := rounding.Validate(); err != nil {
		return Margin{}, err
	}
	out := Margin{Rates: rates, Rounding: rounding}
	for _, d := range []struct {
		name          string
		revenue, rate decimal.Decimal
		margin        *decimal.Decimal
	}{
		{"Rooms", revenue.Rooms, rates.Rooms, &out.Departments.Rooms},
		{"FoodBeverage", revenue.FoodBeverage, rates.FoodBeverage, &out.Departments.FoodBeverage},
		{"OtherOperated", revenue.OtherOperated, rates.OtherOperated, &out.Departments.OtherOperated},
		{"Miscellaneous", revenue.Miscellaneous, rates.Miscellaneous, &out.Departments.Miscellaneous},
		{"Fees", revenue.Fees, rates.Fees, &out.Departments.Fees},
	} {
		if err := checkDecimal("Revenue."+d.name, d.revenue); err != nil {
			return Margin{}, err
		}
		if err := checkDecimal("CostRates."+d.name, d.rate); err != nil {
			return Margin{}, err
		}
		if d.rate.IsNegative() {
			return Margin{}, refuse.Param("CostRates."+d.name, d.rate.String(), "0 or more, per unit of revenue")
		}
		left := new(big.Rat).Sub(big.NewRat(1, 1), d.rate.Rat())
		*d.margin = rounding.Rat(left.Mul(left, d.revenue.Rat()))
		out.Total = out.Total.Add(*d.margin)
	}
	return out, nil
}
