package segment_test

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func anyPlan(t *rapid.T) segment.Plan {
	p := segment.Plan{Version: 1, ID: "plan", Revision: 3, Mode: segment.Exclusive, Else: &segment.Class{ID: "rest"}}
	if rapid.Bool().Draw(t, "every") {
		p.Mode = segment.Every
	}
	for k := range rapid.IntRange(0, 5).Draw(t, "classes") {
		p.Classes = append(p.Classes, segment.Class{ID: string(rune('a' + k)), When: anyCondition(t, 2, false)})
	}
	return p
}

func TestEveryGuestHasAClass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, p := anyHouse(t), anyPlan(t)
		table := h.table(h.ids(), rapid.IntRange(1, 3).Draw(t, "workers"))
		a := must(must(segment.NewClassifier(frontDesk(), p)).Assign(table))
		total := 0
		for k, size := range a.Sizes() {
			if n := a.Rows(k).Count(); n != size.Guests {
				t.Fatalf("class %s: %d rows, size %d", size.Class, n, size.Guests)
			}
			total += size.Guests
		}
		if p.Mode == segment.Exclusive && total != table.Len() {
			t.Fatalf("%d guests in classes, %d in the table", total, table.Len())
		}
		for i, guest := range table.Guests() {
			want := plainClasses(h, p, guest)
			if got := a.Of(i); !slices.Equal(got, want) {
				t.Fatalf("guest %s is in %v, want %v", guest, got, want)
			}
			for k, reason := range a.Reasons(i) {
				checkReason(t, p, reason, want[k])
				checkThen(t, h, p, guest, reason)
			}
		}
	})
}

// plainClasses returns the places of a guest's classes as the plan words them.
func plainClasses(h house, p segment.Plan, guest string) []int {
	var out []int
	for k, class := range p.Classes {
		if h.holds(class.When, guest) && (p.Mode == segment.Every || len(out) == 0) {
			out = append(out, k)
		}
	}
	if len(out) == 0 {
		out = []int{len(p.Classes)}
	}
	return out
}

func checkReason(t *rapid.T, p segment.Plan, r segment.Reason, place int) {
	if r.Class != p.All()[place].ID || r.Plan != "plan" || r.Revision != 3 {
		t.Fatalf("reason of %s revision %d for class %s", r.Plan, r.Revision, r.Class)
	}
	if (r.Why == nil) != (place == len(p.Classes)) || r.Why != nil && !r.Why.Holds {
		t.Fatalf("class %s: why is %v", r.Class, r.Why)
	}
	for _, missed := range r.Missed {
		if missed.Why.Holds {
			t.Fatalf("class %s is said to be missed and to hold", missed.Class)
		}
	}
}

// checkThen makes the changes of an explanation, and has the plan class the guest that comes of them.
func checkThen(t *rapid.T, h house, p segment.Plan, guest string, r segment.Reason) {
	check := func(changes []segment.Change, then []string) {
		changed, ofStays := row{}, false
		maps.Copy(changed, h.guests[guest])
		for _, c := range changes {
			ofStays = ofStays || c.Stays != nil
			if changed[c.Attr] = c.To; c.To == "" {
				delete(changed, c.Attr)
			}
		}
		switch {
		case len(changes) == 0 && then != nil:
			t.Fatalf("without changes the guest would be in %v", then)
		case len(changes) == 0 || ofStays:
			return
		}
		var want []string
		other := house{guests: map[string]row{guest: changed}, stays: h.stays}
		for _, k := range plainClasses(other, p, guest) {
			want = append(want, p.All()[k].ID)
		}
		if !slices.Equal(then, want) {
			t.Fatalf("after %+v guest %v would be in %v, not %v", changes, h.guests[guest], want, then)
		}
	}
	if r.Why != nil {
		check(r.Why.Changes, r.Then)
	}
	for _, missed := range r.Missed {
		check(missed.Why.Changes, missed.Then)
	}
}

