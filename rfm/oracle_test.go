package rfm_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestScoresEqualThePlainRule(t *testing.T) {
	for _, method := range methods() {
		t.Run(method.String(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				guests := drawGuestsFor(t, method, 0, 40)
				bins := [3]int{2, 2, 2}
				if method != rfm.MeanSplit {
					for a := range bins {
						bins[a] = rapid.IntRange(2, 10).Draw(t, "bins")
					}
				}
				config := rfm.Config{
					Recency: rfm.Cut{Method: method, Bins: bins[0]}, Frequency: rfm.Cut{Method: method, Bins: bins[1]},
					Monetary: rfm.Cut{Method: method, Bins: bins[2]},
				}
				want := plainScores(guests, oracleOf(method), bins)
				if diff := gocmp.Diff(want, list(scoresOf(t, guests, config))); diff != "" {
					t.Fatalf("bins %v (-want +got):\n%s", bins, diff)
				}
			})
		})
	}
}

// The quantiles of 3, 6, 7 and 9 bins have endless decimals; amounts 10⁻²⁰ apart must still fall on the right side.
func TestEndlessQuantilesSeparateNeighbours(t *testing.T) {
	for k := 2; k <= 10; k++ {
		t.Run(fmt.Sprint(k, " bins"), func(t *testing.T) {
			for n := 2; n <= 30; n++ {
				var guests []guest
				for i := range n {
					// Neighbours of the cut itself: with x = 0, 1, 2, ... the quantile plus one lies among the values.
					guests = append(guests,
						guest{fmt.Sprintf("a%02d", i), i, i + 1, decimal.New(int64(i), 0)},
						guest{fmt.Sprintf("b%02d", i), i, i + 1, decimal.New(int64(i), 0).Add(decimal.New(1, -20))},
						guest{fmt.Sprintf("c%02d", i), i, i + 1, decimal.New(int64(i*100+33), -2)})
				}
				want := plainScores(guests, type7Oracle, [3]int{k, k, k})
				if diff := gocmp.Diff(want, list(scoresOf(t, guests, rfm.Same(rfm.Type7Plus1, k)))); diff != "" {
					t.Fatalf("%d guests (-want +got):\n%s", len(guests), diff)
				}
			}
		})
	}
}

// A cut that has to be rounded must not be rounded across an amount with more decimal places than the cut's own terms.
func TestRoundedCutsDoNotPassAnAmount(t *testing.T) {
	tests := []struct {
		name   string
		method rfm.Method
		bins   int
		money  []decimal.Decimal
		want   []uint8 // monetary scores
	}{
		// The first of two cuts is 1 + 2/3 + 1 = 8/3.
		{"type 7, a hair above 8/3", rfm.Type7Plus1, 3, decs("1", "2", "2.6666666666666666666666666668"), []uint8{1, 1, 2}},
		{"type 7, a hair below 8/3", rfm.Type7Plus1, 3, decs("1", "2", "2.6666666666666666666666666666"), []uint8{1, 1, 1}},
		// The mean is 2/3.
		{"mean, a hair above 2/3", rfm.MeanSplit, 2, decs("0.6666666666666666666666666668", "0.3333333333333333333333333332", "1"), []uint8{2, 1, 2}},
		{"mean, a hair below 2/3", rfm.MeanSplit, 2, decs("0.6666666666666666666666666666", "0.3333333333333333333333333334", "1"), []uint8{1, 1, 2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var guests []guest
			for i, money := range tt.money {
				guests = append(guests, guest{id(i), 1, 1, money})
			}
			scores := scoresOf(t, guests, rfm.Same(tt.method, tt.bins))
			var got []uint8
			for _, score := range list(scores) {
				got = append(got, score.M)
			}
			if diff := gocmp.Diff(tt.want, got); diff != "" {
				t.Errorf("cuts %v (-want +got):\n%s", scores.Thresholds().Monetary.Cuts, diff)
			}
		})
	}
}

