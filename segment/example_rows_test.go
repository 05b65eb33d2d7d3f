package segment_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
)

// rowsOf returns the guests of the lake hotel who satisfy a condition.
func rowsOf(table *segment.Table, c segment.Condition) *segment.Rows {
	m, err := table.Match(c)
	if err != nil {
		panic(err)
	}
	return m.Rows()
}

// Two mailings go out this week. Who would get both, and who gets any?
func ExampleRows_twoMailings() {
	table := lakeHotel()
	often := rowsOf(table, segment.Is("visits", segment.GreaterEqual, "3"))
	rich := rowsOf(table, segment.Is("revenue", segment.GreaterEqual, "5000"))
	both, any := often.Clone(), often.Clone()
	both.And(rich)
	any.Or(rich)
	first, _ := both.First()
	fmt.Println(both.Count(), "get both, the first is", table.Guests()[first], "-", any.Count(), "get one or both")
	overlap, err := table.OverlapOf(often, rich)
	fmt.Printf("%+v %v\n", overlap, err)
	// Output:
	// 2 get both, the first is wang - 3 get one or both
	// {A:2 B:3 Both:2 Guest:wang} <nil>
}

// A condition is checked once and then asked of every table that has the same attributes, such as tomorrow's.
func ExampleTest_On_tomorrowsTable() {
	regular, err := segment.Compile(lakeHotel().Schema(), segment.Is("visits", segment.GreaterEqual, "5"))
	if err != nil {
		panic(err)
	}
	tomorrow := lakeHotel()
	m, err := regular.On(tomorrow)
	if err != nil {
		panic(err)
	}
	wang, _ := tomorrow.Find("wang")
	fmt.Println(regular.Condition(), "holds for wang:", m.Holds(wang))
	fmt.Println("fits:", regular.Schema().Equal(tomorrow.Schema()))
	// Output:
	// visits >= 5 holds for wang: true
	// fits: true
}

// Somebody saved the plan again. Is the condition still written as it was?
func ExampleCondition_Equal_savedAgain() {
	was := segment.AllOf(segment.Is("visits", segment.GreaterEqual, "5"), segment.Is("room", segment.Equal, "top"))
	now := segment.AllOf(segment.Is("visits", segment.GreaterEqual, "5"), segment.Is("room", segment.Equal, "mid"))
	fmt.Println(was.Equal(was), was.Equal(now))
	// Output: true false
}

// On an edge: exactly 3 complaints belong to the level above, unless the hotel says that cuts go down.
func ExampleBands_exactlyOnTheEdge() {
	bands := segment.Bands{Of: "complaints", Cuts: []decimal.Decimal{decimal.New(1, 0), decimal.New(3, 0)}}
	fmt.Println(bands.Place(decimal.New(3, 0)))
	bands.CutsGoDown = true
	fmt.Println(bands.Place(decimal.New(3, 0)))
	// Output:
	// 2
	// 1
}

// Is the level that the web form sends one of ours, and how high does it stand?
func ExampleAttribute_Level_fromTheWebForm() {
	room := segment.Attribute{ID: "room", Kind: segment.Ordinal, Levels: []segment.Level{{ID: "economy"}, {ID: "mid"}, {ID: "top"}}}
	for _, sent := range []string{"mid", "suite"} {
		place, known := room.Level(sent)
		fmt.Println(sent, place, known)
	}
	// Output:
	// mid 1 true
	// suite -1 false
}

// How much does each class bring, and why is this guest in hers? The amounts add up to the cent.
func ExampleAssignment_whatEachClassBrings() {
	table := lakeHotel()
	classifier, err := segment.NewClassifier(table.Schema(), segment.Plan{
		Version: 1, ID: "mailing", Revision: 2, Mode: segment.Exclusive,
		Classes: []segment.Class{{ID: "regular", When: segment.Is("visits", segment.GreaterEqual, "3")}},
		Else:    &segment.Class{ID: "others"},
	})
	if err != nil {
		panic(err)
	}
	a, err := classifier.Assign(table)
	if err != nil {
		panic(err)
	}
	totals, err := a.Totals("revenue")
	if err != nil {
		panic(err)
	}
	for k, class := range a.Classes() {
		fmt.Println(class.ID, totals[k].StringFixed(2))
	}
	zhao, _ := table.Find("zhao")
	fmt.Println(a.Classes()[a.Of(zhao)[0]].ID, "because", a.Because(zhao), "by revision", a.Plan().Revision, classifier.Plan().ID)
	// Output:
	// regular 76000.00
	// others 6080.00
	// regular because visits = 3 by revision 2 mailing
}
