package btyd_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

func TestPublishedCohortOfMusic(t *testing.T) {
	t.Parallel()

	split := splitOf(t, "cdnow/CDNOW_sample.txt", 2)
	cells := cellsOf(t, valuation.Week, split.Histories)
	offsets, days := purchases(t, "cdnow/CDNOW_sample.txt", 2)
	var at []float64
	var ends []hotelcrm.Date
	for w := 1; w <= 78; w++ {
		at = append(at, float64(7*w-272)/7) // the calibration ends 272 days after the first
		ends = append(ends, day(t, "1997-01-01").AddDays(7*w))
	}
	actual, err := btyd.CumulativeRepeats(offsets, days, yearOfMusic(t), ends)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{828, 1746, 2457, 3183, 3844, 4339} {
		within(t, "actual", actual[13*i+12], want, 0)
	}
	for name, want := range map[string]struct {
		expected, mae, rmse, alive, tolerance float64
		track, errors                         []float64
		means                                 []float64
	}{
		"BG/NBD": {
			1653.4086977, .7854542364, 1.6079820107, 1917.2776712, 1e-8,
			[]float64{722.5313, 1736.3484, 2501.5262, 3134.1042, 3680.6463, 4165.6638},
			[]float64{94.4499, 2.5238, 9.8311, -3.9948},
			[]float64{.2251, .5231, 1.0441, 1.5203, 2.1639, 2.6538, 3.5040, 6.1572},
		},
		"Pareto/NBD": {
			1665.5131078, .7545233835, 1.6028479995, 1051.8752471, 1e-8,
			[]float64{712.3852, 1742.8534, 2532.7821, 3191.1375, 3763.8607, 4275.3883},
			[]float64{46.0659, 1.3340, 9.3967, -1.4660},
			[]float64{.1384, .5995, 1.1958, 1.7138, 2.3983, 2.9072, 3.8186, 6.4031},
		},
		"MBG/NBD": {
			1576.728, .764779, 1.607184, 0, 1e-6,
			[]float64{724.6821, 1735.4004, 2482.9555, 3089.1460, 3604.1860, 4054.6157},
			[]float64{151.0059, 4.0020, 10.4013, -6.5541},
			nil,
		},
		"NBD": {2929.820, 1.041020, 1.859523, 2357, 1e-6, nil, nil, nil},
	} {
		m := fitters()[name](cells, 0).model
		h, err := btyd.CheckHoldout(m, split.Histories, split.Later, 39)
		if err != nil {
			t.Fatal(err)
		}
		near(t, name+" sum of CET", h.Expected, want.expected, want.tolerance)
		near(t, name+" MAE", h.MAE, want.mae, want.tolerance)
		near(t, name+" RMSE", h.RMSE, want.rmse, want.tolerance)
		if want.alive > 0 {
			near(t, name+" sum alive", h.Alive, want.alive, want.tolerance)
		}
		within(t, "actual", h.Actual, 1882, 0)
		track, err := btyd.Track(m, cells, at, actual)
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range want.track {
			within(t, name+" track", track.Points[13*i+12].Expected, w, 2e-4)
		}
		if want.errors != nil {
			e, err := track.Error(0.2) // week 39 ends a day after the calibration
			if err != nil || e.Points != 39 {
				t.Fatal(err, e)
			}
			for i, got := range []float64{e.Cumulative, 100 * e.CumulativeRelative, e.Steps, 100 * e.CumulativeLast} {
				within(t, name+" track error", got, want.errors[i], 1e-4)
			}
		}
		checkRepeats(t, m, split, want.means)
	}
}

func checkRepeats(t *testing.T, m btyd.Model, split *btyd.Split, means []float64) {
	t.Helper()
	if means == nil {
		return
	}
	rows, err := btyd.ByRepeats(m, split.Histories, split.Later, 39, 7)
	if err != nil {
		t.Fatal(err)
	}
	guests := []int{1411, 439, 214, 100, 62, 38, 29, 64}
	actual := []float64{.2367, .6970, 1.3925, 1.5600, 2.5323, 2.9474, 3.8621, 6.3594}
	modelled := []float64{1407.6843, 460.3235, 192.4614, 101.1642, 59.8471, 38.1197, 25.5491, 71.8507}
	for x, r := range rows {
		if r.Guests != guests[x] || r.Repeats != x {
			t.Errorf("%+v", r)
		}
		within(t, "mean", r.ActualMean, actual[x], 6e-5)
		within(t, m.Name()+" mean", r.ExpectedMean, means[x], 6e-5)
		if m.Name() == "BG/NBD" {
			within(t, "modelled", r.Modelled, modelled[x], 2e-4)
		}
	}
}

func TestNamedCustomersOfMusic(t *testing.T) {
	t.Parallel()

	split := splitOf(t, "cdnow/CDNOW_sample.txt", 2)
	cells := cellsOf(t, valuation.Week, split.Histories)
	bg, err := btyd.FitBGNBD(cells, 0)
	if err != nil {
		t.Fatal(err)
	}
	pareto, err := btyd.FitParetoNBD(cells, 0)
	if err != nil {
		t.Fatal(err)
	}
	rate := force(t, ".0027", valuation.Week)
	for id, want := range map[int][4]float64{
		1:    {1.2259944554, 1.4552017022, .8691342637, 6.4824025855},
		2:    {.2034188477, .1711143363, .1679960579, .7622531053},
		1516: {20.7489029045, 20.1148208838, .9978734047, 86.0243675285},
	} {
		h := split.Histories[id-1]
		near(t, "BG", bg.Model.Expected(h, 39), want[0], 1e-8)
		near(t, "Pareto", pareto.Model.Expected(h, 39), want[1], 1e-8)
		near(t, "Pareto alive", pareto.Model.Alive(h), want[2], 1e-8)
		near(t, "DERT", dert(t, pareto.Model, h, rate), want[3], 1e-8)
	}
	p, err := btyd.NewPredictor(pareto)
	if err != nil {
		t.Fatal(err)
	}
	q, err := btyd.Residual(rate)
	if err != nil {
		t.Fatal(err)
	}
	all, err := p.PredictAll(split.Histories, q, .95, 2)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "sum of DERT", all.Total.Value, 7185.9722148, 1e-8)
	var sum, errors float64
	for _, g := range all.Guests {
		sum += g.Value
		errors += g.StdErr
	}
	near(t, "total", all.Total.Value, sum, 1e-13)
	if all.Total.StdErr > errors || all.Total.StdErr < errors/100 {
		t.Errorf("SE of the total %g, of all guests %g", all.Total.StdErr, errors)
	}
}

