package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment"
)

func TestConditionsInWords(t *testing.T) {
	opt, err := parseFlags(nil)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := opt.guestSchema()
	if err != nil {
		t.Fatal(err)
	}
	words := conditionWords{schema: schema}
	visits := func(op segment.Op, value string) segment.Condition { return segment.Is("visits", op, value) }
	between := func(ends segment.Ends) segment.Condition {
		return segment.IsBetween("revenue", "20000", "100000.00", ends)
	}
	for want, c := range map[string]segment.Condition{
		"visits 5":                                       visits(segment.Equal, "5"),
		"visits other than 5":                            visits(segment.NotEqual, "5"),
		"visits below 1,000":                             visits(segment.Less, "1000"),
		"visits at most 5":                               visits(segment.LessEqual, "5"),
		"visits above 5":                                 visits(segment.Greater, "5"),
		"visits at least 5":                              visits(segment.GreaterEqual, "5"),
		"visits not known":                               segment.IsMissing("visits"),
		"visits known":                                   segment.NotThat(segment.IsMissing("visits")),
		"not (visits at most 5)":                         segment.NotThat(visits(segment.LessEqual, "5")),
		"revenue from 20,000 to 100,000":                 between(segment.Closed),
		"revenue from 20,000 to below 100,000":           between(segment.ClosedLow),
		"revenue above 20,000 to 100,000":                between(segment.ClosedTop),
		"revenue above 20,000 to below 100,000":          between(segment.OpenEnds),
		"stage of the life cycle won back or at risk":    segment.IsIn(stageAttribute, "won-back", "at-risk"),
		"ABC class A and revenue above 99.50":            segment.AllOf(segment.Is(abcAttribute, segment.Equal, "A"), segment.Is("revenue", segment.Greater, "99.50")),
		"last day in the house at least 2024-05-01":      segment.Is("last_stay", segment.GreaterEqual, "2024-05-01"),
		"visits 5 and (visits 6 or visits 7)":            segment.AllOf(visits(segment.Equal, "5"), segment.AnyOf(visits(segment.Equal, "6"), visits(segment.Equal, "7"))),
		"always":                                         segment.AllOf(),
		"never":                                          segment.AnyOf(),
		"count of stays in the last 365 days at least 2": segment.StaysAre(segment.Stays{Take: segment.CountStays, LastDays: 365}, segment.GreaterEqual, "2"),
		"a stay with (nights >= 5 and revenue > 1000)":   segment.OnSameStay(segment.Is("nights", segment.GreaterEqual, "5"), segment.Is("revenue", segment.Greater, "1000")),
	} {
		if got := words.of(c); got != want {
			t.Errorf("%s reads %q, want %q", c, got, want)
		}
	}
	changes := []segment.Change{{Attr: "visits", From: "4", To: "5"}, {Attr: "revenue", From: "", To: "20000.00"}}
	if got := words.changes(changes); got != "visits 5 instead of 4 and revenue 20,000 instead of not known" {
		t.Error(got)
	}
}

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
	rows := strings.Split(strings.TrimSpace(string(out.file(t, guestsName))), "\n")
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
	if page := string(out.file(t, pageName)); strings.Contains(page, row[0]) || !strings.Contains(page, "Row "+prose.Whole(e.Row)+" of guests.csv") {
		t.Error("the page shows the id of the guest, or does not say which row it is")
	}
}

func TestStepsOfMovement(t *testing.T) {
	for guests, want := range map[int64]moveCell{
		0: {Share: "–", Short: "–"}, 1: {Guests: "1", Share: "0.1\u00a0%", Short: "<1"}, 49: {Guests: "49", Share: "4.9\u00a0%", Short: "5"},
		50: {Guests: "50", Share: "5.0\u00a0%", Short: "5", Heat: 1}, 749: {Guests: "749", Share: "74.9\u00a0%", Short: "75", Heat: 4},
		750: {Guests: "750", Share: "75.0\u00a0%", Short: "75", Heat: 5},
	} {
		if got := moveCellOf(lang.Printer{}, guests, 1000); got != want {
			t.Errorf("%d of 1000: %+v, want %+v", guests, got, want)
		}
	}
}
