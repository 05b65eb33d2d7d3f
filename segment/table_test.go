package segment_test

import (
	"errors"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

func TestAttributesThatCannotBe(t *testing.T) {
	level := []segment.Level{{ID: "a"}, {ID: "b"}}
	tests := []struct {
		param string
		a     segment.Attribute
	}{
		{"guests[0].ID", segment.Attribute{Kind: segment.Numeric}},
		{"guests[0].Kind", segment.Attribute{ID: "x"}},
		{"guests[0].Count", segment.Attribute{ID: "x", Kind: segment.Day, Count: true}},
		{"guests[0].Open", segment.Attribute{ID: "x", Kind: segment.Ordinal, Levels: level, Open: true}},
		{"guests[0].Bands", segment.Attribute{ID: "x", Kind: segment.Nominal, Levels: level, Bands: &segment.Bands{}}},
		{"guests[0].Bands.Cuts", segment.Attribute{ID: "x", Kind: segment.Ordinal, Levels: level, Bands: &segment.Bands{}}},
		{"guests[0].Levels", segment.Attribute{ID: "x", Kind: segment.Numeric, Levels: level}},
		{"guests[0].Levels", segment.Attribute{ID: "x", Kind: segment.Ordinal}},
		{"guests[0].Levels[1].ID", segment.Attribute{ID: "x", Kind: segment.Ordinal, Levels: []segment.Level{{ID: "a"}, {ID: "a"}}}},
		{"guests[0].Currency", segment.Attribute{ID: "x", Kind: segment.Money}},
		{"guests[0].Currency", segment.Attribute{ID: "x", Kind: segment.Day, Currency: "CNY"}},
	}
	for _, test := range tests {
		_, err := segment.NewSchema([]segment.Attribute{test.a}, nil)
		if p, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || p.Param != test.param {
			t.Errorf("%+v: %v, want one about %s", test.a, err, test.param)
		}
	}
	twice := segment.Attribute{ID: "x", Kind: segment.Numeric}
	if _, err := segment.NewSchema(nil, []segment.Attribute{twice, twice}); err == nil {
		t.Error("an id twice")
	}
}

func TestRowsThatCannotBe(t *testing.T) {
	for _, guests := range [][]string{{"a", ""}, {"a", "b", "a"}} {
		_, err := segment.NewBuilder(frontDesk(), segment.TableSetup{AsOf: asOf}, guests)
		if row, ok := errors.AsType[*hotelcrm.RowError](err); !ok || row.Row != len(guests) || row.Value != "" {
			t.Errorf("%v: %v", guests, err)
		}
	}
	if _, err := segment.NewBuilder(frontDesk(), segment.TableSetup{}, nil); err == nil {
		t.Error("a table without a date")
	}
	tests := []struct {
		name string
		fill func(c *segment.Columns)
	}{
		{"infinite", func(c *segment.Columns) { c.Numbers("score", []float64{0, math.Inf(1)}) }},
		{"half a visit", func(c *segment.Columns) { c.Numbers("visits", []float64{1, 0.5}) }},
		{"no visits at all", func(c *segment.Columns) { c.Numbers("visits", []float64{1, -1}) }},
		{"code", func(c *segment.Columns) { c.Codes("room", []uint16{3, 4}) }},
		{"level", func(c *segment.Columns) { c.Texts("room", []string{"top", "suite"}) }},
		{"date", func(c *segment.Columns) { c.Texts("last", []string{"2026-01-01", "yesterday"}) }},
		{"amount", func(c *segment.Columns) { c.Texts("spend", []string{"1", "1e9999"}) }},
		{"number", func(c *segment.Columns) { c.Texts("score", []string{"1", "NaN"}) }},
	}
	for _, test := range tests {
		b := must(segment.NewBuilder(frontDesk(), segment.TableSetup{AsOf: asOf}, []string{"a", "b"}))
		test.fill(b.Guests(nil))
		_, err := b.Build()
		if row, ok := errors.AsType[*hotelcrm.RowError](err); !ok || row.Row != 2 {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	for name, fill := range map[string]func(b *segment.Builder){
		"no attribute": func(b *segment.Builder) { b.Guests(nil).Numbers("mood", []float64{1, 2}) },
		"another kind": func(b *segment.Builder) { b.Guests(nil).Numbers("spend", []float64{1, 2}) },
		"too short":    func(b *segment.Builder) { b.Guests(nil).Numbers("score", []float64{1}) },
		"no bands":     func(b *segment.Builder) { b.Guests(nil).Numbers("room", []float64{1, 2}) },
		"other currency": func(b *segment.Builder) {
			b.Guests(nil).Amounts("spend", must(hotelcrm.AmountsOfMinor(2, make([]int64, 2), nil)), "EUR")
		},
		"stays twice": func(b *segment.Builder) { b.Stays(nil); b.Stays(nil) },
	} {
		b := must(segment.NewBuilder(frontDesk(), segment.TableSetup{AsOf: asOf}, []string{"a", "b"}))
		fill(b)
		if _, err := b.Build(); err == nil {
			t.Errorf("%s: built", name)
		}
	}
}

func TestRequiredAttributesAreThere(t *testing.T) {
	schema := must(segment.NewSchema([]segment.Attribute{{ID: "visits", Kind: segment.Numeric, Required: true}}, nil))
	b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf}, []string{"a", "b"}))
	b.Guests([]string{"b"}).Numbers("visits", []float64{1})
	if _, err := b.Build(); err == nil {
		t.Error("guest a lacks a required value")
	}
}

