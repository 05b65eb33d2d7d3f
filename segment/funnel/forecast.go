package funnel

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/exact"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Open is how many guests are in a stage now, and what one of them brings if won.
type Open struct {
	Open  int             `json:"open"`
	Value decimal.Decimal `json:"value"` // 0 or more
}

// ForecastRow is what the guests of one stage are expected to bring.
type ForecastRow struct {
	Stage    Stage           `json:"stage"`
	Open     int             `json:"open"`
	Value    decimal.Decimal `json:"value"`
	WinRate  float64         `json:"winRate"`
	Expected decimal.Decimal `json:"expected"` // rounded once
}

// Forecast is what all open guests are expected to bring, with an interval.
type Forecast struct {
	Rows     []ForecastRow    `json:"rows"`
	Expected decimal.Decimal  `json:"expected"` // the sum of the rows
	Low      decimal.Decimal  `json:"low"`      // rounded down
	High     decimal.Decimal  `json:"high"`     // rounded up
	Level    float64          `json:"level"`
	StdDev   float64          `json:"stdDev"`
	Basis    RateBasis        `json:"basis"`
	Rounding hotelcrm.RoundTo `json:"rounding"`
}

// Forecast returns what the guests who are open now will bring, if they go on as those before them did.
//
//	E = Σ n(k)·v(k)·p(k),  p(k) = Π r(j)  j = k..
//	Var = Σ n(k)·v(k)²·p(k)·(1-p(k)) + Σ (dE/dr(j))²·Var(r(j))
//
// over the stages k but the last. The first sum of the variance is the luck of the guests, the second that the rates are
// themselves found from few guests: by the delta method, with Jeffreys' variance of a rate, which is not 0 where none or
// all went on. The interval is normal, kept between 0 and the value of all. It takes guests for independent, values for
// certain and the rates for those of tomorrow, and says nothing about when.
//
// Input: one entry for each stage but the last; level in (0, 1).
// Errors: a [*hotelcrm.ParamError], also for open guests in a stage that nobody left yet.
func (c *Counts) Forecast(open []Open, basis RateBasis, level float64, rounding hotelcrm.RoundTo) (Forecast, error) {
	basis = max(basis, OfReached)
	z, err := c.checkForecast(open, basis, level, rounding)
	if err != nil {
		return Forecast{}, err
	}
	out := Forecast{Level: level, Basis: basis, Rounding: rounding}
	mean, all := new(big.Rat), new(big.Rat)
	for stage, now := range open {
		row := ForecastRow{Stage: c.rules.Stages[stage], Open: now.Open, Value: now.Value}
		worth := new(big.Rat).Mul(new(big.Rat).SetInt64(int64(now.Open)), now.Value.Rat())
		all.Add(all, worth)
		if now.Open > 0 {
			rate, err := c.winRate(stage, basis)
			if err != nil {
				return Forecast{}, err
			}
			row.WinRate, _ = rate.Float64()
			worth.Mul(worth, rate)
			row.Expected = rounding.Rat(worth)
			mean.Add(mean, worth)
		}
		out.Expected = out.Expected.Add(row.Expected)
		out.Rows = append(out.Rows, row)
	}
	variance := c.luck(open, basis)
	root := exact.Sqrt(variance.Add(variance, c.doubt(open, basis)))
	near, _ := root.Float64()
	out.StdDev = figure.Digits12(near)
	half, _ := root.Mul(root, new(big.Float).SetFloat64(z)).Rat(nil)
	out.Low = hotelcrm.RoundTo{Places: rounding.Places, Mode: hotelcrm.RoundFloor}.Rat(atLeast(new(big.Rat).Sub(mean, half), new(big.Rat)))
	out.High = hotelcrm.RoundTo{Places: rounding.Places, Mode: hotelcrm.RoundCeiling}.Rat(atMost(new(big.Rat).Add(mean, half), all))
	return out, nil
}

func (c *Counts) checkForecast(open []Open, basis RateBasis, level float64, rounding hotelcrm.RoundTo) (z float64, err error) {
	if err := checkBasis(basis); err != nil {
		return 0, err
	}
	if err := rounding.Validate(); err != nil {
		return 0, err
	}
	if len(open) != len(c.reached)-1 {
		return 0, refuse.Param("open", plural.Of(len(open), "stage", "stages"), fmt.Sprintf("%d: all but the last", len(c.reached)-1))
	}
	for stage, now := range open {
		if now.Open < 0 {
			return 0, refuse.Param(fmt.Sprintf("open[%d].Open", stage), fmt.Sprint(now.Open), "0 or more")
		}
		param := fmt.Sprintf("open[%d].Value", stage)
		if err := checkValue(param, now.Value); err != nil {
			return 0, err
		}
		if now.Value.IsNegative() {
			return 0, refuse.Param(param, now.Value.String(), "0 or more")
		}
	}
	return figure.Deviate(level)
}

// luck returns the variance of what the guests of each stage bring at rates that are known.
func (c *Counts) luck(open []Open, basis RateBasis) *big.Rat {
	sum := new(big.Rat)
	for stage, now := range open {
		if now.Open == 0 {
			continue
		}
		rate, _ := c.winRate(stage, basis) // checked before
		term := new(big.Rat).Sub(big.NewRat(1, 1), rate)
		value := now.Value.Rat()
		term.Mul(term, rate).Mul(term, value).Mul(term, value)
		sum.Add(sum, term.Mul(term, big.NewRat(int64(now.Open), 1)))
	}
	return sum
}

// doubt returns the variance that comes from not knowing the rates of the steps.
func (c *Counts) doubt(open []Open, basis RateBasis) *big.Rat {
	sum, arriving := new(big.Rat), new(big.Rat) // arriving: the value that is expected to reach each step
	for step, now := range open {
		arriving.Add(arriving, new(big.Rat).Mul(big.NewRat(int64(now.Open), 1), now.Value.Rat()))
		if arriving.Sign() == 0 {
			continue
		}
		beyond, _ := c.winRate(step+1, basis) // checked before: guests are open here or before
		slope := beyond.Mul(beyond, arriving)
		on, of := int64(c.reached[step+1]), int64(c.of(step, basis))
		sum.Add(sum, slope.Mul(slope, slope).Mul(slope, jeffreysVariance(on, of)))
		arriving.Mul(arriving, big.NewRat(on, of))
	}
	return sum
}

// jeffreysVariance returns the variance of a rate of which k of n were seen: that of Beta(k+1/2, n-k+1/2).
func jeffreysVariance(k, n int64) *big.Rat {
	a, b, all := big.NewRat(2*k+1, 2), big.NewRat(2*(n-k)+1, 2), big.NewRat(n+1, 1)
	below := new(big.Rat).Mul(all, all)
	below.Mul(below, big.NewRat(n+2, 1))
	return a.Mul(a, b).Quo(a, below)
}

func atLeast(x, bound *big.Rat) *big.Rat {
	if x.Cmp(bound) < 0 {
		return bound
	}
	return x
}

func atMost(x, bound *big.Rat) *big.Rat {
	if x.Cmp(bound) > 0 {
		return bound
	}
	return x
}
