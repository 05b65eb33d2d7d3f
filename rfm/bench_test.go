package rfm_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

func TestScoringOneGuestDoesNotAllocate(t *testing.T) {
	crowd := seeded(t, 1000)
	for _, method := range methods() {
		scores, err := rfm.Of(crowd, rfm.Same(method, 0))
		if err != nil {
			t.Fatal(err)
		}
		checkAllocations(t, method.String(), scorerOf(t, scores.Thresholds()), crowd)
	}
	checkAllocations(t, "explicit", scorerOf(t, explicit()), crowd)
}

func checkAllocations(t *testing.T, name string, scorer *rfm.Scorer, crowd *hotelcrm.Summaries) {
	t.Helper()
	var sum int
	for _, i := range []int{0, 17, 400, 999} {
		guest := crowd.At(i)
		if n := testing.AllocsPerRun(100, func() { sum += int(scorer.Score(asOf, guest).R) }); n != 0 {
			t.Errorf("%s, guest %s: %v allocations", name, guest.Guest, n)
		}
	}
	if sum == 0 {
		t.Error("no score above 0")
	}
}

func TestFindingASegmentDoesNotAllocate(t *testing.T) {
	for name, set := range presets() {
		segmenter := segmenterOf(t, set)
		last := cells(set.Bins)[len(cells(set.Bins))-1]
		sum := 0
		if n := testing.AllocsPerRun(100, func() { sum += number(segmenter, last) }); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

// seeded returns n guests with skewed and often equal values: a third were here once, and few spend most of the money.
func seeded(tb testing.TB, n int) *hotelcrm.Summaries {
	tb.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	list := make([]hotelcrm.Summary, n)
	for i := range list {
		visits := 1 + int(random.ExpFloat64()*2.2)
		cents := int64(math.Exp(9.6+0.8*random.NormFloat64())) * int64(visits)
		if random.IntN(4) == 0 {
			cents = 8900 * int64(visits) // the standard rate
		}
		days := min(int(random.ExpFloat64()*400), 5*365)
		list[i] = hotelcrm.Summary{
			Guest: fmt.Sprintf("G%010d", random.Uint32()), Last: asOf.AddDays(-days), Visits: visits, Revenue: decimal.New(cents, -2),
		}
	}
	seen := make(map[string]bool, n)
	for i := range list {
		for seen[list[i].Guest] {
			list[i].Guest += "x"
		}
		seen[list[i].Guest] = true
	}
	summaries, err := hotelcrm.NewSummaries("EUR", asOf, list)
	if err != nil {
		tb.Fatal(err)
	}
	return summaries
}

func perSecond(b *testing.B, guests int) {
	b.ReportMetric(float64(guests)*float64(b.N)/b.Elapsed().Seconds(), "guests/s")
}

func BenchmarkFitAndScoreAll(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		crowd := seeded(b, n)
		for _, method := range methods() {
			b.Run(fmt.Sprintf("%s/%d", method, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := rfm.Of(crowd, rfm.Same(method, 0)); err != nil {
						b.Fatal(err)
					}
				}
				perSecond(b, n)
			})
		}
	}
}

func BenchmarkScore(b *testing.B) {
	crowd := seeded(b, 10_000)
	for _, method := range methods() {
		b.Run(method.String(), func(b *testing.B) {
			scores, err := rfm.Of(crowd, rfm.Same(method, 0))
			if err != nil {
				b.Fatal(err)
			}
			scorer := scorerOf(b, scores.Thresholds())
			guest := crowd.At(4321)
			b.ReportAllocs()
			for b.Loop() {
				scorer.Score(asOf, guest)
			}
			perSecond(b, 1)
		})
	}
}

func BenchmarkSegments(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		scores, err := rfm.Of(seeded(b, n), rfm.Config{})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				segmentation, err := scores.Segments(rfm.Hotel())
				if err != nil {
					b.Fatal(err)
				}
				segmentation.Totals()
			}
			perSecond(b, n)
		})
	}
}

// regulars returns n guests with up to nine visits, one in ten of them without a first arrival.
func regulars(tb testing.TB, n int) *hotelcrm.Summaries {
	tb.Helper()
	random := rand.New(rand.NewPCG(3, 4))
	guests := make([]hotelcrm.Summary, n)
	for i := range guests {
		day := asOf.AddDays(-random.IntN(300))
		g := hotelcrm.Summary{Guest: fmt.Sprintf("G%07d", i), Last: day, LastArrival: day, Visits: 1 + random.IntN(9), Revenue: decimal.New(int64(random.IntN(90_000)), -2)}
		for range g.Visits - 1 {
			gap := random.IntN(200)
			day = day.AddDays(-gap)
			g.GapSquares += int64(gap * gap)
		}
		g.First = day
		if random.IntN(10) == 0 {
			g.First, g.LastArrival, g.GapSquares = 0, 0, 0
		}
		guests[i] = g
	}
	summaries, err := hotelcrm.NewSummaries("EUR", asOf, guests)
	if err != nil {
		tb.Fatal(err)
	}
	return summaries
}

func BenchmarkFiveAxes(b *testing.B) {
	const n = 1_000_000
	crowd := regulars(b, n)
	for _, method := range []rfm.Method{rfm.ByValue, rfm.NTile} {
		for name, config := range map[string]rfm.Config{"three": rfm.Same(method, 0), "five": rfm.LRFMP(method, 0)} {
			b.Run(fmt.Sprint("all/", method, "/", name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := rfm.Of(crowd, config); err != nil {
						b.Fatal(err)
					}
				}
				perSecond(b, n)
			})
			b.Run(fmt.Sprint("one/", method, "/", name), func(b *testing.B) {
				thresholds, _, err := rfm.Fit(crowd, config)
				if err != nil {
					b.Fatal(err)
				}
				scorer := scorerOf(b, thresholds)
				guest := crowd.At(4321)
				b.ReportAllocs()
				for b.Loop() {
					scorer.Score(asOf, guest)
				}
				perSecond(b, 1)
			})
		}
	}
}
