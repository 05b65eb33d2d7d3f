package satisfaction_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// Every figure says how many guests it is of, weighted ones also how many in effect.
func TestEveryResultSaysHowMany(t *testing.T) {
	covariance := covarianceOf(t, attitude())
	alpha, err := satisfaction.CronbachAlpha(covariance, 30, .95)
	must(t, err)
	omega, err := satisfaction.McDonaldOmega(covariance, 30)
	must(t, err)
	welch, err := satisfaction.Welch(satisfaction.Group{N: 220, Mean: 8.12, SD: 1.4}, satisfaction.Group{N: 180, Mean: 8.41, SD: 1.3}, .95)
	must(t, err)
	nps, err := satisfaction.NPS{Promoters: 9}.Minus(satisfaction.NPS{Promoters: 3, Detractors: 4}, .95)
	must(t, err)
	shift, err := satisfaction.Distribution(satisfaction.FrequenciesOf([]int64{1, 2}), satisfaction.FrequenciesOf([]int64{3, 4}))
	must(t, err)
	shrunk, err := satisfaction.Shrink([]satisfaction.Group{{N: 5, Mean: 8}, {N: 7, Mean: 9}}, 3)
	must(t, err)
	kano := satisfaction.KanoCounts{}
	for _, class := range []satisfaction.Kano{satisfaction.MustBe, satisfaction.MustBe, satisfaction.Reverse} {
		kano.Add(class)
	}
	plain, err := kano.Result()
	must(t, err)
	percent := satisfaction.KanoCounts{MustBe: 60, Indifferent: 40, N: 150, EffectiveN: 120.5}
	percent.Add(satisfaction.MustBe)
	weighted, err := percent.Result()
	must(t, err)
	gaps, err := satisfaction.SERVQUAL([]satisfaction.Dimension{{Expect: 6, Perceive: 5, Points: 1, N: 80}, {Expect: 6, Perceive: 5, Points: 1, N: 90, EffectiveN: 70.5}})
	must(t, err)
	chart, err := satisfaction.PChart([]int64{1, 2}, []int64{8, 9})
	must(t, err)
	for name, got := range map[string][2]float64{
		"alpha": {alpha.EffectiveN, 30}, "omega": {omega.EffectiveN, 30},
		"welch": {welch.EffectiveN[0], 220}, "welch, second": {welch.EffectiveN[1], 180},
		"nps": {nps.EffectiveN[0], 9}, "nps, second": {nps.EffectiveN[1], 7},
		"shift": {float64(shift.N[0]), 3}, "shift, second": {float64(shift.N[1]), 7},
		"shrunk": {shrunk.EffectiveN[1], 7}, "chart": {chart.EffectiveN[1], 9},
		"kano": {float64(plain.N), 3}, "kano in effect": {plain.EffectiveN, 3},
		"kano, percent": {float64(weighted.N), 151}, "kano, weighted": {weighted.EffectiveN, 120.5},
		"gaps": {float64(gaps.N), 80}, "gaps in effect": {gaps.EffectiveN, 70.5},
	} {
		check(t, name, got[0], got[1], 0)
	}
}

func TestDriversAndRoundsSayHowMany(t *testing.T) {
	data := generated()
	s := summaryOf(t, thesisForm(t), data.blanks, 1)
	m, err := s.Moments()
	must(t, err)
	d, err := m.Drivers(0, []int{1, 2})
	must(t, err)
	least := min(s.AnsweredBoth(0, 1), s.AnsweredBoth(0, 2), s.AnsweredBoth(1, 2))
	check(t, "drivers", float64(d.N), float64(least), 0)
	check(t, "drivers in effect", d.EffectiveN, float64(least), 0)
	simulated, err := d.Simulate(0, 1, .95)
	must(t, err)
	check(t, "simulation", simulated.EffectiveN, float64(least), 0)
	half, err := satisfaction.Combine([]*satisfaction.Summary{s, summaryOf(t, thesisForm(t), data.blanks[:24*100], 1)}, []float64{1, 3})
	must(t, err)
	if d, err = half.Drivers(0, []int{1, 2}); err != nil || d.N <= least || d.EffectiveN >= float64(d.N)-50 {
		t.Errorf("%v: %d drivers, in effect %v, of %d before", err, d.N, d.EffectiveN, least)
	}
	tree := thesisTree(t)
	round := roundOf(t, tree, data.blanks)
	c, err := satisfaction.Compare(round, roundOf(t, tree, data.blanks[:24*200]), .95)
	must(t, err)
	fewest := [2]int64{math.MaxInt64, math.MaxInt64}
	for i := range 24 {
		fewest[0] = min(fewest[0], s.Answered(i))
	}
	fewest[1] = c.N[1]
	if c.N != fewest || c.N[1] > 200 || c.EffectiveN != [2]float64{float64(c.N[0]), float64(c.N[1])} {
		t.Errorf("%v %v, want %v", c.N, c.EffectiveN, fewest)
	}
	if c.Nodes[0].Difference.EffectiveN[0] != 200 {
		t.Errorf("%+v", c.Nodes[0])
	}
}
