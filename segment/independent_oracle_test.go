package segment_test

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
)

// plainRow is a guest or a stay as texts; what is missing is not there or empty.
type plainRow map[string]string

// plainGuest is a guest as the documentation of Condition speaks of one.
type plainGuest struct {
	values plainRow
	stays  []plainRow
}

// plainReader holds conditions against guests, word for word after the documentation, at any cost.
type plainReader struct {
	guests, stays []segment.Attribute
	asOf          hotelcrm.Date

	// set replaces what is made of stays, by the text of the Stays.
	set map[string]string
}

func plainAttr(list []segment.Attribute, id string) segment.Attribute {
	return list[slices.IndexFunc(list, func(a segment.Attribute) bool { return a.ID == id })]
}

// holds is the condition on a guest.
func (p plainReader) holds(c segment.Condition, g plainGuest) bool {
	switch c.Op {
	case segment.All:
		return !slices.ContainsFunc(c.Of, func(d segment.Condition) bool { return !p.holds(d, g) })
	case segment.Any:
		return slices.ContainsFunc(c.Of, func(d segment.Condition) bool { return p.holds(d, g) })
	case segment.Not:
		return !p.holds(c.Of[0], g)
	case segment.SameStay:
		count := *c.Stays
		count.Take = segment.CountStays
		if text, ok := p.set[count.String()]; ok {
			return text != "0"
		}
		return len(p.selected(c.Stays, g)) > 0
	}
	if c.Stays != nil {
		value, kind := p.made(c.Stays, g)
		return p.compare(c, kind, value)
	}
	return p.compare(c, plainAttr(p.guests, c.Attr), g.values[c.Attr])
}

// onStay is the condition on one stay.
func (p plainReader) onStay(c segment.Condition, stay plainRow) bool {
	flat := plainReader{guests: p.stays}
	return flat.holds(c, plainGuest{values: stay})
}

func (p plainReader) selected(s *segment.Stays, g plainGuest) []plainRow {
	var list []plainRow
	for _, stay := range g.stays {
		if p.inWindow(s, stay["arrival"]) && (s.Where == nil || p.onStay(*s.Where, stay)) {
			list = append(list, stay)
		}
	}
	return list
}

func (p plainReader) inWindow(s *segment.Stays, arrival string) bool {
	if s.LastDays == 0 && s.LastMonths == 0 && s.From == 0 && s.To == 0 {
		return true
	}
	day, err := hotelcrm.ParseDate(arrival)
	if err != nil {
		return false
	}
	switch {
	case s.LastDays > 0:
		return day > p.asOf.AddDays(-s.LastDays) && day <= p.asOf
	case s.LastMonths > 0:
		return day > p.asOf.AddMonths(-s.LastMonths) && day <= p.asOf
	}
	return day >= s.From && (s.To == 0 || day <= s.To)
}

// made is what Stays makes of the stays, as text, and what kind of value that is.
func (p plainReader) made(s *segment.Stays, g plainGuest) (string, segment.Attribute) {
	stays := p.selected(s, g)
	text, replaced := p.set[s.String()]
	if s.Take == segment.CountStays {
		if !replaced {
			text = strconv.Itoa(len(stays))
		}
		return text, segment.Attribute{Kind: segment.Numeric}
	}
	attr := plainAttr(p.stays, s.Of)
	if replaced {
		return text, attr
	}
	sum, best := decimal.Zero, ""
	for _, stay := range stays {
		value := stay[s.Of]
		if value == "" {
			continue
		}
		if s.Take == segment.SumOf {
			sum = sum.Add(decimal.RequireFromString(value))
		} else if order := p.order(attr, value, best); best == "" || s.Take == segment.LeastOf && order < 0 || s.Take == segment.MostOf && order > 0 {
			best = value
		}
	}
	if s.Take == segment.SumOf {
		return sum.String(), attr
	}
	return best, attr
}

// order compares two values, -1, 0 or 1; a value that is missing comes first.
func (p plainReader) order(a segment.Attribute, x, y string) int {
	if x == "" || y == "" {
		return len(x) - len(y)
	}
	switch a.Kind {
	case segment.Numeric:
		f, _ := strconv.ParseFloat(x, 64)
		g, _ := strconv.ParseFloat(y, 64)
		return int(sign(f - g))
	case segment.Money:
		return decimal.RequireFromString(x).Cmp(decimal.RequireFromString(y))
	case segment.Ordinal:
		i, _ := a.Level(x)
		j, _ := a.Level(y)
		return int(sign(float64(i - j)))
	case segment.Day:
		d, _ := hotelcrm.ParseDate(x)
		e, _ := hotelcrm.ParseDate(y)
		return int(sign(float64(d - e)))
	}
	if x == y {
		return 0
	}
	return 2 // nominals have no order
}

func sign(x float64) float64 {
	switch {
	case x < 0:
		return -1
	case x > 0:
		return 1
	}
	return 0
}

// compare is a comparison of one value, which is false for a missing one.
func (p plainReader) compare(c segment.Condition, a segment.Attribute, value string) bool {
	if c.Op == segment.Missing {
		return value == ""
	}
	if value == "" {
		return false
	}
	order := func(to string) int { return p.order(a, value, to) }
	switch c.Op {
	case segment.Equal:
		return order(c.Value) == 0
	case segment.NotEqual:
		return order(c.Value) != 0
	case segment.Less:
		return order(c.Value) < 0
	case segment.LessEqual:
		return order(c.Value) <= 0
	case segment.Greater:
		return order(c.Value) > 0
	case segment.GreaterEqual:
		return order(c.Value) >= 0
	case segment.In:
		return slices.ContainsFunc(c.Values, func(v string) bool { return order(v) == 0 })
	case segment.Between:
		low, high := order(c.From), order(c.To)
		inLow := low > 0 || low == 0 && (c.Ends == segment.Closed || c.Ends == segment.ClosedLow)
		inHigh := high < 0 || high == 0 && (c.Ends == segment.Closed || c.Ends == segment.ClosedTop)
		return inLow && inHigh
	}
	panic("no such operator: " + c.Op.String())
}
