package btyd

import "math"

// FitBGBB returns the BG/BB model of highest likelihood.
//
// Input: cells of [NewOccasionCells]; workers is how many goroutines may work, 0 for one; the result does not depend on it.
// Errors: a [*hotelcrm.ParamError] for nil cells; a [*FitError] with [WarnNoRepeats] if nobody came, and for cells
// without occasions.
// Cost: O(cells·n) a step.
func FitBGBB(cells *OccasionCells, workers int) (Fit[BGBB], error) {
	if err := checkWorkers(workers); err != nil {
		return Fit[BGBB]{}, err
	}
	if cells == nil {
		return Fit[BGBB]{}, errNone("cells")
	}
	name := BGBB{}.Name()
	var came, occasions, missed float64
	for _, c := range cells.list {
		came += float64(c.Guests) * float64(c.X)
		occasions += float64(c.Guests) * float64(c.N)
		missed += float64(c.Guests) * float64(c.N-c.Tx)
	}
	if came == 0 {
		return Fit[BGBB]{}, &FitError{Model: name, Code: WarnNoRepeats, Text: "nobody came on any occasion"}
	}
	rate := min(came/occasions, 0.99)
	theta, report, err := maximise(&problem{
		model: name, unit: cells.unit, names: []string{"alpha", "beta", "gamma", "delta"},
		starts: [][]float64{
			{1, 1/rate - 1, 0.5, 2.5}, {0.5, 0.5 * (1/rate - 1), 1, 10}, {2, 2 * (1/rate - 1), 0.2, 1},
		},
		likelihood: newBGBBRows(cells), guests: cells.guests, workers: workers,
	})
	if err != nil {
		return Fit[BGBB]{}, err
	}
	if missed == 0 {
		report.warn(WarnNoChurn, "all came on their last occasion: nothing says that anybody left")
	}
	return Fit[BGBB]{Model: BGBB{theta[0], theta[1], theta[2], theta[3], cells.unit}, Report: report}, nil
}

// bgbbRows is the likelihood of occasions, one row a cell.
//
// All gamma functions of the model are of a parameter plus a whole number, so their ratios are rising factorials: one
// table for each of α, β, α+β, δ and γ+δ.
type bgbbRows struct {
	list                              []OccasionCell
	gamma                             float64
	alphas, betas, rates, deltas, all risings // of α, β, α+β, δ, γ+δ
}

func newBGBBRows(cells *OccasionCells) *bgbbRows {
	high := 0
	for _, c := range cells.list {
		high = max(high, c.N)
	}
	return &bgbbRows{
		list: cells.list, alphas: newRisings(high), betas: newRisings(high), rates: newRisings(high), deltas: newRisings(high), all: newRisings(high),
	}
}

func (l *bgbbRows) rows() int { return len(l.list) }

func (l *bgbbRows) set(theta []float64) {
	l.gamma = theta[2]
	l.alphas.set(theta[0])
	l.betas.set(theta[1])
	l.rates.set(theta[0] + theta[1])
	l.deltas.set(theta[3])
	l.all.set(theta[2] + theta[3])
}

func (l *bgbbRows) add(from, to int, s *sums) {
	for i := from; i < to; i++ {
		c := &l.list[i]
		l.addCell(c.Occasions, float64(c.Guests), s)
	}
}

// addCell adds ln Σ e^t(m) over the times m at which the guest may have left; m = n is not yet.
//
// With weights w = e^t/Σ e^t, the gradient is Σ w·∇t and the Hessian Σ w·(∇²t + ∇t ∇tᵀ) less the square of the gradient.
func (l *bgbbRows) addCell(o Occasions, guests float64, s *sums) {
	high := math.Inf(-1)
	for m := o.Tx; m <= o.N; m++ {
		high = max(high, l.log(o, m))
	}
	var sum float64
	var mean sums
	for m := o.Tx; m <= o.N; m++ {
		w := math.Exp(l.log(o, m) - high)
		sum += w
		l.addTerm(o, m, w, &mean)
	}
	s.value += float64(guests * (high + math.Log(sum)))
	for i := range 4 {
		mean.gradient[i] /= sum
		s.gradient[i] += float64(guests * mean.gradient[i])
		for j := range i + 1 {
			s.hessian[i][j] += float64(guests * (mean.hessian[i][j]/sum - float64(mean.gradient[i]*mean.gradient[j])))
		}
	}
}

// log returns the log of the probability of the visits and of leaving after occasion m, of staying for m = n.
func (l *bgbbRows) log(o Occasions, m int) float64 {
	came := l.alphas.log[o.X] + l.betas.log[m-o.X] - l.rates.log[m]
	if m == o.N {
		return came + l.deltas.log[m] - l.all.log[m]
	}
	return came + math.Log(l.gamma) + l.deltas.log[m] - l.all.log[m+1]
}

func (l *bgbbRows) addTerm(o Occasions, m int, w float64, s *sums) {
	end, gone, bend := m+1, 1/l.gamma, -1/l.gamma/l.gamma
	if m == o.N {
		end, gone, bend = m, 0, 0
	}
	rate, all := l.rates.first[m], l.all.first[end]
	gradient := [4]float64{l.alphas.first[o.X] - rate, l.betas.first[m-o.X] - rate, gone - all, l.deltas.first[m] - all}
	for i := range 4 {
		s.gradient[i] += float64(w * gradient[i])
		for j := range i + 1 {
			s.hessian[i][j] += float64(w * float64(gradient[i]*gradient[j]))
		}
	}
	rate, all = l.rates.second[m], l.all.second[end]
	s.hessian[0][0] += float64(w * (l.alphas.second[o.X] - rate))
	s.hessian[1][0] -= float64(w * rate)
	s.hessian[1][1] += float64(w * (l.betas.second[m-o.X] - rate))
	s.hessian[2][2] += float64(w * (bend - all))
	s.hessian[3][2] -= float64(w * all)
	s.hessian[3][3] += float64(w * (l.deltas.second[m] - all))
}
