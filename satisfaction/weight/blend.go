package weight

import (
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Source is one list of weights among several, such as those of a Delphi survey, of pairwise comparisons or of the
// answers.
type Source struct {
	Name    string
	Weights []float64 // in any unit; not negative, at least one above 0
	Share   int64     // in a blend, in any unit; 0 for all sources means equal shares
}

// Blended is the mean of several sources, with how far they differ.
type Blended struct {
	Weights      []float64      `json:"weights"` // summing to one
	Mean         Mean           `json:"mean"`
	Shares       []float64      `json:"shares"` // per one
	Disagreement []Disagreement `json:"disagreement"`
}

// Blend returns the mean of the sources' weights in the shares declared.
//
//	Arithmetic   w_i = Σ share·w_i(source)
//	Geometric    w_i ∝ ∏ w_i(source)^share: 0 from one source is 0 in the blend
//
// Input: at least one source, all of the same length; each is divided by its sum first. An unset mean is Arithmetic.
// Errors: a [*hotelcrm.ParamError] for no sources, wrong weights or shares, an unknown mean, or a geometric mean that
// leaves every item 0.
func Blend(sources []Source, mean Mean) (Blended, error) {
	if err := choice.Default(meanNames, "mean", &mean, Arithmetic); err != nil {
		return Blended{}, err
	}
	disagreement, err := Disagreements(sources)
	if err != nil {
		return Blended{}, err
	}
	out := Blended{Mean: mean, Disagreement: disagreement}
	if out.Shares, err = sourceShares(sources); err != nil {
		return Blended{}, err
	}
	all := ones(sources)
	out.Weights = make([]float64, len(all[0]))
	for i := range out.Weights {
		for k, w := range all {
			switch {
			case mean == Arithmetic:
				out.Weights[i] += float64(out.Shares[k] * w[i])
			case out.Shares[k] > 0:
				out.Weights[i] += float64(out.Shares[k] * math.Log(w[i])) // -Inf for 0
			}
		}
		if mean == Geometric {
			out.Weights[i] = math.Exp(out.Weights[i])
		}
	}
	if err := checkWeights("blend", out.Weights); err != nil {
		return Blended{}, err
	}
	normalise(out.Weights)
	return out, nil
}

func sourceShares(sources []Source) ([]float64, error) {
	shares, all := make([]float64, len(sources)), 0.0
	for k, s := range sources {
		if s.Share < 0 {
			return nil, refuse.Param(fmt.Sprintf("sources[%d].Share", k), fmt.Sprint(s.Share), "0 or more")
		}
		shares[k] = float64(s.Share)
		all += shares[k]
	}
	if all == 0 {
		for k := range shares {
			shares[k] = 1
		}
	}
	return normalise(shares), nil
}

// ones returns each source's weights divided by their sum.
func ones(sources []Source) [][]float64 {
	out := make([][]float64, len(sources))
	for k, s := range sources {
		out[k] = slices.Clone(s.Weights)
		scale := slices.Max(out[k]) // so that the sum stays finite
		for i := range out[k] {
			out[k][i] /= scale
		}
		normalise(out[k])
	}
	return out
}

// Disagreement says how far two sources differ.
type Disagreement struct {
	First    string  `json:"first"`
	Second   string  `json:"second"`
	Moved    float64 `json:"moved"`    // half the sum of the differences: the share of all weight that lies elsewhere, in [0, 1]
	Largest  float64 `json:"largest"`  // the largest difference of one item's weights
	At       int     `json:"at"`       // that item, of equal ones the first
	Order    float64 `json:"order"`    // Spearman's rank correlation of the two, in [-1, 1]
	HasOrder bool    `json:"hasOrder"` // false if either source weighs all items alike
}

// Disagreements returns how far the sources differ, each pair once, in their order.
//
// Input: as for [Blend]; shares are left aside.
// Errors: a [*hotelcrm.ParamError] for no sources or wrong weights.
func Disagreements(sources []Source) ([]Disagreement, error) {
	if len(sources) == 0 {
		return nil, refuse.Param("sources", "0", "at least one")
	}
	for k, s := range sources {
		if len(s.Weights) != len(sources[0].Weights) {
			return nil, refuse.Param(fmt.Sprintf("sources[%d].Weights", k), fmt.Sprint(len(s.Weights)), fmt.Sprint(len(sources[0].Weights)))
		}
		if err := checkWeights(fmt.Sprintf("sources[%d].Weights", k), s.Weights); err != nil {
			return nil, err
		}
	}
	all := ones(sources)
	var out []Disagreement
	for a, b := range pairs(len(sources)) {
		c := Disagreement{First: sources[a].Name, Second: sources[b].Name}
		for i := range all[a] {
			d := math.Abs(all[a][i] - all[b][i])
			c.Moved += d / 2
			if d > c.Largest {
				c.Largest, c.At = d, i
			}
		}
		c.Order, c.HasOrder = spearman(all[a], all[b])
		out = append(out, c)
	}
	return out, nil
}

// spearman returns the rank correlation, and false if either list has no order.
func spearman(a, b []float64) (float64, bool) {
	x, _ := doubledRanks(a)
	y, _ := doubledRanks(b)
	middle := int64(len(a) + 1)
	var xy, xx, yy int64
	for i := range x {
		dx, dy := x[i]-middle, y[i]-middle
		xy, xx, yy = xy+dx*dy, xx+dx*dx, yy+dy*dy
	}
	if xx == 0 || yy == 0 {
		return 0, false
	}
	return float64(xy) / math.Sqrt(float64(xx)*float64(yy)), true
}
