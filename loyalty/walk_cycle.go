package loyalty

import (
	"time"

	"github.com/hotelcrm/hotelcrm"
)

// yearStart returns 1 January, within a year of the calendar's ends.
func yearStart(year int) hotelcrm.Date {
	before := year - 1
	return hotelcrm.Date(365*before + before/4 - before/100 + before/400 + 1)
}

// yearOf returns the calendar year of a date.
func yearOf(d hotelcrm.Date) int {
	year := int(int64(d)*400/146097) + 1 // off by one at most
	switch {
	case yearStart(year) > d:
		return year - 1
	case yearStart(year+1) <= d:
		return year + 1
	}
	return year
}

// yearSpan returns the dates of a calendar year.
func yearSpan(year int) hotelcrm.Span {
	return hotelcrm.Span{From: yearStart(year), To: yearStart(year + 1)}
}

// monthAfter returns the first day after a month.
func monthAfter(year, month int) hotelcrm.Date {
	if month == 12 {
		return yearStart(year + 1)
	}
	return hotelcrm.DateOf(year, time.Month(month+1), 1)
}

// endAfter returns the next end of a month, which a date is before.
func endAfter(d hotelcrm.Date, month int) hotelcrm.Date {
	year := yearOf(d)
	if end := monthAfter(year, month); end > d {
		return end
	}
	return monthAfter(year+1, month)
}

// cycleCache holds the cycle that was asked for last.
type cycleCache struct {
	start  hotelcrm.Date
	months int
	span   hotelcrm.Span
}

// of returns the cycle of months from start that holds d; its end is forever beyond the calendar.
func (c *cycleCache) of(start, d hotelcrm.Date, months int) hotelcrm.Span {
	if c.start != start || c.months != months || d < c.span.From || d >= c.span.To {
		*c = cycleCache{start, months, hotelcrm.Cycle(start, d, months)}
		if c.span.To == 0 {
			c.span.To = forever
		}
	}
	return c.span
}

// back returns the cycle that holds d, or one before it.
func (c *cycleCache) back(start, d hotelcrm.Date, window Window) hotelcrm.Span {
	if window.Back == 0 {
		return c.of(start, d, window.Months)
	}
	cycle := hotelcrm.Cycle(start, d, window.Months)
	for range window.Back {
		if cycle.From <= start {
			return hotelcrm.Span{From: start, To: start} // nothing was before
		}
		cycle = hotelcrm.Cycle(start, cycle.From-1, window.Months)
	}
	return cycle
}

// endCache holds the end of a month that was asked for last.
type endCache struct {
	year, month int
	end         hotelcrm.Date
}

// of returns the first day after a month.
func (c *endCache) of(year, month int) hotelcrm.Date {
	if c.year != year || c.month != month {
		*c = endCache{year, month, monthAfter(year, month)}
	}
	return c.end
}
