package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"gonum.org/v1/gonum/stat/distuv"
)

// Frequencies are how often each level of a scale was chosen, the worst level first.
type Frequencies struct {
	Levels     []float64 `json:"levels"`     // of each level Σw over its answers: their number where all weigh the same
	N          int64     `json:"n"`          // answers
	EffectiveN float64   `json:"effectiveN"` // Kish's, below N where respondents are weighted
	Weighting  Weighting `json:"weighting"`
}

// FrequenciesOf returns the frequencies of answers that all weigh the same.
//
// Input: the number of answers of each level, the worst level first. [Distribution] checks them.
func FrequenciesOf(counts []int64) Frequencies {
	f := Frequencies{Levels: make([]float64, len(counts)), Weighting: Unweighted}
	for i, n := range counts {
		f.Levels[i] = float64(n)
		f.N += n
	}
	f.EffectiveN = float64(f.N)
	return f
}

// Frequencies returns how often each level of item i was chosen.
//
// Errors: a [*hotelcrm.ParamError] for an item that is not there.
func (s *Summary) Frequencies(i int) (Frequencies, error) {
	d, err := s.distribution(i)
	if err != nil {
		return Frequencies{}, err
	}
	return d.frequencies(Unweighted), nil
}

// Frequencies returns how often each level of item i was chosen, by the weights of respondents.
//
// Errors: as for [Summary.Frequencies].
func (m *Moments) Frequencies(i int) (Frequencies, error) {
	d, err := m.distribution(i)
	if err != nil {
		return Frequencies{}, err
	}
	return d.frequencies(m.noted), nil
}

func (d distribution) frequencies(noted Weighting) Frequencies {
	f := Frequencies{N: d.n(), EffectiveN: d.effective, Weighting: noted}
	c := d.form.coders[d.item]
	for code := Answer(1); code <= c.top; code++ {
		if c.valid[code] {
			f.Levels = append(f.Levels, d.weights[code])
		}
	}
	return f
}

// Shift is how far two distributions over the same levels lie apart.
type Shift struct {
	Chi2 float64 `json:"chi2"` // of the effective numbers
	DF   int     `json:"df"`
	P    float64 `json:"p"` // of the same distribution in both

	N          [2]int64     `json:"n"`          // answers before and after
	EffectiveN [2]float64   `json:"effectiveN"` // Kish's, below N where respondents are weighted
	Weighting  [2]Weighting `json:"weighting"`

	// PSI is Σ (a-b) ln(a/b) of the shares. It applies where no level is empty in one round only, and is 0 where it does
	// not: it has no bound there.
	PSI        float64 `json:"psi"`
	PSIApplies bool    `json:"psiApplies"`
}

// Distribution returns how far the answers of two rounds lie apart, by level. Levels that nobody chose in either round
// do not count.
//
//	χ² = Σ (O - E)² / E over both rounds,  O = n p
//
// Where respondents are weighted p is a level's share by weight and n Kish's effective number: χ² over the design effect,
// an approximation that takes the weights to have nothing to do with the answers.
//
// Errors: a [*hotelcrm.ParamError] for lists of different length, negative numbers, or a round without answers.
// Source: K. Pearson (1900), Philosophical Magazine 50, 157-175; J. N. K. Rao and A. J. Scott (1981), Journal of the
// American Statistical Association 76, 221-230, for division by a design effect; L. Kish (1965), Survey Sampling.
func Distribution(before, after Frequencies) (Shift, error) {
	if len(before.Levels) != len(after.Levels) {
		return Shift{}, refuse.Param("after.Levels", fmt.Sprint(len(after.Levels)), fmt.Sprintf("%d levels, as before", len(before.Levels)))
	}
	p, err := before.shares("before")
	if err != nil {
		return Shift{}, err
	}
	q, err := after.shares("after")
	if err != nil {
		return Shift{}, err
	}
	s := Shift{
		DF: -1, P: 1, N: [2]int64{before.N, after.N},
		EffectiveN: [2]float64{before.EffectiveN, after.EffectiveN}, Weighting: [2]Weighting{before.Weighting, after.Weighting},
	}
	n, m := before.EffectiveN, after.EffectiveN
	for i := range p {
		if p[i]+q[i] == 0 {
			continue
		}
		s.DF++
		both := (float64(n*p[i]) + float64(m*q[i])) / (n + m)
		s.Chi2 += (float64(n*float64((p[i]-both)*(p[i]-both))) + float64(m*float64((q[i]-both)*(q[i]-both)))) / both
	}
	if s.DF > 0 {
		s.P = distuv.ChiSquared{K: float64(s.DF)}.Survival(s.Chi2)
	}
	s.PSI, s.PSIApplies = stability(p, q)
	return s, nil
}

// shares returns the share of each level, by weight.
func (f Frequencies) shares(name string) ([]float64, error) {
	var sum float64
	for i, w := range f.Levels {
		if err := checkWithin(fmt.Sprintf("%s.Levels[%d]", name, i), w, 0, maxNumber); err != nil {
			return nil, err
		}
		sum += w
	}
	err := firstError(checkAbove(name+".Levels", sum, 0), checkAbove(name+".EffectiveN", f.EffectiveN, 0),
		checkWithin(name+".EffectiveN", f.EffectiveN, 0, maxCount))
	if err != nil {
		return nil, err
	}
	out := make([]float64, len(f.Levels))
	for i, w := range f.Levels {
		out[i] = w / sum
	}
	return out, nil
}

func stability(before, after []float64) (psi float64, applies bool) {
	for i, a := range before {
		b := after[i]
		if (a == 0) != (b == 0) {
			return 0, false
		}
		if a != b {
			psi += float64((a - b) * math.Log(a/b))
		}
	}
	return psi, true
}
