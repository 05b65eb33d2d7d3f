package valuation

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Convention is what a present value is computed under. It goes in as an argument and comes back with every result
// that discounts, with its defaults written out.
//
// An unset timing is that of the model's own source, so that its published figures come out:
//
//	EndOfPeriod    Annuity, Perpetuity, CurrentValue, CurrentOf, MarginMultiple, PaybackPeriod, BreakEvenOf,
//	               CustomerEquity, WhatIf
//	StartOfPeriod  Chain, Migration, Retention; PromotedValue and Budget, which refuse any other
type Convention struct {
	Rate     Rate             `json:"rate"`
	Horizon  Horizon          `json:"horizon"`            // of an infinite one only the period counts
	Infinite bool             `json:"infinite,omitempty"` // payments never end
	Timing   Timing           `json:"timing"`             // unset: that of the model
	Rounding hotelcrm.RoundTo `json:"rounding"`
}

// Validate returns a [*hotelcrm.ParamError] that names the field out of range, else nil.
func (c Convention) Validate() error {
	_, err := c.resolved(EndOfPeriod)
	return err
}

// resolved returns the convention with its defaults written out, for a model whose own timing is given.
func (c Convention) resolved(timing Timing) (Convention, error) {
	if c.Timing == 0 {
		c.Timing = timing
	}
	if c.Infinite {
		c.Horizon.N = 0
	}
	switch {
	case !c.Rate.IsSet():
		return c, refuse.Param("Convention.Rate", c.Rate.String(), "a rate; no discount is Effective of 0")
	case c.Timing > MiddleOfPeriod:
		return c, refuse.Param("Convention.Timing", c.Timing.String(), timingNames.Allowed())
	}
	if err := c.Horizon.Validate(); err != nil {
		return c, err
	}
	return c, c.Rounding.Validate()
}

// String returns the convention in one line, such as "0.1 per year, 5 x year, end-of-period, 2 places half-even".
func (c Convention) String() string {
	horizon := c.Horizon.String()
	if c.Infinite {
		horizon = "forever by " + c.Horizon.Period.String()
	}
	return fmt.Sprintf("%s, %s, %s, %s", c.Rate, horizon, c.Timing, c.Rounding)
}
