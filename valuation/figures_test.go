package valuation_test

import (
	"math"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// The figures below are those of the literature and of recomputation, each to a unit of its last digit.

// agrees reports whether got and the printed figure differ by less than a unit of the figure's last digit.
func agrees(t *testing.T, what string, got decimal.Decimal, figure string) {
	t.Helper()
	_, places, _ := strings.Cut(figure, ".")
	if got.Sub(dec(figure)).Abs().GreaterThan(decimal.New(1, -int32(len(places)))) {
		t.Errorf("%s: got %s, want %s", what, got, figure)
	}
}

func under(t failer, rate string, n int, timing valuation.Timing) valuation.Convention {
	t.Helper()
	return valuation.Convention{
		Rate: effective(t, rate, valuation.Year), Horizon: valuation.Horizon{N: n, Period: valuation.Year}, Timing: timing, Rounding: places(15),
	}
}

func endless(c valuation.Convention) valuation.Convention {
	c.Infinite = true
	return c
}

func TestFiguresOfAnnuities(t *testing.T) {
	for _, row := range []struct {
		amount, rate string
		n            int
		want         string
	}{
		{"100", "0.10", 5, "379.078676941"}, {"100", "0.08", 10, "671.008139894"}, {"250", "0", 3, "750"},
	} {
		got, err := valuation.Annuity(valuation.Payments{Amount: dec(row.amount), Retention: dec("1")}, under(t, row.rate, row.n, 0))
		if err != nil {
			t.Fatal(err)
		}
		agrees(t, "annuity", got.Amount, row.want)
	}
	for _, row := range []struct {
		profit, stays, rate string
		n                   int
		want                string
	}{
		{"300", "4", "0.08", 5, "4791.252044"}, {"300", "4", "0.08", 3, "3092.516385"}, {"120", "2", "0.1", 3, "596.844478"},
	} {
		got, err := valuation.CurrentValue(dec(row.profit), dec(row.stays), under(t, row.rate, row.n, 0))
		if err != nil {
			t.Fatal(err)
		}
		agrees(t, "current value", got.Amount, row.want)
	}
}

func TestFiguresWithRetention(t *testing.T) {
	for _, row := range []struct {
		timing  valuation.Timing
		certain bool
		n       int // 0: infinite
		want    string
	}{
		{valuation.EndOfPeriod, false, 1, "72.7272727273"},
		{valuation.EndOfPeriod, false, 3, "164.087152517"},
		{valuation.EndOfPeriod, false, 5, "212.409733563"},
		{valuation.EndOfPeriod, false, 10, "255.627361205"},
		{valuation.EndOfPeriod, false, 0, "266.666666667"},
		{valuation.EndOfPeriod, true, 1, "90.9090909091"},
		{valuation.EndOfPeriod, true, 3, "205.108940646"},
		{valuation.EndOfPeriod, true, 5, "265.512166953"},
		{valuation.EndOfPeriod, true, 10, "319.534201506"},
		{valuation.StartOfPeriod, false, 1, "100"},
		{valuation.StartOfPeriod, false, 3, "225.619834711"},
		{valuation.StartOfPeriod, false, 5, "292.063383649"},
		{valuation.StartOfPeriod, false, 10, "351.487621656"},
		{valuation.StartOfPeriod, false, 0, "366.666666667"},
	} {
		c := under(t, "0.1", row.n, row.timing)
		c.Infinite = row.n == 0
		got, err := valuation.Annuity(valuation.Payments{Amount: dec("100"), Retention: dec("0.8"), FirstCertain: row.certain}, c)
		if err != nil {
			t.Fatal(err)
		}
		agrees(t, c.String(), got.Amount, row.want)
	}
}

func TestFiguresOfMargins(t *testing.T) {
	table := map[string][]string{ // by retention: at 10, 12, 14, 16 %, and 12 % with growth of 8 %
		"0.6": {"1.2", "1.153846", "1.111111", "1.071429", "1.271186"},
		"0.7": {"1.75", "1.666667", "1.590909", "1.521739", "1.923077"},
		"0.8": {"2.666667", "2.5", "2.352941", "2.222222", "3.125"},
		"0.9": {"4.5", "4.090909", "3.75", "3.461538"},
	}
	rates := []string{"0.10", "0.12", "0.14", "0.16", "0.12"}
	growth := []string{"0", "0", "0", "0", "0.08"}
	for retention, row := range table {
		for i, want := range row {
			s := valuation.Stream{Margin: dec("1"), Growth: dec(growth[i]), Retention: dec(retention)}
			got, err := valuation.MarginMultiple(s, endless(under(t, rates[i], 0, 0)))
			if err != nil {
				t.Fatal(err)
			}
			agrees(t, retention+" at "+rates[i], got.Multiple, want)
		}
	}
	for _, growth := range []string{"0.4", "0.5"} { // 0.8·1.4 is 1.12 itself
		_, err := valuation.MarginMultiple(valuation.Stream{Margin: dec("1"), Growth: dec(growth), Retention: dec("0.8")}, endless(under(t, "0.12", 0, 0)))
		refusetest.Param(t, err, "Stream.Retention")
	}
}

func TestFiguresOfPromotion(t *testing.T) {
	got, err := valuation.PromotedValue(dec("260"), dec("50"), dec("0.75"), under(t, "0.2", 10, 0))
	if err != nil {
		t.Fatal(err)
	}
	agrees(t, "contribution", got.Contribution, "689.392189626")
	agrees(t, "promotion", got.Promotion, "120.609122192")
	agrees(t, "amount", got.Amount, "568.783067434")
}

func TestFiguresOfChains(t *testing.T) {
	pfeifer, err := valuation.RecencyChain(decs("0.3", "0.2", "0.15", "0.05"), dec("40"), dec("4"))
	if err != nil {
		t.Fatal(err)
	}
	check := func(name string, c valuation.Chain, conv valuation.Convention, want ...string) {
		t.Helper()
		got, err := c.Value(conv)
		if err != nil {
			t.Fatal(err)
		}
		for i, figure := range want {
			agrees(t, name+" "+got.States[i].State, got.States[i].Amount, figure)
		}
	}
	forever := endless(under(t, "0.2", 0, valuation.StartOfPeriod))
	check("forever", pfeifer, forever, "52.3196094386", "5.55378356387", "1.25077298617", "-1.82001627339", "0")
	check("t=0..4", pfeifer, under(t, "0.2", 5, valuation.StartOfPeriod), "50.1149691358", "4.21990740741", ".592110339506", "-1.98013117284", "0")
	stopped, err := pfeifer.Stop("recency 4")
	if err != nil {
		t.Fatal(err)
	}
	check("stopped", stopped, forever, "53.1494252874", "6.62068965517", "2.64367816092", "0", "0")
	policy, err := pfeifer.BestStops(forever)
	if err != nil || len(policy.Stop) != 1 || policy.Stop[0] != "recency 4" {
		t.Errorf("best stops %v, %v", policy.Stop, err)
	}

	php, err := valuation.RecencyChain(decs("0.5", "0.2", "0.1"), dec("100"), dec("0"))
	if err != nil {
		t.Fatal(err)
	}
	check("php", php, endless(under(t, "0.1", 0, valuation.StartOfPeriod)), "231.076388889", "57.2916666667", "21.0069444444", "0")
}

func TestFiguresOfMigration(t *testing.T) {
	m := valuation.Migration{Purchase: decs("0.30", "0.20", "0.15", "0.05")}
	buyers, err := m.Buyers(dec("1000"), 7)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"1000", "300", "230", "195", "139.7", "95.67", "70.113"} {
		if !buyers[i].Equal(dec(want)) {
			t.Errorf("buyers of year %d: got %s, want %s", i, buyers[i], want)
		}
	}
	got, err := m.Value(dec("40"), under(t, "0.2", 7, valuation.StartOfPeriod))
	if err != nil {
		t.Fatal(err)
	}
	agrees(t, "migration", got.Amount, "66.0747411908")
}