func TestValuesOfOtherGuestsAreLeftOut(t *testing.T) {
	b := must(segment.NewBuilder(frontDesk(), segment.TableSetup{AsOf: asOf}, []string{"c", "a"}))
	b.Guests([]string{"a", "b", "c"}).Numbers("score", []float64{1, 2, math.Copysign(0, -1)})
	table := must(b.Build())
	a, _ := table.Schema().Find("score")
	if table.Text(a, 0) != "1" || table.Text(a, 1) != "0" || table.Known(a) != 2 {
		t.Errorf("%v", table.Numbers(a))
	}
	if w := table.Warnings(); len(w) != 1 || w[0].Code != segment.WarnOtherGuests || w[0].N != 1 {
		t.Errorf("%+v", w)
	}
}

// regulars are the summaries of three guests.
func regulars() *hotelcrm.Summaries {
	guest := func(id string, visits int, revenue string, last hotelcrm.Date) hotelcrm.Summary {
		return hotelcrm.Summary{Guest: id, First: asOf.AddDays(-800), Last: last, Visits: visits, Nights: 2 * visits, RoomNights: 2 * visits, Revenue: decimal.RequireFromString(revenue)}
	}
	return must(hotelcrm.NewSummaries("CNY", asOf, []hotelcrm.Summary{
		guest("li", 1, "680", asOf.AddDays(-500)), guest("wang", 12, "36000.50", asOf.AddDays(-9)), guest("zhao", 3, "30000", asOf.AddDays(-60)),
	}))
}

func TestTablesOfResults(t *testing.T) {
	s, set := regulars(), rfm.EightClasses()
	attributes := append(segment.SummaryAttributes("CNY"), segment.RFMAttributes(set)...)
	schema := must(segment.NewSchema(append(attributes, segment.ValueAttributes("CNY")...), nil))
	b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf}, s.Guests()))
	b.Summaries(s)
	scores := must(rfm.Of(s, rfm.Same(rfm.ByValue, set.Bins[0])))
	b.Scores(scores)
	b.Segments(scores, set)
	b.Potential(s.Guests(), must(valuation.NewPotential([]valuation.Score{1_500_000, 0, 0}, []bool{false, true, false})))
	table := must(b.Build())
	want := map[string]string{
		"first_stay": "2023-11-23", "days_since": "9", "visits": "12", "nights": "24", "revenue": "36000.50", "repeat_revenue": "0.00", "potential": "",
		"rfm_segment": must(scores.Segments(set)).At(1).ID, "historic_value": "",
	}
	for id, text := range want {
		a, ok := schema.Find(id)
		if !ok || table.Text(a, 1) != text {
			t.Errorf("%s: %q, want %q", id, table.Text(a, 1), text)
		}
	}
	if a, _ := schema.Find("potential"); table.Text(a, 0) != "1.5" {
		t.Errorf("potential %q", table.Text(a, 0))
	}
	other := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf + 1}, s.Guests()))
	other.Summaries(s)
	if _, err := other.Build(); err == nil {
		t.Error("summaries as of another day")
	}
}

