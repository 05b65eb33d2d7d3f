package rfm_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func id(i int) string { return fmt.Sprintf("g%03d", i) }

// eachMethod checks a property of every method that Fit knows but one, 0 for none.
func eachMethod(t *testing.T, but rfm.Method, check func(t *rapid.T, method rfm.Method, bins int)) {
	t.Helper()
	for _, method := range methods() {
		if method == but {
			continue
		}
		t.Run(method.String(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				bins := 0
				if method != rfm.MeanSplit {
					bins = rapid.IntRange(2, 10).Draw(t, "bins")
				}
				check(t, method, bins)
			})
		})
	}
}

func TestEqualValuesGetEqualScores(t *testing.T) {
	eachMethod(t, rfm.NTile, func(t *rapid.T, method rfm.Method, bins int) { // ntile divides them by guest id
		guests := drawGuests(t, 1, 30)
		scores := scoresOf(t, guests, rfm.Same(method, bins))
		guests = byID(guests)
		for i, a := range guests {
			for j, b := range guests[:i] {
				x, y := scores.At(i), scores.At(j)
				if a.days == b.days && x.R != y.R || a.visits == b.visits && x.F != y.F || a.money.Equal(b.money) && x.M != y.M {
					t.Fatalf("%+v has %v, %+v has %v", a, x, b, y)
				}
			}
		}
	})
}

// Better in value is never worse in score; strangers scored by the same thresholds keep to it as well.
func TestScoresRiseWithTheValue(t *testing.T) {
	eachMethod(t, 0, func(t *rapid.T, method rfm.Method, bins int) {
		scores := scoresOf(t, drawGuests(t, 0, 20), rfm.Same(method, bins))
		scorer := scorerOf(t, scores.Thresholds())
		guests := drawGuests(t, 2, 10)
		for _, a := range guests {
			for _, b := range guests {
				x, y := scorer.Score(asOf, a.summary()), scorer.Score(asOf, b.summary())
				if a.days < b.days && x.R < y.R || a.visits > b.visits && x.F < y.F || a.money.GreaterThan(b.money) && x.M < y.M {
					t.Fatalf("%+v has %v, %+v has %v", a, x, b, y)
				}
			}
		}
	})
}

func TestUnitAndOffsetOfMoneyDoNotMoveAScore(t *testing.T) {
	eachMethod(t, rfm.Type7Plus1, func(t *rapid.T, method rfm.Method, bins int) { // it adds one unit, as documented
		guests := drawGuestsFor(t, method, 0, 25)
		want := list(scoresOf(t, guests, rfm.Same(method, bins)))
		constant := drawMoney().Draw(t, "constant")
		switch method {
		case rfm.Jenks:
			constant = decimal.New(rapid.Int64Range(-1<<40, 1<<40).Draw(t, "cents"), -2)
		case rfm.LogWidth:
			constant = decimal.Zero // its zero is no matter of taste
		}
		changes := map[string]func(decimal.Decimal) decimal.Decimal{
			"in cents":         func(d decimal.Decimal) decimal.Decimal { return d.Shift(2) },
			"in hundreds":      func(d decimal.Decimal) decimal.Decimal { return d.Shift(-2) },
			"another currency": func(d decimal.Decimal) decimal.Decimal { return d.Mul(dec("7.5")) },
			"a constant more":  func(d decimal.Decimal) decimal.Decimal { return d.Add(constant) },
		}
		for name, change := range changes {
			changed := slices.Clone(guests)
			for i := range changed {
				changed[i].money = change(changed[i].money)
			}
			if diff := gocmp.Diff(want, list(scoresOf(t, changed, rfm.Same(method, bins)))); diff != "" {
				t.Fatalf("%s (-want +got):\n%s", name, diff)
			}
		}
	})
}

func TestOrderOfInputDoesNotMatter(t *testing.T) {
	eachMethod(t, 0, func(t *rapid.T, method rfm.Method, bins int) {
		guests := drawGuests(t, 0, 25)
		other := rapid.Permutation(guests).Draw(t, "another order")
		a, b := scoresOf(t, guests, rfm.Same(method, bins)), scoresOf(t, other, rfm.Same(method, bins))
		if diff := gocmp.Diff(list(a), list(b)); diff != "" {
			t.Fatalf("scores (-one +other):\n%s", diff)
		}
		if diff := gocmp.Diff(a.Thresholds(), b.Thresholds(), sameDecimals()); diff != "" {
			t.Fatalf("thresholds (-one +other):\n%s", diff)
		}
		if diff := gocmp.Diff(a.Warnings(), b.Warnings()); diff != "" {
			t.Fatalf("warnings (-one +other):\n%s", diff)
		}
	})
}

