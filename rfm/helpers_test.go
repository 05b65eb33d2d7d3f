package rfm_test

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// asOf is the analysis date of all guests made here.
const asOf hotelcrm.Date = 739616 // 2025-12-31

// failer is what testing.TB and *rapid.T share.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// guest is a summary in the plainest form.
type guest struct {
	id           string
	days, visits int
	money        decimal.Decimal
}

func (g guest) summary() hotelcrm.Summary {
	return hotelcrm.Summary{Guest: g.id, Last: asOf.AddDays(-g.days), Visits: g.visits, Revenue: g.money}
}

func summariesOf(t failer, guests []guest) *hotelcrm.Summaries {
	t.Helper()
	return summariesIn(t, "EUR", guests)
}

func summariesIn(t failer, currency string, guests []guest) *hotelcrm.Summaries {
	t.Helper()
	list := make([]hotelcrm.Summary, len(guests))
	for i, g := range guests {
		list[i] = g.summary()
	}
	s, err := hotelcrm.NewSummaries(currency, asOf, list)
	if err != nil {
		t.Fatalf("summaries: %v", err)
	}
	return s
}

func scoresOf(t failer, guests []guest, config rfm.Config) *rfm.Scores {
	t.Helper()
	scores, err := rfm.Of(summariesOf(t, guests), config)
	if err != nil {
		t.Fatalf("scores: %v", err)
	}
	return scores
}

func scorerOf(t failer, thresholds rfm.Thresholds) *rfm.Scorer {
	t.Helper()
	scorer, err := rfm.NewScorer(thresholds)
	if err != nil {
		t.Fatalf("scorer: %v", err)
	}
	return scorer
}

func segmenterOf(t failer, set rfm.Set) *rfm.Segmenter {
	t.Helper()
	segmenter, err := rfm.NewSegmenter(set)
	if err != nil {
		t.Fatalf("segmenter: %v", err)
	}
	return segmenter
}

// list returns all scores in the order of guest ids.
func list(scores *rfm.Scores) []rfm.Score {
	out := make([]rfm.Score, 0, scores.Len())
	for i := range scores.Len() {
		out = append(out, scores.At(i))
	}
	return out
}

// byID returns the guests in the order of their summaries.
func byID(guests []guest) []guest {
	return slices.SortedFunc(slices.Values(guests), func(a, b guest) int { return strings.Compare(a.id, b.id) })
}

// cells returns every score over the bins, by r, then f, then m.
func cells(bins [3]int) []rfm.Score {
	var out []rfm.Score
	for r := 1; r <= bins[0]; r++ {
		for f := 1; f <= bins[1]; f++ {
			for m := 1; m <= bins[2]; m++ {
				out = append(out, rfm.Score{R: uint8(r), F: uint8(f), M: uint8(m)})
			}
		}
	}
	return out
}

func dec(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func decs(texts ...string) []decimal.Decimal {
	out := make([]decimal.Decimal, len(texts))
	for i, text := range texts {
		out[i] = dec(text)
	}
	return out
}

func texts(amounts []decimal.Decimal) []string {
	out := make([]string, len(amounts))
	for i, d := range amounts {
		out[i] = d.String()
	}
	return out
}

// sameDecimals compares amounts by value: 1.0 is 1.00.
func sameDecimals() gocmp.Option {
	return gocmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) })
}

// methods are those that Fit knows.
func methods() []rfm.Method {
	return []rfm.Method{rfm.ByValue, rfm.NTile, rfm.Type7Plus1, rfm.MeanSplit, rfm.EqualWidth, rfm.LogWidth, rfm.Jenks}
}

// drawMoney draws amounts that tie often, and amounts that no cent can hold.
func drawMoney() *rapid.Generator[decimal.Decimal] {
	shift := func(low, high int32) *rapid.Generator[decimal.Decimal] {
		return rapid.Custom(func(t *rapid.T) decimal.Decimal {
			return decimal.New(rapid.Int64().Draw(t, "coefficient"), rapid.Int32Range(low, high).Draw(t, "exponent"))
		})
	}
	small := rapid.Custom(func(t *rapid.T) decimal.Decimal {
		return decimal.New(rapid.Int64Range(-12, 40).Draw(t, "coefficient"), rapid.SampledFrom([]int32{-3, -2, -2, -1, 0}).Draw(t, "exponent"))
	})
	edge := rapid.SampledFrom([]decimal.Decimal{
		decimal.Zero, decimal.New(math.MaxInt64, -2), decimal.New(math.MinInt64, -2), decimal.New(math.MaxInt64, -2).Add(dec("0.01")),
		decimal.New(math.MaxInt64, -2).Add(dec("0.001")), decimal.New(math.MinInt64, -2).Sub(dec("0.01")), decimal.New(math.MinInt64, -2).Sub(dec("0.001")),
		dec("99999999999999999999.99"), dec("-99999999999999999999.99"), dec("10.00"), dec("10.000"), dec("10.0001"), dec("9.9999"),
	})
	return rapid.OneOf(small, small, small, small, edge, shift(-26, -3), shift(0, 7))
}

