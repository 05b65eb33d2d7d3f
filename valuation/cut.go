package valuation

import (
	"cmp"
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// CutRule says how the cut between low and high is found. Unset means ByMedian.
type CutRule uint8

// The rules.
const (
	ByMedian   CutRule = iota + 1 // the middle value, of an even number the mean of the two middle ones
	ByMean                        // the mean
	ByQuantile                    // the smallest value that at least the part Cut.At of the guests do not pass (nearest rank)
	Fixed                         // Cut.At itself
)

var cutRuleNames = enum.Names{"", "median", "mean", "quantile", "fixed"}

// String returns the name, "unset" for the zero value.
func (r CutRule) String() string { return cutRuleNames.String(uint8(r)) }

// ParseCutRule returns the rule named by text, as [CutRule.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseCutRule(text string) (CutRule, error) {
	return choice.Parse[CutRule](cutRuleNames, "cut rule", text)
}

// MarshalText returns the name, empty for the zero value.
func (r CutRule) MarshalText() ([]byte, error) { return choice.Marshal(cutRuleNames, "cut rule", r) }

// UnmarshalText reads a name; the empty text is the zero value.
func (r *CutRule) UnmarshalText(text []byte) error {
	return choice.Unmarshal(cutRuleNames, "cut rule", text, r)
}

// Cut says where an axis of the value matrix is cut. The zero Cut is the median. A value equal to the cut is high.
type Cut struct {
	Rule CutRule         `json:"rule"`
	At   decimal.Decimal `json:"at,omitzero"` // the part for ByQuantile, above 0 up to 1; the value for Fixed, in money or points
}

// resolved returns the cut with its default written out.
func (c Cut) resolved(param string) (Cut, error) {
	if c.Rule == 0 {
		c.Rule = ByMedian
	}
	if c.Rule > Fixed {
		return c, refuse.Param(param+".Rule", c.Rule.String(), cutRuleNames.Allowed())
	}
	if err := checkDecimal(param+".At", c.At); err != nil {
		return c, err
	}
	if c.Rule == ByQuantile && (!c.At.IsPositive() || c.At.GreaterThan(decimal.NewFromInt(1))) {
		return c, refuse.Param(param+".At", c.At.String(), "above 0, up to 1")
	}
	return c, nil
}

// of returns where the cut falls among amounts, of which there is at least one. Means are rounded up to the scale of
// the column: no value of that scale changes its side.
func (c Cut) of(amounts hotelcrm.Amounts) decimal.Decimal {
	n := amounts.Len()
	switch c.Rule {
	case Fixed:
		return c.At
	case ByMean:
		return ceiling(amounts.Sum(), n, amounts.Scale())
	case ByQuantile:
		rank := c.At.Mul(decimal.NewFromInt(int64(n))).Ceil().IntPart()
		return ordered(amounts, int(rank)-1)
	}
	low, high := ordered(amounts, (n-1)/2), ordered(amounts, n/2)
	return ceiling(low.Add(high), 2, amounts.Scale())
}

func ceiling(sum decimal.Decimal, n, places int) decimal.Decimal {
	mean := sum.Rat()
	mean.Quo(mean, new(big.Rat).SetInt64(int64(n)))
	return hotelcrm.RoundTo{Places: places, Mode: hotelcrm.RoundCeiling}.Rat(mean)
}

// String returns the rule and its number, such as "median" or "quantile 0.8".
func (c Cut) String() string {
	if c.Rule == ByQuantile || c.Rule == Fixed {
		return fmt.Sprintf("%s %s", c.Rule, c.At)
	}
	return cmp.Or(c.Rule, ByMedian).String()
}
