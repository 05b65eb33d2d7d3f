package segment_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
)

func ExampleNewClassifier_mailing() {
	table := lakeHotel()
	classifier, err := segment.NewClassifier(table.Schema(), segment.Plan{
		Version: 1, ID: "mailing", Revision: 2, Mode: segment.Exclusive,
		Classes: []segment.Class{
			{ID: "regular", When: segment.Is("visits", segment.GreaterEqual, "5")},
			{ID: "again", When: segment.Is("visits", segment.GreaterEqual, "2")},
		},
		Else: &segment.Class{ID: "once"},
	})
	if err != nil {
		panic(err)
	}
	a, err := classifier.Assign(table)
	if err != nil {
		panic(err)
	}
	for _, size := range a.Sizes() {
		fmt.Println(size.Class, size.Guests, size.Share)
	}
	chen := a.Reasons(0)[0]
	fmt.Println(chen.Guest, chen.Class, "of plan", chen.Plan, chen.Revision)
	fmt.Println("for", chen.Missed[0].Class, chen.Missed[0].Why.Changes[0].Attr, "would be", chen.Missed[0].Why.Changes[0].To)
	// Output:
	// regular 1 0.25
	// again 2 0.5
	// once 1 0.25
	// chen again of plan mailing 2
	// for regular visits would be 5
}

// The classes of the literature leave out guests with few stays and much spend, and those who spend too much.
func ExampleGuestClasses_gaps() {
	schema, err := segment.NewSchema(segment.GuestClassAttributes(), nil)
	if err != nil {
		panic(err)
	}
	classifier, err := segment.NewClassifier(schema, segment.GuestClasses(segment.GuestClassReading{}))
	if err != nil {
		panic(err)
	}
	for _, gap := range classifier.Lint(segment.LintSetup{}).Gaps {
		fmt.Println(gap.Example[1:])
	}
	// Output:
	// [guest_source = conference_group room_grade = economy visits = 0]
	// [guest_source = conference_group room_grade = economy visits = 2]
	// [guest_source = conference_group room_grade = mid visits = 2]
	// [guest_source = conference_group room_grade = mid visits = 5 revenue = 0.00]
	// [guest_source = conference_group room_grade = mid visits = 5 revenue = 100000.01]
	// [guest_source = tour_group room_grade = economy visits = 2 revenue = 20000.00]
	// [guest_source = tour_group room_grade = economy visits = 5]
}

func ExampleClassifier_Lint_coveredClass() {
	classifier, err := segment.NewClassifier(lakeHotel().Schema(), segment.Plan{
		Version: 1, ID: "rooms", Mode: segment.Exclusive,
		Classes: []segment.Class{
			{ID: "good room", When: segment.Is("room", segment.GreaterEqual, "mid")},
			{ID: "best room", When: segment.Is("room", segment.Equal, "top")},
		},
		Else: &segment.Class{ID: "others"},
	})
	if err != nil {
		panic(err)
	}
	lint := classifier.Lint(segment.LintSetup{})
	for _, u := range lint.Unreachable {
		fmt.Println("nobody is in", u.Class, u.Example)
	}
	for _, gap := range lint.Gaps {
		fmt.Println("gap:", gap.When)
	}
	// Output:
	// nobody is in best room [room = top]
	// gap: room = economy
}

func ExampleHotelAttributes_threeComplaints() {
	for _, a := range segment.HotelAttributes() {
		if a.ID != "complaints" {
			continue
		}
		for _, count := range []int64{0, 2, 3} {
			level := a.Levels[a.Bands.Place(decimal.NewFromInt(count))]
			fmt.Println(count, level.ID, level.LabelZH)
		}
		fmt.Println(a.Note)
	}
	// Output:
	// 0 none 没有抱怨
	// 2 under_3 少于3次
	// 3 over_3 高于3次
	// an edge belongs to the level above it: [a, b); exactly 3 are over_3
}

