package btyd

import (
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm/valuation"
)

// Simulate returns the histories of random guests, guest i watched for ages[i], and how often each of them came in the
// next time after that.
//
// Each guest has random numbers of their own, made of seed and place in ages, so that the same guests come out of any
// part of the list.
//
// Input: a model of this package; ages and next of 0 to 1e9 in the model's unit.
// Errors: a [*hotelcrm.ParamError] that names the parameter of the model, ages or next.
// Cost: two passes over the visits.
func Simulate(m Model, seed uint64, ages []float64, next float64) (histories []History, after []int, err error) {
	if err := checkModel(m); err != nil {
		return nil, nil, err
	}
	if err := checkTimes("next", next); err != nil {
		return nil, nil, err
	}
	if err := checkTimes("ages", ages...); err != nil {
		return nil, nil, err
	}
	histories, after = make([]History, len(ages)), make([]int, len(ages))
	for i, age := range ages {
		// The same numbers twice: a guest's visits do not change with how long they are watched.
		histories[i] = m.Simulate(guestStream(seed, i), age)
		after[i] = m.Simulate(guestStream(seed, i), age+next).X - histories[i].X
	}
	return histories, after, nil
}

// guestStream returns the random numbers of one guest.
func guestStream(seed uint64, guest int) *rand.Rand {
	return rand.New(rand.NewPCG(seed, uint64(guest)))
}

// Simulate returns the first n occasions of a random guest.
//
// Input: n of 0 to 36500.
func (m BGBB) Simulate(rng *rand.Rand, n int) Occasions {
	comes, leaves := drawBeta(rng, m.Alpha, m.Beta), drawBeta(rng, m.Gamma, m.Delta)
	out := Occasions{N: n}
	for i := range n {
		if rng.Float64() < leaves {
			break
		}
		if rng.Float64() < comes {
			out.X, out.Tx = out.X+1, i+1
		}
	}
	return out
}

// Simulate returns how many periods a random guest stays, watched for the periods given: Ended is false for a guest who
// is still there.
//
// Input: periods of 0 to 36500.
func (m SBG) Simulate(rng *rand.Rand, periods int) valuation.Spell {
	leaves := drawBeta(rng, m.Alpha, m.Beta)
	for i := range periods {
		if rng.Float64() < leaves {
			return valuation.Spell{Length: i + 1, Ended: true}
		}
	}
	return valuation.Spell{Length: periods}
}

// Simulate returns the spend of a random guest with x visits.
//
// Input: x of 0 to 1000000.
func (m GammaGamma) Simulate(rng *rand.Rand, x int) Spend {
	rate := drawGamma(rng, m.Q, m.Gamma)
	if x == 0 {
		return Spend{}
	}
	return Spend{X: x, Mean: drawGamma(rng, m.P*float64(x), rate*float64(x))}
}
