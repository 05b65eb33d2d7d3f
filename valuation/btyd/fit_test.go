package btyd_test

import (
	"errors"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// Tolerances of a fit against the maxima recomputed for the reference.
const (
	paramsClose = 1e-6 // relative
	errorsClose = 1e-5 // relative, of standard errors
	logLikClose = 2e-8 // absolute; the references have 8 decimals
)

// fitGold is a published maximum.
type fitGold struct {
	name   string
	cells  *btyd.Cells
	fit    func(*btyd.Cells, int) (btyd.Report, error)
	params []float64
	logLik float64
	stdErr []float64
}

func reportOf[M any](fit func(*btyd.Cells, int) (btyd.Fit[M], error)) func(*btyd.Cells, int) (btyd.Report, error) {
	return func(c *btyd.Cells, workers int) (btyd.Report, error) {
		f, err := fit(c, workers)
		return f.Report, err
	}
}

func TestFitsAgainstPublishedMaxima(t *testing.T) {
	rounded, sample := roundedCells(t), cdnowCells(t, sampleFile)
	bg, mbg, pareto := reportOf(btyd.FitBGNBD), reportOf(btyd.FitMBGNBD), reportOf(btyd.FitParetoNBD)
	tests := []fitGold{
		{"rounded", rounded, bg, []float64{.242592907, 4.413531561, .792886148, 2.425753435}, -9582.42556057, []float64{.01255732, .37822142, .18571906, .70534543}},
		{"rounded", rounded, mbg, []float64{.524837984, 6.182992019, .891356156, 1.613999335}, -9582.13268490, []float64{.08326407, .69559793, .15478532, .53747238}},
		{"rounded", rounded, pareto, []float64{.553275509, 10.577612238, .606213569, 11.667911259}, -9594.97392983, []float64{.04762874, .84272385, .18727936, 6.21102205}},
		{"sample", sample, bg, []float64{.242594522, 4.413602019, .792922017, 2.425906778}, -9582.42920667, []float64{.01255738, .37822406, .18573386, .70541439}},
		{"sample", sample, mbg, []float64{.524843159, 6.183085280, .891359391, 1.614002240}, -9582.13571555, []float64{.08326820, .69562063, .15478992, .53749475}},
		{"sample", sample, pareto, []float64{.553277047, 10.577683463, .606239988, 11.668735249}, -9594.97617894, []float64{.04762792, .84272254, .18728127, 6.21111116}},
	}
	for _, test := range tests {
		report, err := test.fit(test.cells, 1)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(report.LogLikelihood-test.logLik) > logLikClose {
			t.Errorf("%s %s: log-likelihood %.9f, want %.8f", report.Model, test.name, report.LogLikelihood, test.logLik)
		}
		for i, p := range report.Params {
			if math.Abs(p.Value/test.params[i]-1) > paramsClose {
				t.Errorf("%s %s: %s %.10g, want %.10g, off by %.1e", report.Model, test.name, p.Name, p.Value, test.params[i], p.Value/test.params[i]-1)
			}
			if math.Abs(p.StdErr/test.stdErr[i]-1) > errorsClose {
				t.Errorf("%s %s: standard error of %s %.10g, want %.8g", report.Model, test.name, p.Name, p.StdErr, test.stdErr[i])
			}
		}
		if len(report.Warnings) > 0 || report.Eigenvalues[0] <= 0 || report.GradientNorm > 1e-5 {
			t.Errorf("%s %s: no proof of a maximum: %+v", report.Model, test.name, report)
		}
		t.Logf("%s %s: %d evaluations, gradient %.1e, %+v", report.Model, test.name, report.Evaluations, report.GradientNorm, report.Params)
	}
}

func TestNBDFitAgainstBTYDplus(t *testing.T) {
	fit, err := btyd.FitNBD(cdnowCells(t, sampleFile), 1)
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(fit.Model.R-.3847659) > 1e-6 || math.Abs(fit.Model.Alpha-12.0720137) > 3e-5 || math.Abs(fit.Report.LogLikelihood+9763.657615) > 1e-6 {
		t.Errorf("got %+v, log-likelihood %.6f", fit.Model, fit.Report.LogLikelihood)
	}
}

// The same guests in days: alpha is 7 times as large, the log-likelihood lower by Σx·ln 7, all else equal.
func TestUnitOfTimeChangesNothingElse(t *testing.T) {
	const shift = 4781.101236228905
	weeks := cdnowCells(t, sampleFile)
	days, err := cdnow(t, sampleFile, valuation.Day).Cells()
	if err != nil {
		t.Fatal(err)
	}
	perWeek, err := btyd.FitBGNBD(weeks, 1)
	if err != nil {
		t.Fatal(err)
	}
	perDay, err := btyd.FitBGNBD(days, 1)
	if err != nil {
		t.Fatal(err)
	}
	if got := perWeek.Report.LogLikelihood - perDay.Report.LogLikelihood; math.Abs(got-shift) > 1e-8 {
		t.Errorf("log-likelihood lower by %.12f, want %.12f", got, shift)
	}
	same := perWeek.Model
	same.Alpha, same.Unit = 7*same.Alpha, valuation.Day
	var sum float64
	for i, c := range days.All() {
		h := weeks.At(i).History
		sum += float64(c.Guests) * same.LogLikelihood(c.History)
		if a, b := same.Alive(c.History), perWeek.Model.Alive(h); math.Abs(a-b) > 1e-13 {
			t.Fatalf("P(alive) of %v: %g by days, %g by weeks", h, a, b)
		}
		if a, b := same.Expected(c.History, 273), perWeek.Model.Expected(h, 39); math.Abs(a-b) > 1e-12*b {
			t.Fatalf("expected stays of %v: %g by days, %g by weeks", h, a, b)
		}
		if a, b := perDay.Model.Expected(c.History, 273), perWeek.Model.Expected(h, 39); math.Abs(a-b) > 1e-7*b {
			t.Fatalf("expected stays of %v: %g fitted by days, %g by weeks", h, a, b)
		}
	}
	if got := perWeek.Report.LogLikelihood - sum; math.Abs(got-shift) > 1e-8 {
		t.Errorf("log-likelihood of the same parameters lower by %.12f, want %.12f", got, shift)
	}
}

func TestSampleCounts(t *testing.T) {
	tests := []struct {
		file                                           string
		guests, repeats, once, most, later, cellNumber int
	}{
		{sampleFile, 2357, 2457, 1411, 29, 1882, 1016},
		{masterFile, 23570, 24337, 14119, 80, 19684, 8685},
	}
	for _, test := range tests {
		split := cdnow(t, test.file, valuation.Week)
		cells, err := split.Cells()
		if err != nil {
			t.Fatal(err)
		}
		once, most, later := 0, 0, 0
		for i, h := range split.Histories {
			later += split.Later[i]
			most = max(most, h.X)
			if h.X == 0 {
				once++
			}
		}
		if int(cells.Guests()) != test.guests || cells.Repeats() != float64(test.repeats) || once != test.once || most != test.most || later != test.later || cells.Len() != test.cellNumber {
			t.Errorf("%s: guests %d, repeats %g, once %d, most %d, later %d, cells %d", test.file, cells.Guests(), cells.Repeats(), once, most, later, cells.Len())
		}
	}
}

func TestFitWithoutAStartIsAnError(t *testing.T) {
	err := btyd.FitHopeless()
	wrong, ok := errors.AsType[*btyd.FitError](err)
	if !ok || wrong.Code != btyd.WarnNoStart || wrong.Model != "NBD" || wrong.Text == "" {
		t.Errorf("got %v", err)
	}
}
