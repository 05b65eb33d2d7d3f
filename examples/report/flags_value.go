package main

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// valueOptions is how guests are valued.
type valueOptions struct {
	cost   decimal.Decimal // total input cost
	noCost bool            // not stated: revenue stands for profit
	rate   decimal.Decimal // discount per one and year
	years  int             // horizon
}

// mostYears is how far a present pattern may be thought to last.
const mostYears = 50

// checkValue checks the flags that say how guests are valued.
func (r *rawFlags) checkValue(opt *options) error {
	v := &opt.value
	switch {
	case r.given["cost"]:
		cost, err := plainAmount(r.cost)
		if err != nil {
			return fmt.Errorf("-cost %q is not allowed; want the total input cost as a plain decimal such as 1234.50, 0 or more", r.cost)
		}
		v.cost = cost
	case opt.Simulated():
		v.cost = simulatedCost
	default:
		v.noCost = true
	}
	var err error
	if v.rate, err = plainAmount(r.rate); err != nil || v.rate.GreaterThan(decimal.NewFromInt(1)) || v.rate.Exponent() < -6 {
		return fmt.Errorf("-rate %q is not allowed; want a discount per one and year from 0 to 1, at most 6 decimal places, such as 0.10", r.rate)
	}
	if v.years < 1 || v.years > mostYears {
		return fmt.Errorf("-years %d is not allowed; want 1 to %d", v.years, mostYears)
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

// convention is what present values are computed under.
func (o *options) convention(rate decimal.Decimal, years, places int) (valuation.Convention, error) {
	discount, err := valuation.Effective(rate, valuation.Year)
	return valuation.Convention{
		Rate: discount, Horizon: valuation.Horizon{N: years, Period: valuation.Year}, Timing: valuation.EndOfPeriod,
		Rounding: basis.HalfEven(places),
	}, err
}

// simulatedCost is the input cost of the simulated hotel over its four years: commissions, amenities and service for
// its guests, in EUR.
var simulatedCost = decimal.New(6_000_000, 0)
