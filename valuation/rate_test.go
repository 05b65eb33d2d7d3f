package valuation_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

func TestRateInAnotherPeriod(t *testing.T) {
	tests := []struct {
		name, got, want string
	}{
		{"15 % a year, weekly force", effective(t, "0.15", valuation.Year).Force(valuation.Week).String(), "0.002687729661060744180221716455147218"},
		{"15 % a year, by the month", effective(t, "0.15", valuation.Year).Per(valuation.Month).String(), "0.01171491691985328464416972553024738"},
		{"15 % a year, by the day", effective(t, "0.15", valuation.Year).Per(valuation.Day).String(), "0.0003829827503389582995676254706118667"},
		{"a quarter of a per cent a month, yearly", effective(t, "0.0025", valuation.Month).Per(valuation.Year).String(), "0.03041595691350732009208742170339823"},
		{"its yearly force", effective(t, "0.0025", valuation.Month).Force(valuation.Year).String(), "0.02996256238304638776278322077121815"},
		{"its own period", effective(t, "0.0025", valuation.Month).Per(valuation.Month).String(), "0.0025"},
		{"44 % a year, by the half-year", effective(t, "0.44", valuation.Year).Per(valuation.HalfYear).String(), "0.2"},
		{"no rate", valuation.Rate{}.Per(valuation.Year).String(), "0"},
		{"no period", effective(t, "0.1", valuation.Year).Per(0).String(), "0"},
	}
	for _, test := range tests {
		if !dec(test.got).Equal(dec(test.want)) {
			t.Errorf("%s: got %s, want %s", test.name, test.got, test.want)
		}
	}
	force, err := valuation.Continuous(dec("0.1"), valuation.Year)
	if err != nil {
		t.Fatal(err)
	}
	if got := force.Per(valuation.Year); !got.Equal(dec("0.1051709180756476248117078264902467")) {
		t.Errorf("a force of 0.1 is %v a year", got)
	}
	if got := force.Force(valuation.Year); !got.Equal(dec("0.1")) {
		t.Errorf("a force of 0.1 is a force of %v", got)
	}
}

func TestRateRefuses(t *testing.T) {
	tests := []struct {
		name, rate string
		per        valuation.Period
		param      string
	}{
		{"a loss of all", "-1", valuation.Year, "rate"},
		{"a loss of more than all", "-1.5", valuation.Month, "rate"},
		{"no period", "0.1", 0, "period"},
		{"an unknown period", "0.1", 9, "period"},
		{"a rate that doubles by the day", "1", valuation.Day, "rate"},
		{"31 places", "0.0000000000000000000000000000001", valuation.Year, "rate"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := valuation.Effective(dec(test.rate), test.per)
			refusetest.Param(t, err, test.param)
		})
	}
	_, err := valuation.Effective(decimal.New(1, 1<<30), valuation.Year)
	refusetest.Param(t, err, "rate")
	_, err = valuation.Continuous(dec("-3"), valuation.Week)
	refusetest.Param(t, err, "rate")
	_, err = valuation.Continuous(dec("0.1"), 0)
	refusetest.Param(t, err, "period")
}

func TestRateText(t *testing.T) {
	tests := []struct {
		text, param string // what ParseRate refuses
	}{
		{text: "0.15 per year"},
		{text: "continuous 0.1 per year"},
		{text: "-0.02 per half-year"},
		{text: ""},
		{"0.15", "rate"},
		{"x per year", "rate"},
		{"-1 per year", "rate"},
		{"0.1 per century", "period"},
		{strings.Repeat("9", 200) + " per year", "rate"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			rate, err := valuation.ParseRate(test.text)
			if test.param != "" {
				refusetest.Param(t, err, test.param)
				return
			}
			text, marshalErr := rate.MarshalText()
			if err != nil || marshalErr != nil || string(text) != test.text {
				t.Errorf("got %s, %v, %v", text, err, marshalErr)
			}
		})
	}
}

func FuzzParseRate(f *testing.F) {
	f.Add("0.15 per year")
	f.Add("continuous -1e2 per day")
	f.Fuzz(func(t *testing.T, text string) {
		rate, err := valuation.ParseRate(text)
		if err != nil {
			return
		}
		again, err := valuation.ParseRate(rate.String())
		if rate.IsSet() && (err != nil || !again.Equal(rate)) {
			t.Errorf("%q is read as %v, and that as %v, %v", text, rate, again, err)
		}
	})
}

