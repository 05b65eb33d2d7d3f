package satisfaction_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"pgregory.net/rapid"
)

// The quadrants of the generated survey: cuts at the means, item means over answered cells.
func TestQuadrantsOfTheGeneratedSurvey(t *testing.T) {
	d := quadrantsOf(t, generated().blanks)
	check(t, "cut of weights", d.Cuts.Importance, .0416666667, near10)
	check(t, "cut of means", d.Cuts.Performance, 6.6783060459, near10)
	cells := map[satisfaction.Cell][]string{}
	for i, p := range d.Placed {
		cells[p.Cell] = append(cells[p.Cell], fmt.Sprint(i))
	}
	for cell, want := range map[satisfaction.Cell]string{
		satisfaction.Keep:        "0 1 2 19 20 21 22",
		satisfaction.Fix:         "23",
		satisfaction.Opportunity: "3 4 7 8 9 10 12 13 14 15 16 18",
		satisfaction.Low:         "5 6 11 17",
	} {
		if got := strings.Join(cells[cell], " "); got != want {
			t.Errorf("%s: %s, want %s", cell, got, want)
		}
	}
}

// With complete answers the cut lies at 6.686, and item 6 just above it.
func TestQuadrantsOfCompleteAnswers(t *testing.T) {
	d := quadrantsOf(t, generated().complete)
	check(t, "cut of means", d.Cuts.Performance, 6.686, 0.51e-3)
	if d.Placed[6].Cell != satisfaction.Opportunity {
		t.Errorf("item 6 is %v", d.Placed[6].Cell)
	}
}

func quadrantsOf(t *testing.T, rows []satisfaction.Answer) *satisfaction.Diagnosis {
	t.Helper()
	m, err := summaryOf(t, thesisForm(t), rows, 1).Moments()
	if err != nil {
		t.Fatal(err)
	}
	shares, err := thesisTree(t).Shares()
	if err != nil {
		t.Fatal(err)
	}
	var indicators []satisfaction.Indicator
	for _, s := range shares {
		if s.Leaf {
			mean, _ := m.Mean(len(indicators))
			indicators = append(indicators, satisfaction.Indicator{ID: s.ID, Importance: s.Float(), Performance: mean})
		}
	}
	d, err := satisfaction.Diagnose(indicators, satisfaction.Cuts{}, satisfaction.ThesisLabels())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Gaps of the five dimensions as in the books; the input is from memory, so this is arithmetic only.
func TestServqualGaps(t *testing.T) {
	g, err := satisfaction.SERVQUAL([]satisfaction.Dimension{
		{ID: "tangibles", Expect: 5.16, Perceive: 4.98, Points: 11},
		{ID: "reliability", Expect: 6.44, Perceive: 5.31, Points: 32},
		{ID: "responsiveness", Expect: 6.36, Perceive: 5.22, Points: 22},
		{ID: "assurance", Expect: 6.50, Perceive: 5.55, Points: 19},
		{ID: "empathy", Expect: 6.28, Perceive: 5.10, Points: 16},
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{-.18, -1.13, -1.14, -.95, -1.18} {
		check(t, "gap", g.Gaps[i], want, 1e-14)
	}
	check(t, "mean", g.Mean, -.916, 1e-14)
	check(t, "weighted", g.Weighted, -1.0015, 1e-14)
}

// Three requirements of a ski, after Sauerwein and others (1996).
func TestKanoCoefficients(t *testing.T) {
	for _, test := range []struct {
		counts        satisfaction.KanoCounts
		better, worse float64
	}{
		{satisfaction.KanoCounts{Attractive: 7, OneDimensional: 32.3, MustBe: 49.3, Indifferent: 9.5}, .40061162, -.83180428},
		{satisfaction.KanoCounts{Attractive: 10.4, OneDimensional: 45.1, MustBe: 30.5, Indifferent: 11.5}, .56923077, -.77538462},
		{satisfaction.KanoCounts{Attractive: 63.8, OneDimensional: 21.6, MustBe: 2.9, Indifferent: 8.5}, .88223140, -.25309917},
	} {
		r, err := test.counts.Result()
		if err != nil {
			t.Fatal(err)
		}
		check(t, "better", r.Better, test.better, 0.6e-8)
		check(t, "worse", r.Worse, test.worse, 0.6e-8)
	}
}

func TestKanoTable(t *testing.T) {
	letters := map[satisfaction.Kano]string{
		satisfaction.MustBe: "M", satisfaction.OneDimensional: "O", satisfaction.Attractive: "A",
		satisfaction.Indifferent: "I", satisfaction.Reverse: "R", satisfaction.Questionable: "Q",
	}
	for with, want := range []string{"QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"} {
		got := ""
		for without := satisfaction.Like; without <= satisfaction.Dislike; without++ {
			class, err := satisfaction.KanoClass(satisfaction.Feeling(with+1), without)
			if err != nil {
				t.Fatal(err)
			}
			got += letters[class]
		}
		if got != want {
			t.Errorf("row %d: %s, want %s", with, got, want)
		}
	}
	if _, err := satisfaction.KanoClass(0, satisfaction.Like); err == nil {
		t.Error("an unset feeling has a class")
	}
}

func TestEqualIndicatorsLieOnTheCutAndCountAsHigh(t *testing.T) {
	for _, n := range []int{1, 4, 24} { // the mean of the last is off by its rounding
		equal := slices.Repeat([]satisfaction.Indicator{{Importance: 1 / float64(n), Performance: 7.1}}, n)
		d, err := satisfaction.Diagnose(equal, satisfaction.Cuts{}, satisfaction.ClassicalLabels())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range d.Placed {
			if p.Cell != satisfaction.Keep || p.Gap != 0 {
				t.Fatalf("%d: %+v", n, p)
			}
		}
	}
}

func TestChancesSumToOneAndFavourTheCell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i := satisfaction.Indicator{
			Importance: rapid.Float64Range(-3, 3).Draw(t, "x"), Performance: rapid.Float64Range(-3, 3).Draw(t, "y"),
			ImportanceSE: rapid.Float64Range(0, 2).Draw(t, "sx"), PerformanceSE: rapid.Float64Range(0, 2).Draw(t, "sy"),
		}
		d, err := satisfaction.Diagnose([]satisfaction.Indicator{i}, satisfaction.Cuts{Policy: satisfaction.StatedCuts}, satisfaction.ThesisLabels())
		if err != nil {
			t.Fatal(err)
		}
		p := d.Placed[0]
		sum := p.Chances.Keep + p.Chances.Fix + p.Chances.Opportunity + p.Chances.Low
		if math.Abs(sum-1) > 1e-12 || p.Chances.Of(p.Cell) < 0.25 {
			t.Errorf("%+v", p)
		}
	})
}