// guestWith returns a table of one guest with these values.
func guestWith(attributes []segment.Attribute, values map[string]string) *segment.Table {
	schema, err := segment.NewSchema(attributes, nil)
	if err != nil {
		panic(err)
	}
	b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: hotelcrm.DateOf(2026, 6, 30)}, []string{"guest"})
	if err != nil {
		panic(err)
	}
	for attr, text := range values {
		b.Guests(nil).Texts(attr, []string{text})
	}
	table, err := b.Build()
	if err != nil {
		panic(err)
	}
	return table
}

// classOne classes one guest with those values.
func classOne(attributes []segment.Attribute, plan segment.Plan, values map[string]string) []string {
	table := guestWith(attributes, values)
	classifier, err := segment.NewClassifier(table.Schema(), plan)
	if err != nil {
		panic(err)
	}
	a, err := classifier.Assign(table)
	if err != nil {
		panic(err)
	}
	var out []string
	for _, k := range a.Of(0) {
		out = append(out, a.Classes()[k].ID)
	}
	return out
}

func ExampleBehaviourGroups_everyGroup() {
	attributes := append(segment.HotelAttributes(), segment.BehaviourAttributes()...)
	guest := map[string]string{
		"restaurant_spend": "high", "restaurant_demanding": "yes", "complaints": "none",
		"entertainment_satisfaction": "satisfied", "entertainment_spend": "fairly_high",
	}
	fmt.Println(classOne(attributes, segment.BehaviourGroups(segment.Exclusive), guest))
	fmt.Println(classOne(attributes, segment.BehaviourGroups(segment.Every), guest))
	// Output:
	// [restaurant_high_demanding]
	// [restaurant_high_demanding entertainment_satisfied]
}

func ExampleSourceClasses_executive() {
	attributes := []segment.Attribute{segment.GuestSource()}
	fmt.Println(classOne(attributes, segment.SourceClasses(), map[string]string{"guest_source": "executive"}))
	fmt.Println(classOne(attributes, segment.SourceClasses(), nil))
	// Output:
	// [walk_in]
	// [unknown]
}

func ExampleValueMatrix_valueWithoutPotential() {
	plan := segment.ValueMatrix(decimal.NewFromInt(4000), decimal.NewFromInt(3))
	fmt.Println(classOne(segment.ValueAttributes("CNY"), plan, map[string]string{"current_value": "4000.00", "potential": "2.5"}))
	// Output: [secondary-value]
}

func ExampleRFMSegments_champion() {
	set := rfm.Hotel()
	plan := segment.RFMSegments(set)
	fmt.Println(classOne(segment.RFMAttributes(set), plan, map[string]string{"rfm_segment": "champions"}))
	fmt.Println(plan.Classes[0].Action)
	// Output:
	// [champions]
	// recognise by name, keep the best room for them
}

// What ends a segment, and what comes then.
func ExampleRFMSegmentsByScore_championWhoStaysAway() {
	set := rfm.Hotel()
	table := guestWith(segment.RFMAttributes(set), map[string]string{"rfm_r": "4", "rfm_f": "5", "rfm_m": "5"})
	classifier, err := segment.NewClassifier(table.Schema(), segment.RFMSegmentsByScore(set))
	if err != nil {
		panic(err)
	}
	a, err := classifier.Assign(table)
	if err != nil {
		panic(err)
	}
	why := a.Reasons(0)[0]
	for _, leaf := range why.Why.Leaves {
		fmt.Println(leaf.Condition, "has", leaf.Value)
	}
	change := why.Why.Changes[0]
	fmt.Println(why.Class, "until", change.Attr, "is", change.To, "then", why.Then)
	// Output:
	// rfm_r >= 4 has 4
	// rfm_f >= 4 has 5
	// rfm_m >= 4 has 5
	// champions until rfm_r is 3 then [due-regulars]
}

// The stages of a life cycle that another model has found, as a plan.
func ExamplePlanOfLevels_lifeCycle() {
	stage := segment.Attribute{ID: "lifecycle", Kind: segment.Nominal, Levels: []segment.Level{{ID: "new"}, {ID: "loyal"}, {ID: "lapsed"}}}
	plan, err := segment.PlanOfLevels(stage)
	if err != nil {
		panic(err)
	}
	fmt.Println(classOne([]segment.Attribute{stage}, plan, map[string]string{"lifecycle": "loyal"}))
	// Output: [loyal]
}
