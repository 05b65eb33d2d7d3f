package segment_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
)

func TestHotelAttributes(t *testing.T) {
	list := segment.HotelAttributes()
	if len(list) != 29 {
		t.Fatalf("%d attributes, table 3-2 has 29", len(list))
	}
	must(segment.NewSchema(list, nil))
	families := map[string]int{}
	for _, a := range list {
		families[a.Family]++
		for _, l := range a.Levels {
			if a.LabelZH == "" || l.LabelZH == "" {
				t.Errorf("%s, level %s lacks its Chinese label", a.ID, l.ID)
			}
		}
		if a.Bands != nil && !strings.Contains(a.Note, "[a, b)") {
			t.Errorf("%s does not say who owns an edge", a.ID)
		}
	}
	want := map[string]int{"demographic": 8, "behaviour": 10, "consumption": 7, "perception": 3, "value": 1}
	for family, n := range want {
		if families[family] != n {
			t.Errorf("%s: %d attributes, want %d", family, families[family], n)
		}
	}
}

func TestEdgesHaveOwners(t *testing.T) {
	b := must(segment.NewBuilder(must(segment.NewSchema(segment.HotelAttributes(), nil)), segment.TableSetup{AsOf: asOf}, []string{"a", "b", "c", "d"}))
	g := b.Guests(nil)
	g.Numbers("age_band", []float64{19.9, 20, 49, 50})
	g.Numbers("household_size", []float64{2, 3, 4, 5})
	g.Numbers("monthly_income", []float64{1499.99, 1500, 3000, 10000})
	g.Numbers("stay_length", []float64{2, 3, 6, 7})
	g.Numbers("complaints", []float64{0, 1, 2, 3})
	table := must(b.Build())
	want := map[string]string{
		"age_band":       "under_20 20_30 40_50 50_plus",
		"household_size": "1_2 3_4 3_4 5_plus",
		"monthly_income": "under_1500 1500_3000 3000_6000 10000_plus",
		"stay_length":    "under_3_days under_1_week under_1_week over_1_week",
		"complaints":     "none under_3 under_3 over_3",
	}
	for id, levels := range want {
		a, _ := table.Schema().Find(id)
		var got []string
		for i := range table.Len() {
			got = append(got, table.Text(a, i))
		}
		if strings.Join(got, " ") != levels {
			t.Errorf("%s: %v, want %s", id, got, levels)
		}
	}
}

// gapsOf returns the table 4-1 plan and whether a guest with those values falls into a gap that the lint lists.
func gapsOf(t *testing.T, reading segment.GuestClassReading, values map[string]string) (class string, listed bool) {
	t.Helper()
	schema := must(segment.NewSchema(segment.GuestClassAttributes(), nil))
	classifier := must(segment.NewClassifier(schema, segment.GuestClasses(reading)))
	b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf}, []string{"guest"}))
	for attr, text := range values {
		b.Guests(nil).Texts(attr, []string{text})
	}
	table := must(b.Build())
	a := must(classifier.Assign(table))
	lint := classifier.Lint(segment.LintSetup{})
	if !lint.Complete || len(lint.Unreachable) > 0 {
		t.Fatalf("complete %v, unreachable %v", lint.Complete, lint.Unreachable)
	}
	listed = slices.ContainsFunc(lint.Gaps, func(r segment.Region) bool { return must(table.Match(r.When)).Holds(0) })
	return a.Classes()[a.Codes()[0]].ID, listed
}

