package hotelcrm

import "time"

// ISODate is the layout of [Date.String], [ParseDate] and the JSON form.
const ISODate = "2006-01-02"

const dateAllowed = "a date as YYYY-MM-DD, years 0001 to 9999"

// ParseDate returns the date that text names in the form 2006-01-02.
//
// Input: exactly ten characters and a day that exists.
// Errors: a [*ParamError].
func ParseDate(text string) (Date, error) {
	if len(text) != len(ISODate) || text[4] != '-' || text[7] != '-' {
		return 0, refuse("date", text, dateAllowed)
	}
	year, okYear := digits(text[:4])
	month, okMonth := digits(text[5:7])
	day, okDay := digits(text[8:])
	if !okYear || !okMonth || !okDay {
		return 0, refuse("date", text, dateAllowed)
	}
	d, err := NewDate(year, time.Month(month), day)
	if err != nil {
		return 0, refuse("date", text, dateAllowed)
	}
	return d, nil
}

// ParseDateAs returns the date that text names in a layout of package time, such as "02/01/2006" or "02-Jan-06".
//
// Input: years of two digits are 1969 to 2068. Any time of day in the layout is read and dropped.
// Errors: a [*ParamError] if text does not fit the layout or the day does not exist.
func ParseDateAs(layout, text string) (Date, error) {
	if layout == ISODate {
		return ParseDate(text)
	}
	t, err := time.Parse(layout, text)
	if d := DateFromTime(t); err == nil && d != 0 {
		return d, nil
	}
	return 0, refuse("date", text, "a date as "+layout)
}

// String returns the date as 2006-01-02, and the empty text for the zero Date.
func (d Date) String() string {
	text, _ := d.AppendText(nil)
	return string(text)
}

// Format returns the date in a layout of package time. The zero Date gives the empty text.
func (d Date) Format(layout string) string {
	if !d.valid() {
		return ""
	}
	return d.midnight().Format(layout)
}

// AppendText appends the date as 2006-01-02, nothing for the zero Date. The error is always nil.
func (d Date) AppendText(b []byte) ([]byte, error) {
	if !d.valid() {
		return b, nil
	}
	year, month, day := d.Civil()
	m, dd := int(month), day
	return append(b, digit(year/1000), digit(year/100), digit(year/10), digit(year), '-',
		digit(m/10), digit(m), '-', digit(dd/10), digit(dd)), nil
}

// MarshalText returns the date as 2006-01-02, empty for the zero Date; JSON uses it too. The error is always nil.
func (d Date) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads the form 2006-01-02; the empty text is the zero Date.
//
// Errors: a [*ParamError]; d is then unchanged.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	parsed, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

func digit(n int) byte { return byte('0' + n%10) }

// digits reads an unsigned number of up to four decimal digits.
func digits(text string) (int, bool) {
	n := 0
	for i := range len(text) {
		c := text[i]
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}
