package satisfaction

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"gonum.org/v1/gonum/stat/distuv"
)

// Indicator is one point of the grid.
type Indicator struct {
	ID            string  `json:"id"`
	Importance    float64 `json:"importance"` // a weight, stated or derived
	Performance   float64 `json:"performance"`
	ImportanceSE  float64 `json:"importanceSE,omitempty"` // standard errors; 0: taken as known
	PerformanceSE float64 `json:"performanceSE,omitempty"`
	N             int64   `json:"n,omitempty"`          // guests behind the performance; not read, passed on
	EffectiveN    float64 `json:"effectiveN,omitempty"` // Kish's
}

// CutPolicy says where the grid is cut. Unset means MeanCuts.
type CutPolicy uint8

// The policies. Cuts at means or medians move when any indicator does, and always find something to fix; stated cuts,
// such as the middle of the scale, may put all indicators in one cell.
const (
	MeanCuts   CutPolicy = iota + 1 // at the means of the indicators
	MedianCuts                      // at their medians
	StatedCuts                      // where Cuts says
)

var cutNames = enum.Names{"", "mean", "median", "stated"}

// String returns the name, "unset" for the zero value.
func (p CutPolicy) String() string { return cutNames.String(uint8(p)) }

// ParseCutPolicy returns the policy named by text, as [CutPolicy.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseCutPolicy(text string) (CutPolicy, error) {
	return choice.Parse[CutPolicy](cutNames, "Cuts.Policy", text)
}

// MarshalText returns the name, empty for the zero value.
func (p CutPolicy) MarshalText() ([]byte, error) { return choice.Marshal(cutNames, "Cuts.Policy", p) }

// UnmarshalText reads a name; the empty text is the zero value.
func (p *CutPolicy) UnmarshalText(text []byte) error {
	return choice.Unmarshal(cutNames, "Cuts.Policy", text, p)
}

// Cuts are the lines of the grid. What lies on a line counts as high.
type Cuts struct {
	Policy      CutPolicy `json:"policy,omitempty"`
	Importance  float64   `json:"importance"` // read for StatedCuts, filled in the result for all
	Performance float64   `json:"performance"`
}

// Placed is an indicator in its cell.
type Placed struct {
	Indicator
	Cell  Cell  `json:"cell"`
	Label Label `json:"label"`

	// ToImportance and ToPerformance are the distances to the cuts, negative below.
	ToImportance  float64 `json:"toImportance"`
	ToPerformance float64 `json:"toPerformance"`

	// Chances is how likely the indicator's true place is in each cell, by the normal law, with the cuts as they are.
	Chances Chances `json:"chances"`

	// Gap is the standardised importance less the standardised performance: above 0, guests care more than they get.
	Gap float64 `json:"gap"`
}

// Chances are the probabilities of the four cells; they sum to 1.
type Chances struct {
	Keep        float64 `json:"keep"`
	Fix         float64 `json:"fix"`
	Opportunity float64 `json:"opportunity"`
	Low         float64 `json:"low"`
}

// Of returns the probability of a cell, 0 for one that is unset.
func (c Chances) Of(cell Cell) float64 {
	switch cell {
	case Keep:
		return c.Keep
	case Fix:
		return c.Fix
	case Opportunity:
		return c.Opportunity
	case Low:
		return c.Low
	}
	return 0
}

// Diagnosis is the grid.
type Diagnosis struct {
	Cuts   Cuts     `json:"cuts"`
	Labels Labels   `json:"labels"`
	Placed []Placed `json:"placed"` // in the order given
}

