package main

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
	"github.com/hotelcrm/hotelcrm/internal/publicdata"
)

// The columns of guests.csv that hold the predictions.
const (
	columnAlive = 18 + iota
	columnStays
	columnSpend
	columnWorth
	columnLow
	columnHigh
	columns
)

func float(t *testing.T, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func cdnowSample(t *testing.T, more ...string) outcome {
	t.Helper()
	return done(t, append([]string{
		"-stays", publicdata.Path(t, "cdnow/CDNOW_sample.txt"), "-sep", "blanks", "-header=false",
		"-date", "20060102", "-columns", "guest=1,arrival=3,revenue=5", "-currency", "USD",
	}, more...)...)
}

// The one-tenth sample of CDNOW with exact days and the orders of one day as one. The maxima were found independently with
// more digits; to the three of the papers they are those of Fader, Hardie and Lee (2005) and Fader and Hardie (2013).
func TestModelsOfCDNOW(t *testing.T) {
	out := cdnowSample(t, "-calibration-end", "1997-09-30", "-unit", "week")
	checkPage(t, out)
	b := out.summary(t).BTYD
	if b.Unit.String() != "week" || b.Through != hotelcrm.DateOf(1997, 9, 30) || !b.Holdout.Stated {
		t.Errorf("in %s, through %s, stated %v", b.Unit, b.Through, b.Holdout.Stated)
	}
	for _, want := range []struct {
		model  string
		params []float64
		stdErr []float64
		logLik float64
	}{
		{"BG/NBD", []float64{.242594522, 4.413602019, .792922017, 2.425906778}, []float64{.01255738, .37822406, .18573386, .70541439}, -9582.42920667},
		{"MBG/NBD", []float64{.524843159, 6.183085280, .891359391, 1.614002240}, []float64{.08326820, .69562063, .15478992, .53749475}, -9582.13571555},
		{"Pareto/NBD", []float64{.553277047, 10.577683463, .606239988, 11.668735249}, []float64{.04762792, .84272254, .18728127, 6.21111116}, -9594.97617894},
		{"NBD", []float64{.3847659, 12.0720137}, nil, -9763.657615},
	} {
		i := slices.IndexFunc(b.Models, func(m record.Fit) bool { return m.Model == want.model })
		checkFit(t, b.Models[i], want.params, want.stdErr, want.logLik)
	}
	checkFit(t, b.GammaGamma.Fit, []float64{6.249572271, 3.744224667, 15.443520965}, []float64{1.19005539, .29013307, 4.15942291}, -4055.91769480)
	if text := b.GammaGamma.Correlation.String(); text != "0.1138879194" {
		t.Errorf("correlation %s", text)
	}
	checkKeys(t, b)
	checkHeld(t, b)
}

func checkFit(t *testing.T, got record.Fit, params, stdErr []float64, logLik float64) {
	t.Helper()
	near := func(what string, list json.RawMessage, want []float64) {
		values := orderedValues(t, list)
		for k := range want {
			if math.Abs(values[k]/want[k]-1) > 1e-5 {
				t.Errorf("%s: %s %d is %v, want %v", got.Model, what, k, values[k], want[k])
			}
		}
	}
	near("parameter", got.Params, params)
	near("standard error", got.StdErr, stdErr)
	if x, _ := got.LogLik.Float64(); math.Abs(x-logLik) > 1e-6 {
		t.Errorf("%s: log-likelihood %v, want %v", got.Model, x, logLik)
	}
	if x, _ := got.Gradient.Float64(); x > 1e-5 {
		t.Errorf("%s: gradient %v", got.Model, x)
	}
}

// orderedValues returns the values of an object in the order of the text.
func orderedValues(t *testing.T, object json.RawMessage) []float64 {
	t.Helper()
	var out []float64
	for part := range strings.SplitSeq(strings.Trim(string(object), "{} \n"), ",") {
		_, value, _ := strings.Cut(part, ":")
		if value = strings.TrimSpace(value); value != "" && value != "null" {
			out = append(out, float(t, value))
		}
	}
	return out
}

func checkKeys(t *testing.T, b *record.Alive) {
	t.Helper()
	for k, want := range []string{"r alpha", "r alpha a b", "r alpha a b", "r alpha s beta", "r alpha b s beta"} {
		var keys []string
		for part := range strings.SplitSeq(strings.Trim(string(b.Models[k].Params), "{}"), ",") {
			key, _, _ := strings.Cut(part, ":")
			keys = append(keys, strings.Trim(key, "\" \n"))
		}
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("%s has the parameters %s, want %s", b.Models[k].Model, got, want)
		}
	}
}