func TestEqualToTheMeanIsHigh(t *testing.T) {
	tests := []struct {
		name   string
		guests []guest
		want   []string
	}{
		{"finite mean", []guest{{"a", 10, 1, dec("100")}, {"b", 20, 2, dec("200")}, {"c", 30, 3, dec("300")}}, []string{"211", "222", "122"}},
		{"one guest", []guest{{"a", 10, 1, dec("-5")}}, []string{"222"}},
		{"endless mean just above", []guest{{"a", 1, 1, dec("0.01")}, {"b", 1, 1, dec("0.01")}, {"c", 2, 2, dec("0.02")}}, []string{"211", "211", "122"}},
		{"endless mean just below", []guest{{"a", 1, 1, dec("0.01")}, {"b", 2, 2, dec("0.02")}, {"c", 2, 2, dec("0.02")}}, []string{"211", "122", "122"}},
		{"negative mean", []guest{{"a", 0, 1, dec("-1")}, {"b", 0, 1, dec("-2")}, {"c", 0, 1, dec("-3")}}, []string{"222", "222", "221"}},
		{
			"mean beyond the cents",
			[]guest{{"a", 0, 1, dec("0.001")}, {"b", 0, 1, dec("0.002")}, {"c", 0, 1, dec("0.003")}, {"d", 0, 1, dec("0.0020000001")}},
			[]string{"221", "221", "222", "222"}, // the mean is 0.002000000025
		},
		{
			"a hair below the mean",
			[]guest{{"a", 0, 1, dec("0.001")}, {"b", 0, 1, dec("0.0019999999")}, {"c", 0, 1, dec("0.003")}, {"d", 0, 1, dec("0.002")}},
			[]string{"221", "221", "222", "222"}, // the mean is 0.001999999975
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, score := range list(scoresOf(t, tt.guests, rfm.Same(rfm.MeanSplit, 0))) {
				got = append(got, score.String())
			}
			if diff := gocmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestNTileTiesFallByGuestID(t *testing.T) {
	var guests []guest
	for _, id := range []string{"g7", "g1", "g10", "g2", "g5", "g9", "g3"} { // byte order: g1 g10 g2 g3 g5 g7 g9
		guests = append(guests, guest{id, 30, 2, dec("99.90")})
	}
	var got []string
	for _, score := range list(scoresOf(t, guests, rfm.Same(rfm.NTile, 3))) {
		got = append(got, score.String())
	}
	if diff := gocmp.Diff([]string{"111", "111", "111", "222", "222", "333", "333"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMergedCutsLeaveScoresUnused(t *testing.T) {
	var guests []guest // 70 % at one visit
	for i := range 100 {
		g := guest{fmt.Sprintf("g%02d", i), i, 1, decimal.New(int64(i), 0)}
		if i >= 70 {
			g.visits = i - 68
		}
		guests = append(guests, g)
	}
	scores := scoresOf(t, guests, rfm.Config{})
	axis := scores.Thresholds().Frequency
	if diff := gocmp.Diff([]int{1, 4, 5}, axis.Scores); diff != "" || axis.InEffect() != 3 {
		t.Errorf("in effect %d (-want +got):\n%s", axis.InEffect(), diff)
	}
	if diff := gocmp.Diff([]string{"1", "11"}, texts(axis.Cuts)); diff != "" {
		t.Errorf("cuts (-want +got):\n%s", diff)
	}
	if diff := gocmp.Diff([]int{70, 0, 0, 10, 20}, scores.Counts().Frequency); diff != "" {
		t.Errorf("guests (-want +got):\n%s", diff)
	}
}

// drawAxis draws an axis as a caller may write it, with ties if the method is ntile.
func drawAxis(t *rapid.T, method rfm.Method, lowIsBest bool) rfm.Axis {
	type edge struct {
		cut decimal.Decimal
		tie string
	}
	money, tie := drawMoney(), rapid.Just("")
	if method == rfm.NTile {
		money, tie = rapid.OneOf(money, rapid.Just(dec("3"))), rapid.Map(rapid.IntRange(0, 20), func(i int) string { return fmt.Sprint("g", i) })
	}
	edges := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) edge { return edge{money.Draw(t, "cut"), tie.Draw(t, "tie")} }),
		0, 9, func(e edge) string { return e.cut.Rat().String() + " " + e.tie }).Draw(t, "edges")
	slices.SortFunc(edges, func(a, b edge) int {
		byTie := strings.Compare(a.tie, b.tie)
		if lowIsBest {
			byTie = -byTie
		}
		return cmp.Or(a.cut.Cmp(b.cut), byTie)
	})
	axis := rfm.Axis{Method: method, LowIsBest: lowIsBest, Bins: rapid.IntRange(max(2, len(edges)+1), 10).Draw(t, "bins")}
	axis.CutsGoUp = method != rfm.NTile && rapid.Bool().Draw(t, "cuts go up")
	for _, e := range edges {
		axis.Cuts = append(axis.Cuts, e.cut)
		if method == rfm.NTile {
			axis.Ties = append(axis.Ties, e.tie)
		}
	}
	for i := range axis.Bins {
		axis.Scores = append(axis.Scores, i+1)
	}
	axis.Scores = rapid.Permutation(axis.Scores).Draw(t, "scores")[:len(edges)+1]
	slices.Sort(axis.Scores)
	if lowIsBest {
		slices.Reverse(axis.Scores)
	}
	return axis
}

func TestWrittenThresholdsAreReadAsDocumented(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		method := rapid.SampledFrom([]rfm.Method{rfm.Explicit, rfm.NTile})
		thresholds := rfm.Thresholds{Version: rfm.Version, Currency: rapid.SampledFrom([]string{"EUR", "JPY", "KWD"}).Draw(t, "currency")}
		thresholds.Recency = drawAxis(t, method.Draw(t, "recency"), true)
		thresholds.Frequency = drawAxis(t, method.Draw(t, "frequency"), false)
		thresholds.Monetary = drawAxis(t, method.Draw(t, "monetary"), false)
		scorer := scorerOf(t, thresholds)
		guests := drawGuests(t, 0, 10)
		for i, cut := range thresholds.Monetary.Cuts { // guests on each cut, before and after the tie
			guests = append(guests, guest{fmt.Sprint("a", i), 3, 3, cut}, guest{fmt.Sprint("z", i), 3, 3, cut})
			if i < len(thresholds.Monetary.Ties) {
				one := guest{thresholds.Monetary.Ties[i], 3, 3, cut}
				if got, want := scorer.Score(asOf, one.summary()), thresholdsOracle(thresholds, one); got != want {
					t.Fatalf("on cut and tie %+v: want %v, got %v", one, want, got)
				}
			}
		}
		all, err := scorer.ScoreAll(summariesIn(t, thresholds.Currency, guests))
		if err != nil {
			t.Fatal(err)
		}
		for i, g := range byID(guests) {
			want := thresholdsOracle(thresholds, g)
			if one := scorer.Score(asOf, g.summary()); one != want || all.At(i) != want {
				t.Fatalf("%+v: want %v, alone %v, among all %v", g, want, one, all.At(i))
			}
		}
	})
}

// Ties decide on equal values, so a side for them would be a second rule: it is refused, or it changes nothing.
func TestTiesDecideWhateverSideCutsBelongTo(t *testing.T) {
	thresholds := explicit()
	thresholds.Monetary = rfm.Axis{Method: rfm.NTile, Bins: 2, CutsGoUp: true, Cuts: decs("100"), Ties: []string{"m"}, Scores: []int{1, 2}}
	scorer, err := rfm.NewScorer(thresholds)
	if err != nil {
		refusedAt(t, err, "monetary")
		return
	}
	for _, id := range []string{"a", "m", "z"} {
		g := guest{id, 1, 1, dec("100")}
		if got, want := scorer.Score(asOf, g.summary()).M, axisOracle(thresholds.Monetary, g.money.Rat(), id); got != want {
			t.Errorf("guest %s: want %d, got %d", id, want, got)
		}
	}
}

// The scale at which a register holds its integers is no business of the scores.
func TestRegisterScaleDoesNotMoveAScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		method := rapid.SampledFrom(methods()).Draw(t, "method")
		guests := drawGuestsFor(t, method, 1, 25)
		for i := range guests {
			guests[i].visits = 1
		}
		scores := scoresOf(t, guests, rfm.Same(method, 0))
		scale := rapid.IntRange(1, 6).Draw(t, "scale")
		register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", Scale: scale, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}})
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range guests {
			day := asOf.AddDays(-g.days)
			stay := hotelcrm.Stay{Guest: g.id, Status: hotelcrm.Departed, Arrival: day, Departure: day, Revenue: hotelcrm.Revenue{Rooms: g.money}}
			if err := register.Add(stay); err != nil {
				t.Fatal(err)
			}
		}
		summaries, err := register.Summaries(asOf, hotelcrm.Window{})
		if err != nil {
			t.Fatal(err)
		}
		fitted, err := rfm.Of(summaries, rfm.Same(method, 0))
		if err != nil {
			t.Fatal(err)
		}
		frozen, err := scorerOf(t, scores.Thresholds()).ScoreAll(summaries)
		if err != nil {
			t.Fatal(err)
		}
		for name, got := range map[string]*rfm.Scores{"fitted": fitted, "frozen": frozen} {
			if diff := gocmp.Diff(list(scores), list(got)); diff != "" {
				t.Fatalf("scale %d, %s (-want +got):\n%s", scale, name, diff)
			}
		}
	})
}
