package sim

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
)

// Config says which hotel group to make. The zero value is the default one.
type Config struct {
	Seed      uint64        // any number; another seed is another hotel group
	Guests    int           // guests who book for themselves, in [1, 2,000,000]; 0 means 20,000
	From      hotelcrm.Date // first arrival; zero means 2022-01-01
	To        hotelcrm.Date // the business date of the extract; zero means 2025-12-31
	WrongRows int           // rows of wrong data strewn among the stays, in [0, 9,000,000]
}

const (
	defaultGuests = 20_000
	mostGuests    = 2_000_000
	mostWrongRows = 9_000_000
	mostDays      = 40 * 366

	earliest, latest = 1960, 2200 // years of the window
)

// resolved returns the configuration with its defaults written out. A value out of range is a mistake in the calling
// program and panics.
func (c Config) resolved() Config {
	if c.Guests == 0 {
		c.Guests = defaultGuests
	}
	if c.From.IsZero() {
		c.From = hotelcrm.DateOf(2022, 1, 1)
	}
	if c.To.IsZero() {
		c.To = hotelcrm.DateOf(2025, 12, 31)
	}
	days := c.To.DaysSince(c.From)
	switch {
	case c.Guests < 0 || c.Guests > mostGuests:
		panic(fmt.Sprintf("sim: Config.Guests %d is not in [1, %d]", c.Guests, mostGuests))
	case c.WrongRows < 0 || c.WrongRows > mostWrongRows:
		panic(fmt.Sprintf("sim: Config.WrongRows %d is not in [0, %d]", c.WrongRows, mostWrongRows))
	case days < 0 || days > mostDays || c.From < hotelcrm.DateOf(earliest, 1, 1) || c.To > hotelcrm.DateOf(latest, 12, 31):
		panic(fmt.Sprintf("sim: Config.From %v to Config.To %v is not a window of at most 40 years in %d to %d",
			c.From, c.To, earliest, latest))
	}
	return c
}
