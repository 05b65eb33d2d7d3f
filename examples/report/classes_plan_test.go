package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
)

// manyClasses is a plan of eleven classes over what is known of guests, several of which hold for one guest.
const manyClasses = `{"version": 1, "id": "many", "revision": 3, "label": "Many classes", "mode": "exclusive", "else": {"id": "rest"}, "classes": [
	{"id": "house_top", "label": "Ten visits or more and A", "when": {"op": "all", "of": [{"op": ">=", "attr": "visits", "value": 10}, {"op": "=", "attr": "abc", "value": "A"}]}},
	{"id": "won", "when": {"op": "=", "attr": "life_stage", "value": "won-back"}},
	{"id": "late", "when": {"op": "=", "attr": "life_stage", "value": "at-risk"}},
	{"id": "summer", "when": {"op": "sameStay", "stays": {"where": {"op": "all", "of": [{"op": ">=", "attr": "nights", "value": 5}, {"op": ">", "attr": "revenue", "value": 1000}]}}}},
	{"id": "twice", "when": {"op": ">=", "stays": {"take": "count", "lastMonths": 12}, "value": 2}},
	{"id": "a", "when": {"op": "=", "attr": "abc", "value": "A"}},
	{"id": "b", "when": {"op": "=", "attr": "abc", "value": "B"}},
	{"id": "recent", "when": {"op": "<", "attr": "days_since", "value": 90}},
	{"id": "r5", "when": {"op": "=", "attr": "rfm_r", "value": 5}},
	{"id": "long", "when": {"op": ">=", "attr": "nights", "value": 4}},
	{"id": "again", "when": {"op": "all", "of": [{"op": ">=", "attr": "visits", "value": 10}, {"op": "=", "attr": "abc", "value": "A"}]}}]}`

func planFile(t *testing.T, p segment.Plan) string {
	t.Helper()
	content, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	return written(t, "plan.json", string(content))
}

