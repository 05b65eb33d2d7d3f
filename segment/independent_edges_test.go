package segment_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// wholeAmounts is a column of whole amounts.
func wholeAmounts(t *testing.T, list ...int64) hotelcrm.Amounts {
	t.Helper()
	amounts, err := hotelcrm.AmountsOfMinor(0, list, nil)
	if err != nil {
		t.Fatal(err)
	}
	return amounts
}

// A condition of the greatest size with as many texts that the schema does not know as fit in compiles at once.
func TestManyUnknownTextsCompileQuickly(t *testing.T) {
	var lists []string
	for k := range 13 {
		var texts []string
		for i := range 9000 {
			texts = append(texts, fmt.Sprint(100_000+2*(9000*k+i)))
		}
		lists = append(lists, `{"op":"in","attr":"region","values":[`+strings.Join(texts, ",")+"]}")
	}
	var c segment.Condition
	if err := json.Unmarshal([]byte(`{"op":"any","of":[`+strings.Join(lists, ",")+"]}"), &c); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if _, err := segment.Compile(plainSchema(t), c); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("%d texts took %v", 13*9000, took)
	}
}

// The text of any number of a table is a literal that finds it again.
func TestTextOfNumberIsItsLiteral(t *testing.T) {
	schema := plainSchema(t)
	rapid.Check(t, func(rt *rapid.T) {
		x := rapid.Float64Range(-math.MaxFloat64, math.MaxFloat64).Draw(rt, "x")
		b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: plainAsOf}, []string{"guest"})
		if err != nil {
			rt.Fatal(err)
		}
		b.Guests(nil).Numbers("score", []float64{x})
		table, err := b.Build()
		if err != nil {
			rt.Fatal(err)
		}
		score, _ := schema.Find("score")
		m, err := table.Match(segment.Is("score", segment.Equal, table.Text(score, 0)))
		if err != nil || !m.Holds(0) || len(table.Text(score, 0)) > 30 {
			rt.Fatalf("%v is written %q: %v", x, table.Text(score, 0), err)
		}
	})
}

func TestLiteralsOfNumbers(t *testing.T) {
	schema := plainSchema(t)
	for text, ok := range map[string]bool{
		"1e150": true, "5e-324": true, "-1.5": true, "+2": true, "1e-400": true,
		"1e309": false, "inf": false, "NaN": false, "0x1p4": false, "1_000": false, "": false, strings.Repeat("9", 201): false,
	} {
		if _, err := segment.Compile(schema, segment.Is("score", segment.Less, text)); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
		b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: plainAsOf}, []string{"guest"}))
		b.Guests(nil).Texts("score", []string{text})
		if _, err := b.Build(); (err == nil) != (ok || text == "") {
			t.Errorf("column %q: %v", text, err)
		}
	}
}

func TestInfinityHasNoBand(t *testing.T) {
	schema := must(segment.NewSchema(segment.HotelAttributes(), nil))
	b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: plainAsOf}, []string{"guest"}))
	b.Guests(nil).Numbers("age_band", []float64{math.Inf(1)})
	_, err := b.Build()
	refusedRow(t, err, 1, "age_band")
}

func TestHugeCountsOfFunnel(t *testing.T) {
	funnel := segment.Funnel{Stages: []segment.FunnelStage{{ID: "asked"}, {ID: "came"}}}
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
		_, err := segment.CountFunnel(funnel, c.reached, c.lost)
		refused(t, err, "reached[0]")
	}
	counts, err := segment.CountFunnel(funnel, []int{most, most / 2}, nil)
	if err != nil {
		t.Fatal(err)
	}
	money := valuation.Money{Mode: hotelcrm.RoundHalfEven}
	forecast, err := counts.Forecast([]segment.OpenStage{{Open: math.MaxInt, Value: decimal.New(1, 30)}}, 0, .95, money)
	if err != nil || !forecast.Low.LessThan(forecast.High) || !forecast.Low.IsPositive() {
		t.Errorf("%+v %v", forecast, err)
	}
}

// Every level that is allowed has an interval, and a higher level never a narrower one.
func TestLevelsOfRevenue(t *testing.T) {
	money := valuation.Money{Places: 2, Mode: hotelcrm.RoundHalfEven}
	before := decimal.Zero
	for _, level := range []float64{5e-324, 1e-17, .5, .95, 1 - 1e-12, 1 - 1e-15, math.Nextafter(1, 0)} {
		got, err := segment.IncrementalRevenue(wholeAmounts(t, 1, 2, 3, 4), wholeAmounts(t, 1, 2, 2, 1), level, money)
		if err != nil {
			t.Fatal(err)
		}
		if width := got.High.Sub(got.Low); width.LessThan(before) {
			t.Errorf("level %v: width %v after %v", level, width, before)
		} else {
			before = width
		}
	}
}

func TestSampleSizeOfStrictAlpha(t *testing.T) {
	if got, err := segment.SampleSizeFor(.05, .06, 1e-300, .8); err != nil || got.PerArm < 500_000 || got.PerArm > 2_000_000 {
		t.Errorf("%+v %v", got, err)
	}
}

// The change of an amount that is no whole minor unit is told from the amount itself.
func TestChangeOfAmountBetweenMinorUnits(t *testing.T) {
	b := must(segment.NewBuilder(plainSchema(t), segment.TableSetup{AsOf: plainAsOf}, []string{"guest"}))
	b.Guests(nil).Texts("spend", []string{"0.015"})
	table := must(b.Build())
	change := must(table.Match(segment.Is("spend", segment.Greater, "0.01"))).Explain(0).Changes[0]
	if change.From != "0.015" || change.To != "0.01" || math.Abs(change.Rate-1./3) > 1e-12 {
		t.Errorf("%+v", change)
	}
}

// An error of a window names the field that was given, and the line of a window says only what it says.
func TestNamesOfWindows(t *testing.T) {
	schema := must(segment.NewSchema(nil, []segment.Attribute{{ID: "nights", Kind: segment.Numeric}}))
	day := hotelcrm.DateOf(2026, 5, 1)
	for _, c := range []struct {
		stays segment.Stays
		param string
		text  string
	}{
		{segment.Stays{Take: segment.CountStays, From: day}, "stays.from", "count of stays from 2026-05-01"},
		{segment.Stays{Take: segment.CountStays, To: day}, "stays.to", "count of stays to 2026-05-01"},
		{segment.Stays{Take: segment.CountStays, From: day, To: day}, "stays.from", "count of stays from 2026-05-01 to 2026-05-01"},
		{segment.Stays{Take: segment.CountStays, LastMonths: 2}, "stays.lastMonths", "count of stays in the last 2 months"},
		{segment.Stays{Take: segment.CountStays, LastDays: 2, From: day}, "stays.lastDays", "count of stays in the last 2 days from 2026-05-01"},
	} {
		_, err := segment.Compile(schema, segment.StaysAre(c.stays, segment.Greater, "1"))
		refused(t, err, c.param)
		if got := c.stays.String(); got != c.text {
			t.Errorf("%q, want %q", got, c.text)
		}
	}
}
