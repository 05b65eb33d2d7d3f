package valuation

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Migration is the model of guests who may stay away for a while and come back: the chance of a purchase depends on how
// many periods ago the last one was. Who has not bought for longer than the list is lost.
type Migration struct {
	Purchase []decimal.Decimal `json:"purchase"` // chance to buy 1, 2, ... periods after the last purchase; 1 to 199 of at most 30 decimal places
}

// MigrationValue is what a guest who buys in the first period is worth.
type MigrationValue struct {
	Amount     decimal.Decimal   `json:"amount"` // rounded once
	Buyers     []decimal.Decimal `json:"buyers"` // per guest of the first period, by period, exactly
	Convention Convention        `json:"convention"`
}

// Buyers returns how many guests buy in each of n periods, exactly, of start guests who all buy in the first.
//
//	C(0) = start,  C(i) = Σ C(i-j) · p(j) · Π (1-p(l))  j = 1..J, l = 1..j-1
//
// Input: n in [0, 600], start 0 or more, not necessarily whole. The numbers have as many decimal places as a chance
// more in each period; n times the places of a chance is at most 10,000.
// Errors: a [*hotelcrm.ParamError].
// Cost: O(n²·J) for J chances, as the numbers have more digits in every period.
// Source: F. Dwyer (1989), Journal of Direct Marketing 3(4); P. Berger and N. Nasr (1998), Journal of Interactive
// Marketing 12(1), case 5.
func (m Migration) Buyers(start decimal.Decimal, n int) ([]decimal.Decimal, error) {
	if err := m.Validate(); err != nil {
		return nil, err
	}
	if err := checkDecimal("start", start); err != nil {
		return nil, err
	}
	if start.IsNegative() {
		return nil, refuse.Param("start", start.String(), "0 or more")
	}
	if err := checkTerms("n", n); err != nil {
		return nil, err
	}
	if err := m.checkDigits("n", n); err != nil {
		return nil, err
	}
	returns := m.returns()
	buyers := make([]decimal.Decimal, 0, n)
	for i := range n {
		sum := decimal.NewFromInt(0)
		if i == 0 {
			sum = start
		}
		for j := 1; j <= min(i, len(returns)); j++ {
			sum = sum.Add(buyers[i-j].Mul(returns[j-1]))
		}
		buyers = append(buyers, sum)
	}
	return buyers, nil
}

// maxBuyerDigits bounds the decimal places of the buyers: 600 periods of chances to 16 places.
const maxBuyerDigits = 10_000

// checkDigits refuses more periods than the buyers can be held for exactly. Param names their number.
func (m Migration) checkDigits(param string, n int) error {
	places := 0
	for _, p := range m.Purchase {
		places = max(places, int(-p.Exponent()))
	}
	if n*places > maxBuyerDigits {
		return refuse.Param(param, fmt.Sprint(n), fmt.Sprintf("at most %d for chances of %s", maxBuyerDigits/places, plural.Of(places, "decimal place", "decimal places")))
	}
	return nil
}

// returns gives the chance that the next purchase comes exactly 1, 2, ... periods after the last.
func (m Migration) returns() []decimal.Decimal {
	one := decimal.NewFromInt(1)
	away := one
	out := make([]decimal.Decimal, len(m.Purchase))
	for j, p := range m.Purchase {
		out[j] = away.Mul(p)
		away = away.Mul(one.Sub(p))
	}
	return out
}

// Value returns what a guest who buys in the first period is worth, at a margin from each purchase.
//
//	m · Σ C(i)/C(0) / (1+d)^i  i = 0..n-1
//
// It is the value of the first state of [RecencyChain] without cost of mailing.
//
// Input: n is c.Horizon.N, as for [Migration.Buyers]; an infinite horizon is refused, use [Chain.Value]. An unset
// timing is StartOfPeriod, the sources' own: the sum above, with the first purchase now.
// Result: correctly rounded, as by [Annuity].
// Errors: a [*hotelcrm.ParamError].
func (m Migration) Value(margin decimal.Decimal, c Convention) (MigrationValue, error) {
	if err := checkDecimal("margin", margin); err != nil {
		return MigrationValue{}, err
	}
	if c.Infinite {
		return MigrationValue{}, refuse.Param("Convention.Infinite", "true", "false: use RecencyChain")
	}
	c, err := c.resolved(StartOfPeriod)
	if err != nil {
		return MigrationValue{}, err
	}
	if err := m.Validate(); err != nil {
		return MigrationValue{}, err
	}
	if err := checkTerms("Horizon.N", c.Horizon.N); err != nil {
		return MigrationValue{}, err
	}
	if err := m.checkDigits("Horizon.N", c.Horizon.N); err != nil {
		return MigrationValue{}, err
	}
	buyers, err := m.Buyers(decimal.NewFromInt(1), c.Horizon.N)
	if err != nil {
		return MigrationValue{}, err
	}
	t := c.terms()
	num, den := present(buyers, t)
	value := margin.Rat()
	return MigrationValue{Amount: t.round(num.Mul(num, value.Num()), den.Mul(den, value.Denom())), Buyers: buyers, Convention: c}, nil
}

// present returns Σ a(i)·v^i as a fraction.
func present(amounts []decimal.Decimal, t terms) (num, den *big.Int) {
	scaled, places := commonScale(amounts)
	num, den = new(big.Int), big.NewInt(1)
	for i := len(scaled) - 1; i >= 0; i-- {
		num.Mul(num, t.num).Add(num, new(big.Int).Mul(scaled[i], den))
		if i > 0 {
			den.Mul(den, t.den)
		}
	}
	return num, den.Mul(den, pow10(places))
}

// Validate returns a [*hotelcrm.ParamError] for the first chance out of range, and for none or over 199 of them, else
// nil.
func (m Migration) Validate() error { return checkPurchase("Migration.Purchase", m.Purchase) }

func checkPurchase(param string, purchase []decimal.Decimal) error {
	if len(purchase) == 0 || len(purchase) >= maxStates {
		return refuse.Param(param, plural.Of(len(purchase), "chance", "chances"), fmt.Sprintf("1 to %d", maxStates-1))
	}
	for j, p := range purchase {
		if err := checkChance(fmt.Sprintf("%s[%d]", param, j), p); err != nil {
			return err
		}
	}
	return nil
}
