package valuation_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func points(list ...string) []valuation.Score {
	out := make([]valuation.Score, len(list))
	for i, text := range list {
		if err := out[i].UnmarshalText([]byte(text)); err != nil {
			panic(err)
		}
	}
	return out
}

func number(text string) decimal.NullDecimal { return decimal.NewNullDecimal(dec(text)) }

// ranked returns ranks of motives business, sightseeing and family, and industries trade and medicine.
func ranked(t failer) valuation.Ranks {
	t.Helper()
	s := summariesOf(t, guest{4, 365, "1000"}, guest{2, 365, "800"}, guest{1, 365, "500"}, guest{1, -1, "9999"}, guest{1, 365, "300"})
	c := currentOf(t, historicOf(t, s, "0", 5), valuation.CurrentSetup{Convention: yearly(t, "0", 1, places(2))})
	ranks, err := valuation.RanksOf(c, []string{"sightseeing", "business", "business", "family", "family"}, []string{"trade", "trade", "medicine", "", ""})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return ranks
}

func sixIndicators(t failer) valuation.Scorecard {
	t.Helper()
	return valuation.Scorecard{
		Version: valuation.Version,
		Indicators: []valuation.Weighted{
			{valuation.Motive, dec("2"), valuation.Scale{Cuts: decs("2", "3"), Scores: points("5", "3", "1")}},
			{valuation.Industry, dec("1"), valuation.Scale{Cuts: decs("2"), Scores: points("5", "2")}},
			{valuation.Income, dec("2"), valuation.Scale{Cuts: decs("50000", "100000"), Scores: points("1", "3", "5")}},
			{valuation.IncomeToSpend, dec("2"), valuation.Scale{Cuts: decs("20", "60"), Scores: points("1", "3", "5")}},
			{valuation.Credit, dec("1"), valuation.Scale{Cuts: decs("2", "3"), Scores: points("0", "3", "5")}},
			{valuation.Satisfaction, dec("2"), valuation.Scale{Cuts: decs("3", "4", "4.5"), Scores: points("1", "2.5", "4", "5")}},
		},
		LeastAnswered: dec("0.5"), Ranks: ranked(t),
	}
}

func scorerOf(t failer, card valuation.Scorecard) *valuation.Scorer {
	t.Helper()
	s, err := valuation.NewScorer(card)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return s
}

func TestRanksAreBySumOfCurrentValue(t *testing.T) {
	ranks := ranked(t)
	got := fmt.Sprint(ranks.Motives, ranks.Industries)
	// the guest whose first arrival is unknown brings nothing to family
	const want = "[{business 1300 2} {sightseeing 1000 1} {family 300 1}] [{trade 1800 2} {medicine 500 1}]"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if ranks.Currency != "EUR" || ranks.AsOf != today || ranks.Convention.Rate.String() != "0 per year" {
		t.Errorf("the ranks do not say what they were made from: %+v", ranks)
	}
}

func TestEqualRanksAreByName(t *testing.T) {
	c := valued(t, "100", "50", "50", "100")
	ranks, err := valuation.RanksOf(c, []string{"family", "business", "business", "art"}, []string{"", "", "", ""})
	if got := fmt.Sprint(ranks.Motives); err != nil || got != "[{art 100 1} {business 100 2} {family 100 1}]" || len(ranks.Industries) != 0 {
		t.Errorf("got %s, %v", got, err)
	}
}

func TestRanksRefuse(t *testing.T) {
	c := currentOf(t, historicOf(t, summariesOf(t, guest{1, 1, "1"}), "0", 1), valuation.CurrentSetup{Convention: yearly(t, "0", 1, places(2))})
	_, err := valuation.RanksOf(nil, nil, nil)
	refusetest.Param(t, err, "current")
	_, err = valuation.RanksOf(c, nil, []string{""})
	refusetest.Param(t, err, "motives")
	_, err = valuation.RanksOf(c, []string{""}, nil)
	refusetest.Param(t, err, "industries")
}

