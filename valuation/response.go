package valuation

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Response is how many guests a spend per guest wins or keeps: a curve that rises ever more slowly towards a ceiling,
// through one point that is known.
//
//	rate(x) = ceiling·(1 - e^(-kx)),  k = -ln(1 - Rate/Ceiling) / Spend
//
// The point is the present spend and what it brings; the ceiling is the judgement of people who know the hotel: the
// rate that no spend however great would pass.
//
// Source: R. Blattberg and J. Deighton (1996), Manage marketing by the customer equity test, Harvard Business Review
// 74(4).
type Response struct {
	Spend   decimal.Decimal `json:"spend"`   // per guest, above 0
	Rate    decimal.Decimal `json:"rate"`    // what it brings, above 0 and below the ceiling
	Ceiling decimal.Decimal `json:"ceiling"` // at most 1
}

// Validate returns a [*hotelcrm.ParamError] for the first field out of range, else nil.
func (r Response) Validate() error { return r.check("Response") }

func (r Response) check(param string) error {
	if err := checkPositive(param+".Spend", r.Spend); err != nil {
		return err
	}
	if err := checkUnit(param+".Ceiling", r.Ceiling); err != nil {
		return err
	}
	if err := checkPositive(param+".Rate", r.Rate); err != nil {
		return err
	}
	if !r.Rate.LessThan(r.Ceiling) {
		return refuse.Param(param+".Rate", r.Rate.String(), "below the ceiling, "+r.Ceiling.String())
	}
	return nil
}

// maxMoneyDigits bounds what logarithms are taken of.
const maxMoneyDigits = 18

func checkPositive(param string, d decimal.Decimal) error {
	if err := checkDecimal(param, d); err != nil {
		return err
	}
	if !d.IsPositive() || d.LessThan(decimal.New(1, -maxMoneyDigits)) || d.GreaterThan(decimal.New(1, maxMoneyDigits)) {
		return refuse.Param(param, d.String(), "1e-18 to 1e18")
	}
	return nil
}

func checkSpend(param string, d decimal.Decimal) error {
	if d.IsZero() {
		return nil
	}
	return checkPositive(param, d)
}

// RateAt returns the rate that a spend brings, to 34 significant digits.
//
// Input: a spend of 0 or more.
// Errors: a [*hotelcrm.ParamError].
func (r Response) RateAt(spend decimal.Decimal) (decimal.Decimal, error) {
	if err := r.Validate(); err != nil {
		return decimal.Decimal{}, err
	}
	if err := checkSpend("spend", spend); err != nil {
		return decimal.Decimal{}, err
	}
	return toDigits(r.curve().rate(near(spend.Rat())), significantDigits), nil
}

// curve holds the numbers of a response to 100 digits.
type curve struct{ ceiling, k *big.Float }

func (r Response) curve() curve {
	left, _ := logOf(r.Ceiling.Sub(r.Rate)) // cannot fail: both are above 0
	whole, _ := logOf(r.Ceiling)
	k := near(whole.Sub(left).Rat())
	return curve{ceiling: near(r.Ceiling.Rat()), k: k.Quo(k, near(r.Spend.Rat()))}
}

// decay returns e^(-kx), 0 once it is below 1e-400.
func (c curve) decay(x *big.Float) *big.Float {
	power := new(big.Float).SetPrec(precision).Mul(c.k, x)
	if power.Cmp(near(big.NewRat(1000, 1))) > 0 {
		return new(big.Float).SetPrec(precision)
	}
	out, _ := expOf(toDigits(power.Neg(power), wideDigits)) // cannot fail: the power is at most 1000
	return out
}

func (c curve) rate(x *big.Float) *big.Float {
	won := near(big.NewRat(1, 1))
	won.Sub(won, c.decay(x))
	return won.Mul(won, c.ceiling)
}

// best returns the spend that makes most of rate·worth - spend: ln(ceiling·worth·k)/k, or 0 if even the first unit
// spent brings less than itself.
func (c curve) best(worth *big.Float) *big.Float {
	slope := new(big.Float).SetPrec(precision).Mul(c.ceiling, c.k)
	slope.Mul(slope, worth)
	if slope.Cmp(near(big.NewRat(1, 1))) <= 0 {
		return new(big.Float).SetPrec(precision)
	}
	log, _ := logOf(toDigits(slope, wideDigits)) // cannot fail above 0
	out := near(log.Rat())
	return out.Quo(out, c.k)
}

// BestSpend is the spend per prospect that makes most of a campaign.
type BestSpend struct {
	Spend    decimal.Decimal  `json:"spend"` // per prospect, rounded; 0 if no spend pays
	Rate     decimal.Decimal  `json:"rate"`  // won by the unrounded spend, to 34 significant digits
	Net      decimal.Decimal  `json:"net"`   // per prospect, rounded: rate·worth - spend
	Rounding hotelcrm.RoundTo `json:"rounding"`
}

// Best returns the spend per prospect at which what the guests won are worth, less the spend, is greatest.
//
//	spend = ln(ceiling·m·k)/k
//
// Input: worth m of a guest who is won, 0 or more.
// Result: the spend and the net, each rounded once.
// Errors: a [*hotelcrm.ParamError].
func (r Response) Best(worth decimal.Decimal, rounding hotelcrm.RoundTo) (BestSpend, error) {
	if err := r.Validate(); err != nil {
		return BestSpend{}, err
	}
	if err := checkSpend("worth", worth); err != nil {
		return BestSpend{}, err
	}
	if err := rounding.Validate(); err != nil {
		return BestSpend{}, err
	}
	c, value := r.curve(), near(worth.Rat())
	spend := c.best(value)
	rate := c.rate(spend)
	out := BestSpend{Rate: toDigits(rate, significantDigits), Rounding: rounding}
	out.Spend, _ = roundNear(rounding, spend)
	out.Net, _ = roundNear(rounding, rate.Mul(rate, value).Sub(rate, spend))
	return out, nil
}
