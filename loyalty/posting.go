package loyalty

import (
	"slices"
	"time"

	"github.com/hotelcrm/hotelcrm"
)

// Calendar knows the working days of the place where points are posted.
type Calendar interface {
	Working(d hotelcrm.Date) bool
}

// Weekdays is a calendar in which Monday to Friday are worked, but for Holidays, and other days of Workdays, too, as where
// a Sunday is worked to make up for a bridge day. The zero Weekdays has no holidays.
type Weekdays struct {
	Holidays []hotelcrm.Date
	Workdays []hotelcrm.Date
}

// Working reports whether d is worked. A day that stands in both lists is.
func (w Weekdays) Working(d hotelcrm.Date) bool {
	if slices.Contains(w.Workdays, d) {
		return true
	}
	weekday := d.Weekday()
	return weekday != time.Saturday && weekday != time.Sunday && !slices.Contains(w.Holidays, d)
}

// maxIdleDays bounds the days without work that a calendar may have in a row.
const maxIdleDays = 366

// date returns the day on which points of an activity date are posted, and false if the calendar has no end of holidays.
func (p Posting) date(d hotelcrm.Date, calendar Calendar) (hotelcrm.Date, bool) {
	d = d.AddDays(p.Days)
	for range p.WorkingDays {
		idle := 0
		for d = d.AddDays(1); !calendar.Working(d); d = d.AddDays(1) {
			if idle++; idle > maxIdleDays {
				return 0, false
			}
		}
	}
	return d, true
}