func TestGapsOfGuestClasses(t *testing.T) {
	guest := func(visits, revenue, source, room string) map[string]string {
		return map[string]string{"visits": visits, "revenue": revenue, "guest_source": source, "room_grade": room, "special_status": "no"}
	}
	five := segment.GuestClassReading{FiveIsOrdinary: true}
	short := segment.GuestClassReading{VisitsAndSpend: true}
	tests := []struct {
		name    string
		reading segment.GuestClassReading
		values  map[string]string
		class   string
	}{
		{"first stay", segment.GuestClassReading{}, guest("1", "900", "walk_in", "economy"), "new_guest"},
		{"ordinary", segment.GuestClassReading{}, guest("4", "19999.99", "walk_in", "economy"), "ordinary_guest"},
		{"business, from the edge", segment.GuestClassReading{}, guest("5", "20000", "contract", "mid"), "ordinary_business_guest"},
		{"business, to the edge", segment.GuestClassReading{}, guest("50", "100000", "ordinary_business", "mid"), "ordinary_business_guest"},
		{"VIP on the first stay", segment.GuestClassReading{}, guest("1", "900", "executive", "mid"), "vip_member"},
		{"VIP by the room", segment.GuestClassReading{}, guest("3", "900", "walk_in", "top"), "vip_member"},
		{"3 stays and 30,000", segment.GuestClassReading{}, guest("3", "30000", "walk_in", "economy"), "unclassed"},
		{"3 stays and 30,000, visits and spend alone", short, guest("3", "30000", "walk_in", "mid"), "unclassed"},
		{"no VIP above 100,000", segment.GuestClassReading{}, guest("12", "100000.01", "contract", "mid"), "unclassed"},
		{"no VIP above 100,000, visits and spend alone", short, guest("12", "100000.01", "walk_in", "economy"), "unclassed"},
		{"5 stays below 20,000, under five", segment.GuestClassReading{}, guest("5", "15000", "walk_in", "economy"), "unclassed"},
		{"5 stays below 20,000, five or fewer", five, guest("5", "15000", "walk_in", "economy"), "ordinary_guest"},
		{"conference group", segment.GuestClassReading{}, guest("2", "900", "conference_group", "economy"), "unclassed"},
		{"never stayed", segment.GuestClassReading{}, guest("0", "0", "walk_in", "economy"), "unclassed"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			class, listed := gapsOf(t, test.reading, test.values)
			if class != test.class || listed != (class == "unclassed") {
				t.Errorf("class %s, gap listed %v, want class %s", class, listed, test.class)
			}
		})
	}
}

// The column of stays alone: 五次以下 as five or fewer meets 五次以上 at exactly 5.
func TestFiveStaysBelongToBothRows(t *testing.T) {
	schema := must(segment.NewSchema(segment.GuestClassAttributes(), nil))
	column := func(most string) segment.Lint {
		return must(segment.NewClassifier(schema, segment.Plan{
			Version: 1, ID: "stays", Mode: segment.Exclusive, Else: &segment.Class{ID: "rest"},
			Classes: []segment.Class{
				{ID: "ordinary", When: segment.IsBetween("visits", "2", most, segment.Closed)},
				{ID: "business", When: segment.Is("visits", segment.GreaterEqual, "5")},
			},
		})).Lint(segment.LintSetup{})
	}
	if lint := column("5"); len(lint.Overlaps) != 1 || lint.Overlaps[0].Example[0].String() != "visits = 5" {
		t.Errorf("five or fewer: %+v", lint.Overlaps)
	}
	if lint := column("4"); len(lint.Overlaps) != 0 || len(lint.Gaps) != 1 || lint.Gaps[0].When.String() != "visits <= 1" {
		t.Errorf("under five: %+v, gaps %+v", lint.Overlaps, lint.Gaps)
	}
}

func TestBehaviourGroupsShareGuests(t *testing.T) {
	schema := must(segment.NewSchema(append(segment.HotelAttributes(), segment.BehaviourAttributes()...), nil))
	b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf}, []string{"diner", "quiet"}))
	for attr, texts := range map[string][]string{
		"restaurant_spend": {"high", ""}, "restaurant_demanding": {"yes", ""}, "complaints": {"none", ""},
		"entertainment_satisfaction": {"very_satisfied", ""}, "entertainment_spend": {"fairly_high", ""},
		"restaurant_use": {"often", "never"}, "telecom_use": {"", "never"}, "entertainment_use": {"often", "never"}, "unused_reason": {"", "schedule"},
	} {
		b.Guests(nil).Texts(attr, texts)
	}
	table := must(b.Build())
	one := must(must(segment.NewClassifier(schema, segment.BehaviourGroups(segment.Exclusive))).Assign(table))
	every := must(must(segment.NewClassifier(schema, segment.BehaviourGroups(segment.Every))).Assign(table))
	if len(one.Classes()) != 14 {
		t.Fatalf("%d classes", len(one.Classes()))
	}
	if one.Classes()[one.Codes()[0]].ID != "restaurant_high_demanding" || one.Classes()[one.Codes()[1]].ID != "facilities_none_schedule" {
		t.Errorf("by priority: %v", one.Codes())
	}
	if got := every.Of(0); !slices.Equal(got, []int{3, 7}) { // groups 4 and 8
		t.Errorf("every group: %v", got)
	}
	lint := must(segment.NewClassifier(schema, segment.BehaviourGroups(segment.Exclusive))).Lint(segment.LintSetup{})
	if !lint.Complete || len(lint.Unreachable) > 0 || len(lint.Gaps) == 0 {
		t.Errorf("complete %v, unreachable %v, %d gaps", lint.Complete, lint.Unreachable, len(lint.Gaps))
	}
}

