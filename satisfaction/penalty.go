package satisfaction

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Contrast says how much better the outcome is among guests who rate a driver highly, and how much worse among those who
// rate it low, each against those in between and with the other drivers equal.
type Contrast struct {
	ID       string  `json:"id"`
	Reward   float64 `json:"reward"`  // in points of the outcome
	Penalty  float64 `json:"penalty"` // below 0 where low ratings go with a worse outcome
	RewardP  float64 `json:"rewardP"` // of none, two-sided
	PenaltyP float64 `json:"penaltyP"`

	// Asymmetry is (reward + penalty) / (|reward| + |penalty|): near 1 a thing that pleases but is not missed, near -1
	// one that is missed but does not please; 0 if neither.
	Asymmetry float64 `json:"asymmetry"`
}

// PenaltyReward is the contrasts of a form's items, by the outcome's regression on two yes-or-no marks for each.
type PenaltyReward struct {
	Outcome    string     `json:"outcome"`
	Contrasts  []Contrast `json:"contrasts"` // in the order of the drivers
	R2         float64    `json:"r2"`
	N          int64      `json:"n"`          // rows with a weight that answered the outcome and all drivers
	EffectiveN float64    `json:"effectiveN"` // Kish's, by which p is found; below N where respondents are weighted
	Weighting  Weighting  `json:"weighting"`
}

// PenaltyReward returns penalty and reward of each driver, from the rows that answered all of them and the outcome.
//
// Input: rows that lie one after the other; weights for each row what it counts, such as by [PostStratify], 0 or within
// [1e-100, 1e100], nil for all alike; boxes is how many of a scale's best levels count as high, and of its worst as low.
// Result: the same in any order of the rows. A driver that nobody, or everybody, rates high (or low) has a contrast of 0
// with p 1 on that side.
// Errors: a [*hotelcrm.ParamError], or a [*hotelcrm.RowError] unless the batch divides into rows.
// Source: R. D. Brandt (1987), in Surprenant (ed.), Add Value to Your Service, 61-65.
func (f *Form) PenaltyReward(rows []Answer, weights []float64, outcome int, drivers []int, boxes int) (*PenaltyReward, error) {
	err := f.checkBatch(rows)
	if err == nil {
		err = firstError(checkWeights(weights, len(rows)/f.Len()), f.checkMarks(outcome, drivers, boxes))
	}
	if err != nil {
		return nil, err
	}
	marks, err := f.markForm(outcome, drivers)
	if err != nil {
		return nil, err
	}
	m := newMoments(marks)
	row := make([]Answer, marks.Len())
	for weight, alike := range byWeight(len(rows)/f.Len(), weights) {
		s := NewSummary(marks)
		for _, r := range alike {
			if f.mark(rows[r*f.Len():(r+1)*f.Len()], outcome, drivers, boxes, row) {
				if err := s.Add(row); err != nil {
					return nil, err
				}
			}
		}
		m.add(s, weight)
	}
	if weights != nil {
		m.noted = RowWeights
	}
	return contrasts(m, f.items[outcome].ID, len(drivers))
}

// byWeight yields the rows of each weight, the lightest first, so that floats are added in one order whatever that of the
// rows.
func byWeight(rows int, weights []float64) iter.Seq2[float64, []int] {
	order := make([]int, rows)
	for r := range order {
		order[r] = r
	}
	return func(yield func(float64, []int) bool) {
		if weights == nil {
			yield(1, order)
			return
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weights[a], weights[b]) })
		for len(order) > 0 {
			weight, n := weights[order[0]], 1
			for n < len(order) && weights[order[n]] == weight {
				n++
			}
			if !yield(weight, order[:n]) {
				return
			}
			order = order[n:]
		}
	}
}

func (f *Form) checkMarks(outcome int, drivers []int, boxes int) error {
	for k, i := range append([]int{outcome}, drivers...) {
		if i < 0 || i >= f.Len() || k > 0 && (i == outcome || boxes < 1 || 2*boxes >= len(f.items[i].Scale.Levels)) {
			return refuse.Param(
				"outcome, drivers, boxes", fmt.Sprintf("%d, %v, %d", outcome, drivers, boxes),
				fmt.Sprintf("items 0 to %d, the outcome no driver, at least one level between the boxes", f.Len()-1))
		}
	}
	return nil
}

// markForm returns the outcome followed by two yes-or-no items for each driver.
func (f *Form) markForm(outcome int, drivers []int) (*Form, error) {
	yes, err := Direct(0, 1)
	if err != nil {
		return nil, err
	}
	items := []Item{f.items[outcome]}
	for _, i := range drivers {
		items = append(items, Item{ID: f.items[i].ID + " high", Scale: yes}, Item{ID: f.items[i].ID + " low", Scale: yes})
	}
	return NewForm(items)
}

// mark fills a row of marks, and reports whether all that it needs was answered.
func (f *Form) mark(from []Answer, outcome int, drivers []int, boxes int, to []Answer) bool {
	to[0] = from[outcome]
	given := to[0].Given() && f.allows(outcome, to[0])
	for k, i := range drivers {
		given = given && from[i].Given() && f.allows(i, from[i])
		to[2*k+1], to[2*k+2] = 1, 1
		above, below := f.coders[i].beside(from[i])
		if above < boxes {
			to[2*k+1] = 2
		}
		if below < boxes {
			to[2*k+2] = 2
		}
	}
	return given
}

// beside returns how many levels lie above and below a code.
func (c *coder) beside(a Answer) (above, below int) {
	for code := Answer(1); code <= c.top; code++ {
		switch {
		case !c.valid[code]:
		case code > a:
			above++
		case code < a:
			below++
		}
	}
	return above, below
}

// contrasts fits the regression on the marks that vary.
func contrasts(m *Moments, outcome string, drivers int) (*PenaltyReward, error) {
	out := &PenaltyReward{
		Outcome: outcome, Contrasts: make([]Contrast, drivers),
		N: m.at(0, 0).rows, EffectiveN: m.EffectiveN(0, 0), Weighting: m.noted,
	}
	var varying []int
	codes := int(m.form.top) + 1
	for i := 1; i < m.form.Len(); i++ {
		if given := m.given[i*codes:]; given[1] > 0 && given[2] > 0 {
			varying = append(varying, i)
		}
	}
	for k := range out.Contrasts {
		out.Contrasts[k] = Contrast{ID: strings.TrimSuffix(m.form.items[2*k+1].ID, " high"), RewardP: 1, PenaltyP: 1}
	}
	d, err := m.Drivers(0, varying)
	if err != nil {
		return nil, err
	}
	out.R2 = d.R2
	for k, i := range varying {
		c := &out.Contrasts[(i-1)/2]
		if i%2 == 1 {
			c.Reward, c.RewardP = d.List[k].Slope, d.List[k].P
		} else {
			c.Penalty, c.PenaltyP = d.List[k].Slope, d.List[k].P
		}
	}
	for k := range out.Contrasts {
		c := &out.Contrasts[k]
		if size := math.Abs(c.Reward) + math.Abs(c.Penalty); size > 0 {
			c.Asymmetry = (c.Reward + c.Penalty) / size
		}
	}
	return out, nil
}
