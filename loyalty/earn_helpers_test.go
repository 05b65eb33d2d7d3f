package loyalty_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// inn returns the engine of a programme with two tiers and one version, whose other rules are given as JSON.
func inn(t testing.TB, rules string) *loyalty.Engine {
	t.Helper()
	return compiled(t, `{"format":1,"id":"inn","currency":"EUR","versions":[{"id":"1","tiers":[{"id":"guest"},`+
		`{"id":"friend","promote":{"any":[{"metric":"nights","atLeast":5},{"metric":"points","atLeast":1000}]}}],`+rules+`}]}`)
}

// tenPerEuro is the simplest earning rule.
const tenPerEuro = `"earn":{"rates":[{"id":"base","points":10}]}`

// at returns a folio of rooms revenue at a hotel.
func at(hotel, arrival, departure, rooms string) loyalty.Folio {
	return loyalty.Folio{Stay: hotelcrm.Stay{
		ID: hotel + " " + arrival, Property: hotel, Status: hotelcrm.Departed, Arrival: day(arrival), Departure: day(departure),
		Revenue: hotelcrm.Revenue{Rooms: dec(rooms)},
	}}
}

func guest(folios ...loyalty.Folio) loyalty.Guest {
	return loyalty.Guest{Member: loyalty.Member{ID: "m", Number: "no 7", Enrolled: day("2020-01-01")}, Folios: folios}
}

func earned(t testing.TB, e *loyalty.Engine, g loyalty.Guest) loyalty.Earnings {
	t.Helper()
	out, err := e.Earn(&g, loyalty.Earning{})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// text returns kind, rule and points of each credit in one line.
func text(e loyalty.Earnings) string {
	out := ""
	for _, c := range e.Credits {
		out += fmt.Sprint(c.Kind, " ", c.Rule, " ", c.Points, "; ")
	}
	return out
}

// counted returns what counts for the tier, line by line.
func counted(e loyalty.Earnings) string {
	out := ""
	for _, a := range e.Activities {
		out += fmt.Sprintf("%s %s %dn %ds %dp %s; ", a.Date, a.Kind, a.Nights, a.Stays, a.Points, a.Spend)
	}
	return out
}