func TestPlanOfAFile(t *testing.T) {
	out := small(t, "-plan", written(t, "plan.json", manyClasses))
	checkPage(t, out)
	checkClasses(t, out)
	c := out.summary(t).Classes
	if c.Plan.ID != "many" || c.Plan.Revision != 3 || len(c.Plan.Classes) != 12 || c.Plan.Movement == nil || len(c.NotTold) != 0 {
		t.Errorf("%+v", c.Plan)
	}
	if len(c.Lint.Unreachable) != 1 || c.Lint.Unreachable[0].Class != "again" || len(c.Lint.Overlaps) == 0 {
		t.Errorf("%+v", c.Lint)
	}
	page := string(out.file(t, page.Name))
	for _, want := range []string{"Nobody can be in “again”: whoever meets its condition is in a class before it.", "of plan.json, revision 3", "the first class of the plan is taken for the highest: again, long"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// attributeOf returns what a plan may ask for.
func attributeOf(t *testing.T, id string) segment.Attribute {
	t.Helper()
	schema, err := new(classes.Default()).Schema("EUR", nil)
	if err != nil {
		t.Fatal(err)
	}
	k, ok := schema.Find(id)
	if !ok {
		t.Fatalf("no attribute %s", id)
	}
	return schema.At(k)
}

// Classes over what the report has found itself: the segments of package rfm, and the cells of the value matrix.
func TestPlanOfOtherResults(t *testing.T) {
	out := small(t, "-plan", planFile(t, segment.RFMSegments(rfm.Hotel())))
	checkClasses(t, out)
	for guest, row := range out.guests(t) {
		if row[planCell] != row[12] {
			t.Errorf("%s is in segment %s and class %s", guest, row[12], row[planCell])
		}
	}
	for cell, attr := range map[int]segment.Attribute{stageCell: attributeOf(t, "life_stage"), gradeCell: attributeOf(t, "abc")} {
		p, err := segment.PlanOfLevels(attr)
		if err != nil {
			t.Fatal(err)
		}
		out = small(t, "-plan", planFile(t, p))
		checkClasses(t, out)
		for guest, row := range out.guests(t) {
			if row[planCell] != row[cell] {
				t.Errorf("%s is %s and in class %s", guest, row[cell], row[planCell])
			}
		}
		if m := out.summary(t).Classes.Plan.Movement; m == nil || m.Ranked == 0 {
			t.Errorf("%s: movement %+v", attr.ID, m)
		}
	}
	p, err := segment.PlanOfLevels(segment.ValueAttributes("EUR")[3])
	if err != nil {
		t.Fatal(err)
	}
	out = small(t, "-plan", planFile(t, p))
	checkClasses(t, out)
	for guest, row := range out.guests(t) {
		if row[planCell] != row[classCell] && (row[classCell] != "" || row[planCell] != "unclassed") {
			t.Errorf("%s is in cell %s and class %s", guest, row[classCell], row[planCell])
		}
	}
	if c := out.summary(t).Classes; c.Plan.Movement != nil || !strings.Contains(c.Plan.NotKnown, "worth a year earlier is not known") {
		t.Errorf("%+v", c.Plan)
	}
}

// A plan may put a guest into several classes.
func TestPlanOfEveryClass(t *testing.T) {
	p := segment.Plan{Version: 1, ID: "flags", Mode: segment.Every, Classes: []segment.Class{
		{ID: "often", When: segment.Is("visits", segment.GreaterEqual, "3")},
		{ID: "much", When: segment.Is("revenue", segment.Greater, "1000")},
		{ID: "paid", When: segment.Is("historic_value", segment.Greater, "500")},
		{ID: "now", When: segment.Is("current_value", segment.Greater, "0")},
	}}
	out := done(t, "-plan", planFile(t, p)) // more guests than one table takes
	checkPage(t, out)
	guests, table := out.guests(t), out.summary(t).Classes.Plan
	several := 0
	for _, row := range guests {
		if strings.Contains(row[planCell], ";") {
			several++
		}
		var want []string
		above := func(id string, cell int, limit string) {
			if d, err := decimal.NewFromString(row[cell]); err == nil && d.GreaterThan(decimal.RequireFromString(limit)) {
				want = append(want, id)
			}
		}
		above("often", 3, "2")
		above("much", 5, "1000")
		above("paid", historicCell, "500")
		above("now", currentCell, "0")
		if row[planCell] != strings.Join(want, ";") {
			t.Errorf("%s: %s, want %v", row[0], row[planCell], want)
		}
	}
	for _, class := range table.Classes {
		if n := len(in(guests, planCell, class.ID)); n != class.Guests || n == 0 {
			t.Errorf("%s: %d in guests.csv, %d", class.ID, n, class.Guests)
		}
	}
	if several == 0 || table.Movement != nil || !strings.Contains(table.NotKnown, "several classes") {
		t.Errorf("%d guests in several classes; %+v", several, table)
	}
}

// Each class asks for one attribute of stays; the guests by hand.
func TestPlanOfStays(t *testing.T) {
	stays := "guest,property,arrival,departure,rooms,revenue\n" +
		"a,north,2024-01-01,2024-01-03,1,10\nb,south,2024-02-01,2024-02-09,1,20\nc,south,2024-03-01,2024-03-02,4,30\n" +
		"d,south,2024-04-01,2024-04-04,1,40\ne,south,2024-05-01,2024-05-04,1,500\nf,south,2024-05-20,2024-05-22,1,50\nf,south,2024-05-24,2024-05-25,1,50\n"
	class := func(id string, c segment.Condition) segment.Class {
		return segment.Class{ID: id, When: segment.OnSameStay(c)}
	}
	p := segment.Plan{Version: 1, ID: "stays", Mode: segment.Exclusive, Else: &segment.Class{ID: "rest"}, Classes: []segment.Class{
		class("house", segment.Is("property", segment.Equal, "north")),
		class("long", segment.Is("nights", segment.Greater, "5")),
		class("rooms", segment.AllOf(segment.Is("room_nights", segment.Equal, "4"), segment.Is("nights", segment.Equal, "1"))),
		class("left", segment.Is("departure", segment.Equal, "2024-04-04")),
		class("spent", segment.Is("revenue", segment.Equal, "500")),
		{ID: "twice", When: segment.StaysAre(segment.Stays{Take: segment.CountStays, LastDays: 10}, segment.Equal, "2")},
	}}
	out := done(t, "-stays", written(t, "stays.csv", stays), "-plan", planFile(t, p), "-visit", "stay")
	checkPage(t, out)
	checkClasses(t, out)
	for guest, want := range map[string]string{"a": "house", "b": "long", "c": "rooms", "d": "left", "e": "spent", "f": "twice"} {
		if got := out.guests(t)[guest][planCell]; got != want {
			t.Errorf("%s is %s, want %s", guest, got, want)
		}
	}
	byStage, err := segment.PlanOfLevels(attributeOf(t, "life_stage"))
	if err != nil {
		t.Fatal(err)
	}
	if c := done(t, "-stays", written(t, "stays.csv", stays), "-plan", planFile(t, byStage), "-visit", "stay").summary(t).Classes; c.LifeCycle == nil {
		t.Error("a plan by stages of life, and no stages")
	}
	for _, class := range out.summary(t).Classes.Plan.Classes {
		if want := 1; class.Guests != want && class.ID != "rest" {
			t.Errorf("%d guests are %s", class.Guests, class.ID)
		}
	}
}

func TestPlansThatCannotBeUsed(t *testing.T) {
	stays := []string{"-stays", written(t, "stays.csv", threeGuests)}
	class := func(when string) string {
		return `{"version": 1, "id": "p", "mode": "exclusive", "else": {"id": "rest"}, "classes": [{"id": "x", "when": ` + when + `}]}`
	}
	for name, test := range map[string]struct {
		text, want string
		args       []string
	}{
		"no JSON":           {"guest,arrival\n", "no plan of classes", stays},
		"unknown field":     {`{"klasses": []}`, "klasses", stays},
		"no such attribute": {class(`{"op": "=", "attr": "shoe", "value": "44"}`), "known of guests are first_stay, last_stay", stays},
		"no such level":     {class(`{"op": "=", "attr": "life_stage", "value": "gone"}`), "life_stage", stays},
		"stays of a table of guests": {
			class(`{"op": ">=", "stays": {"take": "count"}, "value": 2}`), "-plan asks for stays one by one, which a table of guests does not hold",
			[]string{"-guests", written(t, "guests.csv", "guest,last,visits,revenue\na,2024-01-01,2,10\n")},
		},
	} {
		t.Run(name, func(t *testing.T) {
			out := command(t, append(slices.Clone(test.args), "-plan", written(t, "plan.json", test.text))...)
			if out.code != exitFail || !strings.Contains(out.stderr, test.want) {
				t.Errorf("exit %d: %s", out.code, out.stderr)
			}
		})
	}
	if out := command(t, "-plan", "none.json"); out.code != exitFail || !strings.Contains(out.stderr, "-plan: open") {
		t.Errorf("exit %d: %s", out.code, out.stderr)
	}
}

// Where less is known, the page says what is not, and why.
func TestClassesOfLittleData(t *testing.T) {
	many := "guest,arrival,revenue\n"
	for g := range 40 {
		many += fmt.Sprintf("g%02d,2024-%02d-05,%d\n", g, 1+g%12, 30*g)
	}
	for name, test := range map[string]struct {
		text, args, want string
		life, moves      bool
	}{
		"one guest":   {"guest,arrival,revenue\na,2024-01-01,5\n", "", "nobody was a guest yet", true, false},
		"refund":      {"guest,arrival,revenue\na,2024-01-01,-5\n", "", "nobody was a guest yet", true, false},
		"no repeat":   {many, "", "he data begins on 5\u00a0January\u00a02024", true, false},
		"tallies":     {many, "-visit stay", "here visits are not kept one by one", false, false},
		"a year":      {many + "old,2022-01-01,7\n", "", "One guest explained", true, true},
		"gone before": {many, "-asof 1950-01-01", "", true, false},
	} {
		t.Run(name, func(t *testing.T) {
			args := append(strings.Fields(test.args), "-stays", written(t, "stays.csv", test.text))
			if name == "gone before" {
				if out := command(t, args...); out.code != exitFail {
					t.Errorf("exit %d", out.code)
				}
				return
			}
			out := done(t, args...)
			checkPage(t, out)
			checkClasses(t, out)
			c := out.summary(t).Classes
			if (c.LifeCycle != nil) != test.life || (c.Plan.Movement != nil) != test.moves || (c.Plan.NotKnown == "") != test.moves {
				t.Errorf("%+v", c)
			}
			if !strings.Contains(string(out.file(t, page.Name)), test.want) {
				t.Errorf("the page does not say %q", test.want)
			}
		})
	}
}
