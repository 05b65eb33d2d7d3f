package btyd_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// recovered fails where a fit of simulated guests is more than four standard errors from the parameters of the
// simulation.
func recovered(t *testing.T, want []btyd.Param, report btyd.Report) {
	t.Helper()
	if len(report.Warnings) > 0 || report.Covariance == nil {
		t.Errorf("warnings %v", report.Warnings)
	}
	for i, p := range report.Params {
		if p.Name != want[i].Name || math.Abs(p.Value-want[i].Value) > 4*p.StdErr {
			t.Errorf("got %s %.4f ± %.4f, want %.4f", p.Name, p.Value, p.StdErr, want[i].Value)
		}
	}
}

func simulatedAges(n int) []float64 {
	ages := make([]float64, n)
	for i := range ages {
		ages[i] = 30 + float64(i%40)
	}
	return ages
}

func TestFitsRecoverWhatWasSimulated(t *testing.T) {
	t.Parallel()
	for _, m := range allModels() {
		t.Run(m.Name(), func(t *testing.T) {
			histories, _, err := btyd.Simulate(m, 5, simulatedAges(6000), 0)
			if err != nil {
				t.Fatal(err)
			}
			recovered(t, m.Params(), fitReport(t, m, cellsOf(t, valuation.Week, histories)))
		})
	}
}

