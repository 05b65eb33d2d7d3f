package funnel_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/shopspring/decimal"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/funnel"
)

func TestHugeCountsOfFunnel(t *testing.T) {
	rules := funnel.Rules{Stages: []funnel.Stage{{ID: "asked"}, {ID: "came"}}}
	most := int(min(int64(1)<<40, math.MaxInt)) // an int may have 32 bits
	refusals := []struct{ reached, lost []int }{
		{[]int{math.MinInt, 0}, []int{1, 0}},
		{[]int{-1, 0}, []int{0, 0}},
		{[]int{most, most / 2}, []int{most/2 + 2, 0}},
	}
	if most < math.MaxInt {
		refusals = append(refusals, struct{ reached, lost []int }{[]int{math.MaxInt, 1}, nil})
	}
	for _, c := range refusals {
		_, err := funnel.NewCounts(rules, c.reached, c.lost)
		refusetest.Param(t, err, "reached[0]")
	}
	counts, err := funnel.NewCounts(rules, []int{most, most / 2}, nil)
	if err != nil {
		t.Fatal(err)
	}
	money := hotelcrm.RoundTo{Mode: hotelcrm.RoundHalfEven}
	forecast, err := counts.Forecast([]funnel.Open{{Open: math.MaxInt, Value: decimal.New(1, 30)}}, 0, .95, money)
	if err != nil || !forecast.Low.LessThan(forecast.High) || !forecast.Low.IsPositive() {
		t.Errorf("%+v %v", forecast, err)
	}
}