// Diagnose puts indicators into the four cells of importance and performance.
//
// Input: at least one indicator, all numbers finite, standard errors not negative.
// Errors: a [*hotelcrm.ParamError].
func Diagnose(indicators []Indicator, cuts Cuts, labels Labels) (*Diagnosis, error) {
	if err := checkIndicators(indicators); err != nil {
		return nil, err
	}
	importance, performance := columns(indicators)
	switch cuts.Policy {
	case 0, MeanCuts:
		cuts = Cuts{MeanCuts, meanOf(importance), meanOf(performance)}
	case MedianCuts:
		cuts = Cuts{MedianCuts, medianOf(importance), medianOf(performance)}
	case StatedCuts:
		if err := firstError(checkFinite("Cuts.Importance", cuts.Importance), checkFinite("Cuts.Performance", cuts.Performance)); err != nil {
			return nil, err
		}
	default:
		_, err := cuts.Policy.MarshalText()
		return nil, err
	}
	d := &Diagnosis{Cuts: cuts, Labels: labels}
	for _, i := range indicators {
		d.Placed = append(d.Placed, cuts.place(i, labels))
	}
	zi, zp := standardised(importance), standardised(performance)
	for k := range d.Placed {
		d.Placed[k].Gap = zi[k] - zp[k]
	}
	return d, nil
}

func checkIndicators(indicators []Indicator) error {
	if len(indicators) == 0 {
		return refuse.Param("indicators", "none", "at least one")
	}
	for k, i := range indicators {
		name := fmt.Sprintf("indicators[%d]", k)
		err := firstError(checkWithin(name+".Importance", i.Importance, -1e100, 1e100), checkWithin(name+".Performance", i.Performance, -1e100, 1e100),
			checkWithin(name+".ImportanceSE", i.ImportanceSE, 0, 1e100), checkWithin(name+".PerformanceSE", i.PerformanceSE, 0, 1e100))
		if err != nil {
			return err
		}
	}
	return nil
}

func columns(indicators []Indicator) (importance, performance []float64) {
	for _, i := range indicators {
		importance, performance = append(importance, i.Importance), append(performance, i.Performance)
	}
	return importance, performance
}

func (c Cuts) place(i Indicator, labels Labels) Placed {
	p := Placed{Indicator: i, ToImportance: i.Importance - c.Importance, ToPerformance: i.Performance - c.Performance}
	matters, good := notBelow(i.Importance, c.Importance), notBelow(i.Performance, c.Performance)
	switch {
	case matters && good:
		p.Cell = Keep
	case matters:
		p.Cell = Fix
	case good:
		p.Cell = Opportunity
	default:
		p.Cell = Low
	}
	p.Label = labels.Of(p.Cell)
	a, b := chanceAbove(matters, p.ToImportance, i.ImportanceSE), chanceAbove(good, p.ToPerformance, i.PerformanceSE)
	p.Chances = Chances{a * b, a * (1 - b), (1 - a) * b, (1 - a) * (1 - b)}
	return p
}

// notBelow reports whether v is at the cut or above; a mean of equal numbers may miss them by its rounding.
func notBelow(v, cut float64) bool { return v >= cut-1e-12*math.Abs(cut) }

// chanceAbove returns how likely the true value is at the cut or above.
func chanceAbove(above bool, distance, se float64) float64 {
	switch {
	case se > 0:
		return distuv.UnitNormal.CDF(distance / se)
	case above:
		return 1
	}
	return 0
}

func meanOf(v []float64) float64 {
	var sum float64
	for _, x := range v {
		sum += x
	}
	return sum / float64(len(v))
}

func medianOf(v []float64) float64 {
	sorted := slices.Clone(v)
	slices.Sort(sorted)
	n := len(sorted)
	return sorted[(n-1)/2]/2 + sorted[n/2]/2
}

// standardised returns the values less their mean over their standard deviation; 0 for values that are all alike.
func standardised(v []float64) []float64 {
	out, mean := make([]float64, len(v)), meanOf(v)
	var squares float64
	for _, x := range v {
		squares += float64((x - mean) * (x - mean))
	}
	sd := math.Sqrt(squares / float64(max(1, len(v)-1)))
	for i, x := range v {
		if sd > 1e-12*math.Abs(mean) {
			out[i] = (x - mean) / sd
		}
	}
	return out
}

// FixFirst returns the indicators to be fixed, the widest gap first; equal gaps in the order given.
func (d *Diagnosis) FixFirst() []Placed {
	var out []Placed
	for _, p := range d.Placed {
		if p.Cell == Fix {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b Placed) int { return cmp.Compare(b.Gap, a.Gap) })
	return out
}
