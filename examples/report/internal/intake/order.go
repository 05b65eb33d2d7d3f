package intake

import (
	"path/filepath"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/internal/sim"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// Order says what to read, and how.
type Order struct {
	Stays, Guests  string     // file names; both empty: the simulated hotel
	Hotel          sim.Config // the simulated hotel, zero for that of the command
	Profiles       string     // file name, empty for none
	ProfileMapping table.Mapping
	Survey         SurveyOrder

	Mapping      table.Mapping
	Header       bool
	Separator    table.Separator
	Layout       string
	Comma        bool // amounts of the tables have a decimal comma
	Currency     string
	CurrencyFrom CurrencySource

	AsOf   hotelcrm.Date // zero: from the data
	Visit  hotelcrm.VisitRule
	Fees   bool // those of no-shows and cancellations count as revenue
	Strict bool // no row may be wrong
	Keep   Keep

	ofProfiles bool // stays names a table of profiles
	ofSurvey   bool // stays names a table of answers
}

// Keep is what must be kept of the visits beyond what every report needs, since it takes memory.
type Keep struct {
	Visits bool // one by one, wherever that can be
	Stays  bool // with all that a condition on stays may ask for, now and a year before
	Nights bool // of each visit
	Whole  bool // with all that is known of each
}

// SurveyOrder says where a survey is, and how it was answered.
type SurveyOrder struct {
	File      string // empty for none, or for that of the simulated hotel
	Mapping   table.Mapping
	Questions []string // that the mapping names, in the order written
	Scale     satisfaction.Scale
}

// The fields of a survey that are no questions.
const (
	GuestField   = "guest"
	OverallField = "overall"
)

// File returns the file to read, empty for the simulated hotel.
func (o *Order) File() string { return o.Stays + o.Guests }

// Counted reports whether guests come as a table of summaries, whose visits somebody else has counted.
func (o *Order) Counted() bool { return o.Guests != "" }

// Simulated reports whether the simulated hotel takes the place of a file.
func (o *Order) Simulated() bool { return o.File() == "" }

// source returns a name for the input that does not depend on where it lies.
func (o *Order) source() string {
	if o.File() == "" {
		return "Simulated hotel"
	}
	return filepath.Base(o.File())
}

// CurrencySource says who named the currency.
type CurrencySource uint8

// The sources of a currency.
const (
	NotStated CurrencySource = iota // the default is assumed
	FromFlag                        // or of the simulated hotel
	FromFile
)

// Layouts are the ways in which a date may be written.
var Layouts = []string{hotelcrm.ISODate, "20060102", "02/01/2006", "1/2/2006", "02.01.2006", "02-Jan-06"}

// LatestAsOf is the last analysis date that the library takes.
var LatestAsOf = hotelcrm.DateOf(2199, 12, 31)

// forProfiles returns the order of the table of profiles.
func (o *Order) forProfiles() *Order {
	return &Order{
		Stays: o.Profiles, ofProfiles: true, Mapping: o.ProfileMapping, Header: true, Separator: o.Separator,
		Layout: o.Layout, Comma: o.Comma, Currency: o.Currency, CurrencyFrom: FromFlag,
	}
}

// columnsFlag is the flag that says where the fields are.
func (o *Order) columnsFlag() string {
	if o.ofProfiles {
		return "profile-columns"
	}
	return "columns"
}

// forSurvey returns the order of the table of answers.
func (o *Order) forSurvey() *Order {
	mapping := table.Mapping{}
	if column, given := o.Survey.Mapping[GuestField]; given {
		mapping[GuestField] = column
	}
	return &Order{
		Stays: o.Survey.File, ofSurvey: true, Mapping: mapping, Header: true, Separator: o.Separator,
		Layout: o.Layout, Currency: o.Currency, CurrencyFrom: FromFlag,
	}
}
