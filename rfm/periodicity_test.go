package rfm_test

import (
	"math"
	"math/big"
	"math/bits"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"pgregory.net/rapid"
)

// periodicityOf returns the periodicity of one guest with the visits, the days from first to last arrival and the squares
// of the gaps: the mean of a single value is the value.
func periodicityOf(t failer, visits, days int, squares int64) string {
	t.Helper()
	one := hotelcrm.Summary{Guest: "a", First: asOf.AddDays(-days), Last: asOf, LastArrival: asOf, Visits: visits, GapSquares: squares}
	summaries, err := hotelcrm.NewSummaries("EUR", asOf, []hotelcrm.Summary{one})
	if err != nil {
		t.Fatalf("%d visits, %d days, %d squares: %v", visits, days, squares, err)
	}
	thresholds, _, err := rfm.Fit(summaries, rfm.Config{Periodicity: rfm.Cut{Method: rfm.MeanSplit}})
	if err != nil {
		t.Fatalf("fit: %v", err)
	}
	return thresholds.Periodicity.Cuts[0].String()
}

// plainPeriodicity is √(Q/g - (S/g)²) rounded.
func plainPeriodicity(visits, days int, squares int64) string {
	gaps := big.NewRat(int64(visits-1), 1)
	mean := new(big.Rat).Quo(big.NewRat(int64(days), 1), gaps)
	variance := new(big.Rat).Quo(big.NewRat(squares, 1), gaps)
	variance.Sub(variance, mean.Mul(mean, mean))
	return plainRound(roundedRoot(variance), 6).String()
}

// Worked by hand: the definition is the standard deviation of the days between visits (Peker, Kocyigit and Eren 2017),
// here divided by the number of gaps.
func TestPeriodicityByHand(t *testing.T) {
	tests := []struct {
		name string
		gaps []int
		want string
	}{
		{"every week", []int{7, 7, 7, 7}, "0"},
		{"twice a day", []int{0, 0, 0}, "0"},
		{"10 and 20 days: √25", []int{10, 20}, "5"},
		{"10, 20 and 10 days: √(200/9)", []int{10, 20, 10}, "4.714045"},
		{"a year, two days: √(363²/4)", []int{365, 2}, "181.5"},
		{"2, 4, 4, 4, 5, 5, 7 and 9 days: √4", []int{2, 4, 4, 4, 5, 5, 7, 9}, "2"},
		{"1, 2 and 3 days: √(2/3)", []int{1, 2, 3}, "0.816497"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			days, squares := 0, int64(0)
			for _, gap := range tt.gaps {
				days += gap
				squares += int64(gap * gap)
			}
			if got := periodicityOf(t, len(tt.gaps)+1, days, squares); got != tt.want {
				t.Errorf("want %s, got %s", tt.want, got)
			}
		})
	}
}

func TestPeriodicityIsTheExactRootRounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gaps := rapid.OneOf(rapid.IntRange(2, 9), rapid.IntRange(2, 5000), rapid.IntRange(2, math.MaxInt32-1)).Draw(t, "gaps")
		days := rapid.OneOf(rapid.IntRange(0, 40), rapid.IntRange(0, 27_000)).Draw(t, "days")
		low := (int64(days)*int64(days) + int64(gaps) - 1) / int64(gaps)
		squares := rapid.Int64Range(low, int64(days)*int64(days)).Draw(t, "squares")
		if got, want := periodicityOf(t, gaps+1, days, squares), plainPeriodicity(gaps+1, days, squares); got != want {
			t.Fatalf("%d gaps of %d days, squares %d: want %s, got %s", gaps, days, squares, want, got)
		}
	})
}

// With 256 million gaps, √(g·Q - S²)/g = o/2,000,000 for S = 128·s and Q = (s² + o²)/15,625: halves of a millionth.
func TestHalvesOfAMillionthGoToTheEvenOne(t *testing.T) {
	const gaps = 256_000_000
	up, down := 0, 0
	for s := int64(1); s <= 200; s++ {
		for odd := int64(1); odd < 60_000; odd += 2 {
			squares := (s*s + odd*odd) / 15_625
			if (s*s+odd*odd)%15_625 != 0 || squares > 128*s*128*s {
				continue
			}
			millionths := odd / 2
			if millionths%2 == 1 {
				millionths++
				up++
			} else {
				down++
			}
			want := plainRound(big.NewRat(millionths, 1_000_000), 6).String()
			if got := periodicityOf(t, gaps+1, int(128*s), squares); got != want {
				t.Fatalf("%d half millionths: want %s, got %s", odd, want, got)
			}
		}
	}
	if up < 10 || down < 10 {
		t.Errorf("%d halves went up and %d down: too few to tell", up, down)
	}
}

// A summary that nobody has validated gets a score, whatever it holds.
func TestAnySummaryGetsFiveScores(t *testing.T) {
	scorer := scorerOf(t, explicitFive())
	tooSmall := hotelcrm.Summary{First: asOf - 90, Last: asOf, LastArrival: asOf, Visits: 3, GapSquares: 1}
	if got := scorer.Score(asOf, tooSmall).P; got != 3 {
		t.Errorf("squares below those of equal gaps: want the score of equal gaps, got %d", got)
	}
	number := []int{math.MinInt, -1, 0, 1, 2, 3, math.MaxInt32, math.MaxInt}
	square := []int64{math.MinInt64, -1, 0, 1, 8, math.MaxInt64}
	date := []hotelcrm.Date{math.MinInt32, -1, 0, 1, asOf, asOf + 1, math.MaxInt32}
	for _, visits := range number {
		for _, squares := range square {
			for _, first := range date {
				for _, last := range date {
					guest := hotelcrm.Summary{First: first, Last: last, LastArrival: last, Visits: visits, GapSquares: squares}
					if s := scorer.Score(asOf, guest); s.L < 1 || s.L > 3 || s.P < 1 || s.P > 3 {
						t.Fatalf("%+v has %+v", guest, s)
					} else if (first == 0 || last == 0) && s.P != 1 || first == 0 && s.L != 1 {
						t.Fatalf("%+v is not known and has %+v", guest, s)
					}
				}
			}
		}
	}
}

// The float that the root begins with may lie on either side.
func TestRootsBesideSquaresAreRoundedDown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		root := rapid.OneOf(rapid.Uint64Range(1, 100), rapid.Uint64Range(1<<25, 1<<38), rapid.Uint64Range(1<<38, 1<<52)).Draw(t, "root")
		high, low := bits.Mul64(root, root)
		if got := rfm.Root(high, low); got != root {
			t.Fatalf("√(%d²) = %d", root, got)
		}
		below, borrow := bits.Sub64(low, 1, 0)
		if got := rfm.Root(high-borrow, below); got != root-1 {
			t.Fatalf("√(%d²-1) = %d", root, got)
		}
		above, carry := bits.Add64(low, 2*root, 0)
		if got := rfm.Root(high+carry, above); got != root {
			t.Fatalf("√(%d²+2·%d) = %d", root, root, got)
		}
	})
}