func TestTablesOfVisits(t *testing.T) {
	r := must(hotelcrm.NewRegister(hotelcrm.Setup{Currency: "CNY"}))
	for _, stay := range []hotelcrm.Stay{
		{Guest: "wang", Property: "lake", Arrival: asOf - 40, Departure: asOf - 38, Status: hotelcrm.Departed, Revenue: hotelcrm.Revenue{Rooms: decimal.NewFromInt(900)}},
		{Guest: "wang", Property: "town", Arrival: asOf - 400, Departure: asOf - 399, Status: hotelcrm.Departed, Revenue: hotelcrm.Revenue{Rooms: decimal.NewFromInt(500)}},
		{Guest: "li", Property: "town", Arrival: asOf - 9, Departure: asOf - 8, Status: hotelcrm.Departed, Revenue: hotelcrm.Revenue{Rooms: decimal.NewFromInt(300)}},
	} {
		if err := r.Add(stay); err != nil {
			t.Fatal(err)
		}
	}
	v := must(r.Visits(asOf, hotelcrm.Window{}))
	schema := must(segment.NewSchema(segment.SummaryAttributes("CNY"), segment.StayAttributes("CNY")))
	b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf}, []string{"wang", "chen"}))
	b.Visits(v)
	table := must(b.Build())
	if table.StayCount() != 2 || len(table.Warnings()) != 1 {
		t.Errorf("%d stays, warnings %v", table.StayCount(), table.Warnings())
	}
	lake := segment.OnSameStay(segment.Is("property", segment.Equal, "lake"), segment.Is("revenue", segment.GreaterEqual, "900"), segment.Is("nights", segment.Equal, "2"))
	town := segment.OnSameStay(segment.Is("property", segment.Equal, "town"), segment.Is("revenue", segment.GreaterEqual, "900"))
	if m := must(table.Match(lake)); m.Holds(0) || !m.Holds(1) {
		t.Error("the stay at the lake is not found")
	}
	if m := must(table.Match(town)); m.Rows().Count() != 0 {
		t.Error("two stays are taken for one")
	}
}

func TestHoldsDoesNotAllocate(t *testing.T) {
	stays := segment.StaysAre(segment.Stays{Take: segment.SumOf, Of: "nights", LastDays: 400}, segment.Greater, "100")
	for _, m := range []*segment.Matcher{
		must(city(1000, 1).Match(fourTerms)),
		must(city(1000, 1).Match(segment.AllOf(fourTerms, segment.NotThat(fourTerms)))),
		must(threeGuests().Match(stays)),
	} {
		i := 0
		if n := testing.AllocsPerRun(1000, func() { m.Holds(i % m.Table().Len()); i++ }); n != 0 {
			t.Errorf("%s: %v allocations", m.Test().Condition(), n)
		}
	}
}

func TestSizesAndOverlaps(t *testing.T) {
	table := threeGuests()
	m := must(table.Match(parse(`{"op":"any","of":[{"op":">=","attr":"visits","value":1},{"op":"=","attr":"room","value":"mid"},{"op":"missing","attr":"spend"}]}`)))
	if got := m.Sizes(); got[0] != 2 || got[1] != 1 || got[2] != 1 {
		t.Errorf("%v", got)
	}
	mid := must(table.Match(segment.Is("room", segment.Equal, "mid"))).Rows()
	overlap := must(table.OverlapOf(m.Rows(), mid))
	if overlap != (segment.Overlap{A: 3, B: 1, Both: 1, Guest: "wang"}) {
		t.Errorf("%+v", overlap)
	}
	if _, err := table.OverlapOf(mid, segment.NewRows(2)); err == nil {
		t.Error("sets of different tables")
	}
}

