package segment_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// sixPlaces fails unless got is within 1e-6 of want, the tolerance of the published figures.
func sixPlaces(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-6) {
		t.Errorf("%s = %.9f, want %.9f", what, got, want)
	}
}

// wholeAmounts is a column of whole amounts.
func wholeAmounts(t *testing.T, list ...int64) hotelcrm.Amounts {
	t.Helper()
	amounts, err := hotelcrm.AmountsOfMinor(0, list, nil)
	if err != nil {
		t.Fatal(err)
	}
	return amounts
}

func TestReferencePageStability(t *testing.T) {
	for _, c := range []struct {
		expected, actual []int64
		want             float64
		terms            []float64
		reading          segment.Reading
	}{
		{
			[]int64{10, 10, 10, 10, 10, 10, 10, 10, 10, 10},
			[]int64{8, 9, 9, 10, 10, 10, 11, 11, 11, 11},
			0.010382489, nil, segment.Stable,
		},
		{
			[]int64{200, 300, 350, 150},
			[]int64{260, 280, 300, 160},
			0.025474633,
			[]float64{.015742, .001380, .007708, .000645},
			segment.Stable,
		},
		{[]int64{100, 200, 400, 200, 100}, []int64{50, 150, 400, 250, 150}, 0.080471896, nil, segment.Stable},
		{[]int64{90, 10}, []int64{80, 20}, 0.081093022, nil, segment.Stable},
		{[]int64{25, 25, 50}, []int64{250, 250, 500}, 0, nil, segment.Stable},
	} {
		got, err := segment.Stability(c.expected, c.actual, 0)
		if err != nil {
			t.Fatal(err)
		}
		sixPlaces(t, "index", got.Index, c.want)
		for i, term := range c.terms {
			sixPlaces(t, "term", got.Terms[i], term)
		}
		if got.Reading != c.reading {
			t.Errorf("%v against %v reads %v", c.actual, c.expected, got.Reading)
		}
	}
}

func TestReferencePageGini(t *testing.T) {
	for _, c := range []struct {
		values         []int64
		gini, unbiased string
	}{
		{[]int64{1, 1, 1, 1}, "0", "0"},
		{[]int64{0, 0, 0, 1}, "0.75", "1"},
		{[]int64{1, 2, 3, 4, 5}, "0.266667", "0.333333"},
		{[]int64{10, 20, 30, 40, 100}, "0.4", "0.5"},
		{[]int64{5, 3, 2, 90, 1, 1, 1, 50, 20, 27}, "0.665", "0.738889"},
	} {
		conc, err := segment.Concentrate(wholeAmounts(t, c.values...))
		if err != nil {
			t.Fatal(err)
		}
		gini, ok, err := conc.Gini(6)
		if err != nil || !ok || !gini.Equal(decimal.RequireFromString(c.gini)) {
			t.Errorf("Gini of %v = %v %v %v, want %s", c.values, gini, ok, err, c.gini)
		}
		unbiased, ok, err := conc.GiniUnbiased(6)
		if err != nil || !ok || !unbiased.Equal(decimal.RequireFromString(c.unbiased)) {
			t.Errorf("unbiased Gini of %v = %v %v %v, want %s", c.values, unbiased, ok, err, c.unbiased)
		}
	}
}

func TestReferencePageABC(t *testing.T) {
	amounts := wholeAmounts(t, 900, 400, 250, 120, 90, 80, 60, 40, 35, 25)
	for boundary, want := range map[segment.Boundary]string{
		segment.ShareBefore: "[A A A A B B B C C C]",
		segment.ShareAfter:  "[A A A B B B B C C C]",
	} {
		classes, err := segment.ABC{Boundary: boundary}.Classify(amounts)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(classes.Classes()); got != want {
			t.Errorf("%v: %v, want %v", boundary, got, want)
		}
	}
	conc, err := segment.Concentrate(amounts)
	if err != nil {
		t.Fatal(err)
	}
	gini, _, _ := conc.Gini(9)
	hhi, _, _ := conc.HHI(9)
	if gini.String() != "0.5835" || hhi.String() != "0.2671125" {
		t.Errorf("Gini %v HHI %v", gini, hhi)
	}
	top, err := conc.TopGuests(decimal.RequireFromString("0.2"))
	if err != nil || top.Rate.String() != "0.65" || top.Guests != 2 {
		t.Errorf("top 20 %%: %+v %v", top, err)
	}
	curve, err := conc.Curve(10)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"0", "0.45", "0.65", "0.775", "0.835", "0.88", "0.92", "0.95", "0.97", "0.9875", "1"} {
		if !curve[i].Rate.Equal(decimal.RequireFromString(want)) {
			t.Errorf("curve[%d] = %v, want %s", i, curve[i].Rate, want)
		}
	}
}

