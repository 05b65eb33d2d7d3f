package hotelcrm

import "time"

// AddDays returns the date n days later, or earlier if n is negative.
//
// Result: the zero Date if d is zero or the result leaves years 1 to 9999.
func (d Date) AddDays(n int) Date {
	sum := int64(d) + int64(n)
	if d == 0 || sum < int64(MinDate) || sum > int64(MaxDate) {
		return 0
	}
	return Date(sum)
}

// AddMonths returns the same day n months later, or the last day of that month where the day does not exist.
//
// 31 January plus one month is 28 or 29 February. For a series, add 1, 2, 3 ... months to the first date and never
// one month to the date before: then 31 January gives 28 February and 31 March, and the original day is kept.
// Result: the zero Date if d is zero or the result leaves years 1 to 9999.
func (d Date) AddMonths(n int) Date {
	if !d.valid() || n < -12*9999 || n > 12*9999 {
		return 0
	}
	year, month, day := d.Civil()
	months := year*12 + int(month) - 1 + n
	year, month = floorDiv(months, 12), time.Month(floorMod(months, 12)+1)
	if year < 1 || year > 9999 {
		return 0
	}
	return fromCivil(year, month, min(day, monthLength(year, month)))
}

// AddYears returns the same day n years later. 29 February becomes 28 February in a year without a leap day, and
// stays 29 February in a leap year, since it is the original day that counts.
//
// Result: the zero Date if d is zero or the result leaves years 1 to 9999.
func (d Date) AddYears(n int) Date {
	if n < -9999 || n > 9999 {
		return 0
	}
	return d.AddMonths(12 * n)
}

// MonthEnd returns the last day of d's month. The zero Date gives the zero Date.
func (d Date) MonthEnd() Date {
	if !d.valid() {
		return 0
	}
	year, month, _ := d.Civil()
	return fromCivil(year, month, monthLength(year, month))
}

// DaysSince returns d - e in days, negative if d is earlier.
func (d Date) DaysSince(e Date) int { return int(d) - int(e) }

// Weekday returns the day of the week, Sunday for the zero Date.
func (d Date) Weekday() time.Weekday { return time.Weekday(floorMod(int(d), 7)) } // 0001-01-01 is a Monday

// ISOWeek returns the week number of ISO 8601 and the year that the week belongs to: weeks begin on Monday, and
// week 1 is the one with the year's first Thursday. The zero Date gives zeros.
func (d Date) ISOWeek() (year, week int) {
	if !d.valid() {
		return 0, 0
	}
	return d.midnight().ISOWeek()
}