func TestScoreOfSixIndicators(t *testing.T) {
	full := valuation.Profile{
		Motive: "business", Industry: "medicine", Income: number("80000"), Spend: number("1000"), Credit: number("3"), Satisfaction: number("4.2"),
	}
	tests := []struct {
		name   string
		change func(*valuation.Profile)
		want   string // empty: unknown
	}{
		// (2·5 + 1·2 + 2·3 + 2·5 + 1·5 + 2·4) / 10
		{"all known", func(*valuation.Profile) {}, "4.1"},
		{"a ratio at the cut is above it", func(p *valuation.Profile) { p.Spend = number("4000") }, "3.7"},
		{"a ratio below the cut", func(p *valuation.Profile) { p.Spend = number("4000.01") }, "3.3"},
		{"a spend of 0 leaves the ratio out", func(p *valuation.Profile) { p.Spend = number("0") }, "3.875"}, // 31/8
		{"a new motive is unknown", func(p *valuation.Profile) { p.Motive = "wedding" }, "3.875"},
		{"half of the weight", func(p *valuation.Profile) {
			*p = valuation.Profile{Motive: "family", Industry: "trade", Satisfaction: number("1")}
		}, "1.8"},
		{"less than half", func(p *valuation.Profile) { *p = valuation.Profile{Motive: "family", Satisfaction: number("1")} }, ""},
		{"nothing known", func(p *valuation.Profile) { *p = valuation.Profile{} }, ""},
	}
	scorer := scorerOf(t, sixIndicators(t))
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := full
			test.change(&p)
			got, known, err := scorer.Score(p)
			if err != nil || known != (test.want != "") || known && got.String() != test.want {
				t.Errorf("got %v, %v, %v, want %s", got, known, err, test.want)
			}
		})
	}
}

func TestScoreIsRoundedToEven(t *testing.T) {
	for _, test := range []struct{ low, high, want string }{{"0", "0.000001", "0"}, {"0.000001", "0.000002", "0.000002"}} {
		scorer := scorerOf(t, valuation.Scorecard{
			Version: valuation.Version,
			Indicators: []valuation.Weighted{
				{valuation.Credit, dec("1"), valuation.Scale{Scores: points(test.low)}}, {valuation.Satisfaction, dec("1"), valuation.Scale{Scores: points(test.high)}},
			},
		})
		got, known, err := scorer.Score(valuation.Profile{Credit: number("1"), Satisfaction: number("1")})
		if err != nil || !known || got.String() != test.want {
			t.Errorf("the mean of %s and %s is %v, %v, %v, want %s", test.low, test.high, got, known, err, test.want)
		}
	}
}

func TestExplanationSumsToTheScore(t *testing.T) {
	scorer := scorerOf(t, sixIndicators(t))
	rapid.Check(t, func(t *rapid.T) {
		maybe := func(name string, low, high int64) decimal.NullDecimal {
			n := decimal.New(rapid.Int64Range(low, high).Draw(t, name), -1)
			return decimal.NullDecimal{Decimal: n, Valid: rapid.Bool().Draw(t, "known")}
		}
		p := valuation.Profile{
			Motive:   rapid.SampledFrom([]string{"", "business", "family", "wedding"}).Draw(t, "motive"),
			Industry: rapid.SampledFrom([]string{"", "trade", "medicine"}).Draw(t, "industry"),
			Income:   maybe("income", 0, 2e6), Spend: maybe("spend", 0, 5e4), Credit: maybe("credit", 0, 50), Satisfaction: maybe("satisfaction", 10, 50),
		}
		got, err := scorer.Explain(p)
		if err != nil {
			t.Fatalf("%v", err)
		}
		var sum valuation.Score
		weighted, weights := decimal.Decimal{}, decimal.Decimal{}
		for _, part := range got.Parts {
			sum += part.Contribution
			if part.Known {
				weighted, weights = weighted.Add(part.Weight.Mul(part.Score.Points())), weights.Add(part.Weight)
			}
		}
		if sum != got.Score {
			t.Fatalf("contributions add up to %v, the score is %v", sum, got.Score)
		}
		if known := weights.GreaterThanOrEqual(dec("5")); known != got.Known {
			t.Fatalf("known %v at a weight of %v", got.Known, weights)
		}
		if got.Known && !got.Score.Points().Equal(weighted.DivRound(weights, 20).RoundBank(6)) {
			t.Fatalf("got %v, want %v/%v", got.Score, weighted, weights)
		}
	})
}

func TestExplanationOfOneGuest(t *testing.T) {
	got, err := scorerOf(t, sixIndicators(t)).Explain(valuation.Profile{
		Motive: "business", Industry: "farming", Income: number("80000"), Spend: number("3000"), Satisfaction: number("4.2"),
	})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range got.Parts {
		lines = append(lines, fmt.Sprintf("%v %v %q %v %v %v %v", p.Indicator, p.Known, p.Raw, p.Value, p.Score, p.Weight, p.Contribution))
	}
	want := []string{
		`motive true "business" 1 5 2 1.25`, `industry false "farming" 0 0 1 0`, `income true "80000" 80000 3 2 0.75`,
		`income-to-spend true "26.666667" 26.666667 3 2 0.75`, `credit false "" 0 0 1 0`, `satisfaction true "4.2" 4.2 4 2 1`,
	}
	if diff := gocmp.Diff(want, lines); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got.Score.String() != "3.75" || !got.Known || !got.Answered.Equal(dec("0.8")) {
		t.Errorf("got %v, %v, %v", got.Score, got.Known, got.Answered)
	}
}