func TestRowsAreSets(t *testing.T) {
	a, b := segment.NewRows(130), segment.NewRows(130)
	for i := range 130 {
		if i%2 == 0 {
			a.Add(i)
		}
		if i%3 == 0 {
			b.Add(i)
		}
	}
	and, or, not := a.Clone(), a.Clone(), a.Clone()
	and.And(b)
	or.Or(b)
	not.AndNot(b)
	if and.Count() != 22 || or.Count() != 87 || not.Count() != 43 || a.CountAnd(b) != 22 || a.Len() != 130 {
		t.Errorf("%d %d %d", and.Count(), or.Count(), not.Count())
	}
	for i := range 130 {
		if and.Has(i) != (i%6 == 0) || or.Has(i) != (i%2 == 0 || i%3 == 0) || not.Has(i) != (i%2 == 0 && i%3 != 0) {
			t.Fatalf("guest %d", i)
		}
	}
	if i, some := segment.NewRows(5).First(); some {
		t.Errorf("first of none is %d", i)
	}
}

func TestTablesOfValues(t *testing.T) {
	s := regulars()
	money := hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven}
	h := must(valuation.HistoricOf(s, valuation.CostBasis{Total: decimal.NewFromInt(3000), Guests: 3}, money))
	c := must(valuation.CurrentOf(h, valuation.CurrentSetup{Convention: valuation.Convention{Rate: must(valuation.Effective(decimal.RequireFromString("0.08"), valuation.Year)), Rounding: money}}))
	p := must(valuation.NewPotential([]valuation.Score{1_000_000, 3_000_000, 2_000_000}, nil))
	m := must(valuation.MatrixOf(c, p, valuation.MatrixSetup{}))
	schema := must(segment.NewSchema(segment.ValueAttributes("CNY"), nil))
	b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf}, s.Guests()))
	b.Historic(h)
	b.Current(c)
	b.Potential(s.Guests(), p)
	b.Matrix(s.Guests(), m)
	table := must(b.Build())
	for i := range table.Len() {
		for id, want := range map[string]decimal.Decimal{"historic_value": h.Values().At(i), "current_value": c.Values().At(i)} {
			a, _ := schema.Find(id)
			if got, ok := table.Amount(a, i); !ok || !got.Equal(want) {
				t.Errorf("%s of guest %d: %s, want %s", id, i, got, want)
			}
		}
		a, _ := schema.Find("value_class")
		if got := table.Text(a, i); got != m.Classes()[i].String() {
			t.Errorf("guest %d: class %s, want %s", i, got, m.Classes()[i])
		}
	}
	current, potential := m.Cuts()
	a := must(must(segment.NewClassifier(schema, segment.ValueMatrix(current, potential))).Assign(table))
	for i, code := range a.Codes() {
		if got := a.Classes()[code].ID; got != m.Classes()[i].String() {
			t.Errorf("guest %d: the plan says %s, the matrix %s", i, got, m.Classes()[i])
		}
	}
}

func TestBandsOfAmounts(t *testing.T) {
	spend := segment.Attribute{
		ID: "spend_band", Kind: segment.Ordinal, Levels: []segment.Level{{ID: "low"}, {ID: "high"}},
		Bands: &segment.Bands{Of: "CNY", Cuts: []decimal.Decimal{decimal.NewFromInt(20000)}},
	}
	down := spend
	down.ID, down.Bands = "down", &segment.Bands{Cuts: spend.Bands.Cuts, CutsGoDown: true}
	b := must(segment.NewBuilder(must(segment.NewSchema([]segment.Attribute{spend, down}, nil)), segment.TableSetup{AsOf: asOf}, []string{"a", "b", "c"}))
	amounts := must(hotelcrm.AmountsOf(2, decimal.RequireFromString("19999.999"), decimal.NewFromInt(20000), decimal.RequireFromString("20000.001")))
	for _, id := range []string{"spend_band", "down"} {
		b.Guests(nil).Amounts(id, amounts, "CNY")
	}
	table := must(b.Build())
	if got := table.Codes(0); got[0] != 1 || got[1] != 2 || got[2] != 2 {
		t.Errorf("up: %v", got)
	}
	if got := table.Codes(1); got[0] != 1 || got[1] != 1 || got[2] != 2 {
		t.Errorf("down: %v", got)
	}
}
