package funnel_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/funnel"
	"pgregory.net/rapid"
)

// fiveStages returns the counts of a funnel of five stages.
func fiveStages(t failer) *funnel.Counts {
	t.Helper()
	c, err := funnel.NewCounts(funnel.Relationship(), []int{1000, 400, 120, 60, 24}, nil)
	if err != nil {
		t.Fatalf("funnel: %v", err)
	}
	return c
}

func TestFunnelOfFiveStages(t *testing.T) {
	c := fiveStages(t)
	for stage, want := range []float64{.4, .3, .5, .4} {
		got, err := c.StepRate(stage, funnel.OfReached, 0.95)
		if err != nil || got.Rate != want || got.Low >= want || got.High <= want {
			t.Errorf("step %d: want %v, got %+v, %v", stage, want, got, err)
		}
	}
	for stage, want := range []float64{.024, .06, .2, .4, 1} {
		if got, err := c.WinRate(stage, 0); err != nil || got != want {
			t.Errorf("win rate from stage %d: want %v, got %v, %v", stage, want, got, err)
		}
	}
	open := []funnel.Open{{200, dec("500")}, {80, dec("600")}, {25, dec("800")}, {10, dec("900")}}
	got, err := c.Forecast(open, funnel.OfReached, 0.95, cents)
	if err != nil || !got.Expected.Equal(dec("12880")) {
		t.Fatalf("got %+v, %v", got, err)
	}
	for stage, want := range []string{"2400", "2880", "4000", "3600"} {
		if !got.Rows[stage].Expected.Equal(dec(want)) {
			t.Errorf("stage %d: want %s, got %+v", stage, want, got.Rows[stage])
		}
	}
	velocity, err := funnel.Velocity(135, dec("0.2"), dec("600"), dec("30"), cents)
	if err != nil || !velocity.Equal(dec("540")) {
		t.Errorf("velocity: want 540, got %s, %v", velocity, err)
	}
}

// The variance by hand, term by term, and the bounds from it.
func TestForecastInterval(t *testing.T) {
	open := []funnel.Open{{200, dec("500")}, {80, dec("600")}, {25, dec("800")}, {10, dec("900")}}
	got, err := fiveStages(t).Forecast(open, funnel.OfReached, 0.95, cents)
	if err != nil {
		t.Fatal(err)
	}
	n, v := []float64{200, 80, 25, 10}, []float64{500, 600, 800, 900}
	p, r, of, on := []float64{.024, .06, .2, .4}, []float64{.4, .3, .5, .4}, []float64{1000, 400, 120, 60}, []float64{400, 120, 60, 24}
	variance := 0.0
	for k := range n {
		variance += n[k] * v[k] * v[k] * p[k] * (1 - p[k])
		slope := 0.0
		for j := 0; j <= k; j++ {
			slope += n[j] * v[j] * p[j] / r[k]
		}
		a, b := on[k]+.5, of[k]-on[k]+.5
		variance += slope * slope * a * b / ((a + b) * (a + b) * (a + b + 1))
	}
	sd := math.Sqrt(variance)
	near(t, "standard deviation", sd, got.StdDev, 1e-6)
	near(t, "low", 12880-1.959963984540*sd, got.Low.InexactFloat64(), 0.02)
	near(t, "high", 12880+1.959963984540*sd, got.High.InexactFloat64(), 0.02)
	if got.Level != 0.95 || got.Basis != funnel.OfReached || got.Rounding != cents {
		t.Errorf("got %+v", got)
	}
}

