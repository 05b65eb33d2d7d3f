package page

import (
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// axisWords says the values of an axis in words; money has no unit.
type axisWords struct {
	name, worst, best string
	lowest            int64 // least value of a whole-number axis
	one, many         string
}

var (
	recencyWords   = axisWords{name: "Recency", worst: "long ago", best: "recent", one: "day", many: "days"}
	frequencyWords = axisWords{name: "Frequency", worst: "rarely", best: "often", lowest: 1, one: "visit", many: "visits"}
	monetaryWords  = axisWords{name: "Monetary"}
)

// rangeOf returns the values of bin i, in the order of rising values, such as "46 to 90 days".
func (w *writer) rangeOf(axis rfm.Axis, words axisWords, i int) string {
	if words.many == "" {
		return w.moneyRange(axis, i)
	}
	low, high := wholeBounds(axis, i, 0)
	low = max(low, words.lowest)
	switch {
	case len(axis.Cuts) == 0:
		return w.Say("any number of " + words.many)
	case i == len(axis.Cuts):
		return w.Say("%s or more"+prose.NBSP+words.many, prose.Whole(low))
	case high < low:
		return w.Say("no whole number of " + words.many)
	case high == low:
		return lang.Count(w.Printer, low, words.one, words.many)
	}
	return w.Say("%s to %s", prose.Whole(low), lang.Count(w.Printer, high, words.one, words.many))
}

// shortRange is rangeOf without the unit, for a narrow screen.
func (w *writer) shortRange(axis rfm.Axis, words axisWords, i int) string {
	low, high := wholeBounds(axis, i, 0)
	low = max(low, words.lowest)
	switch {
	case len(axis.Cuts) > 0 && i == len(axis.Cuts):
		return w.Say("%s or more", prose.Whole(low))
	case len(axis.Cuts) == 0 || high < low:
		return w.rangeOf(axis, words, i)
	case high == low:
		return prose.Whole(low)
	}
	return w.Say("%s to %s", prose.Whole(low), prose.Whole(high))
}

// wholeBounds returns the smallest and the largest whole number of units of 10^-places in bin i. The first bin has no
// smallest and the last no largest; they are 0.
func wholeBounds(axis rfm.Axis, i, places int) (low, high int64) {
	if i > 0 {
		cut := axis.Cuts[i-1].Shift(int32(places))
		switch {
		case axis.CutsGoUp, axis.Method == rfm.NTile: // there the value of a cut is in both bins, divided by guest id
			low = cut.Ceil().IntPart()
		default:
			low = cut.Floor().IntPart() + 1
		}
	}
	if i < len(axis.Cuts) {
		cut := axis.Cuts[i].Shift(int32(places))
		switch {
		case axis.CutsGoUp:
			high = cut.Ceil().IntPart() - 1
		default:
			high = cut.Floor().IntPart()
		}
	}
	return low, high
}

// moneyRange is rangeOf for the monetary axis: in steps of the smallest unit, if all amounts are whole numbers of it.
func (w *writer) moneyRange(axis rfm.Axis, i int) string {
	if w.Summaries.Revenue().Beyond() > 0 {
		return w.cutRange(axis, i)
	}
	scale := w.Summaries.Revenue().Scale()
	least, most := wholeBounds(axis, i, scale)
	low, high := prose.GroupedMoney(hotelcrm.FromMinor(least, scale), w.Places), prose.GroupedMoney(hotelcrm.FromMinor(most, scale), w.Places)
	switch {
	case len(axis.Cuts) == 0:
		return w.Say("any amount")
	case i == 0:
		return w.Say("up to %s", high)
	case i == len(axis.Cuts):
		return w.Say("%s or more", low)
	case least > most:
		return w.Say("no amount")
	case least == most:
		return low
	}
	return w.Say("%s to %s", low, high)
}

// cutRange says a bin by its cuts, for amounts that no smallest unit divides.
func (w *writer) cutRange(axis rfm.Axis, i int) string {
	upTo := func(cut string) string { return w.Say("up to %s", cut) }
	from := func(cut string) string { return w.Say("over %s", cut) }
	switch {
	case axis.CutsGoUp:
		upTo = func(cut string) string { return w.Say("below %s", cut) }
		from = func(cut string) string { return w.Say("from %s", cut) }
	case axis.Method == rfm.NTile:
		from = func(cut string) string { return w.Say("from %s", cut) }
	}
	switch {
	case len(axis.Cuts) == 0:
		return w.Say("any amount")
	case i == 0:
		return upTo(w.cutMoney(axis.Cuts[0]))
	case i == len(axis.Cuts):
		return from(w.cutMoney(axis.Cuts[i-1]))
	}
	return from(w.cutMoney(axis.Cuts[i-1])) + w.Say(", ") + upTo(w.cutMoney(axis.Cuts[i]))
}

// mostCutPlaces is how many decimal places of a cut the page shows; summary.json has them all.
const mostCutPlaces = 4

func (w *writer) cutMoney(cut decimal.Decimal) string {
	if rounded := cut.RoundBank(int32(max(w.Places, mostCutPlaces))); !rounded.Equal(cut) {
		return w.Say("about %s", prose.Group(cut.RoundBank(int32(w.Places)).StringFixed(int32(w.Places))))
	}
	return prose.GroupedMoney(cut, w.Places)
}

// mean writes amount / n with the currency in front.
func (w *writer) mean(amount decimal.Decimal, n int) string {
	return w.Currency + prose.NBSP + prose.Mean(amount, n, w.Places)
}

// ratio writes a/b with one decimal place.
func ratio(a, b int64) string {
	if b == 0 {
		return "–"
	}
	return prose.Group(decimal.NewFromInt(a).DivRound(decimal.NewFromInt(b), 1).StringFixed(1))
}

// number undoes grouped for scores.
func number(score string) int {
	n, _ := strconv.Atoi(score)
	return n
}