func TestReferencePageMigration(t *testing.T) {
	classes := []string{"high", "potential", "secondary", "low"}
	counts := [][]int64{{120, 20, 10, 0}, {30, 200, 15, 5}, {10, 25, 150, 15}, {5, 15, 40, 340}}
	tr, err := segment.NewTransition(classes, counts, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range [][]float64{{.8, .133333, .066667, 0}, {.12, .8, .06, .02}, {.05, .125, .75, .075}, {.0125, .0375, .1, .85}} {
		for j, want := range row {
			sixPlaces(t, "rate", tr.Rates()[i][j], want)
		}
	}
	shares, ok := tr.Stationary()
	if !ok {
		t.Fatal("no stationary shares")
	}
	for i, want := range []float64{.274407, .349538, .219633, .156422} {
		sixPlaces(t, "stationary", shares[i], want)
	}
	two, err := tr.Steps(2)
	if err != nil {
		t.Fatal(err)
	}
	for j, want := range []float64{.659333, .221667, .111333, .007667} {
		sixPlaces(t, "two steps", two[0][j], want)
	}
	mobility, ok := tr.Mobility()
	if !ok {
		t.Fatal("no mobility")
	}
	sixPlaces(t, "mobility", mobility, .266667)
	rank, err := tr.RankShares([]int{4, 3, 2, 1})
	if err != nil {
		t.Fatal(err)
	}
	sixPlaces(t, "stay", rank.Stay, .81)
	sixPlaces(t, "up", rank.Up, .125)
	sixPlaces(t, "down", rank.Down, .065)
	sixPlaces(t, "level", rank.Level, 0)
	psi, err := tr.Stability(segment.RefuseEmpty)
	if err != nil {
		t.Fatal(err)
	}
	sixPlaces(t, "PSI of the sizes", psi.Index, .007121090)
}

func TestReferencePageUplift(t *testing.T) {
	for _, c := range []struct {
		treated, control    segment.Trial
		diff, lift, z, p    float64
		wald, newcombe      [2]float64
		incremental         string
		wilsonLow, wilsonHi float64
	}{
		{
			segment.Trial{Won: 560, Of: 8000},
			segment.Trial{Won: 110, Of: 2000},
			.015, .272727, 2.399789, .0164045,
			[2]float64{.003551, .026449},
			[2]float64{.002867, .025846},
			"120", .064613, .075800,
		},
		{
			segment.Trial{Won: 45, Of: 500},
			segment.Trial{Won: 30, Of: 500},
			.03, .5, 1.800901, .0717185,
			[2]float64{-.002597, .062597},
			[2]float64{-.002863, .063362},
			"15", 0, 0,
		},
		{
			segment.Trial{Won: 56, Of: 70},
			segment.Trial{Won: 48, Of: 80},
			.2, .333333, 2.650172, .00804508,
			[2]float64{.057505, .342495},
			[2]float64{.052431, .333873},
			"14", 0, 0,
		},
	} {
		got, err := segment.UpliftOf(c.treated, c.control, .95)
		if err != nil {
			t.Fatal(err)
		}
		sixPlaces(t, "difference", got.Difference, c.diff)
		sixPlaces(t, "lift", got.Lift, c.lift)
		sixPlaces(t, "z", got.Z, c.z)
		sixPlaces(t, "p", got.P, c.p)
		sixPlaces(t, "Wald low", got.Wald.Low, c.wald[0])
		sixPlaces(t, "Wald high", got.Wald.High, c.wald[1])
		sixPlaces(t, "Newcombe low", got.Newcombe.Low, c.newcombe[0])
		sixPlaces(t, "Newcombe high", got.Newcombe.High, c.newcombe[1])
		if !got.Incremental.Equal(decimal.RequireFromString(c.incremental)) {
			t.Errorf("incremental %v, want %s", got.Incremental, c.incremental)
		}
		if c.wilsonLow > 0 {
			sixPlaces(t, "Wilson low", got.Treated.Low, c.wilsonLow)
			sixPlaces(t, "Wilson high", got.Treated.High, c.wilsonHi)
		}
	}
}

func TestReferencePageSampleSize(t *testing.T) {
	for _, c := range []struct{ from, to, want float64 }{{.05, .06, 8157.731}, {.10, .12, 3840.847}} {
		got, err := segment.SampleSizeFor(c.from, c.to, .05, .8)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(got.Exact-c.want) > 5e-4 || got.PerArm != int(math.Ceil(c.want)) {
			t.Errorf("%v to %v: %+v, want %v", c.from, c.to, got, c.want)
		}
	}
}

func TestReferencePageFunnel(t *testing.T) {
	counts, err := segment.CountFunnel(segment.RelationshipFunnel(), []int{1000, 400, 120, 60, 24}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{.4, .3, .5, .4} {
		rate, err := counts.StepRate(i, segment.OfReached, .95)
		if err != nil {
			t.Fatal(err)
		}
		sixPlaces(t, "step rate", rate.Rate, want)
	}
	for i, want := range []float64{.024, .06, .2, .4, 1} {
		rate, err := counts.WinRate(i, segment.OfReached)
		if err != nil {
			t.Fatal(err)
		}
		sixPlaces(t, "win rate", rate, want)
	}
	money := valuation.Money{Places: 2, Mode: hotelcrm.RoundHalfEven}
	d := decimal.NewFromInt
	forecast, err := counts.Forecast([]segment.OpenStage{
		{Open: 200, Value: d(500)}, {Open: 80, Value: d(600)}, {Open: 25, Value: d(800)}, {Open: 10, Value: d(900)},
	}, segment.OfReached, .95, money)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int64{2400, 2880, 4000, 3600} {
		if !forecast.Rows[i].Expected.Equal(d(want)) {
			t.Errorf("row %d: %v, want %d", i, forecast.Rows[i].Expected, want)
		}
	}
	if !forecast.Expected.Equal(d(12880)) || !forecast.Low.LessThan(d(12880)) || !forecast.High.GreaterThan(d(12880)) {
		t.Errorf("forecast %v in [%v, %v]", forecast.Expected, forecast.Low, forecast.High)
	}
	v, err := segment.Velocity(135, decimal.RequireFromString("0.2"), d(600), d(30), money)
	if err != nil || !v.Equal(d(540)) {
		t.Errorf("velocity %v %v", v, err)
	}
}