func TestFiguresOfCohortRetention(t *testing.T) {
	m := valuation.Retention{Margins: decs("80", "85", "90", "95", "100", "105"), Rates: decs("0.60", "0.65", "0.70", "0.72", "0.75")}
	got, err := m.Value(under(t, "0.15", 0, valuation.StartOfPeriod))
	if err != nil {
		t.Fatal(err)
	}
	agrees(t, "retention", got.Amount, "186.875382496")
	if !got.Survivors[1].Equal(dec("0.6")) || !got.Survivors[2].Equal(dec("0.39")) {
		t.Errorf("survivors %v", got.Survivors)
	}
}

func TestFiguresOfSpending(t *testing.T) {
	win := valuation.Response{Spend: dec("5"), Rate: dec("0.15"), Ceiling: dec("0.4")}
	keep := valuation.Response{Spend: dec("10"), Rate: dec("0.4"), Ceiling: dec("0.7")}
	got, err := win.Best(dec("50"), places(15))
	if err != nil {
		t.Fatal(err)
	}
	agrees(t, "best spend", got.Spend, "6.71568748974")
	agrees(t, "rate", got.Rate, ".187235685477")
	agrees(t, "net", got.Net, "2.64609678409")
	budget := valuation.Budget{Acquisition: win, Retention: keep, Margin: dec("50")}
	equity, err := budget.Value(dec("5"), dec("10"), endless(under(t, "0.2", 0, 0)))
	if err != nil || !equity.Equity.Equal(dec("4.375")) {
		t.Errorf("equity %s, %v", equity.Equity, err)
	}
	for _, curve := range []struct {
		r valuation.Response
		k float64
	}{{win, .0940007258491}, {keep, .0847297860387}} {
		rate, err := curve.r.RateAt(dec("7"))
		if err != nil {
			t.Fatal(err)
		}
		if want := curve.r.Ceiling.InexactFloat64() * -math.Expm1(-curve.k*7); math.Abs(rate.InexactFloat64()-want) > 1e-12 {
			t.Errorf("rate %s, want %v", rate, want)
		}
	}
}

