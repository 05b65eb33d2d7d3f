package rfm_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// history is a guest with the day of every arrival.
type history struct {
	id       string
	arrivals []hotelcrm.Date // rising, with repetitions
	nights   int             // of the last visit
	money    decimal.Decimal
	noFirst  bool // the source does not know the first arrival, so no last one either
	noLast   bool // it does not know the last
}

func (h history) summary() hotelcrm.Summary {
	first, last := h.arrivals[0], h.arrivals[len(h.arrivals)-1]
	out := hotelcrm.Summary{Guest: h.id, Last: last.AddDays(h.nights), Visits: len(h.arrivals), Revenue: h.money}
	if !h.noFirst {
		out.First = first
	}
	if !h.noFirst && !h.noLast {
		out.LastArrival = last
		for i := 1; i < len(h.arrivals); i++ {
			days := int64(h.arrivals[i].DaysSince(h.arrivals[i-1]))
			out.GapSquares += days * days
		}
	}
	return out
}

// length is nil where it is not known.
func (h history) length() *big.Rat {
	if h.noFirst {
		return nil
	}
	return big.NewRat(int64(h.summary().Last-h.arrivals[0]), 1)
}

// periodicity is the standard deviation by its definition, nil where it is not known.
func (h history) periodicity() *big.Rat {
	gaps := int64(len(h.arrivals) - 1)
	if h.noFirst || h.noLast || gaps < 2 {
		return nil
	}
	mean, variance := new(big.Rat), new(big.Rat)
	var days []*big.Rat
	for i := 1; i < len(h.arrivals); i++ {
		days = append(days, big.NewRat(int64(h.arrivals[i]-h.arrivals[i-1]), 1))
		mean.Add(mean, days[i-1])
	}
	mean.Quo(mean, big.NewRat(gaps, 1))
	for _, d := range days {
		off := new(big.Rat).Sub(d, mean)
		variance.Add(variance, off.Mul(off, off))
	}
	return roundedRoot(variance.Quo(variance, big.NewRat(gaps, 1)))
}

// roundedRoot is the square root rounded to millionths, half to even: found by halving an interval.
func roundedRoot(v *big.Rat) *big.Rat {
	below := func(m *big.Rat) bool { return new(big.Rat).Mul(m, m).Cmp(v) <= 0 }
	low, high := int64(0), int64(1)<<40
	for high-low > 1 {
		middle := (low + high) / 2
		if below(big.NewRat(middle, 1_000_000)) {
			low = middle
		} else {
			high = middle
		}
	}
	half := big.NewRat(2*low+1, 2_000_000)
	order := v.Cmp(new(big.Rat).Mul(half, half))
	if order > 0 || order == 0 && low%2 == 1 {
		low++
	}
	return big.NewRat(low, 1_000_000)
}

func summariesOfHistories(t failer, list []history) *hotelcrm.Summaries {
	t.Helper()
	all := make([]hotelcrm.Summary, len(list))
	for i, h := range list {
		all[i] = h.summary()
	}
	s, err := hotelcrm.NewSummaries("EUR", asOf, all)
	if err != nil {
		t.Fatalf("summaries: %v", err)
	}
	return s
}

// drawHistories draws guests with ties and gaps in what is known; the first guest is known, if there is one.
func drawHistories(t *rapid.T, least, most int) []history {
	days := rapid.OneOf(rapid.SampledFrom([]int{0, 7, 7, 30, 365}), rapid.IntRange(0, 3), rapid.IntRange(0, 900))
	out := make([]history, rapid.IntRange(least, most).Draw(t, "guests"))
	for i := range out {
		gaps := rapid.SliceOfN(days, 0, 6).Draw(t, "gaps")
		nights := rapid.IntRange(0, 3).Draw(t, "nights")
		day := asOf.AddDays(-nights - rapid.IntRange(0, 9).Draw(t, "days ago"))
		arrivals := []hotelcrm.Date{day}
		for _, gap := range gaps {
			day = day.AddDays(-gap)
			arrivals = append(arrivals, day)
		}
		slices.Reverse(arrivals)
		out[i] = history{
			id: fmt.Sprint("g", i), arrivals: arrivals, nights: nights,
			money:   decimal.New(rapid.Int64Range(-3, 20).Draw(t, "money"), 0),
			noFirst: i > 0 && rapid.IntRange(0, 4).Draw(t, "first") == 0, noLast: i > 0 && rapid.IntRange(0, 4).Draw(t, "last") == 0,
		}
	}
	return out
}

// historiesByID returns the guests in the order of their summaries.
func historiesByID(list []history) []history {
	return slices.SortedFunc(slices.Values(list), func(a, b history) int { return strings.Compare(a.id, b.id) })
}

// plainFive scores guests in the order of their ids by an oracle on each axis; those without a value get 1.
func plainFive(list []history, score oracle, k int) []rfm.Score {
	list = historiesByID(list)
	var three []guest
	for _, h := range list {
		three = append(three, guest{h.id, asOf.DaysSince(h.summary().Last), len(h.arrivals), h.money})
	}
	out := plainScores(three, score, [3]int{k, k, k})
	lengths := plainKnown(list, history.length, score, k, false)
	periodicities := plainKnown(list, history.periodicity, score, k, true)
	for i := range out {
		out[i].L, out[i].P = lengths[i], periodicities[i]
	}
	return out
}

func plainKnown(list []history, value func(history) *big.Rat, score oracle, k int, lowIsBest bool) []uint8 {
	out := slices.Repeat([]uint8{1}, len(list))
	var values []*big.Rat
	var ids []string
	var at []int
	for i, h := range list {
		if v := value(h); v != nil {
			values, ids, at = append(values, v), append(ids, h.id), append(at, i)
		}
	}
	for i, s := range score(values, ids, k, lowIsBest) {
		out[at[i]] = uint8(s)
	}
	return out
}

// missing counts the guests without the value.
func missing(list []history, value func(history) *big.Rat) int {
	n := 0
	for _, h := range list {
		if value(h) == nil {
			n++
		}
	}
	return n
}