func TestFrozenThresholdsGiveTheSameScores(t *testing.T) {
	eachMethod(t, 0, func(t *rapid.T, method rfm.Method, bins int) {
		guests := drawGuests(t, 0, 25)
		summaries := summariesOf(t, guests)
		thresholds, warnings, err := rfm.Fit(summaries, rfm.Same(method, bins))
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(thresholds)
		if err != nil {
			t.Fatal(err)
		}
		var read rfm.Thresholds
		if err := json.Unmarshal(text, &read); err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(thresholds, read, sameDecimals()); diff != "" {
			t.Fatalf("JSON %s (-written +read):\n%s", text, diff)
		}
		fitted := scoresOf(t, guests, rfm.Same(method, bins))
		want := list(fitted)
		for i, w := range warnings { // those of Fit come with the scores too
			if i >= len(fitted.Warnings()) || fitted.Warnings()[i] != w {
				t.Fatalf("Fit warns %v, the scores %v", warnings, fitted.Warnings())
			}
		}
		for name, frozen := range map[string]rfm.Thresholds{"as fitted": thresholds, "through JSON": read} {
			scorer := scorerOf(t, frozen)
			all, err := scorer.ScoreAll(summaries)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(want, list(all)); diff != "" {
				t.Fatalf("%s (-want +got):\n%s", name, diff)
			}
			for i, s := range summaries.All() {
				if got := scorer.Score(asOf, s); got != want[i] {
					t.Fatalf("%s, guest %s alone: want %v, got %v", name, s.Guest, want[i], got)
				}
				if g := byID(guests)[i]; thresholdsOracle(frozen, g) != want[i] {
					t.Fatalf("%s, guest %+v: scored %v, but the thresholds read %v", name, g, want[i], thresholdsOracle(frozen, g))
				}
			}
			half := guests[:len(guests)/2] // a guest's score does not depend on who else is there
			some, err := scorer.ScoreAll(summariesOf(t, half))
			if err != nil {
				t.Fatal(err)
			}
			for i, s := range some.Summaries().All() {
				if j, _ := summaries.Find(s.Guest); some.At(i) != want[j] {
					t.Fatalf("%s, guest %s among half: want %v, got %v", name, s.Guest, want[j], some.At(i))
				}
			}
		}
	})
}

func TestSetsSurviveJSON(t *testing.T) {
	for name, set := range presets() {
		t.Run(name, func(t *testing.T) {
			text, err := json.Marshal(set)
			if err != nil {
				t.Fatal(err)
			}
			var read rfm.Set
			if err := json.Unmarshal(text, &read); err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(set, read); diff != "" {
				t.Fatalf("(-written +read):\n%s", diff)
			}
			a, b := segmenterOf(t, set), segmenterOf(t, read)
			for _, c := range cells(set.Bins) {
				if number(a, c) != number(b, c) {
					t.Errorf("%s: %d as written, %d as read", c, number(a, c), number(b, c))
				}
			}
		})
	}
}

func TestPartsAddUpToTheWhole(t *testing.T) {
	configs := map[string]rfm.Config{
		"hotel": {}, "ten": rfm.Same(rfm.NTile, 5), "eight": rfm.Same(rfm.MeanSplit, 0),
		"four": {Recency: rfm.Cut{Method: rfm.MeanSplit}, Frequency: rfm.Cut{Bins: 2}, Monetary: rfm.Cut{Method: rfm.NTile, Bins: 3}},
	}
	for name, set := range presets() {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				guests := drawGuests(t, 0, 25)
				scores := scoresOf(t, guests, configs[name])
				segmentation, err := scores.Segments(set)
				if err != nil {
					t.Fatal(err)
				}
				guests = byID(guests)
				totals := make([]rfm.Total, len(set.All()))
				for i, s := range set.All() {
					totals[i].Segment = s
				}
				grid := map[[2]int]rfm.Cell{}
				for i, g := range guests {
					n := firstMatch(set, scores.At(i))
					if diff := gocmp.Diff(set.All()[n], segmentation.At(i)); diff != "" {
						t.Fatalf("guest %d (-want +got):\n%s", i, diff)
					}
					totals[n].Guests++
					totals[n].Visits += int64(g.visits)
					totals[n].Revenue = totals[n].Revenue.Add(g.money)
					key := [2]int{int(scores.At(i).R), int(scores.At(i).F)}
					cell := grid[key]
					grid[key] = rfm.Cell{Guests: cell.Guests + 1, Revenue: cell.Revenue.Add(g.money)}
				}
				addPlainShares(totals)
				if diff := gocmp.Diff(totals, segmentation.Totals(), sameDecimals()); diff != "" {
					t.Fatalf("totals (-want +got):\n%s", diff)
				}
				var want []rfm.Cell
				for r := 1; r <= set.Bins[0]; r++ {
					for f := 1; f <= set.Bins[1]; f++ {
						cell := grid[[2]int{r, f}]
						cell.R, cell.F = r, f
						want = append(want, cell)
					}
				}
				if diff := gocmp.Diff(want, scores.Grid(), sameDecimals()); diff != "" {
					t.Fatalf("grid (-want +got):\n%s", diff)
				}
				checkCounts(t, set.Bins, scores)
			})
		})
	}
}

