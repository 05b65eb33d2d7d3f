package segment_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"pgregory.net/rapid"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
)

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
	refusetest.Row(t, err, 1, "age_band")
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
		{segment.Stays{Take: segment.CountStays, LastMonths: 1}, "stays.lastMonths", "count of stays in the last 1 month"},
		{segment.Stays{Take: segment.CountStays, LastDays: 1}, "stays.lastDays", "count of stays in the last 1 day"},
	} {
		_, err := segment.Compile(schema, segment.StaysAre(c.stays, segment.Greater, "1"))
		refusetest.Param(t, err, c.param)
		if got := c.stays.String(); got != c.text {
			t.Errorf("%q, want %q", got, c.text)
		}
	}
}
