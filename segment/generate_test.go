package segment_test

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/segment"
	"pgregory.net/rapid"
)

// texts returns values of an attribute of the schema frontDesk, few enough to meet each other.
func texts(t *rapid.T, a segment.Attribute) string {
	switch {
	case a.Count:
		return rapid.SampledFrom([]string{"0", "1", "2", "3", "5", "1000000"}).Draw(t, a.ID)
	case a.Kind == segment.Numeric:
		return rapid.SampledFrom([]string{"-1000000", "-0.5", "0", "0.5", "1", "2.25", "1e20"}).Draw(t, a.ID)
	case a.Kind == segment.Money:
		return rapid.SampledFrom([]string{"-20.00", "0", "0.005", "99.99", "99.995", "100", "92233720368547758.07", "1e30"}).Draw(t, a.ID)
	case a.Kind == segment.Day:
		return rapid.SampledFrom([]string{"0001-01-01", "2025-01-31", "2025-02-01", "2026-01-30", "2026-01-31", "2026-02-01", "9999-12-31"}).Draw(t, a.ID)
	case a.Kind == segment.Ordinal:
		return rapid.SampledFrom(a.Levels).Draw(t, a.ID).ID
	}
	return rapid.SampledFrom([]string{"hunan", "hubei", "tibet", "web"}).Draw(t, a.ID)
}

// literals returns what a condition may hold a value against.
func literals(t *rapid.T, a segment.Attribute) string {
	if a.Kind == segment.Numeric || a.Kind == segment.Money {
		return rapid.SampledFrom([]string{"-1e50", "-20", "-0.5", "0", "0.004", "0.5", "1", "2", "99.99", "99.995", "100", "92233720368547758.07", "1e30", "1e50"}).Draw(t, "literal")
	}
	return texts(t, a)
}

func anyHouse(t *rapid.T) house {
	schema := frontDesk()
	h := house{guests: map[string]row{}, stays: map[string][]row{}}
	one := func(list []segment.Attribute) row {
		out := row{}
		for _, a := range list {
			if rapid.IntRange(0, 3).Draw(t, "missing") > 0 {
				out[a.ID] = texts(t, a)
			}
		}
		return out
	}
	for i := range rapid.IntRange(0, 70).Draw(t, "guests") {
		guest := fmt.Sprint("g", i)
		h.guests[guest] = one(schema.Guests())
		for range rapid.IntRange(0, 3).Draw(t, "stays") {
			h.stays[guest] = append(h.stays[guest], one(schema.Stays()))
		}
	}
	return h
}

// table puts the house into columns, its guests in the order given.
func (h house) table(guests []string, workers int) *segment.Table {
	schema := frontDesk()
	b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf, Workers: workers}, guests))
	for _, a := range schema.Guests() {
		column := make([]string, len(guests))
		for i, g := range guests {
			column[i] = h.guests[g][a.ID]
		}
		b.Guests(nil).Texts(a.ID, column)
	}
	var owners []string
	var rows []row
	for _, g := range guests {
		for _, stay := range h.stays[g] {
			owners, rows = append(owners, g), append(rows, stay)
		}
	}
	s := b.Stays(owners)
	for _, a := range schema.Stays() {
		column := make([]string, len(rows))
		for k, stay := range rows {
			column[k] = stay[a.ID]
		}
		s.Texts(a.ID, column)
	}
	return must(b.Build())
}

func (h house) ids() []string {
	var out []string
	for g := range h.guests {
		out = append(out, g)
	}
	slices.Sort(out)
	return out
}

// anyCondition returns a condition on guests, or on stays.
func anyCondition(t *rapid.T, depth int, onStays bool) segment.Condition {
	if depth > 0 && rapid.Bool().Draw(t, "joins") {
		op := rapid.SampledFrom([]segment.Op{segment.All, segment.Any, segment.Not}).Draw(t, "op")
		n := 1
		if op != segment.Not {
			n = rapid.IntRange(0, 3).Draw(t, "of")
		}
		c := segment.Condition{Op: op}
		for range n {
			c.Of = append(c.Of, anyCondition(t, depth-1, onStays))
		}
		return c
	}
	list := frontDesk().Guests()
	if onStays {
		list = frontDesk().Stays()
	} else if rapid.IntRange(0, 3).Draw(t, "on stays") == 0 {
		return anyStays(t)
	}
	a := rapid.SampledFrom(list).Draw(t, "attr")
	return anyLeaf(t, a, segment.Condition{Attr: a.ID})
}

func anyStays(t *rapid.T) segment.Condition {
	s := segment.Stays{Take: rapid.SampledFrom([]segment.Take{segment.CountStays, segment.SumOf, segment.LeastOf, segment.MostOf}).Draw(t, "take")}
	if rapid.Bool().Draw(t, "where") {
		where := anyCondition(t, 1, true)
		s.Where = &where
	}
	switch rapid.IntRange(0, 3).Draw(t, "window") {
	case 1:
		s.LastDays = rapid.SampledFrom([]int{1, 2, 365, 366}).Draw(t, "days")
	case 2:
		s.LastMonths = rapid.IntRange(1, 13).Draw(t, "months")
	case 3:
		s.From = asOf.AddDays(-365)
	}
	of := segment.Attribute{Kind: segment.Numeric}
	switch s.Take {
	case segment.SumOf:
		of = attribute(frontDesk().Stays(), rapid.SampledFrom([]string{"nights", "revenue"}).Draw(t, "of"))
	case segment.LeastOf, segment.MostOf:
		of = attribute(frontDesk().Stays(), rapid.SampledFrom([]string{"nights", "revenue", "arrival"}).Draw(t, "of"))
	}
	s.Of = of.ID
	return anyLeaf(t, of, segment.Condition{Stays: &s})
}

func anyLeaf(t *rapid.T, a segment.Attribute, c segment.Condition) segment.Condition {
	ops := []segment.Op{segment.Equal, segment.NotEqual, segment.In, segment.Missing}
	if a.Kind != segment.Nominal {
		ops = append(ops, segment.Less, segment.LessEqual, segment.Greater, segment.GreaterEqual, segment.Between)
	}
	c.Op = rapid.SampledFrom(ops).Draw(t, "op")
	switch c.Op {
	case segment.Missing:
	case segment.In:
		for range rapid.IntRange(1, 4).Draw(t, "values") {
			c.Values = append(c.Values, literals(t, a))
		}
	case segment.Between:
		c.From, c.To = literals(t, a), literals(t, a)
		c.Ends = rapid.SampledFrom([]segment.Ends{segment.Closed, segment.ClosedLow, segment.ClosedTop, segment.OpenEnds}).Draw(t, "ends")
	default:
		c.Value = literals(t, a)
	}
	return c
}
