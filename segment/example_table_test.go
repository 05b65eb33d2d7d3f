package segment_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// Columns come from wherever they lie: a query gives numbers and days, a survey levels, the books amounts.
func ExampleColumns_threeSources() {
	schema, err := segment.NewSchema([]segment.Attribute{
		{ID: "room", Kind: segment.Ordinal, Levels: []segment.Level{{ID: "economy"}, {ID: "top"}}},
		{ID: "birthday", Kind: segment.Day},
		{ID: "visits", Kind: segment.Numeric, Count: true},
		{ID: "spend", Kind: segment.Money, Currency: "EUR"},
	}, nil)
	if err != nil {
		panic(err)
	}
	b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: hotelcrm.DateOf(2026, 6, 30)}, []string{"ann", "bob"})
	if err != nil {
		panic(err)
	}
	spend, _ := hotelcrm.AmountsOf(2, decimal.RequireFromString("310.50"), decimal.RequireFromString("99.995"))
	guests := b.Guests(nil)
	guests.Numbers("visits", []float64{3, 1})
	guests.Days("birthday", []hotelcrm.Date{hotelcrm.DateOf(1980, 5, 1), 0}) // bob's is not known
	guests.Amounts("spend", spend, "EUR")
	b.Guests([]string{"bob", "ann"}).Codes("room", []uint16{2, 1}) // the survey has an order of its own
	table, err := b.Build()
	if err != nil {
		panic(err)
	}
	for i, guest := range table.Guests() {
		fmt.Println(guest, table.Text(0, i), table.Text(1, i), table.Text(2, i), table.Text(3, i))
	}
	// Output:
	// ann economy 1980-05-01 3 310.50
	// bob top  1 99.995
}

// What does a table know before a plan is written on it? Attribute by attribute, how many guests have a value.
func ExampleTable_howMuchIsKnown() {
	table := lakeHotel()
	for a := range table.Schema().Len() {
		fmt.Println(table.Schema().At(a).ID, table.Known(a), "of", table.Len())
	}
	fmt.Println(table.StayCount(), "stays with", len(table.Schema().Stays()), "attributes;", table.Workers(), "goroutine")
	// Output:
	// visits 4 of 4
	// revenue 4 of 4
	// room 3 of 4
	// 5 stays with 3 attributes; 1 goroutine
}

// Bulk readers take whole columns: revenue in cents, visits as numbers, the rooms as codes of their levels.
func ExampleTable_Minor_columnsForAChart() {
	table := lakeHotel()
	revenue, _ := table.Schema().Find("revenue")
	visits, _ := table.Schema().Find("visits")
	room, _ := table.Schema().Find("room")
	fmt.Println(table.Minor(revenue), table.Numbers(visits), table.Codes(room))
	fmt.Println(table.Levels(room)[1].ID, table.Days(revenue) == nil)
	exact, known := table.Amount(revenue, 2)
	fmt.Println(exact, known)
	// Output:
	// [520000 88000 4600000 3000000] [2 1 7 3] [2 1 2 0]
	// mid true
	// 46000 true
}

