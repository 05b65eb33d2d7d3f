package btyd

import "github.com/hotelcrm/hotelcrm"

// judgeRate warns where the rates of all guests are the same: r and alpha grow together without end.
func (p *problem) judgeRate(theta []float64) []hotelcrm.Warning {
	if theta[0] < huge {
		return nil
	}
	return []hotelcrm.Warning{p.warning(WarnBoundary, "all guests have one rate of visits, %.6g per %v: the nested model has a Poisson process in place of the NBD", theta[0]/theta[1]/p.scale, p.unit)}
}

// judgeDropout warns where nobody leaves after a visit or where all guests leave with one probability.
func (p *problem) judgeDropout(theta []float64) []hotelcrm.Warning {
	out := p.judgeRate(theta)
	a, b := theta[2], theta[3]
	share := a / (a + b)
	switch {
	case share < tiny:
		out = append(
			out,
			p.warning(WarnNoChurn, "a guest leaves after a visit with probability %.3g", share),
			p.warning(WarnBoundary, "nobody leaves: the nested model is the NBD"),
		)
	case share > 1-tiny:
		out = append(out, p.warning(WarnBoundary, "every guest leaves after the first chance: there is nothing to expect"))
	case a > huge:
		out = append(out, p.warning(WarnBoundary, "all guests leave after a visit with one probability, %.6g: the nested model has a geometric number of visits", share))
	case a < tiny && b < tiny:
		out = append(out, p.warning(WarnBoundary, "guests leave at the first chance or never: the nested model is an NBD with a share of one-time guests"))
	}
	return out
}

// judgeDeath warns where nobody leaves or where all guests have one rate of leaving.
func (p *problem) judgeDeath(theta []float64) []hotelcrm.Warning {
	out := p.judgeRate(theta)
	s, beta := theta[2], theta[3]
	switch rate := s / beta; { // the mean rate of leaving, in mean times of watching
	case rate < tiny || s < tiny:
		out = append(
			out,
			p.warning(WarnNoChurn, "the mean rate of leaving is %.3g per %v", rate/p.scale, p.unit),
			p.warning(WarnBoundary, "nobody leaves: the nested model is the NBD"),
		)
	case s > huge:
		out = append(out, p.warning(WarnBoundary, "all guests leave at one rate, %.6g per %v: the nested model has an exponential lifetime", rate/p.scale, p.unit))
	case beta < tiny:
		out = append(out, p.warning(WarnBoundary, "guests leave at once or never: the nested model is an NBD with a share of one-time guests"))
	}
	return out
}