// addPlainShares rounds exact fractions to millionths, half to even.
func addPlainShares(totals []rfm.Total) {
	guests, revenue := new(big.Rat), new(big.Rat)
	for _, total := range totals {
		guests.Add(guests, big.NewRat(int64(total.Guests), 1))
		revenue.Add(revenue, total.Revenue.Rat())
	}
	for i := range totals {
		totals[i].GuestShare = plainShare(big.NewRat(int64(totals[i].Guests), 1), guests)
		totals[i].RevenueShare = plainShare(totals[i].Revenue.Rat(), revenue)
	}
}

func plainShare(part, whole *big.Rat) *decimal.Decimal {
	if whole.Sign() <= 0 {
		return nil
	}
	rounded := plainRound(new(big.Rat).Quo(part, whole), 6)
	return &rounded
}

// plainRound rounds half to even: to the nearest, and from the middle to the even neighbour.
func plainRound(v *big.Rat, places int32) decimal.Decimal {
	unit := decimal.New(1, -places).Rat()
	units := new(big.Rat).Quo(v, unit)
	floor := new(big.Int).Div(units.Num(), units.Denom())
	rest := new(big.Rat).Sub(units, new(big.Rat).SetInt(floor))
	if order := rest.Cmp(big.NewRat(1, 2)); order > 0 || order == 0 && floor.Bit(0) == 1 {
		floor.Add(floor, big.NewInt(1))
	}
	return decimal.NewFromBigInt(floor, -places)
}

func checkCounts(t *rapid.T, bins [3]int, scores *rfm.Scores) {
	t.Helper()
	want := rfm.Counts{Recency: make([]int, bins[0]), Frequency: make([]int, bins[1]), Monetary: make([]int, bins[2])}
	for _, s := range list(scores) {
		want.Recency[s.R-1]++
		want.Frequency[s.F-1]++
		want.Monetary[s.M-1]++
	}
	if diff := gocmp.Diff(want, scores.Counts()); diff != "" {
		t.Fatalf("counts (-want +got):\n%s", diff)
	}
}

func TestAGuestSeenAfterTheAnalysisDateCountsAsSeenOnIt(t *testing.T) {
	guests := []guest{{"a", 0, 1, dec("1")}, {"b", 10, 2, dec("2")}, {"c", 20, 3, dec("3")}, {"d", 30, 4, dec("4")}, {"e", 40, 5, dec("5")}}
	for _, method := range methods() {
		t.Run(method.String(), func(t *testing.T) {
			thresholds := scoresOf(t, guests, rfm.Same(method, 0)).Thresholds()
			thresholds.Recency = explicit().Recency
			thresholds.Recency.Cuts = decs("-0.5", "365") // 0 days are in the bin above -0.5
			scorer := scorerOf(t, thresholds)
			today := guest{"z", 0, 3, dec("3")}.summary()
			later := today
			later.Last = asOf.AddDays(1)
			want, got := scorer.Score(asOf, today), scorer.Score(asOf, later)
			if want != got {
				t.Errorf("want %v, got %v", want, got)
			}
		})
	}
}

func TestScorerKeepsItsOwnThresholds(t *testing.T) {
	thresholds := explicit()
	scorer := scorerOf(t, thresholds)
	rich := guest{"a", 5, 4, dec("250.005")} // beyond the cents, so that the cuts themselves are compared
	want := scorer.Score(asOf, rich.summary())
	thresholds.Monetary.Cuts[0] = dec("9999")
	thresholds.Monetary.Scores[1] = 1
	if got := scorer.Score(asOf, rich.summary()); got != want {
		t.Errorf("changing the thresholds afterwards moved %v to %v", want, got)
	}
	if got := scorer.Thresholds().Monetary.Cuts[0]; !got.Equal(dec("100")) {
		t.Errorf("changing the caller's cuts changed the scorer's: %s", got)
	}
}