func ExampleDiagnose_whatToFixFirst() {
	d, err := satisfaction.Diagnose([]satisfaction.Indicator{
		{ID: "clean rooms", Importance: 0.4, Performance: 8.9, PerformanceSE: 0.1},
		{ID: "quiet nights", Importance: 0.3, Performance: 6.4, PerformanceSE: 0.2},
		{ID: "lobby flowers", Importance: 0.1, Performance: 9.1, PerformanceSE: 0.1},
		{ID: "gym", Importance: 0.2, Performance: 7.0, PerformanceSE: 0.4},
	}, satisfaction.Cuts{}, satisfaction.ThesisLabels())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range d.Placed {
		fmt.Printf("%s: %s, %.3f\n", p.ID, p.Label.Name, p.Chances.Of(p.Cell))
	}
	fmt.Println("first:", d.FixFirst()[0].ID, d.Labels.Of(satisfaction.Fix).Action)
	// Output:
	// clean rooms: advantage, 1.000
	// quiet nights: fix first, 1.000
	// lobby flowers: opportunity, 1.000
	// gym: low priority, 0.983
	// first: quiet nights improve or repair, else guests leave
}

func ExampleClassicalLabels_lobbyFlowers() {
	fmt.Println(satisfaction.ClassicalLabels().Opportunity.Name, "/", satisfaction.ThesisLabels().Opportunity.Name)
	// Output: possible overkill / opportunity
}

func ExampleThesisLabels_wordsForTheReport() {
	fmt.Println(satisfaction.ThesisLabels().Of(satisfaction.Fix).Name)
	// Output: fix first
}

func ExampleSERVQUAL_expectedAndPerceived() {
	g, err := satisfaction.SERVQUAL([]satisfaction.Dimension{{ID: "tangibles", Expect: 5.2, Perceive: 5.0, Points: 40}, {ID: "reliability", Expect: 6.4, Perceive: 5.4, Points: 60}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f mean %.2f weighted %.2f\n", g.Gaps, g.Mean, g.Weighted)
	// Output: [-0.20 -1.00] mean -0.60 weighted -0.68
}

func ExampleKanoClass_welcomeDrink() {
	class, err := satisfaction.KanoClass(satisfaction.Like, satisfaction.Neutral) // a welcome drink
	fmt.Println(class, err)
	// Output: attractive <nil>
}

func ExampleKanoCounts_airConditioning() {
	var c satisfaction.KanoCounts
	for _, class := range []satisfaction.Kano{satisfaction.MustBe, satisfaction.MustBe, satisfaction.OneDimensional, satisfaction.Indifferent} {
		c.Add(class)
	}
	r, err := c.Result()
	fmt.Println(r.Class, r.Better, r.Worse, err)
	// Output: must-be 0.25 -0.75 <nil>
}

func ExampleDiagnosis_FixFirst_orderOfRepairs() {
	d, err := satisfaction.Diagnose([]satisfaction.Indicator{
		{ID: "rooms", Importance: 0.4, Performance: 6.9},
		{ID: "quiet nights", Importance: 0.35, Performance: 5.1},
		{ID: "lobby", Importance: 0.15, Performance: 9.1},
		{ID: "gym", Importance: 0.1, Performance: 8.0},
	}, satisfaction.Cuts{Policy: satisfaction.MedianCuts}, satisfaction.ClassicalLabels())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range d.FixFirst() {
		fmt.Printf("%s: %s, gap %.2f\n", p.ID, p.Label.Name, p.Gap)
	}
	fmt.Printf("cuts %s, %.2f and %.2f\n", d.Cuts.Policy, d.Cuts.Importance, d.Cuts.Performance)
	// Output:
	// quiet nights: concentrate here, gap 1.95
	// rooms: concentrate here, gap 1.24
	// cuts median, 0.25 and 7.45
}
