package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// A table of guests has classes by visits and spend, but no history.
func TestClassesOfATableOfGuests(t *testing.T) {
	file := written(t, "guests.csv", "guest,first,last,visits,revenue\na,2023-01-01,2023-12-31,7,25000\nb,,2023-12-31,3,500\nc,2022-01-01,2023-06-01,1,-20\nd,2022-01-01,2023-06-01,9,10\n")
	plan := `{"version": 1, "id": "p", "mode": "exclusive", "else": {"id": "rest"}, "classes": [
		{"id": "unknown", "when": {"op": "missing", "attr": "nights"}}, {"id": "never", "when": {"op": ">=", "attr": "nights", "value": 0}}]}`
	for args, want := range map[string]string{"": "a ordinary_business_guest,,A", "-plan": "a unknown,,A"} {
		if args != "" {
			args = "-plan " + written(t, "plan.json", plan)
		}
		out := done(t, append(strings.Fields(args), "-guests", file)...)
		checkPage(t, out)
		checkClasses(t, out)
		if got := "a " + strings.Join(out.guests(t)["a"][planCell:gradeCell+1], ","); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		c := out.summary(t).Classes
		if c.LifeCycle != nil || c.Plan.Movement != nil || !strings.Contains(c.Plan.NotKnown, "a table of guests") || c.Example == nil || c.Example.Life != nil {
			t.Errorf("%+v", c)
		}
	}
}

// The example is the guest who came most often of the class that brings most, and what it says can be read off guests.csv.
func TestExampleOfTheSimulatedHotel(t *testing.T) {
	out := simulated(t)
	e := out.summary(t).Classes.Example
	rows := strings.Split(strings.TrimSpace(string(out.file(t, record.GuestsName))), "\n")
	row := strings.Split(rows[e.Row], ",")
	if row[planCell] != e.Class || e.Class != "ordinary_guest" || row[3] != e.Leaves[0].Value || row[5] != e.Leaves[1].Value {
		t.Errorf("row %v, example %+v", row, e)
	}
	for guest, other := range in(out.guests(t), planCell, e.Class) {
		if len(other[3]) > len(row[3]) || other[3] > row[3] {
			t.Errorf("%s came %s times, the example %s", guest, other[3], row[3])
		}
	}
	if len(e.Out) != 1 || e.Out[0].Attr != "visits" || e.Out[0].To != "5" || e.Next.Class != "ordinary_business_guest" || len(e.Next.Into) != 2 {
		t.Errorf("%+v, next %+v", e.Out, e.Next)
	}
	if page := string(out.file(t, page.Name)); !strings.Contains(page, "Guest "+row[0]+" (-guest shows all of one guest)") {
		t.Error("the page does not say which guest it is")
	}
}
