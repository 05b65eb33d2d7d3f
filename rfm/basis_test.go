package rfm_test

import (
	"encoding/json"
	"math/big"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"pgregory.net/rapid"
)

// withNights returns summaries of the guests with nights drawn for each.
func withNights(t *rapid.T, guests []guest) []hotelcrm.Summary {
	nights := rapid.OneOf(rapid.IntRange(0, 3), rapid.IntRange(0, 1<<31-1))
	out := make([]hotelcrm.Summary, len(guests))
	for i, g := range guests {
		out[i] = g.summary()
		out[i].Nights, out[i].RoomNights = nights.Draw(t, "nights"), nights.Draw(t, "room nights")
	}
	return out
}

// plainBasis returns the guest whose visits and money are what the basis makes of the summary, in plain fractions.
func plainBasis(s hotelcrm.Summary, frequency rfm.FrequencyOf, monetary rfm.MonetaryOf, places int32) guest {
	g := guest{s.Guest, asOf.DaysSince(s.Last), s.Visits, s.Revenue}
	n := int64(1)
	switch monetary {
	case rfm.RevenuePerVisit:
		n = int64(s.Visits)
	case rfm.RevenuePerNight:
		if n = int64(s.Nights); n == 0 {
			n = int64(s.Visits)
		}
	}
	if monetary > rfm.TotalRevenue {
		g.money = plainRound(new(big.Rat).Quo(s.Revenue.Rat(), big.NewRat(n, 1)), places)
	}
	switch frequency {
	case rfm.Nights:
		g.visits = s.Nights
	case rfm.RoomNights:
		g.visits = s.RoomNights
	}
	return g
}

func TestScoresOfEveryBasisEqualThePlainRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		config := rfm.Same(rapid.SampledFrom([]rfm.Method{rfm.ByValue, rfm.NTile, rfm.EqualWidth, rfm.LogWidth}).Draw(t, "method"), 4)
		config.FrequencyOf = rapid.SampledFrom([]rfm.FrequencyOf{0, rfm.Visits, rfm.Nights, rfm.RoomNights}).Draw(t, "frequency")
		config.MonetaryOf = rapid.SampledFrom([]rfm.MonetaryOf{0, rfm.TotalRevenue, rfm.RevenuePerVisit, rfm.RevenuePerNight}).Draw(t, "monetary")
		people := withNights(t, drawGuests(t, 0, 20))
		var plain []guest
		for _, p := range people {
			plain = append(plain, plainBasis(p, config.FrequencyOf, config.MonetaryOf, 8)) // 6 more than cents
		}
		want := plainScores(plain, oracleOf(config.Recency.Method), [3]int{4, 4, 4})
		summaries, err := hotelcrm.NewSummaries("EUR", asOf, people)
		if err != nil {
			t.Fatal(err)
		}
		scores, err := rfm.Of(summaries, config)
		if err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(want, list(scores)); diff != "" {
			t.Fatalf("%v (-want +got):\n%s", config, diff)
		}
		text, err := json.Marshal(scores.Thresholds())
		if err != nil {
			t.Fatal(err)
		}
		var read rfm.Thresholds
		if err := json.Unmarshal(text, &read); err != nil {
			t.Fatal(err)
		}
		scorer := scorerOf(t, read)
		for i, s := range summaries.All() {
			if got := scorer.Score(asOf, s); got != want[i] {
				t.Fatalf("%+v alone, by %s: want %v, got %v", s, text, want[i], got)
			}
		}
	})
}

func TestRevenuePerNightOfADayGuestIsPerVisit(t *testing.T) {
	people := []hotelcrm.Summary{
		{Guest: "day", Last: asOf, Visits: 2, Revenue: dec("90")},
		{Guest: "night", Last: asOf, Visits: 2, Nights: 3, Revenue: dec("100")},
	}
	summaries, err := hotelcrm.NewSummaries("EUR", asOf, people)
	if err != nil {
		t.Fatal(err)
	}
	thresholds, _, err := rfm.Fit(summaries, rfm.Config{Monetary: rfm.Cut{Bins: 2}, MonetaryOf: rfm.RevenuePerNight})
	if err != nil {
		t.Fatal(err)
	}
	if got := texts(thresholds.Monetary.Cuts); len(got) != 1 || got[0] != "33.33333333" {
		t.Errorf("want a cut at 100/3, got %v", got)
	}
	if thresholds.MonetaryOf != rfm.RevenuePerNight || thresholds.FrequencyOf != rfm.Visits {
		t.Errorf("want the bases in the thresholds, got %s and %s", thresholds.MonetaryOf, thresholds.FrequencyOf)
	}
	if score := scorerOf(t, thresholds).Score(asOf, people[0]); score.M != 2 {
		t.Errorf("45 a visit is more than 33.33 a night, got %v", score)
	}
}

