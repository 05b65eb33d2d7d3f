package valuation_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// valued returns current values equal to the revenues given; "" is an unknown one.
func valued(t failer, revenues ...string) *valuation.Current {
	t.Helper()
	guests := make([]guest, len(revenues))
	for i, revenue := range revenues {
		guests[i] = guest{1, 365, revenue}
		if revenue == "" {
			guests[i] = guest{1, -1, "0"}
		}
	}
	h := historicOf(t, summariesOf(t, guests...), "0", max(1, len(guests)))
	return currentOf(t, h, valuation.CurrentSetup{Convention: yearly(t, "0", 1, places(2))})
}

// scored returns scores; "" is an unknown one.
func scored(t failer, list ...string) *valuation.Potential {
	t.Helper()
	scores, unknown := make([]valuation.Score, len(list)), make([]bool, len(list))
	for i, text := range list {
		if unknown[i] = text == ""; !unknown[i] {
			scores[i] = points(text)[0]
		}
	}
	p, err := valuation.NewPotential(scores, unknown)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return p
}

func matrixOf(t failer, c *valuation.Current, p *valuation.Potential, setup valuation.MatrixSetup) *valuation.Matrix {
	t.Helper()
	m, err := valuation.MatrixOf(c, p, setup)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return m
}

func TestMatrixOfOneGuest(t *testing.T) {
	m := matrixOf(t, valued(t, "100"), scored(t, "3"), valuation.MatrixSetup{})
	if share := m.Shares()[0]; share.Guests != 1 || !share.GuestShare.Equal(dec("1")) || !share.CurrentShare.Valid || !share.CurrentShare.Decimal.Equal(dec("1")) {
		t.Errorf("got %+v", share)
	}
}