// drawGuests draws up to n guests with many ties on every axis.
func drawGuests(t *rapid.T, least, most int) []guest {
	n := rapid.IntRange(least, most).Draw(t, "guests")
	days := rapid.OneOf(rapid.IntRange(0, 6), rapid.IntRange(0, 6), rapid.IntRange(0, 20_000))
	visits := rapid.OneOf(rapid.IntRange(1, 4), rapid.IntRange(1, 4), rapid.IntRange(1, math.MaxInt32))
	money := drawMoney()
	pool := rapid.SliceOfN(money, 1, 6).Draw(t, "common amounts")
	out := make([]guest, n)
	for i := range out {
		amount := rapid.OneOf(rapid.SampledFrom(pool), money).Draw(t, "money")
		out[i] = guest{fmt.Sprint("g", i), days.Draw(t, "days"), visits.Draw(t, "visits"), amount}
	}
	return rapid.Permutation(out).Draw(t, "order")
}

// oracle scores one axis slowly, with exact fractions: values and ids in the same order, k bins.
type oracle func(values []*big.Rat, ids []string, k int, lowIsBest bool) []int

// plainScores scores guests in the order of their ids by an oracle on each axis.
func plainScores(guests []guest, score oracle, bins [3]int) []rfm.Score {
	guests = byID(guests)
	ids := make([]string, len(guests))
	var values [3][]*big.Rat
	for i, g := range guests {
		ids[i] = g.id
		values[0] = append(values[0], big.NewRat(int64(g.days), 1))
		values[1] = append(values[1], big.NewRat(int64(g.visits), 1))
		values[2] = append(values[2], g.money.Rat())
	}
	var axes [3][]int
	for a := range axes {
		axes[a] = score(values[a], ids, bins[a], a == 0)
	}
	out := make([]rfm.Score, len(guests))
	for i := range out {
		out[i] = rfm.Score{R: uint8(axes[0][i]), F: uint8(axes[1][i]), M: uint8(axes[2][i])}
	}
	return out
}

// ntileOracle is NTILE(k) OVER (ORDER BY value, id); where low is best, the largest value comes first.
func ntileOracle(values []*big.Rat, ids []string, k int, lowIsBest bool) []int {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		c := values[a].Cmp(values[b])
		if lowIsBest {
			c = -c
		}
		return cmp.Or(c, strings.Compare(ids[a], ids[b]))
	})
	out := make([]int, len(values))
	next := 0
	for bucket := 1; bucket <= k; bucket++ {
		size := len(values) / k
		if bucket <= len(values)%k {
			size++
		}
		for range size {
			out[order[next]] = bucket
			next++
		}
	}
	return out
}

// valueOracle cuts at the values in place ⌈n·i/k⌉; a value equal to a cut is in the bin below it. Cuts at the largest
// value divide nobody: who lies above all others has the score of the last bin, and a single bin the middle score.
func valueOracle(values []*big.Rat, _ []string, k int, lowIsBest bool) []int {
	sorted := slices.SortedFunc(slices.Values(values), (*big.Rat).Cmp)
	cut := func(i int) *big.Rat { return sorted[(len(sorted)*i+k-1)/k-1] }
	out := countCuts(values, k, lowIsBest, cut, func(value, cut *big.Rat) bool { return value.Cmp(cut) > 0 })
	last := map[bool]int{false: k, true: 1}[lowIsBest]
	for i, v := range values {
		above, divided := true, false // v lies above every cut below the largest value; there is one
		for c := 1; c < k; c++ {
			if cut(c).Cmp(sorted[len(sorted)-1]) < 0 {
				divided = true
				above = above && v.Cmp(cut(c)) > 0
			}
		}
		switch {
		case !divided:
			out[i] = (k + 1) / 2
		case above:
			out[i] = last
		}
	}
	return out
}

