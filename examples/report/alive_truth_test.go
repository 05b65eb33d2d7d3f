package main

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/sim"
)

// told is P(alive) of a guest beside the truth.
type told struct {
	alive float64
	truth float64 // 1 or 0
}

// The simulated hotel knows who will come again. Its guests are spread over classes and seasons that no model here
// knows, so single deciles may be off by a fifth; a model in which once-only guests cannot leave is off by more than a
// half.
func TestAliveIsThatOfTheSimulatedHotel(t *testing.T) {
	list := toldOf(t)
	slices.SortStableFunc(list, func(a, b told) int { return cmp.Compare(a.alive, b.alive) })
	const deciles = 10
	before := -1.0
	var all told
	for d := range deciles {
		sum, part := told{}, list[d*len(list)/deciles:(d+1)*len(list)/deciles]
		for _, one := range part {
			sum.alive += one.alive / float64(len(part))
			sum.truth += one.truth / float64(len(part))
		}
		all.alive += sum.alive / deciles
		all.truth += sum.truth / deciles
		if math.Abs(sum.alive-sum.truth) > .25 {
			t.Errorf("decile %d: P(alive) %.3f, alive %.3f", d, sum.alive, sum.truth)
		}
		if d != 2 && sum.truth < before { // the third begins those who came once, long ago
			t.Errorf("decile %d: %.3f alive, fewer than in the one before", d, sum.truth)
		}
		before = sum.truth
	}
	if math.Abs(all.alive-all.truth) > .12 {
		t.Errorf("P(alive) is %.3f on average, and %.3f are alive", all.alive, all.truth)
	}
	if area := areaUnder(list); area < .7 {
		t.Errorf("who is alive has the higher P(alive) in %.3f of all pairs", area)
	}
}

func toldOf(t *testing.T) []told {
	t.Helper()
	hotel, rows := sim.Run(sim.Config{}), simulated(t).guests(t)
	var list []told
	for _, p := range hotel.Profiles {
		row := rows[p.ID]
		if p.Kind != sim.Person || row == nil {
			continue
		}
		one := told{alive: float(t, row[columnAlive])}
		if p.Inactive.IsZero() {
			one.truth = 1
		}
		list = append(list, one)
	}
	return list
}

// areaUnder returns how often of two guests, one alive and one not, the one alive has the higher P(alive).
func areaUnder(list []told) float64 {
	alive, gone, pairs := 0.0, 0.0, 0.0
	for _, one := range list { // in the order of P(alive)
		alive += one.truth
		gone += 1 - one.truth
		pairs += one.truth * gone
	}
	return pairs / (alive * gone)
}