func TestMatrixCuts(t *testing.T) {
	c := valued(t, "100", "200", "300.01", "1000", "", "50000")
	p := scored(t, "1", "2", "3", "5", "5", "")
	h, o, s, l, none := valuation.HighValue, valuation.PotentialValue, valuation.SecondaryValue, valuation.LowValue, valuation.ValueClass(0)
	cut := func(rule valuation.CutRule, at string) valuation.Cut { return valuation.Cut{Rule: rule, At: dec(at)} }
	tests := []struct {
		name            string
		setup           valuation.MatrixSetup
		current, points string
		want            []valuation.ValueClass
	}{
		{"medians by default", valuation.MatrixSetup{}, "250.01", "2.5", []valuation.ValueClass{l, l, h, h, none, none}}, // 250.005, rounded up
		{"means", valuation.MatrixSetup{Current: cut(valuation.ByMean, "0"), Potential: cut(valuation.ByMean, "0")}, "400.01", "2.75", []valuation.ValueClass{l, l, o, h, none, none}},
		{"quantiles", valuation.MatrixSetup{Current: cut(valuation.ByQuantile, "0.5"), Potential: cut(valuation.ByQuantile, "1")}, "200", "5", []valuation.ValueClass{l, s, s, h, none, none}},
		{"fixed, equal to the cut is high", valuation.MatrixSetup{Current: cut(valuation.Fixed, "300.01"), Potential: cut(valuation.Fixed, "2")}, "300.01", "2", []valuation.ValueClass{l, o, h, h, none, none}},
		{"fixed between two cents", valuation.MatrixSetup{Current: cut(valuation.Fixed, "300.001"), Potential: cut(valuation.Fixed, "0")}, "300.001", "0", []valuation.ValueClass{o, o, h, h, none, none}},
		{"fixed just above a guest", valuation.MatrixSetup{Current: cut(valuation.Fixed, "200.001"), Potential: cut(valuation.Fixed, "0")}, "200.001", "0", []valuation.ValueClass{o, o, h, h, none, none}},
		{"fixed out of reach", valuation.MatrixSetup{Current: cut(valuation.Fixed, "1e40"), Potential: cut(valuation.Fixed, "-1e40")}, "1e40", "-1e40", []valuation.ValueClass{o, o, o, o, none, none}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := matrixOf(t, c, p, test.setup)
			current, points := m.Cuts()
			if !current.Equal(dec(test.current)) || !points.Equal(dec(test.points)) {
				t.Errorf("got cuts %v and %v, want %s and %s", current, points, test.current, test.points)
			}
			if diff := gocmp.Diff(test.want, m.Classes()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestMatrixSharesAddUp(t *testing.T) {
	m := matrixOf(t, valued(t, "100", "200", "300", "1000", "", "50"), scored(t, "1", "2", "3", "5", "5", "5"), valuation.MatrixSetup{})
	var lines []string
	guests, money := decimal.Decimal{}, decimal.Decimal{}
	for _, one := range m.Shares() {
		lines = append(lines, fmt.Sprintf("%v %d %v %v %v %s", one.Class, one.Guests, one.Current, one.GuestShare, one.CurrentShare.Decimal, one.Advice.LabelZH))
		guests, money = guests.Add(one.GuestShare), money.Add(one.CurrentShare.Decimal)
	}
	want := []string{
		"high-value 2 1300 0.333333 0.787879 高价值", "potential-value 1 50 0.166667 0.030303 潜在价值",
		"secondary-value 1 200 0.166667 0.121212 次价值", "low-value 1 100 0.166667 0.060606 低价值", "unset 1 0 0.166666 0 未分类",
	}
	if diff := gocmp.Diff(want, lines); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !guests.Equal(dec("1")) || !money.Equal(dec("1")) {
		t.Errorf("shares add up to %v and %v", guests, money)
	}
	if w := m.Warnings(); w[len(w)-1].Code != valuation.WarnNotClassed || w[len(w)-1].N != 1 {
		t.Errorf("got warnings %v", w)
	}
	if setup := m.Setup(); setup.Current.Rule != valuation.ByMedian || setup.Potential.String() != "median" || (valuation.Cut{Rule: valuation.Fixed, At: dec("7")}).String() != "fixed 7" || (valuation.Cut{}).String() != "median" {
		t.Errorf("defaults are not written out: %v", setup)
	}
}

func TestMatrixSaysWhatIsNotKnown(t *testing.T) {
	for want, m := range map[string]*valuation.Matrix{
		"guests whose current value is not known are in no cell of the value matrix":              matrixOf(t, valued(t, "1", ""), scored(t, "1", "2"), valuation.MatrixSetup{}),
		"guests whose potential is not known are in no cell of the value matrix":                  matrixOf(t, valued(t, "1", "2"), scored(t, "1", ""), valuation.MatrixSetup{}),
		"guests whose current value or potential is not known are in no cell of the value matrix": matrixOf(t, valued(t, "1", "", "3"), scored(t, "1", "2", ""), valuation.MatrixSetup{}),
	} {
		if w := m.Warnings(); len(w) == 0 || w[len(w)-1].Text != want {
			t.Errorf("got warnings %v, want %q", w, want)
		}
	}
}

func TestMatrixOfALossHasNoShares(t *testing.T) {
	m := matrixOf(t, valued(t, "-100", "200"), scored(t, "1", "2"), valuation.MatrixSetup{})
	for _, one := range m.Shares() {
		if one.CurrentShare.Valid {
			t.Errorf("%v has a share of %v", one.Class, one.CurrentShare.Decimal)
		}
	}
}

func TestMatrixOfNobody(t *testing.T) {
	m := matrixOf(t, valued(t), scored(t), valuation.MatrixSetup{})
	current, points := m.Cuts()
	if len(m.Classes()) != 0 || !current.IsZero() || !points.IsZero() || !m.Shares()[0].GuestShare.IsZero() {
		t.Errorf("got %v, %v, %v", m.Classes(), current, points)
	}
}

func TestMatrixRefuses(t *testing.T) {
	c, p := valued(t, "100"), scored(t, "1")
	_, err := valuation.MatrixOf(nil, p, valuation.MatrixSetup{})
	refusetest.Param(t, err, "current")
	_, err = valuation.MatrixOf(c, scored(t, "1", "2"), valuation.MatrixSetup{})
	refusetest.Param(t, err, "potential")
	tests := []struct {
		setup valuation.MatrixSetup
		param string
	}{
		{valuation.MatrixSetup{Current: valuation.Cut{Rule: 9}}, "Current.Rule"},
		{valuation.MatrixSetup{Potential: valuation.Cut{Rule: valuation.ByQuantile}}, "Potential.At"},
		{valuation.MatrixSetup{Potential: valuation.Cut{Rule: valuation.ByQuantile, At: dec("1.1")}}, "Potential.At"},
		{valuation.MatrixSetup{Current: valuation.Cut{Rule: valuation.Fixed, At: decimal.New(1, 1<<30)}}, "Current.At"},
		{valuation.MatrixSetup{Workers: 2000}, "MatrixSetup.Workers"},
	}
	for _, test := range tests {
		_, err := valuation.MatrixOf(c, p, test.setup)
		refusetest.Param(t, err, test.param)
	}
}

// plainCut finds a cut by sorting decimals.
func plainCut(cut valuation.Cut, list []decimal.Decimal, places int) decimal.Decimal {
	sorted := slices.SortedFunc(slices.Values(list), decimal.Decimal.Cmp)
	n := len(sorted)
	up := func(sum decimal.Decimal, n int64) decimal.Decimal {
		return sum.DivRound(decimal.New(n, 0), 60).RoundCeil(int32(places))
	}
	switch cut.Rule {
	case valuation.ByMean:
		return up(decimal.Sum(decimal.Decimal{}, sorted...), int64(n))
	case valuation.ByQuantile:
		k := 0
		for decimal.New(int64(k+1), 0).LessThan(cut.At.Mul(decimal.New(int64(n), 0))) {
			k++
		}
		return sorted[k]
	case valuation.Fixed:
		return cut.At
	}
	return up(sorted[(n-1)/2].Add(sorted[n/2]), 2)
}

func TestMatrixEqualsThePlainOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		revenues := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
			switch rapid.IntRange(0, 9).Draw(t, "kind") {
			case 0:
				return ""
			case 1:
				return decimal.New(rapid.SampledFrom([]int64{math.MaxInt64, math.MinInt64}).Draw(t, "edge"), rapid.Int32Range(-2, 1).Draw(t, "exponent")).String()
			}
			return decimal.New(rapid.Int64Range(-50, 500).Draw(t, "cents"), -2).String()
		}), 1, 12).Draw(t, "revenues")
		scores := rapid.SliceOfN(rapid.SampledFrom([]string{"", "1", "2", "2.000001", "3", "1000"}), len(revenues), len(revenues)).Draw(t, "scores")
		draw := func(name string) valuation.Cut {
			return valuation.Cut{Rule: valuation.CutRule(rapid.IntRange(1, 4).Draw(t, name)), At: decimal.New(rapid.Int64Range(1, 100).Draw(t, "at"), -2)}
		}
		setup := valuation.MatrixSetup{Current: draw("current"), Potential: draw("potential"), Workers: rapid.SampledFrom([]int{0, 1, 2, 7}).Draw(t, "workers")}
		c, p := valued(t, revenues...), scored(t, scores...)
		m := matrixOf(t, c, p, setup)
		var values, marks []decimal.Decimal
		for i := range revenues {
			if c.Known(i) && p.Known(i) {
				values, marks = append(values, c.Values().At(i)), append(marks, p.Scores()[i].Points())
			}
		}
		if len(values) == 0 {
			return
		}
		first, second := plainCut(setup.Current, values, 2), plainCut(setup.Potential, marks, 6)
		current, points := m.Cuts()
		if setup.Potential.Rule == valuation.ByMedian { // the plain one rounds to cents
			second = points
		}
		if !current.Equal(first) || !points.Equal(second) {
			t.Fatalf("got cuts %v and %v, want %v and %v", current, points, first, second)
		}
		for i := range revenues {
			want := valuation.ValueClass(0)
			if c.Known(i) && p.Known(i) {
				want = 4
				if c.Values().At(i).GreaterThanOrEqual(first) {
					want--
				}
				if p.Scores()[i].Points().GreaterThanOrEqual(second) {
					want -= 2
				}
			}
			if m.Classes()[i] != want {
				t.Fatalf("guest %d: got %v, want %v", i, m.Classes()[i], want)
			}
		}
	})
}

