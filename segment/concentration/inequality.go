package concentration

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm/internal/exact"
	"github.com/hotelcrm/hotelcrm/internal/int128"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Gini returns the Gini coefficient of the amounts at the given number of decimal places, halves to even, and false if
// there are negative amounts, for which it is not defined.
//
//	G = 2·Σ i·x(i) / (n·Σ x) - (n+1)/n,  x ascending, i = 1..n
//
// It is 0 if all guests bring the same and (n-1)/n if one brings all. [Distribution.GiniUnbiased] is that of a sample.
//
// Errors: a [*hotelcrm.ParamError] for places outside [0, 18].
// Source: C. Gini, Variabilità e mutabilità (1912).
func (d *Distribution) Gini(places int) (gini decimal.Decimal, ok bool, err error) {
	n := decimal.NewFromInt(int64(len(d.order)))
	return d.gini(places, n)
}

// GiniUnbiased returns n/(n-1) times [Distribution.Gini], the estimate for guests that are a sample of many: 1 if one
// brings all. It has no value for a single guest.
//
// Errors: a [*hotelcrm.ParamError] for places outside [0, 18].
// Source: G. Deltas, The small-sample bias of the Gini coefficient, Review of Economics and Statistics 85 (2003).
func (d *Distribution) GiniUnbiased(places int) (gini decimal.Decimal, ok bool, err error) {
	if len(d.order) == 1 {
		return decimal.Decimal{}, false, checkRatioPlaces(places)
	}
	return d.gini(places, decimal.NewFromInt(int64(len(d.order)-1)))
}

// gini returns (2·Σ i·x(i) - (n+1)·Σ x) / (divisor·Σ x).
func (d *Distribution) gini(places int, divisor decimal.Decimal) (decimal.Decimal, bool, error) {
	if err := checkRatioPlaces(places); err != nil || d.negative > 0 {
		return decimal.Decimal{}, false, err
	}
	n := decimal.NewFromInt(int64(len(d.order)))
	above := d.weighted().Mul(decimal.NewFromInt(2)).Sub(n.Add(decimal.NewFromInt(1)).Mul(d.total))
	return exact.Ratio(above, divisor.Mul(d.total), places), true, nil
}

func checkRatioPlaces(places int) error {
	if places < 0 || places > 18 {
		return refuse.Param("places", fmt.Sprint(places), "0 to 18")
	}
	return nil
}

// weighted returns Σ i·x(i), x ascending: the sum of all running totals from the largest amount down.
func (d *Distribution) weighted() decimal.Decimal {
	if d.amounts.Beyond() > 0 {
		return d.weightedExact()
	}
	var running, sum int128.Int
	for _, minor := range d.sorted {
		running = running.AddInt64(minor)
		sum = sum.Add(running)
	}
	return decimal.NewFromBigInt(sum.Big(), -int32(d.amounts.Scale()))
}

func (d *Distribution) weightedExact() decimal.Decimal {
	running, sum := decimal.Decimal{}, decimal.NewFromBigInt(new(big.Int), 0)
	for _, i := range d.order {
		running = running.Add(d.amounts.At(int(i)))
		sum = sum.Add(running)
	}
	return sum
}

// HHI returns the Herfindahl-Hirschman index at the given number of decimal places, halves to even, and false if there
// are negative amounts, for which it is not defined.
//
//	HHI = Σ s(i)²,  s(i) = x(i) / Σ x
//
// It is 1/n if all n guests bring the same and 1 if one brings all; 1/HHI is how many equal guests would be as
// concentrated. Competition authorities state it times 10,000.
//
// Errors: a [*hotelcrm.ParamError] for places outside [0, 18].
// Source: A. Hirschman, The paternity of an index, American Economic Review 54 (1964).
func (d *Distribution) HHI(places int) (index decimal.Decimal, ok bool, err error) {
	if err := checkRatioPlaces(places); err != nil || d.negative > 0 {
		return decimal.Decimal{}, false, err
	}
	return exact.Ratio(exact.SumSquares(d.amounts), d.total.Mul(d.total), places), true, nil
}
