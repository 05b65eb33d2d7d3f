package movement

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// RankShares are shares of the guests who are in a class on both days. They add up to 1.
type RankShares struct {
	Stay  float64 `json:"stay"`  // in the same class
	Up    float64 `json:"up"`    // to a class of a higher rank
	Down  float64 `json:"down"`  // to a class of a lower rank
	Level float64 `json:"level"` // to another class of the same rank
}

// RankShares returns which shares of the guests rose and fell.
//
// Input: the rank of each class, higher is better; classes may share a rank.
// Errors: a [*hotelcrm.ParamError] for another number of ranks, or if nobody is in a class on both days.
func (t *Transition) RankShares(rank []int) (RankShares, error) {
	if len(rank) != len(t.classes) {
		return RankShares{}, refuse.Param("rank", plural.Of(len(rank), "rank", "ranks"), fmt.Sprint(len(t.classes)))
	}
	both := t.Both()
	if both == 0 {
		return RankShares{}, refuse.Param("transition", "no guests in a class on both days", "at least one")
	}
	var stay, up, down, level int64
	for i, row := range t.counts {
		for j, count := range row {
			switch {
			case i == j:
				stay += count
			case rank[j] > rank[i]:
				up += count
			case rank[j] < rank[i]:
				down += count
			default:
				level += count
			}
		}
	}
	of := float64(both)
	return RankShares{Stay: float64(stay) / of, Up: float64(up) / of, Down: float64(down) / of, Level: float64(level) / of}, nil
}

// Mobility returns how mobile guests are: 0 if all stay where they are, 1 if the class now says nothing about the next,
// more if they change places for good.
//
//	M = (n - Σ p(i,i)) / (n - 1)
//
// It is false for a single class, and where a class has no guests to tell its rate.
//
// Source: A. Shorrocks, The measurement of mobility, Econometrica 46 (1978).
func (t *Transition) Mobility() (mobility float64, ok bool) {
	n := len(t.classes)
	trace := 0.0
	for i, row := range t.Rates() {
		if t.stayers(i) == 0 {
			return 0, false
		}
		trace += row[i]
	}
	if n < 2 {
		return 0, false
	}
	return figure.Digits12((float64(n) - trace) / float64(n-1)), true
}

// LeftState is the state of [Transition.Chain] for guests who are in no class any more.
const LeftState = "left"

// Chain returns the Markov model of the classes, to be valued or stepped on by package valuation: each class a state,
// and [LeftState] for good, which brings nothing. A guest's chances are the counts of the class, cut to the given number of
// decimal places so that each row adds up to 1 exactly; a class without guests is taken to stay as it is.
//
// Input: the reward of a period in each class; places in [1, 18].
// Errors: a [*hotelcrm.ParamError], also for more classes than a chain has states, or a class called [LeftState].
func (t *Transition) Chain(reward []decimal.Decimal, places int) (valuation.Chain, error) {
	if places < 1 || places > 18 {
		return valuation.Chain{}, refuse.Param("places", fmt.Sprint(places), "1 to 18")
	}
	n := len(t.classes)
	if len(reward) != n {
		return valuation.Chain{}, refuse.Param("reward", plural.Of(len(reward), "reward", "rewards"), fmt.Sprint(n))
	}
	out := valuation.Chain{States: append(append([]string(nil), t.classes...), LeftState), Reward: append(append([]decimal.Decimal(nil), reward...), decimal.Decimal{})}
	one := decimal.NewFromInt(1)
	for i := range n + 1 {
		weights := make([]decimal.Decimal, n+1)
		switch {
		case i == n || t.stayers(i)+t.left[i] == 0:
			weights[i] = one
		default:
			for j, count := range t.counts[i] {
				weights[j] = decimal.NewFromInt(count)
			}
			weights[n] = decimal.NewFromInt(t.left[i])
		}
		row, err := hotelcrm.Allocate(one, places, weights)
		if err != nil {
			return valuation.Chain{}, err
		}
		out.Transition = append(out.Transition, row)
	}
	return out, out.Validate()
}
