package btyd

import (
	"errors"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Trial is what models are compared on. Without a hold-out they are fitted and described, but not ranked.
type Trial struct {
	Unit      valuation.Period
	Histories []History // to the end of the calibration
	Later     []int     // visits of each guest in the hold-out; nil if there is none
	HeldOut   float64   // the length of the hold-out, in Unit
	At        []float64 // times for the tracking, from the end of the calibration; nil if there is none
	Actual    []float64 // cumulative repeat visits at these times
}

// TrialOf returns the trial of a split.
func TrialOf(s *Split) Trial {
	out := Trial{Unit: s.Unit, Histories: s.Histories}
	if s.HeldOut > 0 {
		out.Later, out.HeldOut = s.Later, s.HeldOut
	}
	return out
}

// Entry is one model of a comparison.
type Entry struct {
	Model    Model      `json:"-"`
	Report   Report     `json:"report"`
	Failed   string     `json:"failed,omitempty"`  // why the model could not be fitted
	Holdout  Holdout    `json:"holdout,omitzero"`  // zero without a hold-out
	Behind   Lag        `json:"behind,omitzero"`   // the model of the lowest log score; zero without a hold-out
	Tracking TrackError `json:"tracking,omitzero"` // after the calibration; zero without times
	Rank     int        `json:"rank,omitempty"`    // 1 for the best; 0 without a hold-out
	Tie      int        `json:"tie,omitempty"`     // models of one number are not told apart by their log scores; 0 without them

	scores []float64 // log scores of the guests, while models are compared
}

// Comparison is all models on one trial, in the order NBD, BG/NBD, MBG/NBD, Pareto/NBD, GGom/NBD.
type Comparison struct {
	Entries []Entry `json:"entries"`
	RankBy  string  `json:"rankBy"` // the figure that ranks, or why there are no ranks
}

// Best returns the entry of rank 1, false if there is none.
func (c Comparison) Best() (Entry, bool) {
	for _, e := range c.Entries {
		if e.Rank == 1 {
			return e, true
		}
	}
	return Entry{}, false
}

// What ranks a comparison.
const (
	rankByScore    = "log score a guest in the hold-out; where scores are not told apart (95 %), error of the total there"
	rankByTracking = "mean absolute error of the cumulative visits in the hold-out"
	noRank         = "none: without a hold-out the likelihood alone does not choose a model"
)

// Compare fits all models of visits to the calibration and returns how good each is in the hold-out.
//
// The rank is by the visits that guests make in the hold-out alone, in steps:
//
//  1. Fits that were not proved come after those that were.
//  2. The lower log score comes first, see [Holdout]: it judges the probabilities given for each guest, at which all
//     models here can be asked.
//  3. Models whose mean score is within 1.96 standard errors of the lowest, by the differences guest by guest, are
//     tied: the hold-out does not tell them apart. So are scores that differ by less than a millionth. Of the rest, the
//     lowest and those tied with it come next, and so on. Each tie is of a pair at 95 %, not corrected for the number
//     of models compared: of more than two models that are equally good, the chance that one is taken for worse than
//     the lowest may be above 5 %.
//  4. Of tied models the one whose expected total is nearer to the visits that came is first, in whole visits; then the
//     one of fewer parameters; then the order of the entries.
//
// A trial without Later, of which only totals are known, is ranked by the error of the cumulative tracking, as the
// literature does. The rank is never by likelihood, AIC or BIC: a model may describe the past better and the future
// worse, as BG/NBD does beside Pareto/NBD on the data both are known for.
//
// Source: F. Diebold and R. Mariano, Comparing predictive accuracy, Journal of Business & Economic Statistics 13 (1995).
//
// Input: a trial as described there; workers as in [FitBGNBD].
// Errors: those of [CellsOf], [CheckHoldout] and [Track]. A model that cannot be fitted is an entry that says so.
// Cost: five fits, and one prediction and 8 bytes a guest and model.
func Compare(trial Trial, workers int) (Comparison, error) {
	cells, err := CellsOf(trial.Unit, trial.Histories)
	if err != nil {
		return Comparison{}, err
	}
	out := Comparison{RankBy: noRank}
	for _, m := range compared() {
		fit, err := m.fit(cells, workers)
		entry := Entry{Model: fit.Model, Report: fit.Report}
		if failed, ok := errors.AsType[*FitError](err); ok {
			entry.Failed = failed.Error()
		} else if err != nil {
			return Comparison{}, err
		} else if err := entry.check(trial, cells); err != nil {
			return Comparison{}, err
		}
		out.Entries = append(out.Entries, entry)
	}
	out.rank(trial)
	return out, nil
}

// check fills in how good the model is.
func (e *Entry) check(trial Trial, cells *Cells) error {
	if trial.Later != nil {
		if err := checkHoldout(e.Model, trial.Histories, trial.Later, trial.HeldOut); err != nil {
			return err
		}
		e.scores = logScores(e.Model, trial.Histories, trial.Later, trial.HeldOut)
		e.Holdout = heldOut(e.Model, trial.Histories, trial.Later, trial.HeldOut, e.scores)
	}
	if !trial.tracked() {
		return nil
	}
	if len(trial.Actual) != len(trial.At) {
		return refuse.Param("Trial.Actual", plural.Of(len(trial.Actual), "entry", "entries"), "as many as At")
	}
	track, err := Track(e.Model, cells, trial.At, trial.Actual)
	if err != nil {
		return err
	}
	e.Tracking, err = track.Error(0)
	return err
}

// tracked reports whether the trial has a time after the calibration.
func (t *Trial) tracked() bool { return len(t.At) > 0 && t.At[len(t.At)-1] > 0 }
