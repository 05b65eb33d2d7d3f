package segment_test

import (
	"fmt"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
)

// plainSchema has every kind of attribute of guests and of stays.
func plainSchema(t *testing.T) *segment.Schema {
	t.Helper()
	grade := []segment.Level{{ID: "economy"}, {ID: "mid"}, {ID: "top"}}
	schema, err := segment.NewSchema([]segment.Attribute{
		{ID: "score", Kind: segment.Numeric},
		{ID: "visits", Kind: segment.Numeric, Count: true},
		{ID: "grade", Kind: segment.Ordinal, Levels: grade},
		{ID: "source", Kind: segment.Nominal, Levels: []segment.Level{{ID: "web"}, {ID: "desk"}}},
		{ID: "region", Kind: segment.Nominal, Open: true, Levels: []segment.Level{{ID: "hunan"}}},
		{ID: "birthday", Kind: segment.Day},
		{ID: "spend", Kind: segment.Money, Currency: "CNY"},
		{ID: "due", Kind: segment.Money, Currency: "JPY"},
	}, []segment.Attribute{
		{ID: "arrival", Kind: segment.Day},
		{ID: "nights", Kind: segment.Numeric, Count: true},
		{ID: "rating", Kind: segment.Numeric},
		{ID: "room", Kind: segment.Ordinal, Levels: grade},
		{ID: "channel", Kind: segment.Nominal, Open: true},
		{ID: "bill", Kind: segment.Money, Currency: "CNY"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

var plainAsOf = hotelcrm.DateOf(2026, 5, 31)

// plainValue draws a text that a value or a literal of the attribute can be.
func plainValue(rt *rapid.T, a segment.Attribute, literal bool) string {
	pick := func(list ...string) string { return rapid.SampledFrom(list).Draw(rt, a.ID) }
	switch {
	case a.Kind == segment.Numeric && a.Count:
		if literal {
			return pick("-1", "0", "1", "1.5", "2", "3", "4.0", "5")
		}
		return strconv.Itoa(rapid.IntRange(0, 5).Draw(rt, a.ID))
	case a.Kind == segment.Numeric:
		return pick("-2.5", "-0.25", "0", "0.25", "1", "1e2", "4.75")
	case a.Kind == segment.Ordinal:
		return a.Levels[rapid.IntRange(0, len(a.Levels)-1).Draw(rt, a.ID)].ID
	case a.Kind == segment.Nominal && a.Open:
		return pick("hunan", "web", "hubei", "beijing")
	case a.Kind == segment.Nominal:
		return a.Levels[rapid.IntRange(0, len(a.Levels)-1).Draw(rt, a.ID)].ID
	case a.Kind == segment.Day:
		return pick("2025-05-31", "2026-02-27", "2026-02-28", "2026-03-01", "2026-05-01", "2026-05-02", "2026-05-30", "2026-05-31", "2026-06-01")
	}
	return pick("-0.01", "0", "99.99", "99.995", "100", "100.00", "100.01", "100.000000001", "12345678901234567890.5", "-3")
}

// plainLeaf draws a test of a value of the attribute, which Attr or Stays is still to name.
func plainLeaf(rt *rapid.T, a segment.Attribute) segment.Condition {
	ops := []segment.Op{segment.Equal, segment.NotEqual, segment.In, segment.Missing}
	if a.Kind != segment.Nominal {
		ops = append(ops, segment.Less, segment.LessEqual, segment.Greater, segment.GreaterEqual, segment.Between)
	}
	c := segment.Condition{Op: rapid.SampledFrom(ops).Draw(rt, "op")}
	switch c.Op {
	case segment.Missing:
	case segment.In:
		for range rapid.IntRange(1, 3).Draw(rt, "values") {
			c.Values = append(c.Values, plainValue(rt, a, true))
		}
	case segment.Between:
		c.From, c.To = plainValue(rt, a, true), plainValue(rt, a, true)
		switch (plainReader{}).order(a, c.From, c.To) {
		case 1:
			c.From, c.To = c.To, c.From
			fallthrough
		case -1:
			c.Ends = segment.Ends(rapid.IntRange(1, 4).Draw(rt, "ends"))
		default:
			c.Ends = segment.Closed
		}
	default:
		c.Value = plainValue(rt, a, true)
	}
	return c
}

func plainStays(rt *rapid.T, attrs []segment.Attribute, take segment.Take, of string) segment.Stays {
	s := segment.Stays{Take: take, Of: of}
	switch rapid.IntRange(0, 5).Draw(rt, "window") {
	case 0:
		s.LastDays = rapid.SampledFrom([]int{1, 2, 30, 93, 365}).Draw(rt, "days")
	case 1:
		s.LastMonths = rapid.SampledFrom([]int{1, 3, 12}).Draw(rt, "months")
	case 2:
		s.From = hotelcrm.DateOf(2026, 2, 28)
	case 3:
		s.To = hotelcrm.DateOf(2026, 5, 1)
	case 4:
		s.From, s.To = hotelcrm.DateOf(2026, 2, 28), hotelcrm.DateOf(2026, 5, 30)
	}
	if rapid.Bool().Draw(rt, "where") {
		where := plainCondition(rt, attrs, nil, 2)
		s.Where = &where
	}
	return s
}

// plainCondition draws a condition on guests, or on stays if stays is nil.
func plainCondition(rt *rapid.T, guests, stays []segment.Attribute, depth int) segment.Condition {
	most := 4
	if stays != nil {
		most = 7
	}
	switch kind := rapid.IntRange(0, most).Draw(rt, "kind"); {
	case kind <= 1 && depth > 0:
		c := segment.Condition{Op: segment.All + segment.Op(kind)}
		for range rapid.IntRange(0, 3).Draw(rt, "of") {
			c.Of = append(c.Of, plainCondition(rt, guests, stays, depth-1))
		}
		return c
	case kind == 2 && depth > 0:
		return segment.NotThat(plainCondition(rt, guests, stays, depth-1))
	case kind == 5:
		s := plainStays(rt, stays, 0, "")
		if s.Where == nil {
			where := plainCondition(rt, stays, nil, 1)
			s.Where = &where
		}
		return segment.Condition{Op: segment.SameStay, Stays: &s}
	case kind == 6:
		s := plainStays(rt, stays, segment.CountStays, "")
		c := plainLeaf(rt, segment.Attribute{ID: "count", Kind: segment.Numeric, Count: true})
		c.Stays = &s
		return c
	case kind == 7:
		take := segment.Take(rapid.IntRange(int(segment.SumOf), int(segment.MostOf)).Draw(rt, "take"))
		of := rapid.SampledFrom([]string{"nights", "rating", "bill", "bill", "arrival", "room"}).Draw(rt, "of")
		if take == segment.SumOf && (of == "arrival" || of == "room") {
			of = "bill"
		}
		s := plainStays(rt, stays, take, of)
		c := plainLeaf(rt, plainAttr(stays, of))
		c.Stays = &s
		return c
	}
	a := rapid.SampledFrom(guests).Draw(rt, "attr")
	c := plainLeaf(rt, a)
	c.Attr = a.ID
	return c
}

func plainDrawRow(rt *rapid.T, attrs []segment.Attribute) plainRow {
	row := plainRow{}
	for _, a := range attrs {
		if rapid.IntRange(0, 3).Draw(rt, "known") > 0 {
			row[a.ID] = plainValue(rt, a, false)
		}
	}
	return row
}

// plainTable draws guests with stays and builds their table.
func plainTable(rt *rapid.T, schema *segment.Schema) ([]plainGuest, *segment.Table) {
	n := rapid.IntRange(0, 9).Draw(rt, "guests") * rapid.SampledFrom([]int{1, 1, 17}).Draw(rt, "times")
	list, ids := make([]plainGuest, n), make([]string, n)
	var whose []string
	var stays []plainRow
	for i := range list {
		ids[i] = fmt.Sprintf("g%03d", i)
		list[i].values = plainDrawRow(rt, schema.Guests())
		for range rapid.IntRange(0, 3).Draw(rt, "stays") {
			stay := plainDrawRow(rt, schema.Stays())
			list[i].stays = append(list[i].stays, stay)
			whose, stays = append(whose, ids[i]), append(stays, stay)
		}
	}
	b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: plainAsOf, Workers: rapid.IntRange(0, 3).Draw(rt, "workers")}, ids)
	if err != nil {
		rt.Fatal(err)
	}
	guests, visits := b.Guests(nil), b.Stays(whose)
	for _, a := range schema.Guests() {
		column := make([]string, n)
		for i := range list {
			column[i] = list[i].values[a.ID]
		}
		guests.Texts(a.ID, column)
	}
	for _, a := range schema.Stays() {
		column := make([]string, len(stays))
		for i := range stays {
			column[i] = stays[i][a.ID]
		}
		visits.Texts(a.ID, column)
	}
	table, err := b.Build()
	if err != nil {
		rt.Fatal(err)
	}
	return list, table
}
