package satisfaction_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

func margins(first, second []float64) []satisfaction.Margin {
	return []satisfaction.Margin{{Name: "purpose", Groups: []int{0, 0, 1, 1}, Shares: first}, {Name: "country", Groups: []int{0, 1, 0, 1}, Shares: second}}
}

// With no row in the cell of both second groups, the other three must carry all of 40 % and 35 %.
func TestRakingWithAnEmptyCell(t *testing.T) {
	r, err := satisfaction.Rake([]int64{40, 30, 30, 0}, margins([]float64{60, 40}, []float64{65, 35}), satisfaction.RakeRule{})
	must(t, err)
	// By hand: x + y = 60, x + z = 65, y = 35, z = 40, so x = 25.
	checkAll(t, "rows stood for", []float64{40 * r.Weights[0], 30 * r.Weights[1], 30 * r.Weights[2], r.Weights[3]}, []float64{25, 35, 40, 0}, 1e-10)
	if !slices.Equal(r.Empty, []int{3}) || len(r.Warnings) != 1 || r.Warnings[0].Code != satisfaction.WarnEmptyCells || r.Warnings[0].N != 1 {
		t.Errorf("%+v", r)
	}
	if r.Rule != (satisfaction.RakeRule{Tolerance: 1e-13, MaxSteps: 1000}) || r.Steps < 2 || r.Gap >= 1e-13 {
		t.Errorf("%+v", r)
	}
}

// Where the empty cell is needed, no weights meet the margins: the error says what is missed, by how much, and why it
// may be.
func TestRakingThatCannotEnd(t *testing.T) {
	_, err := satisfaction.Rake([]int64{40, 30, 30, 0}, margins([]float64{30, 70}, []float64{20, 80}), satisfaction.RakeRule{Tolerance: 1e-6, MaxSteps: 50})
	missed, ok := errors.AsType[*satisfaction.RakeError](err)
	if !ok || missed.Steps != 50 || missed.Gap < 1e-6 || missed.Margin == "" || !slices.Equal(missed.Empty, []int{3}) || missed.Rule.Tolerance != 1e-6 {
		t.Errorf("%+v, %v", missed, err)
	}
}

// Few steps come near: a rule that says so is content with them.
func TestRakingWithinAStatedTolerance(t *testing.T) {
	counts, goal := []int64{50, 10, 20, 40}, margins([]float64{55, 45}, []float64{40, 60})
	_, err := satisfaction.Rake(counts, goal, satisfaction.RakeRule{MaxSteps: 3})
	if _, ok := errors.AsType[*satisfaction.RakeError](err); !ok {
		t.Fatalf("three steps meet 1e-13: %v", err)
	}
	rough, err := satisfaction.Rake(counts, goal, satisfaction.RakeRule{MaxSteps: 3, Tolerance: .01})
	must(t, err)
	exact, err := satisfaction.Rake(counts, goal, satisfaction.RakeRule{})
	must(t, err)
	if rough.Steps > 3 || rough.Gap >= .01 || rough.Gap < exact.Gap || rough.Steps >= exact.Steps {
		t.Errorf("rough %d steps, gap %g; exact %d steps, gap %g", rough.Steps, rough.Gap, exact.Steps, exact.Gap)
	}
	for want, rule := range map[string]satisfaction.RakeRule{"RakeRule.MaxSteps": {MaxSteps: -1}, "RakeRule.Tolerance": {Tolerance: 1}} {
		_, err := satisfaction.Rake(counts, goal, rule)
		refusetest.Param(t, err, want)
	}
}

func ExampleRakeError_allLeisureFromAbroad() {
	_, err := satisfaction.Rake([]int64{40, 60}, []satisfaction.Margin{ // all leisure guests are from abroad
		{Name: "purpose", Groups: []int{0, 1}, Shares: []float64{1, 1}},
		{Name: "country", Groups: []int{0, 1}, Shares: []float64{1, 3}},
	}, satisfaction.RakeRule{Tolerance: 0.001, MaxSteps: 20})
	fmt.Println(err)
	// Output: satisfaction: raking: after 20 steps group 0 of margin purpose is missed by 0.25 of all rows, more than 0.001
}
