package basis

import "github.com/hotelcrm/hotelcrm"

// Level is the confidence of every interval of the report.
const Level = 0.95

// HalfEven is the rounding of every amount: to the digits of the currency, halves to even.
func HalfEven(places int) hotelcrm.RoundTo {
	return hotelcrm.RoundTo{Places: places, Mode: hotelcrm.RoundHalfEven}
}
