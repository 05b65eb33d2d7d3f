package valuation_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// Whatever the rate, horizon, timing and rounding of the current values, the equity of the groups is their column.
func TestScenarioAddsUpToTheColumn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		guests := drawGuests(t)
		s := summariesOf(t, guests...)
		h := historicOf(t, s, decimal.New(rapid.Int64Range(0, 1e8).Draw(t, "cost"), -2).String(), s.Len())
		c := currentOf(t, h, drawSetup(t))
		names := []string{"leisure", "business", "groups", "nobody"}
		group := rapid.SliceOfN(rapid.IntRange(0, 2), c.Len(), c.Len()).Draw(t, "group")
		scenario, err := valuation.ScenarioOf(c, names, func(i int) int { return group[i] })
		if err != nil {
			t.Fatalf("%v", err)
		}
		equity, err := valuation.CustomerEquity(scenario.Groups, scenario.Convention)
		if err != nil || !equity.Total.Equal(c.Values().Sum()) {
			t.Fatalf("got %v, %v, the column has %v", equity.Total, err, c.Values().Sum())
		}
		sums, counts := make([]decimal.Decimal, len(names)), make([]int, len(names))
		for i, g := range group {
			sums[g] = sums[g].Add(c.Values().At(i))
			if c.Known(i) {
				counts[g]++
			}
		}
		for g, one := range equity.Groups {
			if !one.Amount.Equal(sums[g]) || one.Guests != counts[g] || one.Name != names[g] {
				t.Fatalf("group %d: got %+v, want %d guests with %v", g, one, counts[g], sums[g])
			}
		}
	})
}

// Values that cancel out, or of which a part lies beyond the integers of the column.
func TestScenarioOfValuesAtTheEdges(t *testing.T) {
	for _, mode := range []hotelcrm.Rounding{hotelcrm.RoundUp, hotelcrm.RoundFloor, hotelcrm.RoundCeiling, hotelcrm.RoundHalfEven} {
		for _, revenues := range [][]string{{"0.07", "-0.03", "-0.04"}, {"100000000000000000000", "0.01", "-7"}} {
			list := make([]guest, len(revenues))
			for i, revenue := range revenues {
				list[i] = guest{1, 365, revenue}
			}
			setup := valuation.CurrentSetup{Convention: yearly(t, "0.07", 30, hotelcrm.RoundTo{Places: 2, Mode: mode})}
			c := currentOf(t, historicOf(t, summariesOf(t, list...), "0", 3), setup)
			scenario, err := valuation.ScenarioOf(c, []string{"a", "b"}, func(i int) int { return i / 2 })
			if err != nil {
				t.Fatal(err)
			}
			equity, err := valuation.CustomerEquity(scenario.Groups, scenario.Convention)
			if err != nil || !equity.Total.Equal(c.Values().Sum()) || !equity.Groups[1].Amount.Equal(c.Values().At(2)) {
				t.Errorf("%s, %v: got %+v, %v, want %v in all", mode, revenues, equity, err, c.Values().Sum())
			}
		}
	}
}

func TestScenarioLeavesOutUnknownValues(t *testing.T) {
	c := valued(t, "100", "", "50")
	scenario, err := valuation.ScenarioOf(c, []string{"all"}, func(i int) int {
		if i == 1 {
			t.Error("asked for a guest without a current value")
		}
		return 0
	})
	if err != nil || scenario.Groups[0].Guests != 2 || !scenario.Groups[0].Stream.Margin.Equal(dec("75")) {
		t.Errorf("got %+v, %v", scenario, err)
	}
}

func TestScenarioRefuses(t *testing.T) {
	c := valued(t, "100", "50")
	same := func(int) int { return 0 }
	_, err := valuation.ScenarioOf(nil, []string{"all"}, same)
	refusetest.Param(t, err, "current")
	_, err = valuation.ScenarioOf(c, []string{"all"}, nil)
	refusetest.Param(t, err, "of")
	_, err = valuation.ScenarioOf(c, []string{"all", "all"}, same)
	refusetest.Param(t, err, "names[1].Name")
	_, err = valuation.ScenarioOf(c, []string{"all"}, func(i int) int { return i })
	refusetest.Param(t, err, "of(1)")
	_, err = valuation.ScenarioOf(c, nil, func(int) int { return -1 })
	refusetest.Param(t, err, "of(0)")
	none, err := valuation.ScenarioOf(valued(t), []string{"all"}, same)
	if err != nil || none.Groups[0].Guests != 0 {
		t.Errorf("got %+v, %v", none, err)
	}
}
