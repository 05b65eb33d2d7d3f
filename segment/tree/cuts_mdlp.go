package tree

import (
	"math"
)

// MDLPStep is one split that [MDLP] weighed: of some neighbouring numbers in two.
type MDLPStep struct {
	N         int     `json:"n"`         // how many numbers were to be split
	Cut       float64 `json:"cut"`       // the best cut among them
	Gain      float64 `json:"gain"`      // information gain of the cut, in bits
	Threshold float64 `json:"threshold"` // what the gain must be more than
	Accepted  bool    `json:"accepted"`
}

// MDLP returns the cuts that tell the classes apart and pay for their own description. Each piece is cut where the
// entropy falls most; the cut stays if
//
//	gain > log₂(N-1)/N + (log₂(3ᵏ-2) - k·E + k₁·E₁ + k₂·E₂)/N
//
// with N numbers of k classes and entropy E in the piece, k₁, E₁ and k₂, E₂ in its parts; then the parts are cut in the
// same way. It also returns each split that it weighed, a piece before its parts, lower parts first.
//
// Input: one class for each number, 1 to 255, 0 for missing; NaN is missing. Guests that lack one of both do not count.
// Result: perhaps no cut at all: the number then says nothing about the class. Of equally good cuts the lowest wins.
// Errors: as [EqualWidth], also for a class above 255; a [*hotelcrm.ParamError] if there is not one class a number.
// Cost: O(n) for each level of cuts, and 8n bytes.
// Source: U. M. Fayyad and K. B. Irani (1993), Multi-interval discretization of continuous-valued attributes, IJCAI
// 1022-1027.
func MDLP(numbers []float64, classes []uint16) (Cuts, []MDLPStep, error) {
	l, err := newLadder(numbers, classes, true)
	if err != nil {
		return Cuts{}, nil, err
	}
	s := &splitter{ladder: l, terms: entropyTerms(l.rows())}
	if len(l.values) > 1 {
		s.split(0, len(l.values))
	}
	return l.cuts(CutMDLP, 0, s.points), s.steps, nil
}

// entropyBits are the binary places of entropy terms. n·log₂n is below 2³² for all n that a column may have.
const entropyBits = 29

// entropyTerms returns c·log₂c for c up to n as whole numbers, so that sums do not depend on their order and equal
// splits are equal.
func entropyTerms(n int) []int64 {
	terms := make([]int64, n+1)
	for c := 2; c <= n; c++ {
		terms[c] = int64(math.Round(float64(c) * math.Log2(float64(c)) * (1 << entropyBits)))
	}
	return terms
}

// splitter cuts a ladder into pieces. Points come out in rising order.
type splitter struct {
	*ladder
	terms  []int64
	points []float64
	steps  []MDLPStep
}

// tallies counts the numbers of a piece by class.
type tallies struct {
	classes [maxCutClasses + 1]int
	n       int
	mass    int64 // n·log₂n - Σ c·log₂c: n times the entropy
}

// move adds or takes away one number of a class.
func (t *tallies) move(class uint16, by int, terms []int64) {
	c := &t.classes[class]
	t.mass += terms[*c] - terms[t.n]
	*c += by
	t.n += by
	t.mass += terms[t.n] - terms[*c]
}

// kinds returns how many classes there are.
func (t *tallies) kinds() int {
	k := 0
	for _, c := range t.classes {
		if c > 0 {
			k++
		}
	}
	return k
}

// entropy returns the entropy in bits.
func (t *tallies) entropy() float64 { return float64(t.mass) / (1 << entropyBits) / float64(t.n) }

func (s *splitter) tally(from, to int) *tallies {
	t := &tallies{}
	for _, class := range s.classes[from:to] {
		t.move(class, 1, s.terms)
	}
	return t
}

// split cuts the rungs in [from, to) if that pays.
func (s *splitter) split(from, to int) {
	whole := s.tally(s.start(from), s.ends[to-1])
	if to-from < 2 || whole.mass == 0 {
		return
	}
	rung := s.best(from, to, *whole)
	low, high := s.tally(s.start(from), s.ends[rung]), s.tally(s.ends[rung], s.ends[to-1])
	step := weigh(whole, low, high)
	step.Cut = s.cutAfter(rung)
	s.steps = append(s.steps, step)
	if !step.Accepted {
		return
	}
	s.split(from, rung+1)
	s.points = append(s.points, step.Cut)
	s.split(rung+1, to)
}

// best returns the rung after which the entropy of both parts together is least.
func (s *splitter) best(from, to int, high tallies) int {
	var low tallies
	best, least := from, int64(math.MaxInt64)
	row := s.start(from)
	for rung := from; rung < to-1; rung++ {
		for ; row < s.ends[rung]; row++ {
			low.move(s.classes[row], 1, s.terms)
			high.move(s.classes[row], -1, s.terms)
		}
		if mass := low.mass + high.mass; mass < least {
			best, least = rung, mass
		}
	}
	return best
}

// weigh applies the criterion to a split.
func weigh(whole, low, high *tallies) MDLPStep {
	n := float64(whole.n)
	gain := float64(whole.mass-low.mass-high.mass) / (1 << entropyBits) / n
	k := whole.kinds()
	delta := log2Pow3Less2(k) - float64(float64(k)*whole.entropy()) +
		float64(float64(low.kinds())*low.entropy()) + float64(float64(high.kinds())*high.entropy())
	threshold := (math.Log2(n-1) + delta) / n
	return MDLPStep{N: whole.n, Gain: gain, Threshold: threshold, Accepted: gain > threshold}
}

// log2Pow3Less2 returns log₂(3ᵏ-2).
func log2Pow3Less2(k int) float64 {
	if k > 30 { // the 2 is below the last place
		return float64(float64(k) * math.Log2(3))
	}
	power := uint64(1)
	for range k {
		power *= 3
	}
	return math.Log2(float64(power - 2))
}
