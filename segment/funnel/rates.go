package funnel

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/exact"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// of returns how many a rate of a stage is taken of.
func (c *Counts) of(stage int, basis RateBasis) int {
	if basis == OfSettled {
		return c.reached[stage+1] + c.lost[stage]
	}
	return c.reached[stage]
}

func (c *Counts) checkStep(stage int, basis RateBasis) error {
	if stage < 0 || stage >= len(c.reached)-1 {
		return refuse.Param("stage", fmt.Sprint(stage), fmt.Sprintf("0 to %d", len(c.reached)-2))
	}
	return checkBasis(basis)
}

func checkBasis(basis RateBasis) error {
	if basis > OfSettled {
		return refuse.Param("basis", fmt.Sprint(uint8(basis)), rateBasisNames.Allowed())
	}
	return nil
}

// StepRate returns the share of a stage's guests who went on to the next, with its Wilson interval.
//
// Input: stage counted from 0, not the last; level as in [valuation.NewProportion].
// Errors: a [*hotelcrm.ParamError], also if nobody is there to take a share of.
func (c *Counts) StepRate(stage int, basis RateBasis, level float64) (valuation.Proportion, error) {
	if err := c.checkStep(stage, basis); err != nil {
		return valuation.Proportion{}, err
	}
	return valuation.NewProportion(c.reached[stage+1], c.of(stage, basis), level)
}

// WinRate returns the chance of getting from a stage to the last: the product of the rates of the steps between, 1 for
// the last stage. By [OfReached] that is the share of those who reached the stage who have reached the last.
//
// Input: stage counted from 0.
// Errors: a [*hotelcrm.ParamError], also if nobody is there to take a share of.
func (c *Counts) WinRate(stage int, basis RateBasis) (float64, error) {
	if stage != len(c.reached)-1 {
		if err := c.checkStep(stage, basis); err != nil {
			return 0, err
		}
	}
	if err := checkBasis(basis); err != nil {
		return 0, err
	}
	rate, err := c.winRate(stage, basis)
	if err != nil {
		return 0, err
	}
	near, _ := rate.Float64()
	return near, nil
}

func (c *Counts) winRate(stage int, basis RateBasis) (*big.Rat, error) {
	product := big.NewRat(1, 1)
	for step := stage; step < len(c.reached)-1; step++ {
		of := c.of(step, basis)
		if of == 0 {
			return nil, refuse.Param("stage", c.rules.Stages[step].ID, "a stage from which guests have gone on or been lost")
		}
		product.Mul(product, big.NewRat(int64(c.reached[step+1]), int64(of)))
	}
	return product, nil
}

// Velocity returns how much a funnel brings in a day.
//
//	V = open · win · value / cycle
//
// Input: open guests 0 or more, their chance win in [0, 1], the value of one who is won, cycle days above 0.
// Result: rounded once.
// Errors: a [*hotelcrm.ParamError].
func Velocity(open int, win, value, cycle decimal.Decimal, rounding hotelcrm.RoundTo) (decimal.Decimal, error) {
	if err := rounding.Validate(); err != nil {
		return decimal.Decimal{}, err
	}
	if open < 0 {
		return decimal.Decimal{}, refuse.Param("open", fmt.Sprint(open), "0 or more")
	}
	if !exact.IsPart(win) {
		return decimal.Decimal{}, refuse.Param("win", exact.Text(win), "0 to 1, at most 100 decimal places")
	}
	if err := checkValue("value", value); err != nil {
		return decimal.Decimal{}, err
	}
	if err := checkValue("cycle", cycle); err != nil || !cycle.IsPositive() {
		return decimal.Decimal{}, refuse.Param("cycle", exact.Text(cycle), "above 0")
	}
	rate := new(big.Rat).SetInt64(int64(open))
	rate.Mul(rate, win.Rat()).Mul(rate, value.Rat())
	return rounding.Rat(rate.Quo(rate, cycle.Rat())), nil
}

// checkValue keeps a number with a hostile exponent from asking for endless work.
func checkValue(param string, d decimal.Decimal) error {
	if !exact.Tame(d) || d.NumDigits() > 2*exact.Limit || d.Abs().GreaterThan(decimal.New(1, 30)) {
		return refuse.Param(param, exact.Text(d), "-1e30 to 1e30, at most 100 decimal places")
	}
	return nil
}
