package btyd

import "math"

// FitSBG returns the shifted-beta-geometric model of highest likelihood. It never fails on valid counts: a fit that
// tells little has a warning.
//
// Errors: a [*hotelcrm.ParamError] for counts that cannot be; a [*FitError] if there is no renewal to learn from.
// Cost: O(renewals) a step.
func FitSBG(r Renewals) (Fit[SBG], error) {
	if err := r.Validate(); err != nil {
		return Fit[SBG]{}, err
	}
	var renewed, left float64
	for i := range r.Left {
		renewed += float64(r.Renewed[i])
		left += float64(r.Left[i])
	}
	if renewed+left == 0 {
		return Fit[SBG]{}, &FitError{Model: SBG{}.Name(), Code: WarnNoRepeats, Text: "nobody came to a renewal"}
	}
	churn := (left + 0.5) / (renewed + left + 1)
	theta, report, err := maximise(&problem{
		model: SBG{}.Name(), unit: r.Unit, names: []string{"alpha", "beta"},
		starts:     [][]float64{{1, 1/churn - 1}, {churn * 5, (1 - churn) * 5}, {0.2, 0.2 * (1/churn - 1)}},
		likelihood: &sbgRows{Renewals: r}, guests: r.Guests(),
	})
	if err != nil {
		return Fit[SBG]{}, err
	}
	if left == 0 {
		report.warn(WarnNoChurn, "nobody left: retention is as good as 1")
	}
	return Fit[SBG]{Model: SBG{Alpha: theta[0], Beta: theta[1], Unit: r.Unit}, Report: report}, nil
}

// sbgRows is the likelihood of renewals, one row each.
type sbgRows struct {
	Renewals
	alpha, beta float64
}

func (l *sbgRows) rows() int { return len(l.Left) }

func (l *sbgRows) set(theta []float64) { l.alpha, l.beta = theta[0], theta[1] }

func (l *sbgRows) add(from, to int, s *sums) {
	for i := from; i < to; i++ {
		renewed, left := float64(l.Renewed[i]), float64(l.Left[i])
		past := l.beta + float64(i)
		whole := l.alpha + past
		log := math.Log(whole)
		s.value += float64(renewed*(math.Log(past)-log)) + float64(left*(math.Log(l.alpha)-log))
		all := (renewed + left) / whole
		s.gradient[0] += left/l.alpha - all
		s.gradient[1] += renewed/past - all
		s.hessian[0][0] += all/whole - left/l.alpha/l.alpha
		s.hessian[1][0] += all / whole
		s.hessian[1][1] += all/whole - renewed/past/past
	}
}