func TestPresetsWithoutGaps(t *testing.T) {
	value := segment.ValueMatrix(decimal.NewFromInt(4000), decimal.RequireFromString("3.5"))
	rfmSet := rfm.Hotel()
	tests := []struct {
		name   string
		plan   segment.Plan
		schema []segment.Attribute
		n      int
	}{
		{"value matrix", value, segment.ValueAttributes("CNY"), 4},
		{"source", segment.SourceClasses(), []segment.Attribute{segment.GuestSource()}, 3},
		{"rfm", segment.RFMSegments(rfmSet), segment.RFMAttributes(rfmSet), 12},
		{"rfm by score", segment.RFMSegmentsByScore(rfmSet), segment.RFMAttributes(rfmSet), 12},
		{"levels", must(segment.PlanOfLevels(segment.GuestSource())), []segment.Attribute{segment.GuestSource()}, 6},
	}
	for _, test := range tests {
		classifier := must(segment.NewClassifier(must(segment.NewSchema(test.schema, nil)), test.plan))
		if len(test.plan.Classes) != test.n {
			t.Errorf("%s: %d classes, want %d", test.name, len(test.plan.Classes), test.n)
		}
		lint := classifier.Lint(segment.LintSetup{})
		if len(lint.Gaps)+len(lint.Overlaps)+len(lint.Unreachable) > 0 || !lint.Complete {
			t.Errorf("%s: %+v", test.name, lint)
		}
		if lint := classifier.Lint(segment.LintSetup{Missing: true}); len(lint.Gaps) == 0 {
			t.Errorf("%s: guests without values are in no gap", test.name)
		}
	}
	if _, err := segment.PlanOfLevels(segment.Attribute{ID: "n", Kind: segment.Numeric}); err == nil {
		t.Error("a plan of the levels of a number")
	}
}

// A plan over the scores gives every cell of a set the segment that package rfm gives it.
func TestRFMSegmentsByScore(t *testing.T) {
	for _, set := range []rfm.Set{rfm.Hotel(), rfm.TenSegments(), rfm.EightClasses(), rfm.FourClasses()} {
		segmenter, plan := must(rfm.NewSegmenter(set)), segment.RFMSegmentsByScore(set)
		for r := range set.Bins[0] {
			for f := range set.Bins[1] {
				for m := range set.Bins[2] {
					score := rfm.Score{R: uint8(r + 1), F: uint8(f + 1), M: uint8(m + 1)}
					want, _ := segmenter.Segment(score)
					values := map[string]string{"rfm_r": strconv.Itoa(r + 1), "rfm_f": strconv.Itoa(f + 1), "rfm_m": strconv.Itoa(m + 1)}
					if got := classOne(segment.RFMAttributes(set), plan, values); !slices.Equal(got, []string{want.ID}) {
						t.Fatalf("%s: %v is in %v, want %s", set.ID, score, got, want.ID)
					}
				}
			}
		}
		rest := "unscored"
		if set.Rest != nil {
			rest = set.Rest.ID
		}
		if got := classOne(segment.RFMAttributes(set), plan, nil); !slices.Equal(got, []string{rest}) {
			t.Errorf("%s: a guest without scores is in %v", set.ID, got)
		}
	}
}
