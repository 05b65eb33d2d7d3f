package valuation

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Policy compares going on in every state with giving guests up in those where that is better.
type Policy struct {
	Stop   []string   `json:"stop"`   // the states to give up, in the order of the chain
	Always ChainValue `json:"always"` // going on in every state
	Best   ChainValue `json:"best"`   // under the best policy: in no state less than Always, and never below 0
	Rounds int        `json:"rounds"` // policies that were valued
}

// BestStops returns the states in which guests are better given up, by policy iteration: value the policy, then give up
// exactly the states in which going on for one more period is worth less than 0, until nothing changes. In a state
// where both are worth the same the hotel goes on.
//
// To drop the states whose value is negative is the first round of it; giving them up makes others worth more, and may
// make some that looked bad good.
//
// Input: conv.Infinite is set; an unset timing is StartOfPeriod, as for [Chain.Value].
// Errors: those of [Chain.Value], and for a finite horizon, where the best states would differ from period to period.
// Cost: [Chain.Value] times the rounds, seldom more than three.
// Source: P. Pfeifer and R. Carraway (2000); R. Howard, Dynamic Programming and Markov Processes (1960).
func (c Chain) BestStops(conv Convention) (Policy, error) {
	if !conv.Infinite {
		return Policy{}, refuse.Param("Convention.Infinite", "false", "true")
	}
	conv, t, err := c.prepare(conv)
	if err != nil {
		return Policy{}, err
	}
	var out Policy
	whole := c.integers()
	stopped := make([]bool, len(c.States))
	for changed := true; changed; out.Rounds++ {
		policy := c.without(stopped)
		values := policy.solve(conv, t)
		out.Best = policy.rounded(values, conv, t)
		if out.Rounds == 0 {
			out.Always = out.Best
		}
		changed = false
		for i := range stopped {
			if stop := whole.losing(i, values, t); stop != stopped[i] {
				stopped[i], changed = stop, true
			}
		}
	}
	for i, stop := range stopped {
		if stop {
			out.Stop = append(out.Stop, c.States[i])
		}
	}
	return out, nil
}

// losing reports whether one more period in state i, and the policy's values after it, are worth less than 0.
func (s system) losing(i int, values fractions, t terms) bool {
	after := s.expected(i, values.nums) // times unit
	after.Mul(after, t.num).Mul(after, s.rewardUnit)
	now := new(big.Int).Mul(s.reward[i], values.den)
	now.Mul(now, s.unit).Mul(now, t.den)
	magnitude := now.BitLen()
	sum := now.Add(now, after)
	if !t.rational && sum.BitLen() < magnitude-trusted {
		return false // 0, as far as can be told
	}
	return sum.Sign() < 0
}