// fitReport fits a model of the kind of m.
func fitReport(t *testing.T, m btyd.Model, cells *btyd.Cells) btyd.Report {
	t.Helper()
	var report btyd.Report
	var err error
	switch m.(type) {
	case btyd.NBD:
		report, err = takeReport(btyd.FitNBD(cells, 1))
	case btyd.BGNBD:
		report, err = takeReport(btyd.FitBGNBD(cells, 1))
	case btyd.MBGNBD:
		report, err = takeReport(btyd.FitMBGNBD(cells, 1))
	case btyd.ParetoNBD:
		report, err = takeReport(btyd.FitParetoNBD(cells, 1))
	case btyd.GGompertz:
		report, err = takeReport(btyd.FitGGompertz(cells, 1))
	case btyd.MBGCNBD:
		report, err = takeReport(btyd.FitMBGCNBD(cells, 2, 1))
	default:
		err = fmt.Errorf("no fit of %T", m)
	}
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func takeReport[M any](fit btyd.Fit[M], err error) (btyd.Report, error) { return fit.Report, err }

func TestSimulatedGuestsComeAsExpected(t *testing.T) {
	t.Parallel()
	for _, m := range allModels() {
		t.Run(m.Name(), func(t *testing.T) {
			const n = 20_000
			ages := make([]float64, n)
			for i := range ages {
				ages[i] = 40
			}
			histories, later, err := btyd.Simulate(m, 3, ages, 25)
			if err != nil {
				t.Fatal(err)
			}
			var visits, squares, none, expected, came, gaps float64
			for i, h := range histories {
				if err := h.Validate(); err != nil {
					t.Fatal(err)
				}
				x := float64(h.X)
				visits += x
				squares += x * x
				none += float64(1 - min(h.X, 1))
				e := m.Expected(h, 25)
				expected += e
				came += float64(later[i])
				gaps += (float64(later[i]) - e) * (float64(later[i]) - e)
			}
			mean := visits / n
			if spread := math.Sqrt((squares/n - mean*mean) / n); math.Abs(mean-m.New(40)) > 4*spread {
				t.Errorf("%v repeats, want %v ± %v", mean, m.New(40), spread)
			}
			if p := m.Count(40, 0); math.Abs(none/n-p) > 4*math.Sqrt(p*(1-p)/n) {
				t.Errorf("%v never came back, want %v", none/n, p)
			}
			if math.Abs(came-expected) > 4*math.Sqrt(gaps) {
				t.Errorf("%v came later, want %v ± %v", came, expected, math.Sqrt(gaps))
			}
		})
	}
}

func TestSimulateKeepsEachGuest(t *testing.T) {
	ages := simulatedAges(50)
	for _, m := range allModels() {
		all, later, err := btyd.Simulate(m, 1, ages, 10)
		if err != nil {
			t.Fatal(err)
		}
		part, partLater, err := btyd.Simulate(m, 1, ages[:20], 10)
		if err != nil || !slices.Equal(part, all[:20]) || !slices.Equal(partLater, later[:20]) {
			t.Errorf("%s: a part differs, %v", m.Name(), err)
		}
		other, _, err := btyd.Simulate(m, 2, ages, 10)
		if err != nil || reflect.DeepEqual(all, other) {
			t.Errorf("%s: another seed gives the same guests, %v", m.Name(), err)
		}
	}
	_, _, err := btyd.Simulate(btyd.NBD{}, 1, ages, 0)
	refusetest.Param(t, err, "r")
	_, _, err = btyd.Simulate(sampleBG, 1, []float64{-1}, 0)
	refusetest.Param(t, err, "ages")
	_, _, err = btyd.Simulate(sampleBG, 1, nil, math.Inf(1))
	refusetest.Param(t, err, "next")
}

func TestFitBGBBRecoversWhatWasSimulated(t *testing.T) {
	m := btyd.BGBB{Alpha: 1.2, Beta: .8, Gamma: .7, Delta: 2.8, Unit: valuation.Year}
	var list []btyd.OccasionCell
	for i := range 10_000 {
		o := m.Simulate(rand.New(rand.NewPCG(2, uint64(i))), 4+i%5)
		if err := o.Validate(); err != nil {
			t.Fatal(err)
		}
		list = append(list, btyd.OccasionCell{Occasions: o, Guests: 1})
	}
	cells, err := btyd.NewOccasionCells(valuation.Year, list)
	if err != nil {
		t.Fatal(err)
	}
	report, err := takeReport(btyd.FitBGBB(cells, 1))
	if err != nil {
		t.Fatal(err)
	}
	recovered(t, m.Params(), report)
}

func TestFitSBGRecoversWhatWasSimulated(t *testing.T) {
	m := btyd.SBG{Alpha: .8, Beta: 2.5, Unit: valuation.Year}
	var spells []valuation.Spell
	for i := range 10_000 {
		spells = append(spells, m.Simulate(rand.New(rand.NewPCG(2, uint64(i))), 3+i%6))
	}
	counts, err := btyd.RenewalsOfSpells(valuation.Year, spells)
	if err != nil || counts.Guests() != 10_000 {
		t.Fatal(counts.Guests(), err)
	}
	report, err := takeReport(btyd.FitSBG(counts))
	if err != nil {
		t.Fatal(err)
	}
	recovered(t, m.Params(), report)
}

func TestFitGammaGammaRecoversWhatWasSimulated(t *testing.T) {
	m := btyd.GammaGamma{P: 6, Q: 4, Gamma: 300}
	var list []btyd.Spend
	for i := range 10_000 {
		list = append(list, m.Simulate(rand.New(rand.NewPCG(2, uint64(i))), i%5))
	}
	fit, err := btyd.FitGammaGamma(newSpends(t, list), 1)
	if err != nil || fit.Unknown != 2000 || math.Abs(fit.Correlation) > .04 {
		t.Fatalf("got %+v, %v", fit, err)
	}
	recovered(t, m.Params(), fit.Report)
}

func TestRenewalsOfSpells(t *testing.T) {
	spells := []valuation.Spell{{Length: 3, Ended: true}, {Length: 3}, {Length: 1, Ended: true}, {}}
	got, err := btyd.RenewalsOfSpells(valuation.Year, spells)
	if err != nil || !slices.Equal(got.Renewed, []int64{2, 2, 1}) || !slices.Equal(got.Left, []int64{1, 0, 1}) {
		t.Errorf("got %+v, %v", got, err)
	}
	if _, err := btyd.RenewalsOfSpells(valuation.Year, []valuation.Spell{{Ended: true}}); err == nil {
		t.Error("a guest left before the first period")
	}
}
