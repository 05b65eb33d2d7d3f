package intake

import "github.com/hotelcrm/hotelcrm"

// dates reads dates in one of the layouts, quickly where the text is in the usual form. Neighbouring rows often have
// the same date, so it remembers the last one.
type dates struct {
	layout string
	text   string
	day    hotelcrm.Date
}

// parse returns the date, and false where [hotelcrm.ParseDateAs] would return an error.
func (d *dates) parse(text string) (hotelcrm.Date, bool) {
	if text == d.text && text != "" {
		return d.day, true
	}
	day, ok := quickDate(d.layout, text)
	if !ok {
		var err error
		if day, err = hotelcrm.ParseDateAs(d.layout, text); err != nil {
			return 0, false
		}
	}
	d.text, d.day = text, day
	return day, true
}

// quickDate reads a date whose parts have as many digits as the layout, and returns false for any other.
func quickDate(layout, text string) (hotelcrm.Date, bool) {
	switch {
	case layout == hotelcrm.ISODate && len(text) == 10 && text[4] == '-' && text[7] == '-':
		return calendarDay(digits(text[:4]), digits(text[5:7]), digits(text[8:]))
	case layout == "20060102" && len(text) == 8:
		return calendarDay(digits(text[:4]), digits(text[4:6]), digits(text[6:]))
	case layout == "02/01/2006" && len(text) == 10 && text[2] == '/' && text[5] == '/':
		return calendarDay(digits(text[6:]), digits(text[3:5]), digits(text[:2]))
	case layout == "02.01.2006" && len(text) == 10 && text[2] == '.' && text[5] == '.':
		return calendarDay(digits(text[6:]), digits(text[3:5]), digits(text[:2]))
	case layout == "1/2/2006":
		return monthFirst(text)
	case layout == "02-Jan-06" && len(text) == 9 && text[2] == '-' && text[6] == '-':
		return calendarDay(fullYear(digits(text[7:])), monthNamed(text[3:6]), digits(text[:2]))
	}
	return 0, false
}

// monthFirst reads 1/2/2006, with one digit or two for month and day.
func monthFirst(text string) (hotelcrm.Date, bool) {
	first := 1
	if len(text) > 2 && text[1] != '/' {
		first = 2
	}
	second := len(text) - len("/2006")
	if width := second - first - 1; width < 1 || width > 2 || text[first] != '/' || text[second] != '/' {
		return 0, false
	}
	return calendarDay(digits(text[second+1:]), digits(text[:first]), digits(text[first+1:second]))
}

const noNumber = -1 << 20

// digits reads digits; anything else makes it less than 0.
func digits(text string) int {
	n := 0
	for i := range len(text) {
		c := text[i] - '0'
		if c > 9 {
			return noNumber
		}
		n = 10*n + int(c)
	}
	return n
}

// fullYear is what package time makes of years with two digits: 1969 to 2068.
func fullYear(n int) int {
	if n >= 69 {
		return n + 1900
	}
	return n + 2000
}

// monthNamed returns 1 for Jan, in any case, and 0 for what is no month.
func monthNamed(text string) int {
	const names = "janfebmaraprmayjunjulaugsepoctnovdec"
	for month := range 12 {
		name := names[3*month : 3*month+3]
		if text[0]|0x20 == name[0] && text[1]|0x20 == name[1] && text[2]|0x20 == name[2] {
			return month + 1
		}
	}
	return 0
}

var daysBefore = [...]int{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365}

// calendarDay returns the date of a day that exists.
func calendarDay(year, month, day int) (hotelcrm.Date, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 {
		return 0, false
	}
	leap := 0
	if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		leap = 1
	}
	length, before := daysBefore[month]-daysBefore[month-1], daysBefore[month-1]
	switch {
	case month == 2:
		length += leap
	case month > 2:
		before += leap
	}
	past := year - 1
	return hotelcrm.Date(365*past + past/4 - past/100 + past/400 + before + day), day <= length
}