func TestPublishedDonors(t *testing.T) {
	t.Parallel()

	fit, err := btyd.FitBGBB(donors(t), 0)
	if err != nil {
		t.Fatal(err)
	}
	published{-33225.58127435, []float64{1.203522351, .749716358, .656718209, 2.783442234}, []float64{.06939135, .02944771, .05100985, .32081894}}.
		check(t, "donations", fit.Report, -33225.58127435)
	m, err := btyd.NewBGBB(1.203522351, .749716358, .656718209, 2.783442234, valuation.Year)
	if err != nil {
		t.Fatal(err)
	}
	for o, want := range map[[2]int][3]float64{
		{0, 0}: {.108133281859, .0728633410116, .114752715554}, {1, 1}: {.0694618073474, .0856957089779, .134962454095},
		{1, 6}: {.930433575471, 1.1478849738, 1.80780782294}, {4, 4}: {.200179034137, .583191990416, .918470985002},
		{6, 6}: {.930433575471, 3.75254422147, 5.90989424408},
	} {
		seen := btyd.Occasions{X: o[0], Tx: o[1], N: 6}
		worth, err := m.Residual(seen, perYear(t, ".1"))
		if err != nil {
			t.Fatal(err)
		}
		near(t, "donor alive", m.Alive(seen), want[0], exact)
		near(t, "donor CET", m.Expected(seen, 5), want[1], exact)
		near(t, "donor DERT", worth, want[2], exact)
	}
	near(t, "donor LL", m.LogLikelihood(btyd.Occasions{X: 6, Tx: 6, N: 6}), -2.18167349314, exact)
	for n, want := range map[int]float64{1: .498542689764, 6: 2.22016934353, 11: 3.38865423071} {
		near(t, "donor new", m.New(n), want, exact)
	}
}

func TestPublishedContracts(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		survivors, share, retention []float64
		fit                         published
		rounded                     [2]float64
		del                         float64
		derl                        map[int]float64
	}{
		{
			[]float64{1000, 869, 743, 653, 593, 551, 517, 491},
			[]float64{85.0679, 74.6859, 66.9789, 60.9919, 56.1834, 52.2216, 48.8906, 46.0440, 43.5780, 41.4172, 39.5055, 37.7999},
			[]float64{.850679, .877957, .896807, .910614, .921162},
			published{-1611.15814739, []float64{.668088351, 3.806094966}, []float64{.10373493, .78553169}},
			[2]float64{.668, 3.806},
			5.92259640761,
			map[int]float64{1: 5.41485604837, 2: 5.90175316775, 3: 6.29426061679, 4: 6.62028032319, 5: 6.89705739775, 7: 7.34505225928, 8: 7.52994953091},
		},
		{
			[]float64{1000, 631, 468, 382, 326, 289, 262, 241},
			[]float64{62.6706, 47.3819, 38.7974, 33.2068, 29.2347, 26.2456, 23.9024, 22.0085, 20.4411, 19.1190, 17.9865, 17.0037},
			[]float64{.626706, .756047, .818823, .855903, .880383},
			published{-1680.26518846, []float64{.704077298, 1.182043026}, []float64{.06559896, .15247563}},
			[2]float64{.704, 1.182},
			3.69514740557,
			map[int]float64{1: 2.96466214613, 2: 4.1034586196, 3: 4.87013736653, 4: 5.44239132212, 5: 5.89442285984},
		},
	} {
		var left []int64
		for _, s := range c.survivors {
			left = append(left, int64(s))
		}
		renewals, err := btyd.RenewalsOf(valuation.Year, left)
		if err != nil {
			t.Fatal(err)
		}
		fit, err := btyd.FitSBG(renewals)
		if err != nil {
			t.Fatal(err)
		}
		c.fit.check(t, "contracts", fit.Report, fit.Model.LogLikelihood(renewals))
		for i, want := range c.share {
			within(t, "survival", 100*fit.Model.Survival(i+1), want, 6e-5)
		}
		for i, want := range c.retention {
			within(t, "retention", fit.Model.Retention(i+1), want, 6e-7)
		}
		m, err := btyd.NewSBG(c.rounded[0], c.rounded[1], valuation.Year)
		if err != nil {
			t.Fatal(err)
		}
		del, err := m.DiscountedLifetime(perYear(t, ".1"))
		if err != nil {
			t.Fatal(err)
		}
		near(t, "DEL", del, c.del, exact)
		for n, want := range c.derl {
			got, err := m.ResidualLifetime(n, perYear(t, ".1"))
			if err != nil {
				t.Fatal(err)
			}
			near(t, "DERL", got, want, exact)
		}
		if !math.IsInf(m.MeanLifetime(), 1) {
			t.Error("mean lifetime must be infinite")
		}
	}
}