// Ranks are frozen with the card: read back, it scores as before.
func TestScorecardKeepsItsJSON(t *testing.T) {
	card := sixIndicators(t)
	data, err := json.Marshal(card)
	if err != nil {
		t.Fatal(err)
	}
	var back valuation.Scorecard
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(scorerOf(t, back).Card())
	if err != nil || string(again) != string(data) {
		t.Errorf("got %s, want %s, %v", again, data, err)
	}
}

func TestScorerCopiesItsCard(t *testing.T) {
	card := sixIndicators(t)
	scorer := scorerOf(t, card)
	card.Indicators[0].Scale.Scores[0], card.Ranks.Motives[0].Name = 0, "changed"
	scorer.Card().Indicators[0].Scale.Scores[0] = 0
	got, _, err := scorer.Score(valuation.Profile{Motive: "business", Income: number("1"), Satisfaction: number("1")})
	if err != nil || got.String() != "2.333333" {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestScorerRefuses(t *testing.T) {
	tests := []struct {
		name   string
		change func(*valuation.Scorecard)
		param  string
	}{
		{"another version", func(c *valuation.Scorecard) { c.Version = 2 }, "Scorecard.Version"},
		{"no indicators", func(c *valuation.Scorecard) { c.Indicators = nil }, "Scorecard.Indicators"},
		{"an unset indicator", func(c *valuation.Scorecard) { c.Indicators[1].Indicator = 0 }, "Scorecard.Indicators[1].Indicator"},
		{"an indicator twice", func(c *valuation.Scorecard) { c.Indicators[1].Indicator = valuation.Motive }, "Scorecard.Indicators[1].Indicator"},
		{"no weight", func(c *valuation.Scorecard) { c.Indicators[0].Weight = dec("0") }, "Scorecard.Indicators[0].Weight"},
		{"a weight with five places", func(c *valuation.Scorecard) { c.Indicators[0].Weight = dec("0.00001") }, "Scorecard.Indicators[0].Weight"},
		{"an endless weight", func(c *valuation.Scorecard) { c.Indicators[0].Weight = decimal.New(1, 1<<30) }, "Scorecard.Indicators[0].Weight"},
		{"more than all answered", func(c *valuation.Scorecard) { c.LeastAnswered = dec("1.1") }, "Scorecard.LeastAnswered"},
		{"a score too few", func(c *valuation.Scorecard) { c.Indicators[0].Scale.Scores = points("1") }, "Scorecard.Indicators[0].Scale.Scores"},
		{"cuts that fall", func(c *valuation.Scorecard) { c.Indicators[0].Scale.Cuts = decs("3", "2") }, "Scorecard.Indicators[0].Scale.Cuts[1]"},
		{"an endless cut", func(c *valuation.Scorecard) { c.Indicators[0].Scale.Cuts[0] = decimal.New(1, 1<<30) }, "Scorecard.Indicators[0].Scale.Cuts[0]"},
		{"a negative score", func(c *valuation.Scorecard) { c.Indicators[0].Scale.Scores[1] = -1 }, "Scorecard.Indicators[0].Scale.Scores[1]"},
		{"ranks of another version", func(c *valuation.Scorecard) { c.Ranks.Version = 0 }, "Ranks.Version"},
		{"a motive twice", func(c *valuation.Scorecard) { c.Ranks.Motives[1].Name = "business" }, "Ranks.Motives[1]"},
		{"an industry without name", func(c *valuation.Scorecard) { c.Ranks.Industries[0].Name = "" }, "Ranks.Industries[0]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			card := sixIndicators(t)
			test.change(&card)
			_, err := valuation.NewScorer(card)
			refusetest.Param(t, err, test.param)
		})
	}
	scorer := scorerOf(t, sixIndicators(t))
	hostile := valuation.Profile{Income: decimal.NewNullDecimal(decimal.New(1, 1<<30))}
	_, _, err := scorer.Score(hostile)
	refusetest.Param(t, err, "income")
	_, err = scorer.Explain(hostile)
	refusetest.Param(t, err, "income")
	_, err = scorer.ScoreAll([]valuation.Profile{{}, hostile}, 1)
	if err == nil || !strings.Contains(err.Error(), "row 2") {
		t.Errorf("got %v", err)
	}
	_, err = scorer.ScoreAll(nil, -1)
	refusetest.Param(t, err, "workers")
}

func TestScoreAllEqualsOneByOne(t *testing.T) {
	scorer := scorerOf(t, sixIndicators(t))
	rapid.Check(t, func(t *rapid.T) {
		profiles := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) valuation.Profile {
			return valuation.Profile{
				Motive: rapid.SampledFrom([]string{"", "business", "family"}).Draw(t, "motive"),
				Income: number(fmt.Sprint(rapid.IntRange(0, 200_000).Draw(t, "income"))), Credit: number("3"),
			}
		}), 0, 20).Draw(t, "profiles")
		for _, workers := range []int{0, 1, 2, 7} {
			all, err := scorer.ScoreAll(profiles, workers)
			if err != nil {
				t.Fatalf("%v", err)
			}
			unknown := 0
			for i, p := range profiles {
				score, known, _ := scorer.Score(p)
				if all.Scores()[i] != score || all.Known(i) != known {
					t.Fatalf("guest %d: got %v, %v, want %v, %v", i, all.Scores()[i], all.Known(i), score, known)
				}
				if !known {
					unknown++
				}
			}
			if all.Unknown() != unknown || all.Len() != len(profiles) {
				t.Fatalf("%d unknown of %d, want %d of %d", all.Unknown(), all.Len(), unknown, len(profiles))
			}
		}
	})
}