func TestConventionKeepsItsText(t *testing.T) {
	c := valuation.Convention{
		Rate: effective(t, "0.1", valuation.Year), Horizon: valuation.Horizon{N: 5, Period: valuation.Year},
		Timing: valuation.EndOfPeriod, Rounding: places(2),
	}
	data, err := json.Marshal(c)
	const want = `{"rate":"0.1 per year","horizon":{"n":5,"period":"year"},"timing":"end-of-period","rounding":{"places":2,"mode":"half-even"}}`
	if err != nil || string(data) != want {
		t.Errorf("got %s, %v", data, err)
	}
	var back valuation.Convention
	if err := json.Unmarshal(data, &back); err != nil || back.String() != c.String() {
		t.Errorf("got %v, %v", back, err)
	}
	const line = "0.1 per year, 5 x year, end-of-period, 2 places half-even"
	if c.String() != line {
		t.Errorf("got %s", c)
	}
	if err := c.Validate(); err != nil {
		t.Error(err)
	}
	refusetest.Param(t, valuation.Convention{}.Validate(), "Convention.Rate")
	c.Infinite = true
	if got := c.String(); got != "0.1 per year, forever by year, end-of-period, 2 places half-even" {
		t.Errorf("got %s", got)
	}
}

func TestHorizonInAnotherPeriod(t *testing.T) {
	years := valuation.Horizon{N: 5, Period: valuation.Year}
	if got, err := years.In(valuation.Month); err != nil || got.N != 60 || got.Period != valuation.Month {
		t.Errorf("got %v, %v", got, err)
	}
	_, err := valuation.Horizon{N: 7, Period: valuation.Month}.In(valuation.Quarter)
	refusetest.Param(t, err, "period")
	_, err = years.In(0)
	refusetest.Param(t, err, "period")
	_, err = valuation.Horizon{N: -1, Period: valuation.Year}.In(valuation.Month)
	refusetest.Param(t, err, "Horizon.N")
	_, err = valuation.Horizon{N: 101, Period: valuation.Year}.In(valuation.Day)
	refusetest.Param(t, err, "Horizon.N")
}

// keepsText fails unless all values of an enum survive their text, and another text changes nothing.
func keepsText[T interface {
	comparable
	MarshalText() ([]byte, error)
	String() string
}](t *testing.T, read func(*T, []byte) error, values ...T) {
	t.Helper()
	for _, v := range values {
		text, err := v.MarshalText()
		var back T
		if readErr := read(&back, text); err != nil || readErr != nil || back != v {
			t.Errorf("%v is written as %s and read as %v, %v, %v", v, text, back, err, readErr)
		}
		before := v
		if read(&v, []byte("no such name")) == nil || v != before {
			t.Errorf("an unknown name is read as %v", v)
		}
	}
}

func TestEnumsKeepTheirText(t *testing.T) {
	keepsText(t, (*valuation.Period).UnmarshalText, 0, valuation.Year, valuation.HalfYear, valuation.Quarter, valuation.Month, valuation.Week, valuation.Day)
	keepsText(t, (*valuation.Timing).UnmarshalText, 0, valuation.EndOfPeriod, valuation.StartOfPeriod, valuation.MiddleOfPeriod)
	keepsText(t, (*valuation.PaceRule).UnmarshalText, 0, valuation.OverRelation, valuation.OverWindow, valuation.Given)
	keepsText(t, (*valuation.CutRule).UnmarshalText, 0, valuation.ByMedian, valuation.ByMean, valuation.ByQuantile, valuation.Fixed)
	keepsText(t, (*valuation.Indicator).UnmarshalText, 0, valuation.Motive, valuation.Industry, valuation.Income, valuation.IncomeToSpend, valuation.Credit, valuation.Satisfaction)
	keepsText(t, (*valuation.ValueClass).UnmarshalText, 0, valuation.HighValue, valuation.PotentialValue, valuation.SecondaryValue, valuation.LowValue)
	keepsText(t, (*valuation.Transform).UnmarshalText, 0, valuation.Log, valuation.LogLog)
	keepsText(t, (*valuation.IntervalMethod).UnmarshalText, 0, valuation.Wilson, valuation.GreenwoodLog, valuation.GreenwoodLogLog)
	_, err := valuation.Period(9).MarshalText()
	refusetest.Param(t, err, "period")
}
