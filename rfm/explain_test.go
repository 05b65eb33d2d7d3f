package rfm_test

import (
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// The ends of an explanation are ends: the guest has the same score at them, and another one unit beyond. On the day on
// which the recency score is said to fall it does, and not on the day before.
func TestExplanationsHold(t *testing.T) {
	eachMethod(t, 0, func(t *rapid.T, method rfm.Method, bins int) {
		config := rfm.Same(method, bins)
		config.MonetaryOf = rfm.MonetaryOf(rapid.IntRange(0, 2).Draw(t, "monetary"))
		scores := scoresOf(t, drawGuests(t, 1, 30), config)
		scorer := scorerOf(t, scores.Thresholds())
		for i, guest := range scores.Summaries().All() {
			why := scores.Explain(i)
			if alone := scorer.Explain(asOf, guest); why.Score != scores.At(i) || !sameExplanation(alone, why) {
				t.Fatalf("%+v, alone %+v", why, alone)
			}
			checkRecency(t, scorer, guest, why)
			visits := func(v decimal.Decimal) int {
				guest := guest
				guest.Visits = int(v.IntPart())
				return int(scorer.Score(asOf, guest).F)
			}
			checkEnds(t, why.Axes[1], decimal.New(1, 0), visits)
			if config.MonetaryOf != rfm.RevenuePerVisit {
				checkEnds(t, why.Axes[2], decimal.New(1, min(-2, why.Axes[2].Value.Exponent())), func(v decimal.Decimal) int {
					guest := guest
					guest.Revenue = v
					return int(scorer.Score(asOf, guest).M)
				})
			}
		}
	})
}

func sameExplanation(a, b rfm.Explanation) bool {
	return a.Guest == b.Guest && a.FallsOn == b.FallsOn && a.FallsTo == b.FallsTo && slices.EqualFunc(a.Axes, b.Axes, func(x, y rfm.AxisReason) bool {
		same := func(a, b *decimal.Decimal) bool { return (a == nil) == (b == nil) && (a == nil || a.Equal(*b)) }
		return x.Axis == y.Axis && x.Score == y.Score && x.Bin == y.Bin && same(x.Value, y.Value) && same(x.Low, y.Low) && same(x.High, y.High)
	})
}

func checkRecency(t *rapid.T, scorer *rfm.Scorer, guest hotelcrm.Summary, why rfm.Explanation) {
	t.Helper()
	days := func(v decimal.Decimal) int {
		if v.Sign() < 0 {
			return 0 // no guest has such a value
		}
		return int(scorer.Score(guest.Last.AddDays(int(v.IntPart())), guest).R)
	}
	checkEnds(t, why.Axes[0], decimal.New(1, 0), days)
	if why.FallsOn == 0 {
		if why.Axes[0].High != nil {
			t.Fatalf("%+v does not fall", why)
		}
		return
	}
	if before, then := scorer.Score(why.FallsOn.AddDays(-1), guest).R, scorer.Score(why.FallsOn, guest).R; before != why.Score.R || int(then) != why.FallsTo || then >= before {
		t.Fatalf("%+v: %d on the day before, then %d", why, before, then)
	}
}

func checkEnds(t *rapid.T, a rfm.AxisReason, unit decimal.Decimal, scoreAt func(decimal.Decimal) int) {
	t.Helper()
	if scoreAt(*a.Value) != a.Score {
		t.Fatalf("%+v: not the score of the value", a)
	}
	if a.Low != nil && (a.Low.GreaterThan(*a.Value) || scoreAt(*a.Low) != a.Score || scoreAt(a.Low.Sub(unit)) == a.Score) {
		t.Fatalf("%+v: low", a)
	}
	if a.High != nil && (a.High.LessThan(*a.Value) || scoreAt(*a.High) != a.Score || scoreAt(a.High.Add(unit)) == a.Score) {
		t.Fatalf("%+v: high", a)
	}
}

func TestExplanationOfFiveAxes(t *testing.T) {
	guests := []hotelcrm.Summary{
		{Guest: "often", First: asOf.AddDays(-100), Last: asOf.AddDays(-1), LastArrival: asOf.AddDays(-2), GapSquares: 4802, Visits: 3, Revenue: decimal.New(90, 0)},
		{Guest: "once", Last: asOf, Visits: 1, Revenue: decimal.New(125, -1)},
	}
	summaries, err := hotelcrm.NewSummaries("EUR", asOf, guests)
	if err != nil {
		t.Fatal(err)
	}
	scores, err := rfm.Of(summaries, rfm.LRFMP(0, 2))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range scores.Explain(1).Axes {
		names = append(names, a.Axis)
		if known := a.Value != nil; known != (a.Bin >= 0) || !known && (a.Score != 1 || a.Low != nil || a.High != nil) {
			t.Errorf("%+v", a)
		}
	}
	if want := []string{"recency", "frequency", "monetary", "length", "periodicity"}; !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
	if length := scores.Explain(1).Axes[3]; length.Value != nil {
		t.Errorf("the length of a guest without a first arrival is %v", length.Value)
	}
	if length := scores.Explain(0).Axes[3]; length.Value.String() != "99" {
		t.Errorf("length %v", length.Value)
	}
}

func TestExplanationOfTheRest(t *testing.T) {
	guests := []guest{{"a", 1, 9, decimal.New(9, 0)}, {"b", 400, 1, decimal.New(1, 0)}}
	segments, err := scoresOf(t, guests, rfm.Config{Recency: rfm.Cut{Bins: 2}, Frequency: rfm.Cut{Bins: 2}, Monetary: rfm.Cut{Bins: 3}}).Segments(rfm.FourClasses())
	if err != nil {
		t.Fatal(err)
	}
	if best := segments.Explain(0); best.Rest || best.Segment.ID != "high-value" {
		t.Errorf("%+v", best)
	}
	if worst := segments.Explain(1); worst.Rest != (worst.Segment.ID == "rest") || worst.FallsOn != 0 {
		t.Errorf("%+v", worst)
	}
}