func TestPotentialRefuses(t *testing.T) {
	_, err := valuation.NewPotential(points("1", "2"), []bool{true})
	refusetest.Param(t, err, "unknown")
	_, err = valuation.NewPotential([]valuation.Score{1, -1}, nil)
	refusetest.Param(t, err, "scores[1]")
	p, err := valuation.NewPotential(points("1", "2"), []bool{true, false})
	if err != nil || p.Known(0) || !p.Known(1) || p.Scores()[0] != 0 || p.Unknown() != 1 {
		t.Errorf("got %+v, %v", p, err)
	}
}

func TestScoreText(t *testing.T) {
	for _, text := range []string{"", "x", "-1", "1000.000001", "0.0000001", "1e99999", strings.Repeat("1", 40)} {
		score := valuation.Score(7)
		refusetest.Param(t, score.UnmarshalText([]byte(text)), "score")
		if score != 7 {
			t.Errorf("%q changed the score to %v", text, score)
		}
	}
	_, err := valuation.NewScore(decimal.New(1, 1<<30))
	refusetest.Param(t, err, "score")
}

func FuzzScore(f *testing.F) {
	f.Add("3.25")
	f.Fuzz(func(t *testing.T, text string) {
		var score, again valuation.Score
		if score.UnmarshalText([]byte(text)) != nil {
			return
		}
		if err := again.UnmarshalText([]byte(score.String())); err != nil || again != score {
			t.Errorf("%q is read as %v, and that as %v, %v", text, score, again, err)
		}
	})
}

func TestScoringOneGuestDoesNotAllocate(t *testing.T) {
	scorer := scorerOf(t, sixIndicators(t))
	p := valuation.Profile{
		Motive: "business", Industry: "trade", Income: number("81000.50"), Spend: number("1200"), Credit: number("3"), Satisfaction: number("4.2"),
	}
	if n := testing.AllocsPerRun(100, func() { _, _, _ = scorer.Score(p) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// A scale scores alike, whether its cuts fit integers or not.
func TestScaleIsTheSameInIntegers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string, low int64) decimal.Decimal {
			return decimal.New(rapid.Int64Range(low, 1e4).Draw(t, name), rapid.Int32Range(-3, 1).Draw(t, "exponent"))
		}
		a, b := draw("cut", -1e4), draw("gap", 1)
		cuts := []decimal.Decimal{a, a.Add(b)}
		income, spend := draw("income", -1e4), draw("spend", 1)
		want := points("1", "2", "3")
		for i, cut := range cuts {
			if cut.Mul(spend).LessThanOrEqual(income) {
				want[0] = want[i+1]
			}
		}
		// a third cut far above all does not fit an integer
		for _, more := range [][]decimal.Decimal{nil, {decimal.New(1, 50)}} {
			scale := valuation.Scale{Cuts: append(cuts[:2:2], more...), Scores: points("1", "2", "3", "9")[:3+len(more)]}
			scorer := scorerOf(t, valuation.Scorecard{
				Version: valuation.Version, Indicators: []valuation.Weighted{{valuation.IncomeToSpend, dec("1"), scale}},
			})
			p := valuation.Profile{Income: decimal.NewNullDecimal(income), Spend: decimal.NewNullDecimal(spend)}
			got, known, err := scorer.Score(p)
			if err != nil || !known || got != want[0] {
				t.Fatalf("%v/%v by %v: got %v, %v, %v, want %v", income, spend, scale.Cuts, got, known, err, want[0])
			}
		}
	})
}