func TestFiguresOfUnits(t *testing.T) {
	annual := effective(t, "0.15", valuation.Year)
	agrees(t, "weekly force", annual.Force(valuation.Week), "0.00268772966")
	monthly := annual.Per(valuation.Month).Add(dec("1"))
	if back := monthly.Pow(dec("12")); back.Sub(dec("1.15")).Abs().GreaterThan(dec("1e-30")) {
		t.Errorf("twelve months make %s", back)
	}
	year, err := valuation.ChurnPer(dec("0.03"), valuation.Month, valuation.Year, places(12))
	if err != nil {
		t.Fatal(err)
	}
	agrees(t, "yearly churn", year, ".306158")
	life, err := valuation.MeanLife(dec("0.03"), places(12))
	if err != nil {
		t.Fatal(err)
	}
	agrees(t, "mean life", life, "33.333333")
}

func TestFiguresOfCounts(t *testing.T) {
	kept, err := valuation.RetentionRate(200, 30, 210, .95)
	if err != nil || kept.Rate != .9 || math.Abs(kept.Complement().Rate-.1) > 1e-15 {
		t.Errorf("retention %v, %v", kept, err)
	}
	wilson, err := valuation.NewProportion(560, 8000, .95)
	if err != nil || math.Abs(wilson.Low-.064613) > 5e-7 || math.Abs(wilson.High-.075800) > 5e-7 {
		t.Errorf("Wilson %v, %v", wilson, err)
	}
	offsets := make([]int, 501)
	for g := range 500 {
		offsets[g+1] = offsets[g] + 1
		if g < 140 {
			offsets[g+1]++
		}
	}
	if repeat, err := valuation.RepeatRate(offsets, .95); err != nil || repeat.Rate != .28 {
		t.Errorf("repeat rate %v, %v", repeat, err)
	}
}