// The hold-out of 39 weeks: repeats, the sums of expected visits and the errors a guest.
func checkHeld(t *testing.T, b *record.Alive) {
	t.Helper()
	for model, want := range map[string][4]float64{
		"BG/NBD": {1653.4086977, 1882, .7854542364, 1.6079820107}, "Pareto/NBD": {1665.5131078, 1882, .7545233835, 1.6028479995},
		"MBG/NBD": {1576.728, 1882, .764778, 1.607184}, "NBD": {2929.820, 1882, 1.041020, 1.859523},
	} {
		i := slices.IndexFunc(b.Holdout.Models, func(m record.Judged) bool { return m.Model == model })
		m := b.Holdout.Models[i]
		for k, number := range []*json.Number{m.Expected, m.Actual, m.MAE, m.RMSE} {
			if x, _ := number.Float64(); math.Abs(x/want[k]-1) > 2e-6 {
				t.Errorf("%s: figure %d is %v, want %v", model, k, x, want[k])
			}
		}
	}
	if b.Holdout.Length.String() != "39" || b.Chosen.Model != "Pareto/NBD" {
		t.Errorf("held out %s weeks, chosen %s", b.Holdout.Length, b.Chosen.Model)
	}
}

// Days in place of weeks: alpha and beta times 7, a log-likelihood lower by Σx·ln 7, and the same predictions.
func TestTheUnitChangesNothing(t *testing.T) {
	week, day := cdnowSample(t, "-calibration-end", "1997-09-30"), cdnowSample(t, "-calibration-end", "1997-09-30", "-unit", "day")
	a, b := week.summary(t).BTYD, day.summary(t).BTYD
	for k := range a.Models[:4] {
		x, _ := a.Models[k].LogLik.Float64()
		y, _ := b.Models[k].LogLik.Float64()
		if math.Abs(x-y-4781.101236228905) > 1e-6 {
			t.Errorf("%s: log-likelihoods differ by %v", a.Models[k].Model, x-y)
		}
	}
	other := day.guests(t)
	for id, row := range week.guests(t) {
		for k := columnAlive; k < columnWorth; k++ { // a discount a week is a 52nd, a discount a day a 365th
			if x, y := float(t, row[k]), float(t, other[id][k]); math.Abs(x-y) > .011 {
				t.Fatalf("guest %s, column %d: %v in weeks, %v in days", id, k, x, y)
			}
		}
	}
}

func TestPredictionsAddUp(t *testing.T) {
	out := simulated(t)
	b, sums := out.summary(t).BTYD, [columns]float64{}
	means := 0
	mean := meanSpend(t, b)
	for id, row := range out.guests(t) {
		for k := columnAlive; k < columns; k++ {
			sums[k] += float(t, row[k])
		}
		if p := float(t, row[columnAlive]); p < 0 || p > 1 {
			t.Errorf("guest %s: P(alive) %v", id, p)
		}
		if value := float(t, row[columnWorth]); float(t, row[columnLow]) > value || float(t, row[columnHigh]) < value {
			t.Errorf("guest %s: value %v is outside of its interval", id, value)
		}
		if row[columnSpend] == mean {
			means++
		}
	}
	p := b.Portfolio
	for column, want := range map[int]json.Number{columnAlive: *p.Alive.Value, columnStays: *p.Stays.Value, columnWorth: json.Number(*p.Residual.Value)} {
		if x, _ := want.Float64(); math.Abs(sums[column]/x-1) > 1e-5 {
			t.Errorf("column %d adds up to %v, summary.json has %v", column, sums[column], x)
		}
	}
	if means < p.Mean || p.Mean == 0 {
		t.Errorf("%d guests have the mean of all, summary.json says %d", means, p.Mean)
	}
}

// meanSpend returns pγ/(q-1) as guests.csv has it.
func meanSpend(t *testing.T, b *record.Alive) string {
	t.Helper()
	v := orderedValues(t, b.Chosen.GammaGamma.Params)
	return fmt.Sprintf("%.2f", v[0]*v[2]/(v[1]-1))
}
