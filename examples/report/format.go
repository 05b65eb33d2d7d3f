package main

import (
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/shopspring/decimal"
)

// grouped writes a whole number with thousands separators.
func grouped[T int | int32 | int64](n T) string { return groupDigits(strconv.FormatInt(int64(n), 10)) }

// groupDigits puts commas into the whole part of a plain decimal.
func groupDigits(text string) string {
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	whole, part, point := strings.Cut(text, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	if point {
		b.WriteString("." + part)
	}
	return b.String()
}

// money writes an amount with the currency's digits, or with all of its own where it has more.
func money(amount decimal.Decimal, places int) string {
	if amount.Equal(amount.Round(int32(places))) {
		return amount.StringFixed(int32(places))
	}
	return amount.String()
}

// groupedMoney is money with thousands separators.
func groupedMoney(amount decimal.Decimal, places int) string {
	return groupDigits(money(amount, places))
}

// wholeMoney writes an amount for a headline: from 100 on without its decimal places, halves to even.
func wholeMoney(amount decimal.Decimal, places int) string {
	if amount.Abs().LessThan(hundred) {
		return groupedMoney(amount, places)
	}
	return groupDigits(amount.RoundBank(0).String())
}

// shortMoney writes an amount for a narrow cell: 912, 4.0k, 24k, 3.1M.
func shortMoney(amount decimal.Decimal) string {
	for _, unit := range []struct {
		digits int32
		mark   string
	}{{9, "G"}, {6, "M"}, {3, "k"}} {
		if scaled := amount.Shift(-unit.digits); scaled.Abs().GreaterThanOrEqual(decimal.NewFromInt(1)) {
			places := int32(1)
			if scaled.Abs().GreaterThanOrEqual(decimal.NewFromInt(10)) {
				places = 0
			}
			return groupDigits(scaled.RoundBank(places).StringFixed(places)) + unit.mark
		}
	}
	return amount.RoundBank(0).String()
}

// nbsp keeps a number and its unit on one line.
const nbsp = "\u00a0"

var hundred = decimal.NewFromInt(100)

// percent writes a/b in per cent with one decimal place; b is not 0.
func percent(p lang.Printer, a, b decimal.Decimal) string {
	share := a.Mul(hundred).DivRound(b, 1)
	switch {
	case share.IsZero() && a.Sign()*b.Sign() > 0:
		return "<" + nbsp + p.Percent("0.1")
	case share.IsZero():
		return p.Percent("0.0")
	}
	return p.Percent(groupDigits(share.StringFixed(1)))
}

// percentOf is percent for counts; of nothing there is no share.
func percentOf[T int | int64](p lang.Printer, a, b T) string {
	if b == 0 {
		return "–"
	}
	return percent(p, decimal.NewFromInt(int64(a)), decimal.NewFromInt(int64(b)))
}

// barWidth returns a/most in per cent for the width of a bar: "0" below 0.
func barWidth(a, most decimal.Decimal) string {
	if !a.IsPositive() || !most.IsPositive() {
		return "0"
	}
	return a.Mul(hundred).DivRound(most, 2).String()
}

func barWidthOf[T int | int64](a, most T) string {
	return barWidth(decimal.NewFromInt(int64(a)), decimal.NewFromInt(int64(most)))
}

// day writes a date in the language of the page, on one line.
func (a *analysis) day(d hotelcrm.Date) string { return dayIn(a.Printer, d) }

func dayIn(p lang.Printer, d hotelcrm.Date) string {
	if d.IsZero() {
		return p.Say("not known")
	}
	return strings.ReplaceAll(p.Date(d), " ", nbsp)
}

// plural writes the noun that goes with n.
func plural(n int64, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}

// counted writes "1 guest" and "1,234 guests".
func counted[T int | int64](n T, one, many string) string {
	if n == 1 {
		return "1" + nbsp + one
	}
	return grouped(n) + nbsp + many
}
