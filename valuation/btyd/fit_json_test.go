package btyd_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// everyFit returns a made-up fit of each model of visits.
func everyFit() []btyd.Fit[btyd.Model] {
	var fits []btyd.Fit[btyd.Model]
	for _, m := range []btyd.Model{
		btyd.NBD{R: .25, Alpha: 4.5, Unit: valuation.Week},
		btyd.BGNBD{R: .25, Alpha: 4.5, A: .8, B: 2.5, Unit: valuation.Week},
		btyd.MBGNBD{R: .25, Alpha: 4.5, A: .8, B: 2.5, Unit: valuation.Day},
		btyd.ParetoNBD{R: .55, Alpha: 10.5, S: .6, Beta: 11.7, Unit: valuation.Month},
		btyd.GGompertz{R: .55, Alpha: 10.5, B: .01, S: .6, Beta: 11.7, Unit: valuation.Week},
		btyd.MBGCNBD{K: 3, R: .25, Alpha: 4.5, A: .8, B: 2.5, Unit: valuation.Week},
	} {
		fit := madeUp(m)
		fit.Report.Model, fit.Report.Unit = m.Name(), m.Period()
		fits = append(fits, fit)
	}
	return fits
}

func TestAFitIsReadWhicheverModelItIsOf(t *testing.T) {
	h := btyd.History{X: 2, Tx: 30, T: 39}
	for _, fit := range everyFit() {
		data, err := json.Marshal(fit)
		if err != nil {
			t.Fatal(err)
		}
		var read btyd.Fit[btyd.Model]
		if err := json.Unmarshal(data, &read); err != nil || !reflect.DeepEqual(read, fit) {
			t.Errorf("%s: %v %+v, want %+v", fit.Model.Name(), err, read, fit)
			continue
		}
		if read.Model.Alive(h) != fit.Model.Alive(h) {
			t.Errorf("%s: alive %v", fit.Model.Name(), read.Model.Alive(h))
		}
		if _, err := btyd.NewPredictor(read); err != nil {
			t.Error(err)
		}
	}
}

func TestAFitOfSpendIsReadWhole(t *testing.T) {
	spend := btyd.SpendFit{Fit: btyd.Fit[btyd.GammaGamma]{Model: btyd.GammaGamma{P: 6, Q: 4, Gamma: 15}}, Correlation: .1, Dropped: 3, Unknown: 2}
	spend.Report.Model = spend.Model.Name()
	for _, p := range spend.Model.Params() {
		spend.Report.Params = append(spend.Report.Params, btyd.Estimate{Param: p})
	}
	data, err := json.Marshal(spend)
	if err != nil {
		t.Fatal(err)
	}
	var read btyd.SpendFit
	if err := json.Unmarshal(data, &read); err != nil || !reflect.DeepEqual(read, spend) {
		t.Errorf("%v %+v, want %+v", err, read, spend)
	}
}

func TestFitsThatCannotBeAreRefused(t *testing.T) {
	good, err := json.Marshal(everyFit()[1])
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, old, new, param string }{
		{"no model of visits", `"model":"BG/NBD"`, `"model":"sBG"`, "model"},
		{"no name", `"model":"BG/NBD"`, `"model":""`, "model"},
		{"too many stages", `"model":"BG/NBD"`, `"model":"MBG/CNBD-21"`, "model"},
		{"stages of another", `"model":"BG/NBD"`, `"model":"MBG/CNBD-3"`, "report.model"},
		{"another model", `"model":"BG/NBD"`, `"model":"Pareto/NBD"`, "s"},
		{"parameter out of range", `"r":0.25`, `"r":-1`, "r"},
		{"parameter of another fit", `"r":0.25`, `"r":0.5`, "Report.Params"},
		{"unit of another fit", `"unit":"week"`, `"unit":"day"`, "report.unit"},
		{"half a covariance", `"covariance":[[`, `"covariance":[[1],[`, "Report.Covariance"},
	} {
		changed := bytes.Replace(good, []byte(test.old), []byte(test.new), 1)
		var read btyd.Fit[btyd.Model]
		err := json.Unmarshal(changed, &read)
		if got, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || got.Param != test.param || read.Model != nil {
			t.Errorf("%s: got %v, model %v", test.name, err, read.Model)
		}
	}
	var other btyd.Fit[btyd.MBGNBD]
	if err := json.Unmarshal(good, &other); err == nil || other.Model.Unit != 0 {
		t.Errorf("BG/NBD read as MBG/NBD: %v %+v", err, other.Model)
	}
}