// A hundredth by 128 visits ends on a 5 one place beyond those that a ratio has.
func TestRatiosRoundHalvesToEven(t *testing.T) {
	var people []hotelcrm.Summary
	for i, revenue := range []string{"-0.03", "-0.01", "0.01", "0.03", "5"} {
		people = append(people, hotelcrm.Summary{Guest: string(rune('a' + i)), Last: asOf, Visits: 128, Revenue: dec(revenue)})
	}
	people[4].Visits, people[4].Revenue = 1, dec("200000000000") // a millionth of a cent of it takes over 64 bits
	summaries, err := hotelcrm.NewSummaries("EUR", asOf, people)
	if err != nil {
		t.Fatal(err)
	}
	thresholds, _, err := rfm.Fit(summaries, rfm.Config{MonetaryOf: rfm.RevenuePerVisit})
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff([]string{"-0.00023438", "-0.00007812", "0.00007812", "0.00023438"}, texts(thresholds.Monetary.Cuts)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestScoringARatioDoesNotAllocate(t *testing.T) {
	crowd := seeded(t, 1000)
	for _, of := range []rfm.MonetaryOf{rfm.RevenuePerVisit, rfm.RevenuePerNight} {
		scores, err := rfm.Of(crowd, rfm.Config{MonetaryOf: of, FrequencyOf: rfm.Nights})
		if err != nil {
			t.Fatal(err)
		}
		checkAllocations(t, of.String(), scorerOf(t, scores.Thresholds()), crowd)
	}
}

func TestUnknownBasesAreRefused(t *testing.T) {
	summaries := summariesOf(t, all(2))
	_, _, err := rfm.Fit(summaries, rfm.Config{FrequencyOf: 9})
	refusedAt(t, err, "config.frequencyOf")
	_, _, err = rfm.Fit(summaries, rfm.Config{MonetaryOf: 9})
	refusedAt(t, err, "config.monetaryOf")
	thresholds := explicit()
	thresholds.FrequencyOf = 9
	refusedAt(t, thresholds.Validate(), "thresholds.frequencyOf")
	thresholds = explicit()
	thresholds.MonetaryOf = 9
	refusedAt(t, thresholds.Validate(), "thresholds.monetaryOf")
}

func TestBasesReadWhatTheyWrite(t *testing.T) {
	type both struct {
		F rfm.FrequencyOf `json:"f,omitempty"`
		M rfm.MonetaryOf  `json:"m,omitempty"`
	}
	for f := rfm.FrequencyOf(0); f <= rfm.RoomNights; f++ {
		for m := rfm.MonetaryOf(0); m <= rfm.RevenuePerNight; m++ {
			text, err := json.Marshal(both{f, m})
			if err != nil {
				t.Fatal(err)
			}
			var read both
			if err := json.Unmarshal(text, &read); err != nil || read != (both{f, m}) {
				t.Errorf("%s: want %v, got %v, %v", text, both{f, m}, read, err)
			}
		}
	}
	for _, name := range []string{"", "unset", "stays", "Total"} {
		if _, err := rfm.ParseFrequencyOf(name); err == nil {
			t.Errorf("frequency %q was taken", name)
		}
		if _, err := rfm.ParseMonetaryOf(name); err == nil {
			t.Errorf("monetary %q was taken", name)
		}
	}
	if _, err := rfm.FrequencyOf(9).MarshalText(); err == nil {
		t.Error("an unknown frequency was written")
	}
	if err := new(rfm.MonetaryOf).UnmarshalText([]byte("stays")); err == nil {
		t.Error("an unknown revenue was read")
	}
}
