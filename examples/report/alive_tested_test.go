package main

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// The columns of how often one guest may come.
const (
	columnNone = tierCell + 3 + iota
	columnStaysLow
	columnStaysHigh
)

func number(t *testing.T, n *json.Number) float64 {
	t.Helper()
	if n == nil {
		t.Fatal("no number")
	}
	return float(t, n.String())
}

// What came in the hold-out is counted here from its own days, and every model is judged by those alone.
func TestHoldoutIsOfItsOwnVisits(t *testing.T) {
	out := simulated(t)
	b := out.summary(t).BTYD
	ranks, best := map[int]string{}, math.Inf(1)
	for _, m := range b.Holdout.Models {
		expected, actual := number(t, m.Expected), number(t, m.Actual)
		if math.Abs(number(t, m.Bias)-(expected/actual-1)) > 1e-7 || actual != 1606 || m.Rank < 1 {
			t.Errorf("%s: %v of %v, bias %s", m.Model, expected, actual, m.Bias)
		}
		ranks[m.Rank] = m.Model
		best = min(best, number(t, m.LogScore))
	}
	for _, m := range b.Holdout.Models {
		if math.Abs(number(t, m.LogScore)-best-number(t, m.Behind)) > 2e-9 || number(t, m.LogScore) > number(t, m.NaiveLogScore)+.1 {
			t.Errorf("%s: log score %s, behind %s", m.Model, m.LogScore, m.Behind)
		}
	}
	if len(ranks) != 5 || ranks[1] != "BG/NBD" || ranks[2] != "MBG/NBD" || ranks[5] != "NBD" {
		t.Errorf("ranks %v", ranks)
	}
	r := b.Holdout.Ranges
	if f, held := number(t, r.Foretold), number(t, r.Held); f < .8 || f > 1 || math.Abs(f-held) > .05 {
		t.Errorf("ranges were to hold %v, and held %v", f, held)
	}
}

// The years that guests of guests.csv say, against the figures beside the forecast.
func TestForecastHasSomethingToBeHeldAgainst(t *testing.T) {
	out := simulated(t)
	p := out.summary(t).BTYD.Portfolio
	known, once := 0, 0
	for _, row := range out.guests(t) {
		if row[1] <= "2024-12-31" {
			known++
		}
		if row[3] == "1" {
			once++
		}
	}
	if b := p.Before; b == nil || b.Known.String() != "2024-12-31" || b.Guests != known || b.Visits < known/3 || b.Visits > known {
		t.Errorf("%d known, got %+v", known, b)
	}
	if p.Once.Guests != once {
		t.Errorf("%d came once, got %+v", once, p.Once)
	}
	text := string(out.file(t, page.Name))
	for _, want := range []string{
		"The parameters leave it between", "3.9\u00a0% too few visits", "used for all predictions", "<td class=\"num\" data-of=\"Guests\">20,954</td>", "Of the guests who come for the first time, 53.4",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	for _, never := range []string{"known to between", "most never do"} {
		if strings.Contains(text, never) {
			t.Errorf("the page says %q", never)
		}
	}
}

// How often single guests may come.
func TestCountsOfSingleGuests(t *testing.T) {
	out := simulated(t)
	wide := 0
	for id, row := range out.guests(t) {
		none, low, high := float(t, row[columnNone]), float(t, row[columnStaysLow]), float(t, row[columnStaysHigh])
		if none < 0 || none > 1 || low > high || (low > 0) != (none < .1) {
			t.Fatalf("guest %s: none %v, %v to %v", id, none, low, high)
		}
		if expected := float(t, row[columnStays]); high-low > expected {
			wide++
		}
	}
	if header := strings.Split(strings.SplitN(string(out.file(t, record.GuestsName)), "\n", 2)[0], ","); header[columnNone] != "no_stay_1y" || header[columnStaysHigh] != "stays_high_1y" || wide < 5000 {
		t.Errorf("header %v, %d wide", header, wide)
	}
}