func TestFitNamedFitsThatModel(t *testing.T) {
	cells := roundedCells(t)
	want, err := btyd.FitMBGNBD(cells, 1)
	if err != nil {
		t.Fatal(err)
	}
	got, err := btyd.FitNamed("MBG/NBD", cells, 1)
	if err != nil || got.Model != btyd.Model(want.Model) || !reflect.DeepEqual(got.Report, want.Report) {
		t.Errorf("%+v %v", got, err)
	}
	_, err = btyd.FitNamed("bgnbd", cells, 1)
	if refused, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || !strings.Contains(refused.Allowed, "BG/NBD") {
		t.Error(err)
	}
}

// FuzzReadFit: what is read can be predicted with, and written and read again.
func FuzzReadFit(f *testing.F) {
	for _, fit := range everyFit() {
		data, err := json.Marshal(fit)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`null`))
	f.Add([]byte(`{"version":1,"model":{"k":3},"report":{"model":"MBG/CNBD-3"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var fit, again btyd.Fit[btyd.Model]
		if err := json.Unmarshal(data, &fit); err != nil || fit.Model == nil {
			return
		}
		if err := fit.Model.Validate(); err != nil {
			t.Fatal(err)
		}
		fit.Model.Alive(btyd.History{X: 2, Tx: 30, T: 39})
		written, err := json.Marshal(fit)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(written, &again); err != nil || again.Model != fit.Model {
			t.Fatalf("%s: %v %+v", written, err, again.Model)
		}
		if _, err := btyd.NewPredictor(fit); err != nil && fit.Report.Covariance != nil {
			t.Fatal(err)
		}
	})
}

// A desk loads what was fitted last month, and need not know which model it was.
func ExampleFit_UnmarshalJSON_modelOfLastMonth() {
	saved, err := json.Marshal(everyFit()[3])
	if err != nil {
		fmt.Println(err)
		return
	}
	var fit btyd.Fit[btyd.Model]
	if err := json.Unmarshal(saved, &fit); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s: alive %.3f\n", fit.Model.Name(), fit.Model.Alive(btyd.History{X: 2, Tx: 30.43, T: 38.86}))
	// Output: Pareto/NBD: alive 0.870
}

func TestAFitOfAnUnknownFormIsRefused(t *testing.T) {
	for _, text := range []string{`{"version":2,"model":{},"report":{}}`, `{"model":{},"report":{}}`} {
		var fit btyd.Fit[btyd.Model]
		err := json.Unmarshal([]byte(text), &fit)
		if p, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || p.Param != "version" {
			t.Errorf("%s: %v", text, err)
		}
		if newer := strings.Contains(text, "version"); errors.Is(err, hotelcrm.ErrVersion) != newer {
			t.Errorf("%s: %v", text, err)
		}
	}
	if text, err := json.Marshal(btyd.SpendFit{Dropped: 3}); err != nil || !strings.HasPrefix(string(text), `{"version":1,"model":`) || !strings.HasSuffix(string(text), `"dropped":3,"unknown":0}`) {
		t.Errorf("%s, %v", text, err)
	}
}

func ExampleSpendFit_UnmarshalJSON_modelOfLastMonth() {
	var fit btyd.SpendFit
	err := json.Unmarshal([]byte(`{"version":1,"model":{"p":6.25,"q":3.74,"gamma":15.44},"report":{"model":"Gamma-Gamma",
		"params":[{"name":"p","value":6.25},{"name":"q","value":3.74},{"name":"gamma","value":15.44}]},"dropped":2}`), &fit)
	fmt.Println(fit.Model.P, fit.Dropped, err)
	// Output: 6.25 2 <nil>
}

func ExampleFitNamed_choiceInASettingsFile() {
	cells, err := btyd.NewCells(valuation.Week, []btyd.Cell{{History: btyd.History{X: 2, Tx: 30, T: 39}, Guests: 40}, {History: btyd.History{T: 39}, Guests: 100}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fit, err := btyd.FitNamed("NBD", cells, 1)
	fmt.Printf("%s of %d guests, %v\n", fit.Model.Name(), fit.Report.Guests, err)
	// Output: NBD of 140 guests, <nil>
}