func TestFiguresOfLeukaemia(t *testing.T) {
	parse := func(text string) (out []valuation.Spell) {
		for _, word := range strings.Fields(text) {
			number, censored := strings.CutSuffix(word, "+")
			out = append(out, valuation.Spell{Length: int(dec(number).IntPart()), Ended: !censored})
		}
		return out
	}
	maintained := parse("9 13 13+ 18 23 28+ 31 34 45+ 48 161+")
	others := parse("5 5 8 8 12 16+ 23 27 30 33 43 45")
	small := parse("1 2 2+ 3 4+ 5 5 6+ 8 8+")
	for _, row := range []struct {
		spells        []valuation.Spell
		rates, errors []float64
	}{
		{maintained, []float64{.909091, .818182, .715909, .613636, .490909, .368182, .184091}, []float64{.086678, .116291, .139665, .152632, .164193, .162669, .153493}},
		{others, []float64{.833333, .666667, .583333, .486111, .388889, .291667, .194444, .097222, 0}, nil},
		{small, []float64{.9, .8, .685714, .411429, .205714}, []float64{.094868, .126491, .151494, .175590, .169903}},
	} {
		s, err := valuation.KaplanMeier(row.spells)
		if err != nil || len(s.Steps()) != len(row.rates) {
			t.Fatalf("%v, %v", s, err)
		}
		for i, step := range s.Steps() {
			if math.Abs(step.Rate-row.rates[i]) > 1e-6 || row.errors != nil && math.Abs(step.StdErr-row.errors[i]) > 1e-6 {
				t.Errorf("step %+v, want %v", step, row.rates[i])
			}
		}
	}
	s, _ := valuation.KaplanMeier(maintained)
	if ci, err := s.Interval(9, .95, valuation.Log); err != nil || math.Abs(ci.Low-.75413) > 5e-6 || ci.High != 1 {
		t.Errorf("interval %v, %v", ci, err)
	}
	if median, ok := s.Median(); !ok || median != 31 {
		t.Errorf("median %d", median)
	}
	s, _ = valuation.KaplanMeier(others)
	if median, ok := s.Median(); !ok || median != 23 {
		t.Errorf("median %d", median)
	}
	test, err := valuation.LogRank(maintained, others)
	if err != nil || math.Abs(test.ChiSquare-3.3963887) > 1e-6 || math.Abs(test.Groups[0].Expected-10.68933599) > 1e-6 || math.Abs(test.Groups[1].Expected-7.31066401) > 1e-6 {
		t.Errorf("log-rank %+v, %v", test, err)
	}
}

func TestFiguresOfCohorts(t *testing.T) {
	var visits []valuation.Activity
	for g, months := range [][]int{{1, 2, 4}, {1, 3}, {1}, {2, 3, 4}, {2}, {3, 4}, {1, 2, 3, 4}, {3}} {
		for _, month := range months {
			visits = append(visits, valuation.Activity{Guest: g, Period: month})
		}
	}
	c, err := valuation.CohortsOfActivity(visits, 4)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]float64{{1, .5, .5, .5}, {1, .5, .5}, {1, .5}} {
		for age, rate := range want {
			if cell := c.Table()[i].Cells[age]; !cell.Observed || cell.Rate != rate {
				t.Errorf("cohort %d, age %d: %+v, want %v", i+1, age, cell, rate)
			}
		}
	}
	retained, fresh, back := []float64{.5, .5, .6}, []int{2, 2, 0}, []int{0, 1, 1}
	for i, turn := range c.Turnover()[1:] {
		if p, err := turn.Retention(.95); err != nil || p.Rate != retained[i] || turn.New != fresh[i] || turn.Reactivated != back[i] {
			t.Errorf("turnover %+v, %v", turn, err)
		}
	}
}
