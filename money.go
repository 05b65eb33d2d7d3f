package hotelcrm

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// MinorUnits returns the number of decimal places of a currency's smallest unit: 2 for EUR, 0 for JPY, 3 for KWD.
//
// Input: an ISO 4217 code of three capital letters. A code that is not in the list of exceptions has 2.
// Errors: a [*ParamError] for any other text.
// Source: ISO 4217, table A.1.
func MinorUnits(currency string) (int, error) {
	if len(currency) != 3 {
		return 0, currencyError(currency)
	}
	for i := range len(currency) {
		if currency[i] < 'A' || currency[i] > 'Z' {
			return 0, currencyError(currency)
		}
	}
	switch currency {
	case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF":
		return 0, nil
	case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND":
		return 3, nil
	case "CLF", "UYW":
		return 4, nil
	}
	return 2, nil
}

func currencyError(currency string) error {
	return refuse("currency", currency, "an ISO 4217 code such as EUR")
}

// maxPlaces is the largest scale that amounts are held at as integers.
const maxPlaces = 6

var powersOfTen = [19]int64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
}

// ToMinor returns amount as a whole number of units of 10^-places, and false if it has more decimal places or does
// not fit an int64. Nothing is ever rounded.
//
// Input: places in [0, 18].
// Cost: no allocation for amounts of up to 18 digits.
func ToMinor(amount decimal.Decimal, places int) (int64, bool) {
	if places < 0 || places > 18 {
		return 0, false
	}
	if amount.NumDigits() > 18 {
		return bigToMinor(amount, places)
	}
	coefficient := amount.CoefficientInt64()
	if coefficient == 0 {
		return 0, true
	}
	shift := int64(amount.Exponent()) + int64(places)
	switch {
	case shift < -18 || shift > 18:
		return 0, false
	case shift < 0:
		unit := powersOfTen[-shift]
		return coefficient / unit, coefficient%unit == 0
	}
	unit := powersOfTen[shift]
	minor := coefficient * unit
	return minor, minor/unit == coefficient
}

// bigToMinor serves coefficients of over 18 digits, which may still fit: 1.000000000000000000000 is 100 cents.
func bigToMinor(amount decimal.Decimal, places int) (int64, bool) {
	shift := int64(amount.Exponent()) + int64(places)
	if shift > 0 || -shift > int64(amount.NumDigits()) {
		return 0, false // 19 digits or more times ten, or fewer digits than places to lose
	}
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(-shift), nil)
	quotient, rest := new(big.Int).QuoRem(amount.Coefficient(), unit, new(big.Int))
	return quotient.Int64(), rest.Sign() == 0 && quotient.IsInt64()
}

// FromMinor returns minor units of 10^-places as an amount, exactly. It undoes [ToMinor].
func FromMinor(minor int64, places int) decimal.Decimal {
	return decimal.New(minor, -int32(places))
}
