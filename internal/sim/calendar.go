package sim

import (
	"sort"

	"github.com/hotelcrm/hotelcrm"
)

// horizon is how many days beyond Config.To a booking may lie.
const horizon = 365

// calendar is the season of one property. It measures time in demand: a day of usual demand is 1000 units long, a day
// in August at the seaside 2000. A waiting time in these units that knows no season thus ends more often in season.
type calendar struct {
	from   hotelcrm.Date
	starts []int // where each day starts, and the end of the last one
	months []int // demand of the day's month, 1000 on average
}

func newCalendar(p *property, from, to hotelcrm.Date) calendar {
	days := to.DaysSince(from) + 1 + horizon
	c := calendar{from: from, starts: make([]int, days+1), months: make([]int, days)}
	for i := range days {
		date := from.AddDays(i)
		_, month, _ := date.Civil()
		c.months[i] = p.months[month-1]
		c.starts[i+1] = c.starts[i] + p.months[month-1]*p.week[date.Weekday()]/perMille
	}
	return c
}

// start returns the position of the date's beginning.
func (c *calendar) start(date hotelcrm.Date) int { return c.starts[date.DaysSince(c.from)] }

// noon returns the position of the middle of the date.
func (c *calendar) noon(date hotelcrm.Date) int {
	return (c.start(date) + c.start(date.AddDays(1))) / 2
}

// date returns the date at a position, and false beyond the horizon.
func (c *calendar) date(position int64) (hotelcrm.Date, bool) {
	if position >= int64(c.starts[len(c.months)]) {
		return 0, false
	}
	i := sort.SearchInts(c.starts, int(position)+1) - 1
	return c.from.AddDays(i), true
}

// covers reports whether the date is within the horizon.
func (c *calendar) covers(date hotelcrm.Date) bool { return date.DaysSince(c.from) < len(c.months) }

// price returns the price level of the date, per mille of the usual price.
func (c *calendar) price(date hotelcrm.Date) int {
	return 750 + c.months[date.DaysSince(c.from)]/4
}
