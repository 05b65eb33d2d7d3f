package weight

import (
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// DelphiRound is one round of a Delphi survey: how judges rate the importance of items, and how far they agree. It is
// immutable and safe for concurrent use.
type DelphiRound struct {
	ratings   [][]float64
	agreeFrom float64
	items     []Rated
	concord   Concordance
}

// Rated is how the judges of a round rate one item.
type Rated struct {
	Judges    int     `json:"judges"`
	Mean      float64 `json:"mean"`
	Deviation float64 `json:"deviation"` // standard deviation, n - 1
	Variation float64 `json:"variation"` // Deviation/Mean (CV), 0 if all ratings are 0
	Lower     float64 `json:"lower"`     // first quartile, type 7
	Median    float64 `json:"median"`
	Upper     float64 `json:"upper"`     // third quartile, type 7
	Agreement float64 `json:"agreement"` // share of the judges who rate AgreeFrom or more
}

// Range returns the distance of the quartiles (IQR).
func (r Rated) Range() float64 { return r.Upper - r.Lower }

// AssessDelphi returns what a round says.
//
// Input: ratings[judge][item], at least 2 judges and 2 items, complete, finite, 0 or more and at most 1e6. agreeFrom is
// the rating from which a judge counts as agreeing that an item matters.
// Errors: a [*hotelcrm.ParamError] for sizes, with the judge and item for a rating.
// Cost: O(judges · items · log).
func AssessDelphi(ratings [][]float64, agreeFrom float64) (*DelphiRound, error) {
	if err := checkRatings(ratings); err != nil {
		return nil, err
	}
	if math.IsNaN(agreeFrom) || math.IsInf(agreeFrom, 0) {
		return nil, refuse.Param("agreeFrom", fmt.Sprint(agreeFrom), "a finite number")
	}
	r := &DelphiRound{agreeFrom: agreeFrom, concord: concordance(ratings)}
	for _, line := range ratings {
		r.ratings = append(r.ratings, slices.Clone(line))
	}
	column := make([]float64, len(ratings))
	for item := range ratings[0] {
		for judge, line := range ratings {
			column[judge] = line[item]
		}
		r.items = append(r.items, rated(column, agreeFrom))
	}
	return r, nil
}

const maxRating = 1e6

func checkRatings(ratings [][]float64) error {
	if len(ratings) < 2 {
		return refuse.Param("ratings", plural.Of(len(ratings), "judge", "judges"), "at least 2")
	}
	for judge, line := range ratings {
		if len(line) < 2 || len(line) != len(ratings[0]) {
			return refuse.Param(fmt.Sprintf("ratings[%d]", judge), plural.Of(len(line), "item", "items"), "at least 2, as many as of the first judge")
		}
		for item, v := range line {
			if !(v >= 0 && v <= maxRating) {
				return refuse.Param(fmt.Sprintf("ratings[%d][%d]", judge, item), fmt.Sprint(v), "0 to 1e6")
			}
		}
	}
	return nil
}

func rated(column []float64, agreeFrom float64) Rated {
	sorted := slices.Sorted(slices.Values(column))
	out := Rated{Judges: len(column)}
	out.Mean, out.Deviation = meanDeviation(column)
	if out.Mean > 0 {
		out.Variation = out.Deviation / out.Mean
	}
	out.Lower, out.Median, out.Upper = quantile(sorted, 1), quantile(sorted, 2), quantile(sorted, 3)
	for _, v := range column {
		if v >= agreeFrom {
			out.Agreement++
		}
	}
	out.Agreement /= float64(len(column))
	return out
}

// quantile returns a quartile of type 7 (Hyndman and Fan 1996).
func quantile(sorted []float64, quarters int) float64 {
	position := (len(sorted) - 1) * quarters
	low, rest := sorted[position/4], float64(position%4)/4
	if rest == 0 {
		return low
	}
	return low + float64(rest*(sorted[position/4+1]-low))
}

// Items returns how each item is rated.
func (r *DelphiRound) Items() []Rated { return slices.Clone(r.items) }

// Judges returns how many judges rated.
func (r *DelphiRound) Judges() int { return len(r.ratings) }

// AgreeFrom returns the rating from which a judge counts as agreeing.
func (r *DelphiRound) AgreeFrom() float64 { return r.agreeFrom }

// Concordance returns how far the judges agree on the order of the items.
func (r *DelphiRound) Concordance() Concordance { return r.concord }

// Weights returns the means of the items divided by their sum.
//
// Errors: a [*hotelcrm.ParamError] if all ratings are 0.
func (r *DelphiRound) Weights() ([]float64, error) {
	out := make([]float64, len(r.items))
	for i, item := range r.items {
		out[i] = item.Mean
	}
	if err := checkWeights("means", out); err != nil {
		return nil, err
	}
	return normalise(out), nil
}