func TestForecastStaysWithinWhatIsThere(t *testing.T) {
	f := funnel.Relationship()
	f.Stages = f.Stages[:2]
	none, err := funnel.NewCounts(f, []int{3, 0}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := none.Forecast([]funnel.Open{{1, dec("100")}}, 0, 0.999, cents)
	if err != nil || !got.Expected.IsZero() || !got.Low.IsZero() || !got.High.Equal(dec("48.67")) { // 3.2905·100·√(0.5·3.5/(4²·5))
		t.Errorf("nobody went on of three: got %+v, %v", got, err)
	}
	sure, _ := funnel.NewCounts(f, []int{5000, 5000}, nil)
	got, err = sure.Forecast([]funnel.Open{{2, dec("100")}}, 0, 0.95, cents)
	if err != nil || !got.High.Equal(dec("200")) || got.Low.LessThan(dec("199")) || got.Low.GreaterThanOrEqual(dec("200")) {
		t.Errorf("all went on: got %+v, %v", got, err)
	}
	unused, err := sure.Forecast([]funnel.Open{{0, dec("100")}}, 0, 0.95, cents)
	if err != nil || !unused.Expected.IsZero() || !unused.High.IsZero() {
		t.Errorf("nobody open: got %+v, %v", unused, err)
	}
	empty, _ := funnel.NewCounts(f, []int{0, 0}, nil)
	_, err = empty.Forecast([]funnel.Open{{1, dec("100")}}, 0, 0.95, cents)
	refusetest.Param(t, err, "stage")
}

func TestSettledRatesLeaveOutThoseStillThere(t *testing.T) {
	f := funnel.Relationship()
	f.Stages = f.Stages[:3]
	c, err := funnel.NewCounts(f, []int{100, 40, 10}, []int{40, 10, 0})
	if err != nil {
		t.Fatal(err)
	}
	for stage, want := range []float64{0.5, 0.5} {
		if got, err := c.StepRate(stage, funnel.OfSettled, 0.95); err != nil || got.Rate != want {
			t.Errorf("stage %d: want %v, got %+v, %v", stage, want, got, err)
		}
	}
	if got, err := c.WinRate(0, funnel.OfSettled); err != nil || got != 0.25 {
		t.Errorf("want 0.25, got %v, %v", got, err)
	}
	rows := c.Rows()
	if rows[0].Open != 20 || rows[0].Advanced != 40 || rows[1].Open != 20 || rows[2].Open != 0 || rows[0].DwellKnown {
		t.Errorf("got %+v", rows)
	}
}

func TestFunnelRefusesWrongInput(t *testing.T) {
	f := funnel.Relationship()
	for param, change := range map[string]func(*funnel.Rules){
		"Rules.Stages":       func(f *funnel.Rules) { f.Stages = f.Stages[:1] },
		"Rules.Stages[1].ID": func(f *funnel.Rules) { f.Stages = []funnel.Stage{{ID: "a"}, {ID: "a"}} },
		"Rules.Path":         func(f *funnel.Rules) { f.Path = 9 },
		"Rules.Reentry":      func(f *funnel.Rules) { f.Reentry = 9 },
		"Rules.Window":       func(f *funnel.Rules) { f.Window = -1 },
	} {
		bad := f
		change(&bad)
		_, err := bad.Count(nil, day(0))
		refusetest.Param(t, err, param)
		_, err = funnel.NewCounts(bad, nil, nil)
		refusetest.Param(t, err, param)
	}
	_, err := f.Count(nil, 0)
	refusetest.Param(t, err, "asOf")
	_, err = funnel.NewCounts(f, []int{1, 1}, nil)
	refusetest.Param(t, err, "reached, lost")
	_, err = funnel.NewCounts(f, []int{5, 4, 5, 1, 1}, nil)
	refusetest.Param(t, err, "reached[1]")
	_, err = funnel.NewCounts(f, []int{5, 4, 3, 2, 1}, []int{2, 0, 0, 0, 0})
	refusetest.Param(t, err, "reached[0]")
	_, err = funnel.NewCounts(f, []int{5, 4, 3, 2, 1}, []int{0, 0, 0, 0, 1})
	refusetest.Param(t, err, "lost[4]")
	for row, bad := range []funnel.Entry{{"", "awareness", day(1), false}, {"ana", "other", day(1), false}, {"ana", "interest", day(1), true}, {"ana", "interest", 0, false}} {
		_, err := f.Count(append(make([]funnel.Entry, 0), funnel.Entry{"bo", "awareness", day(0), false}, bad), day(9))
		refusetest.Row(t, err, 2, []string{"guest", "stage", "stage", "on"}[row])
	}
	c := fiveStages(t)
	_, err = c.StepRate(4, 0, 0.95)
	refusetest.Param(t, err, "stage")
	_, err = c.StepRate(0, 9, 0.95)
	refusetest.Param(t, err, "basis")
	_, err = c.WinRate(5, 0)
	refusetest.Param(t, err, "stage")
	_, err = c.Forecast(nil, 0, 0.95, cents)
	refusetest.Param(t, err, "open")
	_, err = c.Forecast(make([]funnel.Open, 4), 0, 0.95, hotelcrm.RoundTo{})
	refusetest.Param(t, err, "RoundTo.Mode")
	_, err = c.Forecast([]funnel.Open{{-1, dec("1")}, {}, {}, {}}, 0, 0.95, cents)
	refusetest.Param(t, err, "open[0].Open")
	_, err = c.Forecast([]funnel.Open{{1, dec("-1")}, {}, {}, {}}, 0, 0.95, cents)
	refusetest.Param(t, err, "open[0].Value")
	_, err = c.Forecast(make([]funnel.Open, 4), 0, 2, cents)
	refusetest.Param(t, err, "level")
	_, err = funnel.Velocity(-1, dec("1"), dec("1"), dec("1"), cents)
	refusetest.Param(t, err, "open")
	_, err = funnel.Velocity(1, dec("2"), dec("1"), dec("1"), cents)
	refusetest.Param(t, err, "win")
	_, err = funnel.Velocity(1, dec("1"), dec("1e40"), dec("1"), cents)
	refusetest.Param(t, err, "value")
	_, err = funnel.Velocity(1, dec("1"), dec("1"), dec("0"), cents)
	refusetest.Param(t, err, "cycle")
	if c.Spells(-1) != nil || c.Spells(9) != nil {
		t.Error("want no spells")
	}
}

// A chance of 0.95 to hold what comes: 2000 seeded hotels whose rates are those of the funnel.
func TestForecastHoldsWhatComes(t *testing.T) {
	random := newRandom(11)
	f := funnel.Relationship()
	f.Stages = f.Stages[:4]
	rates := []float64{0.5, 0.4, 0.6}
	open := []funnel.Open{{150, dec("120")}, {60, dec("200")}, {30, dec("350")}}
	inside := 0
	const hotels = 2000
	for range hotels {
		reached := []int{300, 0, 0, 0}
		for step, rate := range rates {
			for range reached[step] {
				if random.Float64() < rate {
					reached[step+1]++
				}
			}
		}
		c, err := funnel.NewCounts(f, reached, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := c.Forecast(open, 0, 0.95, cents)
		if err != nil {
			t.Fatal(err)
		}
		came := 0.0
		for stage, now := range open {
			for range now.Open {
				won := true
				for _, rate := range rates[stage:] {
					won = won && random.Float64() < rate
				}
				if won {
					came += now.Value.InexactFloat64()
				}
			}
		}
		if came >= got.Low.InexactFloat64() && came <= got.High.InexactFloat64() {
			inside++
		}
	}
	if share := float64(inside) / hotels; share < 0.935 || share > 0.965 { // 0.95 and three standard errors
		t.Errorf("want about 0.95, got %v", share)
	}
}

func TestForecastRowsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reached := []int{rapid.IntRange(50, 90).Draw(t, "r0"), rapid.IntRange(20, 50).Draw(t, "r1"), rapid.IntRange(1, 20).Draw(t, "r2")}
		f := funnel.Relationship()
		f.Stages = f.Stages[:3]
		c, err := funnel.NewCounts(f, reached, nil)
		if err != nil {
			t.Fatal(err)
		}
		open := []funnel.Open{{rapid.IntRange(0, 9).Draw(t, "n0"), dec("99.99")}, {rapid.IntRange(0, 9).Draw(t, "n1"), dec("0.07")}}
		got, err := c.Forecast(open, 0, 0.9, cents)
		if err != nil {
			t.Fatal(err)
		}
		sum := dec("0")
		for _, row := range got.Rows {
			sum = sum.Add(row.Expected)
		}
		if diff := cmp.Diff(sum, got.Expected, sameDecimals()); diff != "" || got.Low.GreaterThan(sum) || got.High.LessThan(sum.Sub(dec("0.01"))) {
			t.Fatalf("got %+v", got)
		}
	})
}