func TestResultsDoNotDependOnWorkers(t *testing.T) {
	s, p := seeded(t, 5000)
	describe := func(workers int) string {
		h := historicOf(t, s, "123456.78", 5000)
		c := currentOf(t, h, usualSetup(t, workers))
		m := matrixOf(t, c, p, valuation.MatrixSetup{Workers: workers})
		current, points := m.Cuts()
		return fmt.Sprint(c.Values().Minor(), m.Classes(), current, points, m.Shares())
	}
	one := describe(1)
	for _, workers := range []int{2, 7, 1024} {
		if describe(workers) != one {
			t.Errorf("%d workers give another result", workers)
		}
	}
}

func TestEveryGuestCostsNoAllocation(t *testing.T) {
	small, smallPotential := seeded(t, 1000)
	large, largePotential := seeded(t, 20_000)
	allocations := func(s *hotelcrm.Summaries, p *valuation.Potential) float64 {
		return testing.AllocsPerRun(3, func() {
			c := currentOf(t, historicOf(t, s, "1000", s.Len()), usualSetup(t, 1))
			matrixOf(t, c, p, valuation.MatrixSetup{})
		})
	}
	if few, many := allocations(small, smallPotential), allocations(large, largePotential); many > few+20 {
		t.Errorf("%v allocations for 1000 guests, %v for 20000", few, many)
	}
}
