package valuation_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
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
			wantParam(t, err, test.param)
		})
	}
	_, err := valuation.Effective(decimal.New(1, 1<<30), valuation.Year)
	wantParam(t, err, "rate")
	_, err = valuation.Continuous(dec("-3"), valuation.Week)
	wantParam(t, err, "rate")
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
				wantParam(t, err, test.param)
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
		Timing: valuation.EndOfPeriod, Money: places(2),
	}
	data, err := json.Marshal(c)
	const want = `{"rate":"0.1 per year","horizon":{"n":5,"period":"year"},"timing":"end-of-period","money":{"places":2,"mode":"half-even"}}`
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
	wantParam(t, err, "period")
	_, err = years.In(0)
	wantParam(t, err, "period")
	_, err = valuation.Horizon{N: -1, Period: valuation.Year}.In(valuation.Month)
	wantParam(t, err, "Horizon.N")
	_, err = valuation.Horizon{N: 101, Period: valuation.Year}.In(valuation.Day)
	wantParam(t, err, "Horizon.N")
}

func TestEnumsKeepTheirText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		period := valuation.Period(rapid.IntRange(0, 6).Draw(t, "period"))
		text, err := period.MarshalText()
		var back valuation.Period
		if err != nil || back.UnmarshalText(text) != nil || back != period {
			t.Fatalf("%v: %s, %v", period, text, err)
		}
		timing := valuation.Timing(rapid.IntRange(0, 3).Draw(t, "timing"))
		text, err = timing.MarshalText()
		var same valuation.Timing
		if err != nil || same.UnmarshalText(text) != nil || same != timing {
			t.Fatalf("%v: %s, %v", timing, text, err)
		}
	})
	_, err := valuation.ParsePeriod("fortnight")
	wantParam(t, err, "period")
	_, err = valuation.ParseTiming("late")
	wantParam(t, err, "timing")
	_, err = valuation.Period(9).MarshalText()
	wantParam(t, err, "period")
}
