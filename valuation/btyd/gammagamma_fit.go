package btyd

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/special"
	"gonum.org/v1/gonum/mathext"
)

// correlated is from where a correlation of visits and spend has a warning.
const correlated = 0.3

// SpendFit is a fitted model of spend with what it left out.
type SpendFit struct {
	Fit[GammaGamma]
	Correlation float64 `json:"correlation"` // of visits and mean spend
	Dropped     int     `json:"dropped"`     // guests with a mean of 0 or less
	Unknown     int     `json:"unknown"`     // guests without visits to read a spend from
}

// FitGammaGamma returns the Gamma-Gamma model of highest likelihood with a mean: q is kept above 1, and a warning says if
// the data would have it lower.
//
// Input: workers is how many goroutines may work, 0 for one; the result does not depend on it.
// Errors: a [*hotelcrm.ParamError] for nil spends; a [*FitError] without a spend.
// Cost: O(n) a step.
func FitGammaGamma(spends *Spends, workers int) (SpendFit, error) {
	return fitSpend(spends, workers, 1)
}

// FitGammaGammaFree is [FitGammaGamma] with q anywhere above 0. A q of 1 or less has a warning: [GammaGamma.Expected] is
// then an error for new guests, and may be one for guests with few visits.
func FitGammaGammaFree(spends *Spends, workers int) (SpendFit, error) {
	return fitSpend(spends, workers, 0)
}

func fitSpend(spends *Spends, workers int, lowest float64) (SpendFit, error) {
	if err := checkWorkers(workers); err != nil {
		return SpendFit{}, err
	}
	if spends == nil {
		return SpendFit{}, errNone("spends")
	}
	out := SpendFit{Correlation: spends.Correlation(), Dropped: spends.dropped, Unknown: spends.unknown}
	name := GammaGamma{}.Name()
	n := float64(spends.Len())
	if n == 0 {
		return out, &FitError{Model: name, Code: WarnNoRepeats, Text: "no guest with a spend above 0"}
	}
	mean := 0.0
	for _, s := range spends.list {
		mean += s.Mean / n
	}
	theta, report, err := maximise(&problem{
		model: name, names: []string{"p", "q", "gamma"}, shifts: []float64{0, lowest, 0},
		starts:     [][]float64{{5, 4, 0.6}, {1.5, 2.5, 1}, {30, 10, 0.3}},
		likelihood: newSpendRows(spends.list, mean), guests: int64(spends.Len()), workers: workers,
		scale: mean, powers: []float64{0, 0, 1}, offset: -n * math.Log(mean),
	})
	if err != nil {
		return out, err
	}
	out.Model, out.Report = GammaGamma{P: theta[0], Q: theta[1], Gamma: theta[2]}, report
	out.warn()
	return out, nil
}

func (f *SpendFit) warn() {
	if f.Dropped > 0 {
		f.Report.Warnings = append(f.Report.Warnings, hotelcrm.Warning{Code: WarnSpendDropped, Text: "guests with a mean spend of 0 or less were left out", N: f.Dropped})
	}
	if math.Abs(f.Correlation) >= correlated {
		f.Report.warn(WarnSpendCorrelated, fmt.Sprintf("visits and spend are correlated by %.2f; the model takes them for independent", f.Correlation))
	}
	if f.Model.Q <= 1 {
		f.Report.warn(WarnNoMean, "q is 1 or less: the mean spend of all guests is infinite")
	}
}

// spendRows is the likelihood of spends, one row a guest, with gamma functions once for each number of visits.
type spendRows struct {
	list  []Spend
	scale float64
	group []int32 // of each row: its number of visits in counts
	count []int   // the different numbers of visits, rising
	table []spendTerms

	p, q, gamma, logGamma float64
}

// spendTerms are -ln B(px, q) with its derivatives in px and q.
type spendTerms struct{ log, dp, dq, dpp, dpq, dqq float64 }

func newSpendRows(list []Spend, scale float64) *spendRows {
	out := &spendRows{list: list, scale: scale, group: make([]int32, len(list))}
	for i, s := range list {
		if i == 0 || s.X != out.count[len(out.count)-1] {
			out.count = append(out.count, s.X)
		}
		out.group[i] = int32(len(out.count) - 1)
	}
	out.table = make([]spendTerms, len(out.count))
	return out
}

func (l *spendRows) rows() int { return len(l.list) }

func (l *spendRows) set(theta []float64) {
	l.p, l.q, l.gamma = theta[0], theta[1], theta[2]
	l.logGamma = math.Log(l.gamma)
	psiQ, bendQ := mathext.Digamma(l.q), special.Trigamma(l.q)
	for i, x := range l.count {
		px := l.p * float64(x)
		psi, bend := mathext.Digamma(px+l.q), special.Trigamma(px+l.q)
		l.table[i] = spendTerms{
			log: -lbeta(px, l.q), dp: psi - mathext.Digamma(px), dq: psi - psiQ,
			dpp: bend - special.Trigamma(px), dpq: bend, dqq: bend - bendQ,
		}
	}
}

func (l *spendRows) add(from, to int, s *sums) {
	for i := from; i < to; i++ {
		t := &l.table[l.group[i]]
		x, z := float64(l.list[i].X), l.list[i].Mean/l.scale
		whole := l.gamma + x*z
		logWhole := math.Log(whole)
		own, house := math.Log(x*z)-logWhole, l.logGamma-logWhole
		px := l.p * x
		s.value += t.log + float64(px*own) + float64(l.q*house) - math.Log(z)
		s.gradient[0] += float64(x * (t.dp + own))
		s.gradient[1] += t.dq + house
		s.gradient[2] += l.q/l.gamma - (px+l.q)/whole
		s.hessian[0][0] += float64(x * x * t.dpp)
		s.hessian[1][0] += float64(x * t.dpq)
		s.hessian[1][1] += t.dqq
		s.hessian[2][0] -= x / whole
		s.hessian[2][1] += 1/l.gamma - 1/whole
		s.hessian[2][2] += (px+l.q)/whole/whole - l.q/l.gamma/l.gamma
	}
}
