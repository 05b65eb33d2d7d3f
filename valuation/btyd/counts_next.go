package btyd

import (
	"errors"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// NextCounts says how often one guest may come in the time ahead: what a clerk or an offer can build on, where the expected
// number is no whole one.
type NextCounts struct {
	None float64 `json:"none"` // probability not to come
	Once float64 `json:"once"`
	More float64 `json:"more"` // twice or more

	Low    int     `json:"low"`    // of the range that the number of visits lies in
	High   int     `json:"high"`   // of the range
	Within float64 `json:"within"` // probability of the range: the level or more, since visits are whole
}

// CountsNext returns how often the guest may come in the next t.
//
//	Low  = the least n with P(X(t) ≤ n | history) ≥ (1-level)/2
//	High = the least n with P(X(t) ≤ n | history) ≥ (1+level)/2
//
// It is a prediction, not a confidence interval: it holds what chance leaves open of a guest whose rate and end nobody
// sees, at the parameters of the model. What the parameters leave open is little beside it where hundreds of guests
// were fitted. For totals over many guests it is the other way round: their range is that of [Predictor.PredictAll].
//
// Input: t of 0 to 1e9 in the model's unit; level in (0, 1 - 1e-9], such as 0.8.
// Errors: a [*hotelcrm.ParamError] for a model, t or level out of range; a [*hotelcrm.RowError] for a history that
// cannot be, or whose range ends above 100000 visits.
// Cost: one call of CountNext for each number up to High, two at least.
func CountsNext(m Model, h History, t, level float64) (NextCounts, error) {
	if err := checkCountsNext(m, t, level); err != nil {
		return NextCounts{}, err
	}
	if err := h.Validate(); err != nil {
		return NextCounts{}, err
	}
	out, ok := countsNext(m, h, t, level)
	if !ok {
		return out, errTooMany(0)
	}
	return out, nil
}

// CountsNextAll returns those of [CountsNext] for guests in their order.
//
// Input: as for [CountsNext]; workers is how many goroutines may work, 0 for one. The result does not depend on it.
// Errors: as for [CountsNext], for each of the first [hotelcrm.MaxRowErrors] guests, and for workers out of range.
// Cost: that of [CountsNext] for each different history.
func CountsNextAll(m Model, guests []History, t, level float64, workers int) ([]NextCounts, error) {
	if err := checkCountsNext(m, t, level); err != nil {
		return nil, err
	}
	if err := checkWorkers(workers); err != nil {
		return nil, err
	}
	groups, err := newAlike(guests, workers)
	if err != nil {
		return nil, err
	}
	of, found := make([]NextCounts, len(groups.histories)), make([]bool, len(groups.histories))
	_, _ = inBlocks(len(of), workers, func(k int, _ *workspace, _ *gradient) error {
		of[k], found[k] = countsNext(m, groups.histories[k], t, level)
		return nil
	})
	out := make([]NextCounts, len(guests))
	var errs []error
	for i, k := range groups.of {
		if out[i] = of[k]; !found[k] && len(errs) < hotelcrm.MaxRowErrors {
			errs = append(errs, errTooMany(i+1))
		}
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	return out, nil
}

// highestLevel leaves a tail that is more than the rounding of the sum of all probabilities, which may stay below a level
// nearer to 1 however many visits are asked for.
const highestLevel = 1 - 1e-9

func checkCountsNext(m Model, t, level float64) error {
	if err := checkModel(m); err != nil {
		return err
	}
	if !(level > 0 && level <= highestLevel) { // NaN too
		return refuse.Param("level", strconv.FormatFloat(level, 'g', -1, 64), "above 0, up to 1 - 1e-9")
	}
	return checkTimes("t", t)
}

// countsNext returns false if the range ends above maxRepeats.
func countsNext(m Model, h History, t, level float64) (NextCounts, bool) {
	out := NextCounts{None: m.CountNext(h, t, 0), Once: m.CountNext(h, t, 1), Low: -1}
	out.More = max(0, 1-out.None-out.Once)
	reached, below := 0.0, 0.0 // P(X ≤ n), P(X < Low)
	for n := range maxRepeats + 1 {
		p := out.None
		if n == 1 {
			p = out.Once
		} else if n > 1 {
			p = m.CountNext(h, t, n)
		}
		if out.Low < 0 && reached+p >= (1-level)/2 {
			out.Low, below = n, reached
		}
		if reached += p; reached >= (1+level)/2 {
			out.High, out.Within = n, min(1, reached-below)
			return out, true
		}
	}
	return NextCounts{}, false
}

func errTooMany(row int) error {
	return &hotelcrm.RowError{Row: row, Field: "visits", Err: errors.New("the range ends above " + strconv.Itoa(maxRepeats) + " visits")}
}
