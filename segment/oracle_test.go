package segment_test

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
)

// A row is one guest, or one stay, as texts by attribute; absent is missing.
type row map[string]string

// A house is what the oracle reads: guests and their stays, without columns.
type house struct {
	guests map[string]row
	stays  map[string][]row
}

func attribute(list []segment.Attribute, id string) segment.Attribute {
	return list[slices.IndexFunc(list, func(a segment.Attribute) bool { return a.ID == id })]
}

// holds interprets a condition slowly and plainly.
func (h house) holds(c segment.Condition, guest string) bool {
	return interpret(c, func(c segment.Condition) (string, segment.Attribute, bool) {
		if c.Stays == nil {
			text, ok := h.guests[guest][c.Attr]
			return text, attribute(frontDesk().Guests(), c.Attr), ok
		}
		return fold(*c.Stays, h.stays[guest])
	})
}

func interpret(c segment.Condition, value func(segment.Condition) (string, segment.Attribute, bool)) bool {
	switch c.Op {
	case segment.All:
		return !slices.ContainsFunc(c.Of, func(kid segment.Condition) bool { return !interpret(kid, value) })
	case segment.Any:
		return slices.ContainsFunc(c.Of, func(kid segment.Condition) bool { return interpret(kid, value) })
	case segment.Not:
		return !interpret(c.Of[0], value)
	case segment.SameStay:
		c.Stays = &segment.Stays{Take: segment.CountStays, Where: c.Stays.Where, LastDays: c.Stays.LastDays}
		c.Op, c.Value = segment.GreaterEqual, "1"
	}
	text, a, known := value(c)
	if c.Op == segment.Missing || !known {
		return c.Op == segment.Missing && !known
	}
	compare := func(with string) int { return compareAs(a, text, with) }
	switch c.Op {
	case segment.Equal:
		return compare(c.Value) == 0
	case segment.NotEqual:
		return compare(c.Value) != 0
	case segment.Less:
		return compare(c.Value) < 0
	case segment.LessEqual:
		return compare(c.Value) <= 0
	case segment.Greater:
		return compare(c.Value) > 0
	case segment.GreaterEqual:
		return compare(c.Value) >= 0
	case segment.In:
		return slices.ContainsFunc(c.Values, func(v string) bool { return compare(v) == 0 })
	}
	low, top := compare(c.From), compare(c.To)
	return (low > 0 || low == 0 && c.Ends.String()[0] == '[') && (top < 0 || top == 0 && c.Ends.String()[1] == ']')
}

// compareAs compares two values by the kind of their attribute.
func compareAs(a segment.Attribute, x, y string) int {
	switch a.Kind {
	case segment.Ordinal:
		i, _ := a.Level(x)
		k, _ := a.Level(y)
		return i - k
	case segment.Numeric:
		return cmp.Compare(must(strconv.ParseFloat(x, 64)), must(strconv.ParseFloat(y, 64)))
	case segment.Money:
		return decimal.RequireFromString(x).Compare(decimal.RequireFromString(y))
	}
	return cmp.Compare(x, y)
}

// fold makes one value of stays.
func fold(s segment.Stays, stays []row) (string, segment.Attribute, bool) {
	list := frontDesk().Stays()
	count, sum, best := 0, decimal.Zero, ""
	of := segment.Attribute{Kind: segment.Numeric}
	if s.Of != "" {
		of = attribute(list, s.Of)
	}
	for _, stay := range stays {
		if !inWindow(s, stay["arrival"]) {
			continue
		}
		if s.Where != nil && !interpret(*s.Where, func(c segment.Condition) (string, segment.Attribute, bool) {
			text, ok := stay[c.Attr]
			return text, attribute(list, c.Attr), ok
		}) {
			continue
		}
		count++
		text, known := stay[s.Of]
		switch {
		case !known:
		case s.Take == segment.SumOf:
			sum = sum.Add(decimal.RequireFromString(text))
		case best == "", s.Take == segment.LeastOf && compareAs(of, text, best) < 0, s.Take == segment.MostOf && compareAs(of, text, best) > 0:
			best = text
		}
	}
	switch s.Take {
	case segment.CountStays:
		return decimal.NewFromInt(int64(count)).String(), of, true
	case segment.SumOf:
		return sum.String(), of, true
	}
	return best, of, best != ""
}

func inWindow(s segment.Stays, arrival string) bool {
	if s.LastDays == 0 && s.LastMonths == 0 && s.From == 0 && s.To == 0 {
		return true
	}
	if arrival == "" {
		return false
	}
	day := must(hotelcrm.ParseDate(arrival))
	switch {
	case s.LastDays > 0:
		return day <= asOf && asOf.DaysSince(day) < s.LastDays
	case s.LastMonths > 0:
		return day <= asOf && day > asOf.AddMonths(-s.LastMonths)
	}
	return day >= s.From && (s.To == 0 || day <= s.To)
}