func TestLintAgreesWithGuests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, p := anyHouse(t), anyPlan(t)
		c := must(segment.NewClassifier(frontDesk(), p))
		lint := c.Lint(segment.LintSetup{Missing: true})
		if !lint.Complete {
			t.Skip("too large")
		}
		for guest, values := range h.guests {
			if spillsOver(values["spend"]) || len(h.stays[guest]) > 0 {
				continue // proofs speak of minor units
			}
			checkLint(t, h, p, lint, guest)
		}
		for _, gap := range lint.Gaps {
			if !gap.Doubtful {
				checkExample(t, p, gap.Example, []int{len(p.Classes)})
			}
		}
	})
}

// checkLint looks whether a guest is anywhere where nobody can be.
func checkLint(t *rapid.T, h house, p segment.Plan, lint segment.Lint, guest string) {
	every := p
	every.Mode = segment.Every
	held := plainClasses(h, every, guest)
	inGap := held[0] == len(p.Classes)
	if listed := slices.ContainsFunc(lint.Gaps, func(r segment.Region) bool { return h.holds(r.When, guest) }); listed != inGap {
		t.Fatalf("guest %v: in a gap %v, in a listed one %v", h.guests[guest], inGap, listed)
	}
	for i, b := range held {
		for _, a := range held[:i] {
			if !slices.ContainsFunc(lint.Overlaps, func(s segment.Shared) bool { return s.A == p.Classes[a].ID && s.B == p.Classes[b].ID }) {
				t.Fatalf("guest %v is in both %d and %d, which is not listed", h.guests[guest], a, b)
			}
		}
	}
	for _, k := range plainClasses(h, p, guest) {
		if slices.ContainsFunc(lint.Unreachable, func(u segment.Unreachable) bool { return u.Class == p.All()[k].ID }) {
			t.Fatalf("guest %v is in class %d, which nobody can be in", h.guests[guest], k)
		}
	}
}

func checkExample(t *rapid.T, p segment.Plan, example segment.Example, want []int) {
	made := row{}
	for _, s := range example {
		if !s.Missing {
			made[s.Attr] = s.Value
		}
	}
	h := house{guests: map[string]row{"made": made}}
	if got := plainClasses(h, p, "made"); !slices.Equal(got, want) {
		t.Fatalf("example %v is in %v, want %v", example, got, want)
	}
}

func TestPlansKeepTheirJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlan(t)
		data := must(json.Marshal(p))
		var back segment.Plan
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		if again := must(json.Marshal(back)); string(again) != string(data) {
			t.Fatalf("%s became %s", data, again)
		}
	})
}

func TestUnreachableClasses(t *testing.T) {
	p := segment.Plan{
		Version: 1, ID: "p", Mode: segment.Exclusive, Else: &segment.Class{ID: "rest"},
		Classes: []segment.Class{
			{ID: "regular", When: segment.Is("visits", segment.GreaterEqual, "5")},
			{ID: "often", When: segment.Is("visits", segment.Greater, "9")},
			{ID: "never", When: segment.AllOf(segment.Is("visits", segment.Less, "3"), segment.Is("visits", segment.GreaterEqual, "3"))},
			{ID: "cents", When: segment.IsBetween("spend", "99.99", "100.00", segment.OpenEnds)},
		},
	}
	lint := must(segment.NewClassifier(frontDesk(), p)).Lint(segment.LintSetup{})
	if len(lint.Unreachable) != 3 || !lint.Complete {
		t.Fatalf("%+v", lint.Unreachable)
	}
	if u := lint.Unreachable[0]; u.Class != "often" || len(u.Example) != 1 || u.Example[0].String() != "visits = 10" {
		t.Errorf("%+v", u)
	}
	for k, id := range []string{"never", "cents"} {
		if u := lint.Unreachable[k+1]; u.Class != id || u.Example != nil {
			t.Errorf("%+v", u)
		}
	}
}

func TestTotalsAddUp(t *testing.T) {
	table := threeGuests()
	for _, mode := range []segment.Mode{segment.Exclusive, segment.Every} {
		p := segment.Plan{
			Version: 1, ID: "p", Mode: mode, Else: &segment.Class{ID: "rest"},
			Classes: []segment.Class{{ID: "regular", When: segment.Is("visits", segment.GreaterEqual, "5")}},
		}
		a := must(must(segment.NewClassifier(table.Schema(), p)).Assign(table))
		totals := must(a.Totals("spend"))
		if !totals[0].Equal(decimal.NewFromInt(20000)) || totals[1].String() != "99.995" {
			t.Errorf("%s: %v", mode, totals)
		}
		if _, err := a.Totals("visits"); err == nil {
			t.Error("a total of visits")
		}
	}
}

