package weight

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// RankMethod says how an order of importance becomes weights. Unset means Centroid.
type RankMethod uint8

// The methods, for rank r of n.
const (
	Centroid       RankMethod = iota + 1 // w_r = (1/r + 1/(r+1) + … + 1/n)/n, the mean of all weights in that order
	RankSum                              // w_r ∝ n + 1 - r
	RankReciprocal                       // w_r ∝ 1/r
)

var rankMethodNames = enum.Names{"", "centroid", "rank-sum", "rank-reciprocal"}

// ParseRankMethod returns the method named by text, as [RankMethod.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseRankMethod(text string) (RankMethod, error) {
	return choice.Parse[RankMethod](rankMethodNames, "rank method", text)
}

// String returns the name, "unset" for the zero value.
func (m RankMethod) String() string { return rankMethodNames.String(uint8(m)) }

// MarshalText returns the name, empty for the zero value.
func (m RankMethod) MarshalText() ([]byte, error) {
	return choice.Marshal(rankMethodNames, "rank method", m)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (m *RankMethod) UnmarshalText(text []byte) error {
	return choice.Unmarshal(rankMethodNames, "rank method", text, m)
}

// WeighRanks returns weights for things in an order of importance, summing to one.
//
// Input: a rank for each thing, the lowest for the most important. Only the order counts; equal ranks share the mean of
// the weights of their places. An unset method is Centroid.
// Errors: a [*hotelcrm.ParamError] for no ranks or an unknown method.
// Cost: O(n log n).
func WeighRanks(ranks []int, method RankMethod) ([]float64, error) {
	if err := choice.Default(rankMethodNames, "method", &method, Centroid); err != nil {
		return nil, err
	}
	if len(ranks) == 0 {
		return nil, refuse.Param("ranks", fmt.Sprint(len(ranks)), "at least one")
	}
	order := make([]int, len(ranks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ranks[a], ranks[b]) })
	return share(order, ranks, method.weights(len(ranks))), nil
}

// weights returns the weights of the places, summing to one.
func (m RankMethod) weights(n int) []float64 {
	w, tail := make([]float64, n), 0.0
	for place := n; place >= 1; place-- {
		tail += 1 / float64(place)
		switch m {
		case RankSum:
			w[place-1] = float64(n + 1 - place)
		case RankReciprocal:
			w[place-1] = 1 / float64(place)
		default:
			w[place-1] = tail
		}
	}
	return normalise(w)
}

// share gives each thing the weight of its place, and equal ranks the mean of theirs.
func share(order, ranks []int, places []float64) []float64 {
	out := make([]float64, len(order))
	for from := 0; from < len(order); {
		to, sum := from, 0.0
		for ; to < len(order) && ranks[order[to]] == ranks[order[from]]; to++ {
			sum += places[to]
		}
		for _, i := range order[from:to] {
			out[i] = sum / float64(to-from)
		}
		from = to
	}
	return out
}
