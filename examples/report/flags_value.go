package main

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/shopspring/decimal"
)

// mostYears is how far a present pattern may be thought to last.
const mostYears = 50

// checkValue checks the flags that say how guests are valued.
func (r *rawFlags) checkValue(opt *options) error {
	v := &opt.Worth
	switch {
	case r.given["cost"]:
		cost, err := plainAmount(r.cost)
		if err != nil {
			return fmt.Errorf("-cost %q is not allowed; want the total input cost as a plain decimal such as 1234.50, 0 or more", r.cost)
		}
		v.Cost = cost
	case opt.Simulated():
		v.Cost = intake.SimulatedCost
	default:
		v.NoCost = true
	}
	var err error
	if v.Rate, err = plainAmount(r.rate); err != nil || v.Rate.GreaterThan(decimal.NewFromInt(1)) || v.Rate.Exponent() < -6 {
		return fmt.Errorf("-rate %q is not allowed; want a discount per one and year from 0 to 1, at most 6 decimal places, such as 0.10", r.rate)
	}
	if v.Years < 1 || v.Years > mostYears {
		return fmt.Errorf("-years %d is not allowed; want 1 to %d", v.Years, mostYears)
	}
	if r.given["profile-columns"] && opt.Profiles == "" {
		return fmt.Errorf("-profile-columns needs -profiles")
	}
	if opt.ProfileMapping, err = table.ParseMapping(r.profileColumns, intake.ProfileFields); err != nil {
		return fmt.Errorf("-profile-columns: %w", err)
	}
	return nil
}

// plainAmount reads a plain decimal of 0 or more.
func plainAmount(text string) (decimal.Decimal, error) {
	if !intake.IsDecimal(text) {
		return decimal.Decimal{}, fmt.Errorf("no plain decimal")
	}
	d, err := decimal.NewFromString(text)
	if err == nil && d.IsNegative() {
		err = fmt.Errorf("below 0")
	}
	return d, err
}