// type7Oracle cuts at the type-7 quantile plus 1; a value equal to a cut is in the bin above it.
func type7Oracle(values []*big.Rat, _ []string, k int, lowIsBest bool) []int {
	sorted := slices.SortedFunc(slices.Values(values), (*big.Rat).Cmp)
	cut := func(i int) *big.Rat {
		h := (len(sorted) - 1) * i
		low := sorted[h/k]
		high := sorted[min(h/k+1, len(sorted)-1)]
		step := new(big.Rat).Sub(high, low)
		step.Mul(step, big.NewRat(int64(h%k), int64(k)))
		return step.Add(step, low).Add(step, big.NewRat(1, 1))
	}
	return countCuts(values, k, lowIsBest, cut, func(value, cut *big.Rat) bool { return value.Cmp(cut) >= 0 })
}

// countCuts gives each value one more than the number of cuts that lie behind it, counted from the worst end.
func countCuts(values []*big.Rat, k int, lowIsBest bool, cut func(int) *big.Rat, behind func(value, cut *big.Rat) bool) []int {
	out := make([]int, len(values))
	for i := range values {
		out[i] = 1
		if lowIsBest {
			out[i] = k
		}
	}
	if len(values) == 0 {
		return out
	}
	for c := 1; c < k; c++ {
		bound := cut(c)
		for i, v := range values {
			switch {
			case behind(v, bound) && lowIsBest:
				out[i]--
			case behind(v, bound):
				out[i]++
			}
		}
	}
	return out
}

// meanOracle gives 2 to values as good as the mean or better.
func meanOracle(values []*big.Rat, _ []string, _ int, lowIsBest bool) []int {
	sum := new(big.Rat)
	for _, v := range values {
		sum.Add(sum, v)
	}
	out := make([]int, len(values))
	for i, v := range values {
		c := new(big.Rat).Mul(v, big.NewRat(int64(len(values)), 1)).Cmp(sum)
		if lowIsBest {
			c = -c
		}
		out[i] = 1
		if c >= 0 {
			out[i] = 2
		}
	}
	return out
}

func oracleOf(method rfm.Method) oracle {
	return map[rfm.Method]oracle{
		rfm.ByValue: valueOracle, rfm.NTile: ntileOracle, rfm.Type7Plus1: type7Oracle, rfm.MeanSplit: meanOracle,
		rfm.EqualWidth: equalWidthOracle, rfm.LogWidth: logWidthOracle, rfm.Jenks: jenksOracle,
	}[method]
}

// axisOracle scores one value by a written axis, as the documentation of rfm.Axis reads.
func axisOracle(axis rfm.Axis, value *big.Rat, id string) uint8 {
	for i, cut := range axis.Cuts {
		c := value.Cmp(cut.Rat())
		below := c < 0
		if c == 0 {
			switch {
			case len(axis.Ties) == 0:
				below = !axis.CutsGoUp
			case axis.LowIsBest:
				below = id >= axis.Ties[i]
			default:
				below = id <= axis.Ties[i]
			}
		}
		if below {
			return uint8(axis.Scores[i])
		}
	}
	return uint8(axis.Scores[len(axis.Cuts)])
}

// thresholdsOracle scores a guest without nights.
func thresholdsOracle(t rfm.Thresholds, g guest) rfm.Score {
	g = plainBasis(g.summary(), t.FrequencyOf, t.MonetaryOf, perPlaces(t.Currency))
	return rfm.Score{
		R: axisOracle(t.Recency, big.NewRat(int64(g.days), 1), g.id),
		F: axisOracle(t.Frequency, big.NewRat(int64(g.visits), 1), g.id),
		M: axisOracle(t.Monetary, g.money.Rat(), g.id),
	}
}

// perPlaces is how many decimal places a ratio has: 6 more than the currency.
func perPlaces(currency string) int32 {
	minor, _ := hotelcrm.MinorUnits(currency)
	return int32(minor) + 6
}

// number returns the number of a cell's segment, -1 if the score is no cell.
func number(s *rfm.Segmenter, cell rfm.Score) int {
	if n, ok := s.Number(cell); ok {
		return n
	}
	return -1
}

// segmentOf returns a cell's segment, the zero one if the score is no cell.
func segmentOf(s *rfm.Segmenter, cell rfm.Score) rfm.Segment {
	segment, _ := s.Segment(cell)
	return segment
}
