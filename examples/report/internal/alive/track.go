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

// Off returns the mean error of the cumulative visits of a model, per one.
func (h *Holdout) Off(model string) float64 {
	return h.Entries[slices.Index(Names, model)].Tracking.CumulativeRelative
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