func TestPlansAreRefused(t *testing.T) {
	good := func() segment.Plan {
		return segment.Plan{
			Version: 1, ID: "p", Mode: segment.Exclusive, Else: &segment.Class{ID: "rest"},
			Classes: []segment.Class{{ID: "a", When: segment.AllOf(segment.Is("visits", segment.Equal, "1"))}},
		}
	}
	tests := []struct {
		param  string
		change func(p *segment.Plan)
	}{
		{"Plan.Version", func(p *segment.Plan) { p.Version = 0 }},
		{"Plan.ID", func(p *segment.Plan) { p.ID = "" }},
		{"Plan.Mode", func(p *segment.Plan) { p.Mode = 3 }},
		{"Plan.Else", func(p *segment.Plan) { p.Else = nil }},
		{"Plan.Classes[1].ID", func(p *segment.Plan) { p.Else.ID = "a" }},
		{"Plan.Classes", func(p *segment.Plan) { p.Classes = make([]segment.Class, 255) }},
		{"classes[0].of[0].value", func(p *segment.Plan) { p.Classes[0].When.Of[0].Value = "many" }},
		{"classes[0].op", func(p *segment.Plan) { p.Classes[0].When = segment.Condition{} }},
	}
	for _, test := range tests {
		p := good()
		test.change(&p)
		_, err := segment.NewClassifier(frontDesk(), p)
		refusetest.Param(t, err, test.param)
	}
	p := good()
	p.Version = 2
	if err := p.Validate(); !errors.Is(err, hotelcrm.ErrVersion) {
		t.Error(err)
	}
	if err := json.Unmarshal([]byte(`{"version":1,"id":"p","colour":"red"}`), &p); err == nil || !strings.Contains(err.Error(), "colour") {
		t.Error(err)
	}
	other := must(segment.NewSchema(frontDesk().Guests(), nil))
	if _, err := must(segment.NewClassifier(other, good())).Assign(threeGuests()); err == nil {
		t.Error("a table of another schema is classed")
	}
}

// After another number of stays the classes are known, unless the plan asks for something else of the stays too.
func TestWhatFollowsFromAChangeOfStays(t *testing.T) {
	table := lakeHotel()
	stays := func(of *segment.Condition, least string) segment.Condition {
		return segment.Condition{Op: segment.GreaterEqual, Stays: &segment.Stays{Take: segment.CountStays, Where: of}, Value: least}
	}
	phone := segment.Is("channel", segment.Equal, "phone")
	for _, test := range []struct {
		first segment.Condition
		then  []string
	}{{stays(nil, "3"), []string{"once"}}, {stays(&phone, "2"), nil}} {
		a := must(must(segment.NewClassifier(table.Schema(), segment.Plan{
			Version: 1, ID: "stays", Mode: segment.Exclusive, Else: &segment.Class{ID: "once"},
			Classes: []segment.Class{{ID: "first", When: test.first}, {ID: "again", When: stays(nil, "2")}},
		})).Assign(table))
		chen := a.Reasons(0)[0]
		if chen.Class != "again" || len(chen.Why.Changes) != 1 || !slices.Equal(chen.Then, test.then) {
			t.Errorf("%+v, want then %v", chen, test.then)
		}
	}
}

func TestBecauseSaysEachValueOnce(t *testing.T) {
	table := lakeHotel()
	a := must(must(segment.NewClassifier(table.Schema(), segment.Plan{
		Version: 1, ID: "visits", Mode: segment.Every, Else: &segment.Class{ID: "once"},
		Classes: []segment.Class{
			{ID: "again", When: segment.Is("visits", segment.GreaterEqual, "2")},
			{ID: "often", When: segment.AllOf(segment.Is("visits", segment.GreaterEqual, "5"), segment.Is("revenue", segment.Greater, "0"))},
		},
	})).Assign(table))
	for i, want := range []string{"visits = 2", "", "visits = 7, revenue = 46000.00", "visits = 3"} {
		if got := a.Because(i); got != want {
			t.Errorf("%s: %q, want %q", table.Guests()[i], got, want)
		}
	}
}
