package movement

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Steps returns the shares of each class's guests who are in each class after several periods, if every period is like
// this one: the rates multiplied with themselves.
//
// Input: steps in [0, 1000].
// Errors: a [*hotelcrm.ParamError], also for a class without guests to tell its rate.
// Cost: O(classes³ · log steps).
func (t *Transition) Steps(steps int) ([][]float64, error) {
	if steps < 0 || steps > 1000 {
		return nil, refuse.Param("steps", fmt.Sprint(steps), "0 to 1000")
	}
	power, rates := unitMatrix(len(t.classes)), t.Rates()
	for i := range t.counts {
		if t.stayers(i) == 0 {
			return nil, refuse.Param("transition", "no guests of "+t.classes[i], "guests of every class on both days")
		}
	}
	for ; steps > 0; steps /= 2 {
		if steps%2 == 1 {
			power = times(power, rates)
		}
		if steps > 1 {
			rates = times(rates, rates)
		}
	}
	for _, row := range power {
		for j, share := range row {
			row[j] = figure.Digits12(share)
		}
	}
	return power, nil
}

func unitMatrix(n int) [][]float64 {
	out := make([][]float64, n)
	for i := range out {
		out[i] = make([]float64, n)
		out[i][i] = 1
	}
	return out
}

func times(a, b [][]float64) [][]float64 {
	out := make([][]float64, len(a))
	for i := range out {
		out[i] = make([]float64, len(b))
		for k, x := range a[i] {
			for j, y := range b[k] {
				out[i][j] += float64(x * y)
			}
		}
	}
	return out
}

// Stationary returns the shares of the classes that no longer change if every period is like this one and the guests are
// always the same: only those who are in a class on both days count. It is false where there is no such law or more than
// one: where guests of several classes never meet again, or where a class that guests come to has none to tell its rate.
//
// Result: shares that add up to 1, to 12 significant digits; 0 for classes that empty.
// Cost: O(classes³).
// Source: W. Grassmann, M. Taksar and D. Heyman, Regenerative analysis and steady state distributions for Markov chains,
// Operations Research 33 (1985): no subtraction, so no digits are lost.
func (t *Transition) Stationary() (shares []float64, ok bool) {
	return stationary(t.Rates())
}

// StationaryWithTurnover is [Transition.Stationary] of a hotel that wins a guest for each it loses: who leaves is
// replaced by one who enters, spread over the classes as those who entered were.
//
// It is also false where guests left and nobody entered.
func (t *Transition) StationaryWithTurnover() (shares []float64, ok bool) {
	var entered, left int64
	for i := range t.classes {
		entered, left = entered+t.entered[i], left+t.left[i]
	}
	if left > 0 && entered == 0 {
		return nil, false
	}
	rates := make([][]float64, len(t.counts))
	for i, row := range t.counts {
		rates[i] = make([]float64, len(row))
		of := max(t.stayers(i)+t.left[i], 1)
		for j, count := range row {
			replaced := float64(float64(t.left[i])*float64(t.entered[j])) / float64(max(entered, 1))
			rates[i][j] = (float64(count) + replaced) / float64(of)
		}
	}
	return stationary(rates)
}

// stationary solves π = π·P on the one set of states that is never left again.
func stationary(rates [][]float64) ([]float64, bool) {
	states, ok := closed(rates)
	if !ok {
		return nil, false
	}
	n := len(states)
	p := make([][]float64, n)
	for i, from := range states {
		p[i] = make([]float64, n)
		for j, to := range states {
			p[i][j] = rates[from][to]
		}
	}
	weights := eliminate(p)
	sum := 0.0
	for _, weight := range weights {
		sum += weight
	}
	out := make([]float64, len(rates))
	for i, state := range states {
		out[state] = figure.Digits12(weights[i] / sum)
	}
	return out, true
}

// eliminate takes the states out one by one, from the last, and puts them back: weights in proportion to π. A state's
// own rate is never read, as it is what the others leave.
func eliminate(p [][]float64) []float64 {
	n := len(p)
	for k := n - 1; k > 0; k-- {
		out := 0.0
		for j := range k {
			out += p[k][j]
		}
		for i := range k {
			p[i][k] /= out
			for j := range k {
				p[i][j] += float64(p[i][k] * p[k][j])
			}
		}
	}
	weights := make([]float64, n)
	weights[0] = 1
	for k := 1; k < n; k++ {
		for i := range k {
			weights[k] += float64(weights[i] * p[i][k])
		}
	}
	return weights
}

// closed returns the states of the one set that is never left once it is entered, and false if there is no such set or
// more than one, or it holds a state whose rates are not known.
func closed(rates [][]float64) ([]int, bool) {
	n := len(rates)
	reach := make([][]bool, n)
	for i, row := range rates {
		reach[i] = make([]bool, n)
		for j, rate := range row {
			reach[i][j] = rate > 0
		}
	}
	for k := range n {
		for i := range n {
			for j := range n {
				reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
			}
		}
	}
	return onlySet(reach)
}

func onlySet(reach [][]bool) ([]int, bool) {
	var set []int
	for i := range reach {
		recurrent, known, sought := true, false, false
		for j := range reach {
			known = known || reach[i][j]
			sought = sought || reach[j][i]
			recurrent = recurrent && (!reach[i][j] || reach[j][i])
		}
		switch {
		case !known && sought:
			return nil, false
		case !known || !recurrent:
			continue
		case len(set) > 0 && !reach[set[0]][i]:
			return nil, false
		}
		set = append(set, i)
	}
	return set, len(set) > 0
}
