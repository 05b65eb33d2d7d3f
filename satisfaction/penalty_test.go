package satisfaction_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

func cleanAndOverall(tb testing.TB) *satisfaction.Form {
	tb.Helper()
	stars, err := satisfaction.Direct(1, 5)
	must(tb, err)
	ten, err := satisfaction.Direct(1, 10)
	must(tb, err)
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "clean", Scale: stars}, {ID: "overall", Scale: ten}})
	must(tb, err)
	return form
}

// By hand: weighted means 25/3 of the high, 23/4 of those between, 14/4 of the low; n in effect 11²/21; the squares left
// over 8 5/12, so that the variance of the reward is (8 5/12)(1/3 + 1/4)/(121/21 - 3).
func TestPenaltyAndRewardOfWeightedRespondents(t *testing.T) {
	form := cleanAndOverall(t)
	rows := []satisfaction.Answer{5, 9, 5, 7, 4, 7, 3, 6, 2, 5, 1, 2, 1, 4, 0, 4, 2, 1}
	weights := []float64{2, 1, 1, 1, 2, 1, 3, 5, 0}
	p, err := form.PenaltyReward(rows, weights, 1, []int{0}, 1)
	must(t, err)
	c := p.Contrasts[0]
	check(t, "reward", c.Reward, 31./12, 1e-12)
	check(t, "penalty", c.Penalty, -2.25, 1e-12)
	check(t, "asymmetry", c.Asymmetry, 2./29, 1e-12)
	check(t, "in effect", p.EffectiveN, 121./21, 1e-12)
	check(t, "p of the reward", c.RewardP, .1559348039, near10)
	check(t, "p of the penalty", c.PenaltyP, .1737339065, near10)
	if p.N != 7 || p.Weighting != satisfaction.RowWeights {
		t.Errorf("%+v", p)
	}
}

// Weights that are all alike change nothing but the word for them, and the order of the rows nothing at all.
func TestPenaltyAndRewardByWeightIgnoreOrder(t *testing.T) {
	form := cleanAndOverall(t)
	var rows, back []satisfaction.Answer
	var weights, alike []float64
	for i := range 60 {
		row := []satisfaction.Answer{satisfaction.Answer(1 + i*7%5), satisfaction.Answer(1 + i*i%10)}
		rows, back = append(rows, row...), append(slices.Clone(row), back...)
		weights, alike = append(weights, .1+.3*float64(i%4)), append(alike, 1)
	}
	want, err := form.PenaltyReward(rows, nil, 1, []int{0}, 1)
	must(t, err)
	got, err := form.PenaltyReward(rows, alike, 1, []int{0}, 1)
	must(t, err)
	if want.Weighting != satisfaction.Unweighted || got.Weighting != satisfaction.RowWeights {
		t.Errorf("%v and %v", want.Weighting, got.Weighting)
	}
	if got.Weighting = want.Weighting; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	there, err := form.PenaltyReward(rows, weights, 1, []int{0}, 1)
	must(t, err)
	slices.Reverse(weights)
	and, err := form.PenaltyReward(back, weights, 1, []int{0}, 1)
	must(t, err)
	if !reflect.DeepEqual(there, and) || there.Contrasts[0] == want.Contrasts[0] {
		t.Errorf("%+v, backwards %+v", there, and)
	}
}

func TestPenaltyAndRewardRefuseWeights(t *testing.T) {
	rows := []satisfaction.Answer{1, 1, 2, 2}
	for name, weights := range map[string][]float64{"weights": {1}, "weights[1]": {1, -1}} {
		_, err := cleanAndOverall(t).PenaltyReward(rows, weights, 1, []int{0}, 1)
		if got, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || got.Param != name {
			t.Errorf("%v: %v", weights, err)
		}
	}
}
