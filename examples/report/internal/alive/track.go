package alive

import (
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// End returns the day at whose beginning the visits of a point are counted.
func (m *Result) End(p btyd.TrackPoint) hotelcrm.Date {
	return m.calibrated().AddDays(int(math.Round(p.At * btyd.DaysPer(m.Terms.Unit))))
}

// calibrated returns the last day of the calibration that the tracking belongs to.
func (m *Result) calibrated() hotelcrm.Date {
	if m.Held != nil {
		return m.Held.Watch.Last
	}
	return m.Last
}

// Of returns how good a model was in the hold-out; false if it was not fitted there.
func (h *Holdout) Of(model string) (btyd.Entry, bool) {
	if h == nil {
		return btyd.Entry{}, false
	}
	e := h.Entries[slices.Index(Names, model)]
	return e, e.Rank > 0
}

// Apart reports whether the fit that all predictions are by is another one than those that are compared: of more guests, or
// of more days.
func (m *Result) Apart() bool {
	e := m.Fits.Entries[slices.Index(Names, m.Chosen.Model.Name())]
	return e.Report.Guests != m.Chosen.Report.Guests || e.Report.LogLikelihood != m.Chosen.Report.LogLikelihood
}

// RankBy says what has chosen the model.
func (m *Result) RankBy() string {
	if m.Held == nil {
		return "none: too little data to hold any out, so the model is the first that fits of a fixed order"
	}
	return m.Held.RankBy
}

// Names are the models in the order of a comparison.
var Names = []string{btyd.NBD{}.Name(), btyd.BGNBD{}.Name(), btyd.MBGNBD{}.Name(), btyd.ParetoNBD{}.Name(), GGompertz}
