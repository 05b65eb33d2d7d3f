package valuation

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/badrows"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Spell is how long one guest was watched, and whether the watching ended with the event that is counted: the guest
// left, or came back.
//
// Length is in any whole unit, the same for all: days, weeks, months. A spell that has not ended is censored: the guest
// was last seen after Length without the event, and nothing is known of later.
type Spell struct {
	Length int  `json:"length"` // 0 or more
	Ended  bool `json:"ended"`
}

// Step is one time at which spells ended.
type Step struct {
	Time   int     `json:"time"`
	AtRisk int     `json:"atRisk"` // spells watched up to this time, those that end or are censored at it included
	Ended  int     `json:"ended"`
	Rate   float64 `json:"rate"`   // S(Time), the share that lasts longer
	StdErr float64 `json:"stdErr"` // Greenwood's; 0 where the rate is 0
}

// Survival is the product-limit estimate of how long spells last. It is immutable and safe for concurrent use.
type Survival struct {
	spells, ended int
	steps         []Step
	exact         []*big.Float // S after each step
	spread        []*big.Float // Σ d/(n·(n-d)) after each step, nil once S is 0
}

// curvePrec is the number of bits that a curve is computed with. Decades of days lose some 14 of them, so that the
// float64 results are correctly rounded and equal on every platform.
const curvePrec = 256

// KaplanMeier returns the survival curve of the spells.
//
//	S(t) = Π (1 - d(i)/n(i)),  se(S) = S·√(Σ d(i)/(n(i)·(n(i)-d(i)))),  over the times i up to t
//
// with d(i) the spells that ended at time i and n(i) those at risk. Where spells end and are censored at one time, the
// ends come first.
//
// It takes for granted that the censored guests would have gone on like the others. That is so where watching stops on
// one date for all; it is not so where guests are struck off because they seemed lost.
//
// Input: any order, at least one spell; the order does not change the result.
// Errors: a [*hotelcrm.ParamError] for no spells, and for a negative length a [*hotelcrm.RowError] for each of the
// first [hotelcrm.MaxRowErrors].
// Cost: O(n log n).
// Source: E. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958); M. Greenwood,
// The natural duration of cancer (1926).
func KaplanMeier(spells []Spell) (*Survival, error) {
	if err := checkSpells("spells", spells); err != nil {
		return nil, err
	}
	s := &Survival{spells: len(spells)}
	for _, at := range countSpells(spells) {
		if at.ended > 0 {
			s.push(at)
		}
	}
	return s, nil
}

func (s *Survival) push(at risk) {
	rate, spread := newCurveFloat(1), newCurveFloat(0)
	if last := len(s.steps) - 1; last >= 0 {
		rate, spread = s.exact[last], s.spread[last]
	}
	left := at.atRisk - at.ended
	rate = new(big.Float).Mul(rate, newCurveFloat(left))
	rate.Quo(rate, newCurveFloat(at.atRisk))
	step := Step{Time: at.time, AtRisk: at.atRisk, Ended: at.ended}
	if left > 0 {
		term := new(big.Float).Mul(newCurveFloat(at.atRisk), newCurveFloat(left))
		spread = new(big.Float).Add(spread, term.Quo(newCurveFloat(at.ended), term))
		stdErr := new(big.Float).Sqrt(spread)
		step.StdErr, _ = stdErr.Mul(stdErr, rate).Float64()
	} else {
		spread = nil
	}
	step.Rate, _ = rate.Float64()
	s.ended += at.ended
	s.steps, s.exact, s.spread = append(s.steps, step), append(s.exact, rate), append(s.spread, spread)
}

func newCurveFloat(n int) *big.Float { return new(big.Float).SetPrec(curvePrec).SetInt64(int64(n)) }

// Spells returns the number of spells.
func (s *Survival) Spells() int { return s.spells }

// Ended returns how many spells ended; the others are censored.
func (s *Survival) Ended() int { return s.ended }

// Steps returns a copy of the times at which spells ended, earliest first.
func (s *Survival) Steps() []Step { return slices.Clone(s.steps) }

// At returns the share of spells that last longer than time: 1 before the first step.
//
// After the longest spell, if that one is censored, the curve is not known; the last value is returned.
func (s *Survival) At(time int) float64 {
	if i := s.index(time); i >= 0 {
		return s.steps[i].Rate
	}
	return 1
}

// index returns the last step at or before time, -1 if there is none.
func (s *Survival) index(time int) int {
	i, found := slices.BinarySearchFunc(s.steps, time, func(step Step, t int) int { return cmp.Compare(step.Time, t) })
	if found {
		return i
	}
	return i - 1
}

// Median returns the first time after which no more than half of the spells last, and false if more than half last to
// the end of watching.
//
// Some programs give the middle between that time and the next step where the curve is exactly at one half.
func (s *Survival) Median() (time int, ok bool) {
	// A curve at exactly one half may be computed a few units of the last bit too high.
	half := newCurveFloat(1)
	half.Quo(half, newCurveFloat(2))
	half.Add(half, new(big.Float).SetMantExp(big.NewFloat(1), -curvePrec/2))
	for i, rate := range s.exact {
		if rate.Cmp(half) <= 0 {
			return s.steps[i].Time, true
		}
	}
	return 0, false
}

// risk is what happens at one length of spells.
type risk struct{ time, atRisk, ended int }

// countSpells returns one entry for each length that occurs, shortest first.
func countSpells(spells []Spell) []risk {
	sorted := slices.SortedFunc(slices.Values(spells), func(a, b Spell) int { return cmp.Compare(a.Length, b.Length) })
	var out []risk
	for i, spell := range sorted {
		if i == 0 || spell.Length != out[len(out)-1].time {
			out = append(out, risk{time: spell.Length, atRisk: len(sorted) - i})
		}
		if spell.Ended {
			out[len(out)-1].ended++
		}
	}
	return out
}

func checkSpells(param string, spells []Spell) error {
	if len(spells) == 0 {
		return refuse.Param(param, "no spells", "at least one")
	}
	var bad badrows.List
	for i, spell := range spells {
		if spell.Length < 0 && !bad.Add(i+1, param, spell.Length, "0 or more") {
			break
		}
	}
	return bad.Join()
}
