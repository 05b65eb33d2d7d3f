package prose

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// Money writes an amount with the currency's digits, or with all of its own where it has more.
func Money(amount decimal.Decimal, places int) string {
	if amount.Equal(amount.Round(int32(places))) {
		return amount.StringFixed(int32(places))
	}
	return amount.String()
}

// GroupedMoney is money with thousands separators.
func GroupedMoney(amount decimal.Decimal, places int) string {
	return Group(Money(amount, places))
}

// WholeMoney writes an amount for a headline: from 100 on without its decimal places, halves to even.
func WholeMoney(amount decimal.Decimal, places int) string {
	if amount.Abs().LessThan(Hundred) {
		return GroupedMoney(amount, places)
	}
	return Group(amount.RoundBank(0).String())
}

// unit is a power of ten with a word of its own.
type unit struct {
	digits int32
	mark   string
}

// units are what large numbers are counted in, from the largest down.
var (
	units        = []unit{{9, "G"}, {6, "M"}, {3, "k"}}
	chineseUnits = []unit{{8, NBSP + "亿"}, {4, NBSP + "万"}}
)

// ShortMoney writes an amount for a narrow cell: 912, 4.0k, 24k, 3.1M; in Chinese 4,048, 2.4 万, 310 万.
func ShortMoney(p lang.Printer, amount decimal.Decimal) string {
	list := units
	if p.Chinese() {
		list = chineseUnits
	}
	for _, unit := range list {
		if scaled := amount.Shift(-unit.digits); scaled.Abs().GreaterThanOrEqual(decimal.NewFromInt(1)) {
			places := int32(1)
			if scaled.Abs().GreaterThanOrEqual(decimal.NewFromInt(10)) {
				places = 0
			}
			return Group(scaled.RoundBank(places).StringFixed(places)) + unit.mark
		}
	}
	return Group(amount.RoundBank(0).String())
}

// Percent writes a/b in per cent with one decimal place; b is not 0.
func Percent(p lang.Printer, a, b decimal.Decimal) string {
	share := a.Mul(Hundred).DivRound(b, 1)
	switch {
	case share.IsZero() && a.Sign()*b.Sign() > 0:
		return "<" + NBSP + p.Percent("0.1")
	case share.IsZero():
		return p.Percent("0.0")
	}
	return p.Percent(Group(share.StringFixed(1)))
}

// PercentOf is percent for counts; of nothing there is no share.
func PercentOf[T int | int64](p lang.Printer, a, b T) string {
	if b == 0 {
		return "–"
	}
	return Percent(p, decimal.NewFromInt(int64(a)), decimal.NewFromInt(int64(b)))
}

// Hundred is the per cent of a whole.
var Hundred = decimal.NewFromInt(100)

// NBSP keeps a number and its unit on one line.
const NBSP = "\u00a0"

// Bar returns a/most in per cent for the width of a bar: "0" below 0.
func Bar(a, most decimal.Decimal) string {
	if !a.IsPositive() || !most.IsPositive() {
		return "0"
	}
	return a.Mul(Hundred).DivRound(most, 2).String()
}

// BarOf is Bar for counts.
func BarOf[T int | int64](a, most T) string {
	return Bar(decimal.NewFromInt(int64(a)), decimal.NewFromInt(int64(most)))
}

// Mean writes amount / n with the currency's digits, halves to even as in the grid.
func Mean(amount decimal.Decimal, n, places int) string {
	mean, any, err := rfm.Cell{Guests: n, Revenue: amount}.Mean(places, hotelcrm.RoundHalfEven)
	if err != nil || !any {
		return "–"
	}
	return Group(mean.StringFixed(int32(places)))
}
