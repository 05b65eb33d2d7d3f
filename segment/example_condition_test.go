package segment_test

import (
	"encoding/json"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
)

// lakeHotel returns four guests of a hotel by a lake, with their stays.
func lakeHotel() *segment.Table {
	schema, err := segment.NewSchema([]segment.Attribute{
		{ID: "visits", Kind: segment.Numeric, Count: true},
		{ID: "revenue", Kind: segment.Money, Currency: "CNY"},
		{ID: "room", Kind: segment.Ordinal, Levels: []segment.Level{{ID: "economy"}, {ID: "mid"}, {ID: "top"}}},
	}, []segment.Attribute{
		{ID: "arrival", Kind: segment.Day},
		{ID: "nights", Kind: segment.Numeric, Count: true},
		{ID: "channel", Kind: segment.Nominal, Open: true},
	})
	if err != nil {
		panic(err)
	}
	b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: hotelcrm.DateOf(2026, 6, 30)}, []string{"chen", "li", "wang", "zhao"})
	if err != nil {
		panic(err)
	}
	guests := b.Guests(nil)
	guests.Texts("visits", []string{"2", "1", "7", "3"})
	guests.Texts("revenue", []string{"5200.00", "880.00", "46000.00", "30000.00"})
	guests.Texts("room", []string{"mid", "economy", "mid", ""})
	stays := b.Stays([]string{"chen", "chen", "li", "wang", "zhao"})
	stays.Texts("arrival", []string{"2026-05-01", "2025-02-03", "2026-01-10", "2026-06-12", "2024-12-30"})
	stays.Texts("nights", []string{"1", "5", "2", "4", "3"})
	stays.Texts("channel", []string{"web", "phone", "web", "web", "agent"})
	table, err := b.Build()
	if err != nil {
		panic(err)
	}
	return table
}

func ExampleNewBuilder_hotelByALake() {
	table := lakeHotel()
	room, _ := table.Schema().Find("room")
	for i, guest := range table.Guests() {
		fmt.Printf("%s: %q\n", guest, table.Text(room, i))
	}
	// Output:
	// chen: "mid"
	// li: "economy"
	// wang: "mid"
	// zhao: ""
}

func ExampleNewSchema_boundsOfABand() {
	age := segment.Attribute{
		ID: "age", Kind: segment.Ordinal, Levels: []segment.Level{{ID: "under_20"}, {ID: "20_plus"}},
		Bands: &segment.Bands{Of: "age in years"},
	}
	_, err := segment.NewSchema([]segment.Attribute{age}, nil)
	fmt.Println(err)
	// Output: hotelcrm: guests[0].Bands.Cuts: "0 cuts" is not allowed; want 1, one fewer than levels
}

func ExampleTable_Match_readFromJSON() {
	var c segment.Condition
	text := `{"op":"all","of":[
		{"op":">=","attr":"visits","value":2},
		{"op":"between","attr":"revenue","from":5000,"to":46000,"ends":"[)"}]}`
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		panic(err)
	}
	table := lakeHotel()
	m, err := table.Match(c)
	if err != nil {
		panic(err)
	}
	fmt.Println(c)
	for i := range m.Rows().All() {
		fmt.Println(table.Guests()[i])
	}
	// Output:
	// visits >= 2 and revenue in [5000, 46000)
	// chen
	// zhao
}

// A long stay that was booked on the web: guests with a long stay and another one from the web do not count.
func ExampleOnSameStay_longAndFromTheWeb() {
	table := lakeHotel()
	m, err := table.Match(segment.OnSameStay(
		segment.Is("nights", segment.GreaterEqual, "3"),
		segment.Is("channel", segment.Equal, "web"),
	))
	if err != nil {
		panic(err)
	}
	for i := range m.Rows().All() {
		fmt.Println(table.Guests()[i])
	}
	// Output: wang
}

func ExampleStaysAre_nightsOfTheLastTwelveMonths() {
	table := lakeHotel()
	c := segment.StaysAre(segment.Stays{Take: segment.SumOf, Of: "nights", LastMonths: 12}, segment.GreaterEqual, "2")
	m, err := table.Match(c)
	if err != nil {
		panic(err)
	}
	fmt.Println(c)
	for i := range m.Rows().All() {
		fmt.Println(table.Guests()[i])
	}
	// Output:
	// sum of nights of stays in the last 12 months >= 2
	// li
	// wang
}

// Whoever has no value is asked in vain, and not of that holds.
func ExampleCondition_missing() {
	table := lakeHotel()
	for _, c := range []segment.Condition{
		segment.Is("room", segment.GreaterEqual, "mid"),
		segment.Is("room", segment.Less, "mid"),
		segment.NotThat(segment.Is("room", segment.GreaterEqual, "mid")),
		segment.IsMissing("room"),
	} {
		m, err := table.Match(c)
		if err != nil {
			panic(err)
		}
		fmt.Printf("guests with %s: %d\n", c, m.Rows().Count())
	}
	// Output:
	// guests with room >= mid: 2
	// guests with room < mid: 1
	// guests with not (room >= mid): 2
	// guests with room is missing: 1
}

func ExampleMatcher_Explain_whyNot() {
	table := lakeHotel()
	m, err := table.Match(segment.AllOf(
		segment.Is("visits", segment.GreaterEqual, "5"),
		segment.Is("revenue", segment.GreaterEqual, "20000"),
	))
	if err != nil {
		panic(err)
	}
	zhao, _ := table.Find("zhao")
	e := m.Explain(zhao)
	fmt.Println(e.Guest, e.Holds)
	for _, l := range e.Leaves {
		fmt.Printf("%s: %s, %v\n", l.Condition, l.Value, l.Held)
	}
	for _, c := range e.Changes {
		fmt.Printf("with %s %s instead of %s\n", c.Attr, c.To, c.From)
	}
	// Output:
	// zhao false
	// visits >= 5: 3, false
	// revenue >= 20000: 30000.00, true
	// with visits 5 instead of 3
}

func ExampleMatcher_Sizes_whichPartIsRare() {
	table := lakeHotel()
	m, err := table.Match(segment.AllOf(segment.Is("visits", segment.GreaterEqual, "2"), segment.Is("room", segment.Equal, "mid")))
	if err != nil {
		panic(err)
	}
	sizes := m.Sizes()
	for k, leaf := range m.Test().Leaves() {
		fmt.Printf("%s: %d\n", leaf, sizes[k])
	}
	fmt.Println("both:", m.Rows().Count())
	// Output:
	// visits >= 2: 3
	// room = mid: 2
	// both: 2
}

func ExampleRelate_wordingOfFiveStays() {
	schema := lakeHotel().Schema()
	more := segment.Is("visits", segment.GreaterEqual, "5")
	for _, fewer := range []segment.Condition{segment.Is("visits", segment.LessEqual, "5"), segment.Is("visits", segment.Less, "5")} {
		r, err := segment.Relate(schema, fewer, more)
		if err != nil {
			panic(err)
		}
		fmt.Printf("%s against %s: disjoint %v %v\n", fewer, more, r.Disjoint, r.Example)
	}
	// Output:
	// visits <= 5 against visits >= 5: disjoint false [visits = 5]
	// visits < 5 against visits >= 5: disjoint true []
}

func ExampleTest_Example_nobody() {
	test, err := segment.Compile(lakeHotel().Schema(), segment.AllOf(
		segment.Is("room", segment.Greater, "mid"), segment.IsIn("room", "economy", "mid"),
	))
	if err != nil {
		panic(err)
	}
	_, found, complete := test.Example()
	fmt.Println(found, complete)
	// Output: false true
}
