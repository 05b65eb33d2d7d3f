package valuation

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// maxColumnPlaces is the most decimal places of a column of guests.
const maxColumnPlaces = 6

// checkColumn refuses what cannot round a column of guests.
func checkColumn(rounding hotelcrm.RoundTo) error {
	if err := rounding.Validate(); err != nil {
		return err
	}
	if rounding.Places > maxColumnPlaces {
		return refuse.Param("RoundTo.Places", fmt.Sprint(rounding.Places), fmt.Sprintf("0 to %d", maxColumnPlaces))
	}
	return nil
}

// pow10 returns 10^n.
func pow10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// checkDecimal keeps a number with a hostile exponent from asking for endless work.
func checkDecimal(param string, d decimal.Decimal) error {
	if d.Exponent() < -maxExponent || d.Exponent() > maxExponent || d.NumDigits() > 2*maxExponent {
		return refuse.Param(param, brief(d), fmt.Sprintf("up to %d digits, an exponent of -%d to %d", 2*maxExponent, maxExponent, maxExponent))
	}
	return nil
}

const maxExponent = 60

// brief keeps the text of a number with a hostile exponent short.
func brief(d decimal.Decimal) string {
	if d.Exponent() < -maxExponent || d.Exponent() > maxExponent {
		return fmt.Sprintf("%s, exponent %d", plural.Of(d.NumDigits(), "digit", "digits"), d.Exponent())
	}
	return d.String()
}

// maxChancePlaces bounds the chances of models whose integers grow with every period or state.
const maxChancePlaces = 30

func checkChance(param string, d decimal.Decimal) error {
	if d.Exponent() < -maxChancePlaces {
		return refuse.Param(param, brief(d), fmt.Sprintf("0 to 1, with at most %d decimal places", maxChancePlaces))
	}
	return checkUnit(param, d)
}

// checkUnit refuses what is no part of one: probabilities, shares and rates of retention.
func checkUnit(param string, d decimal.Decimal) error {
	if err := checkDecimal(param, d); err != nil {
		return err
	}
	if d.IsNegative() || d.GreaterThan(decimal.NewFromInt(1)) {
		return refuse.Param(param, d.String(), "0 to 1")
	}
	return nil
}