// What the other packages found becomes columns, and one condition asks them all: who came often, is worth much, and slips?
func ExampleBuilder_Scores_scoresAndValuesInOneCondition() {
	asOf := hotelcrm.DateOf(2026, 6, 30)
	summaries, _ := hotelcrm.NewSummaries("EUR", asOf, []hotelcrm.Summary{
		{Guest: "ann", First: asOf - 900, Last: asOf - 400, Visits: 8, Nights: 16, Revenue: decimal.New(5200, 0)},
		{Guest: "bob", First: asOf - 300, Last: asOf - 20, Visits: 2, Nights: 3, Revenue: decimal.New(380, 0)},
		{Guest: "cid", First: asOf - 50, Last: asOf - 48, Visits: 1, Nights: 2, Revenue: decimal.New(240, 0)},
	})
	set := rfm.Hotel()
	scores, _ := rfm.Of(summaries, rfm.Config{})
	money := hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven}
	historic, _ := valuation.HistoricOf(summaries, valuation.CostBasis{Total: decimal.New(600, 0), Guests: 3}, money)
	rate, _ := valuation.ParseRate("0.08 per year")
	current, _ := valuation.CurrentOf(historic, valuation.CurrentSetup{Convention: valuation.Convention{Rate: rate, Rounding: money}})
	points, _ := valuation.NewScore(decimal.New(4, 0))
	potential, _ := valuation.NewPotential([]valuation.Score{points, points, points}, nil)
	matrix, _ := valuation.MatrixOf(current, potential, valuation.MatrixSetup{})

	schema, err := segment.NewSchema(append(segment.RFMAttributes(set), segment.ValueAttributes("EUR")...), nil)
	if err != nil {
		panic(err)
	}
	b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf}, summaries.Guests())
	if err != nil {
		panic(err)
	}
	b.Scores(scores)
	b.Segments(scores, set)
	b.Historic(historic)
	b.Current(current)
	b.Potential(summaries.Guests(), potential)
	b.Matrix(summaries.Guests(), matrix)
	table, err := b.Build()
	if err != nil {
		panic(err)
	}
	slipping, err := table.Match(segment.AllOf(
		segment.Is("rfm_f", segment.GreaterEqual, "4"),
		segment.Is("rfm_r", segment.LessEqual, "2"),
		segment.Is("historic_value", segment.GreaterEqual, "1000"),
	))
	if err != nil {
		panic(err)
	}
	for i := range slipping.Rows().All() {
		for _, id := range []string{"rfm_segment", "current_value", "potential", "value_class"} {
			a, _ := schema.Find(id)
			fmt.Println(table.Guests()[i], id, table.Text(a, i))
		}
	}
	// Output:
	// ann rfm_segment win-back
	// ann current_value 5225.78
	// ann potential 4
	// ann value_class high-value
}

// The stays of a register go along, so that a condition can ask for a summer stay.
func ExampleBuilder_Visits_whoComesInSummer() {
	register, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	for guest, arrival := range map[string]hotelcrm.Date{"ann": hotelcrm.DateOf(2025, 7, 20), "bob": hotelcrm.DateOf(2025, 11, 3)} {
		_ = register.Add(hotelcrm.Stay{Guest: guest, Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival + 4})
	}
	asOf := hotelcrm.DateOf(2026, 6, 30)
	visits, _ := register.Visits(asOf, hotelcrm.Window{})
	schema, err := segment.NewSchema([]segment.Attribute{{ID: "vip", Kind: segment.Nominal, Open: true}}, segment.StayAttributes("EUR"))
	if err != nil {
		panic(err)
	}
	b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf}, []string{"ann", "bob"})
	if err != nil {
		panic(err)
	}
	b.Visits(visits)
	table, err := b.Build()
	if err != nil {
		panic(err)
	}
	summer, err := table.Match(segment.OnSameStay(
		segment.Is("arrival", segment.GreaterEqual, "2025-06-01"), segment.Is("arrival", segment.Less, "2025-09-01"),
	))
	if err != nil {
		panic(err)
	}
	for i := range summer.Rows().All() {
		fmt.Println(table.Guests()[i])
	}
	// Output: ann
}

// Stays of any other source: one column of whose stay it is, and the values beside it.
func ExampleBuilder_Stays_exportOfTheBookingEngine() {
	schema, err := segment.NewSchema(nil, []segment.Attribute{{ID: "channel", Kind: segment.Nominal, Open: true}})
	if err != nil {
		panic(err)
	}
	b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: hotelcrm.DateOf(2026, 6, 30)}, []string{"ann", "bob"})
	if err != nil {
		panic(err)
	}
	b.Stays([]string{"bob", "ann", "bob", "zoe"}).Texts("channel", []string{"web", "phone", "agent", "web"})
	table, err := b.Build()
	if err != nil {
		panic(err)
	}
	fmt.Println(table.StayCount(), "stays;", table.Warnings()[0].N, "of guests not asked for:", table.Warnings()[0].Code)
	// Output: 3 stays; 1 of guests not asked for: values-of-other-guests
}
