package valuation_test

import (
	"encoding/json"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
)

// Before the first step, on the curve and after its end: each interval says at what level and how it was found.
func TestIntervalsCarryTheirMethod(t *testing.T) {
	curve, err := valuation.KaplanMeier([]valuation.Spell{{Length: 2, Ended: true}, {Length: 5, Ended: true}})
	if err != nil {
		t.Fatal(err)
	}
	methods := map[valuation.Transform]valuation.IntervalMethod{valuation.Log: valuation.GreenwoodLog, valuation.LogLog: valuation.GreenwoodLogLog}
	for transform, method := range methods {
		for _, time := range []int{1, 2, 5, 9} {
			got, err := curve.Interval(time, 0.9, transform)
			if err != nil || got.Method != method || got.Level != 0.9 {
				t.Errorf("%s at %d: got %+v, %v", transform, time, got, err)
			}
		}
	}
	share, err := valuation.NewProportion(3, 10, 0.95)
	if err != nil || share.Method != valuation.Wilson || share.Complement().Method != valuation.Wilson || share.Complement().Level != 0.95 {
		t.Errorf("got %+v, %v", share, err)
	}
}

func TestProportionAsJSON(t *testing.T) {
	share, err := valuation.NewProportion(0, 1, 0.5)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(share)
	const want = `{"count":0,"of":1,"rate":0,"low":0,"high":0.312684744083,"level":0.5,"method":"wilson"}`
	if err != nil || string(text) != want {
		t.Errorf("got %s, %v, want %s", text, err, want)
	}
	var back valuation.Proportion
	if err := json.Unmarshal(text, &back); err != nil || back != share {
		t.Errorf("read back %+v, %v", back, err)
	}
}
