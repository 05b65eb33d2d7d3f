package btyd

import (
	"fmt"
	"math"
	"sort"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Holdout says how good predictions for single guests were.
type Holdout struct {
	Model    string           `json:"model"`
	Unit     valuation.Period `json:"unit"`
	Length   float64          `json:"length"` // of the hold-out, in Unit
	Guests   int              `json:"guests"`
	Expected float64          `json:"expected"` // visits of all guests in the hold-out
	Actual   float64          `json:"actual"`
	Bias     float64          `json:"bias"`  // Expected - Actual, per one of Actual; 0 if nobody came
	Alive    float64          `json:"alive"` // guests expected to be alive at its beginning
	MAE      float64          `json:"mae"`   // mean absolute error a guest
	RMSE     float64          `json:"rmse"`  // root of the mean squared error a guest

	NaiveExpected float64 `json:"naiveExpected"` // visits of all guests by the naive rule
	NaiveMAE      float64 `json:"naiveMae"`

	// LogScore is the mean of -ln P(X(t) = n | history) over guests, n the visits that came: the lower the better. It
	// judges the whole distribution. NaiveLogScore is what one distribution for all guests gets at best: that of the
	// visits that came.
	LogScore      float64 `json:"logScore"`
	NaiveLogScore float64 `json:"naiveLogScore"`

	// Brier is the mean squared error of the probability to come back at all: 0 is clairvoyant, and the variance of
	// coming back, which is NaiveBrier, is what one probability for all gets.
	Brier      float64 `json:"brier"`
	NaiveBrier float64 `json:"naiveBrier"`
}

// CheckHoldout returns how well a model foretells the visits of guests in the hold-out.
//
// Only the visits of the hold-out count, and what is expected of a guest rests on the guest's history. The log score is
// strictly proper: on average nothing but the true probabilities gets the lowest. Squared errors judge means the same way,
// absolute errors medians, of which that of most guests is 0. A probability below 2^-1022 counts as that: no score is above
// 709.
//
// The naive rule has each guest go on as before: x·length/T visits, none for T of 0.
//
// Input: histories in the unit of the model, later[i] the visits of guest i in the time length after histories[i].
// Errors: a [*hotelcrm.ParamError] for a model nil or out of range, no guest, a length not above 0, or later of another
// length or negative; a [*hotelcrm.RowError] for each of the first [hotelcrm.MaxRowErrors] histories that cannot be.
// Cost: one prediction a guest.
//
// Source: T. Gneiting and A. Raftery, Strictly proper scoring rules, prediction, and estimation, JASA 102 (2007).
func CheckHoldout(m Model, histories []History, later []int, length float64) (Holdout, error) {
	if err := checkHoldout(m, histories, later, length); err != nil {
		return Holdout{}, err
	}
	return heldOut(m, histories, later, length, logScores(m, histories, later, length)), nil
}

// heldOut returns the figures of checked guests, who have these log scores.
func heldOut(m Model, histories []History, later []int, length float64, scores []float64) Holdout {
	out := Holdout{Model: m.Name(), Unit: m.Period(), Length: length, Guests: len(histories)}
	var square, returned float64
	for i, h := range histories {
		actual, usual := float64(later[i]), naive(h, length)
		expected, back := m.Expected(h, length), float64(min(later[i], 1))
		gap, wrong := expected-actual, Returns(m, h, length)-back
		out.Expected += expected
		out.Actual += actual
		out.Alive += m.Alive(h)
		out.MAE += math.Abs(gap)
		out.NaiveExpected += usual
		out.NaiveMAE += math.Abs(usual - actual)
		out.LogScore += scores[i]
		square += float64(gap * gap)
		out.Brier += float64(wrong * wrong)
		returned += back
	}
	n := float64(len(histories))
	for _, mean := range []*float64{&out.MAE, &out.NaiveMAE, &out.LogScore, &out.Brier} {
		*mean /= n
	}
	out.Bias = bias(out.Expected, out.Actual)
	out.RMSE = math.Sqrt(square / n)
	out.NaiveLogScore = entropy(later)
	out.NaiveBrier = returned / n * (1 - returned/n)
	return out
}

func naive(h History, length float64) float64 {
	if h.T == 0 {
		return 0
	}
	return float64(h.X) / h.T * length
}

// Returns returns the probability that a guest comes at least once in the next t.
//
//	1 - L(x, tx, T+t)/L(x, tx, T)
//
// In words: the likelihood of the same visits and silence until T+t, over that of silence until T. It holds for every
// model of visits.
//
// Input: a valid history and model, t of 0 or more, as for [Model]; anything else gives NaN.
func Returns(m Model, h History, t float64) float64 {
	if !validTime(t) {
		return math.NaN()
	}
	silent := h
	silent.T += t
	return max(0, -math.Expm1(m.LogLikelihood(silent)-m.LogLikelihood(h)))
}

func checkHoldout(m Model, histories []History, later []int, length float64) error {
	if err := checkModel(m); err != nil {
		return err
	}
	if !(length > 0 && length <= maxTime) {
		return refuse.Param("length", fmt.Sprint(length), "above 0, at most 1e9")
	}
	if len(histories) == 0 || len(later) != len(histories) {
		return refuse.Param("later", plural.Of(len(later), "guest", "guests"), fmt.Sprintf("%d, as many as histories, and at least one", len(histories)))
	}
	for i, n := range later {
		if n < 0 || n > maxRepeats {
			return refuse.Param(fmt.Sprintf("later[%d]", i), fmt.Sprint(n), fmt.Sprintf("0 to %d", maxRepeats))
		}
	}
	_, err := CellsOf(m.Period(), histories)
	return err
}

// RepeatRow is one row of the table by repeat visits.
type RepeatRow struct {
	Repeats      int     `json:"repeats"`      // in the calibration; the last row has this and more
	Guests       int     `json:"guests"`       // with so many
	Modelled     float64 `json:"modelled"`     // guests expected to have so many, given how long each is known
	ActualMean   float64 `json:"actualMean"`   // visits a guest in the hold-out, 0 without guests
	ExpectedMean float64 `json:"expectedMean"` // as the model has it
}

// ByRepeats returns the table of guests by the number of repeat visits in the calibration, the last row for most and more:
// whether the model has the right number of guests in each row, and their hold-out right.
//
// Input and errors: as [CheckHoldout]; most of 1 to 1000.
func ByRepeats(m Model, histories []History, later []int, length float64, most int) ([]RepeatRow, error) {
	if most < 1 || most > 1000 {
		return nil, refuse.Param("most", fmt.Sprint(most), "1 to 1000")
	}
	if err := checkHoldout(m, histories, later, length); err != nil {
		return nil, err
	}
	out := make([]RepeatRow, most+1)
	ages := map[float64]float64{}
	for i, h := range histories {
		row := &out[min(h.X, most)]
		row.Guests++
		row.ActualMean += float64(later[i])
		row.ExpectedMean += m.Expected(h, length)
		ages[h.T]++
	}
	modelRepeats(m, ages, out)
	for x := range out {
		row := &out[x]
		row.Repeats = x
		row.ActualMean /= float64(max(row.Guests, 1))
		row.ExpectedMean /= float64(max(row.Guests, 1))
	}
	return out, nil
}

// modelRepeats fills Modelled from the number of guests of each age.
func modelRepeats(m Model, ages map[float64]float64, rows []RepeatRow) {
	order := make([]float64, 0, len(ages))
	for age := range ages {
		order = append(order, age)
	}
	sort.Float64s(order)
	last := len(rows) - 1
	for _, age := range order {
		rest := 1.0
		for x := range last {
			p := m.Count(age, x)
			rest -= p
			rows[x].Modelled += float64(ages[age] * p)
		}
		rows[last].Modelled += float64(ages[age] * max(0, rest))
	}
}
