package chart

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

func TestTicksOfAxesAreRound(t *testing.T) {
	for _, test := range []struct {
		from, to float64
		want     string
	}{
		{3.016, 4.243, "[3.2 3.4 3.6 3.8 4.0 4.2]"}, {0.45, 6.9, "[1 2 3 4 5 6]"}, {0, 5, "[0 1 2 3 4 5]"}, {2.9, 3.11, "[2.90 2.95 3.00 3.05 3.10]"}, {-12, 100, "[0 20 40 60 80 100]"},
	} {
		list, digits := roundTicks(test.from, test.to)
		got := []string{}
		for _, x := range list {
			got = append(got, fmt.Sprintf("%.*f", digits, x))
		}
		if fmt.Sprint(got) != test.want {
			t.Errorf("%g to %g: %v, want %s", test.from, test.to, got, test.want)
		}
	}
}

// Texts cover no dot and no other text, and stand nearest to their own dot.
func TestTextsOfDotsStandFree(t *testing.T) {
	spots := []spot{
		{x: 200, y: 100, fix: true, number: "1", name: "Restaurant service…"},
		{x: 206, y: 97, fix: true, number: "2", name: "Personalised service"},
		{x: 215, y: 120, number: "3"},
		{x: 222, y: 124, number: "4"},
		{x: 230, y: 180, number: "5"},
		{x: 68, y: 75, number: "6"},
	}
	var taken []label
	for _, one := range spots {
		at, cost := one.best(one.number, spots, taken, 230, 150)
		if cost >= costly {
			t.Errorf("%s covers something at %v: %g", one.number, at, cost)
		}
		taken = append(taken, at)
	}
	if at, cost := spots[5].best("6 a long name for the corner", spots, nil, 230, 150); cost >= costly || at.left < quadrantsLeft {
		t.Errorf("%v leaves the plane: %g", at, cost)
	}
}

// However many questions lie on one place, each has its number.
func TestEveryQuestionIsNumbered(t *testing.T) {
	var list []satisfaction.Indicator
	for i := range 30 {
		list = append(list, satisfaction.Indicator{ID: fmt.Sprint(i), Importance: 1, Performance: 3})
	}
	d, err := satisfaction.Diagnose(list, satisfaction.Cuts{}, satisfaction.ThesisLabels())
	if err != nil {
		t.Fatal(err)
	}
	svg := string(Quadrants(lang.Printer{}, d, nil))
	for i := range list {
		if want := fmt.Sprintf(">%d</text>", i+1); !strings.Contains(svg, want) {
			t.Errorf("no %s", want)
		}
	}
}
