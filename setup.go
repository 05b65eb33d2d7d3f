package hotelcrm

import (
	"cmp"
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Setup is what a [Register] is told once. Only Currency is needed.
//
// The JSON form is part of the register's binary form. Workers and MaxErrors are not: they are no property of the content.
type Setup struct {
	Currency string `json:"currency"` // ISO 4217, see MinorUnits; one register, one currency
	Scale    int    `json:"scale"`    // decimal places held as integers, 0: the currency's own; 0 to 6
	Form     Form   `json:"form"`     // unset: AllVisits
	Policy   Policy `json:"policy"`

	// AsOf is the business date of the intake. With it, stays that are said to have begun after it are refused as
	// FutureStay, and dates later by over ten years as AbsurdDate. Without it neither is checked; dates after 2199
	// are refused all the same. It is no analysis date: that is an argument of [Register.Summaries].
	AsOf Date `json:"asOf,omitzero"`

	// Window limits the arrivals that are tallied. Only for the form Tallies, which cannot look back; in AllVisits
	// every call of [Register.Summaries] names its own.
	Window Window `json:"window,omitzero"`

	// Workers is how many goroutines may add the rows of [Register.AddColumns] in the form Tallies, and how many may
	// make summaries or visits. It never changes a result. 0 means 1.
	Workers int `json:"-"`

	MaxErrors int `json:"-"` // how many row errors a batch collects before it stops; 0: [MaxRowErrors]
}

// Form says what a [Register] remembers. Unset means AllVisits.
type Form uint8

// The forms.
const (
	// AllVisits keeps every stay: corrections by version, any window, any asOf, merging of rooms into visits.
	AllVisits Form = iota + 1
	// Tallies keeps one line per guest, whatever the number of stays. It needs Policy.Visit to be ByStay and counts
	// every delivery: ids and versions are not remembered, so the source must not repeat itself, and stays still in
	// house are left out, since they will come again. It knows only the one window of its Setup, and no asOf before
	// the last departure.
	Tallies
)

var formNames = enum.Names{"", "all-visits", "tallies"}

// ParseForm returns the form named by text, as [Form.String] writes it.
//
// Errors: a [*ParamError] that lists the names.
func ParseForm(text string) (Form, error) { return parseEnum[Form](formNames, "form", text) }

// String returns the name, "unset" for the zero value.
func (f Form) String() string { return formNames.String(uint8(f)) }

// MarshalText returns the name, empty for the zero value.
func (f Form) MarshalText() ([]byte, error) { return marshalEnum(formNames, "form", f) }

// UnmarshalText reads a name; the empty text is the zero value.
func (f *Form) UnmarshalText(text []byte) error { return unmarshalEnum(formNames, "form", text, f) }

// Window is a range of arrival dates, both ends included. A zero end is open, so the zero Window holds every date.
type Window struct {
	From Date `json:"from,omitzero"`
	To   Date `json:"to,omitzero"`
}

// Contains reports whether d lies in the window.
func (w Window) Contains(d Date) bool { return w.outside(d) == 0 }

func (w Window) outside(d Date) Reason {
	switch {
	case d < w.From:
		return BeforeWindow
	case w.To != 0 && d > w.To:
		return AfterWindow
	}
	return 0
}

// String returns both ends, such as "2025-01-01 to 2025-12-31"; an open end is "...".
func (w Window) String() string {
	from, to := w.From.String(), w.To.String()
	return cmp.Or(from, "...") + " to " + cmp.Or(to, "...")
}

// Validate returns a [*ParamError] if the window ends before it begins, else nil.
func (w Window) Validate() error {
	if w.From < 0 || w.From > MaxDate || w.To < 0 || w.To > MaxDate || w.To != 0 && w.To < w.From {
		return refuse("window", w.String(), "two dates in order; a zero end is open")
	}
	return nil
}

// Validate returns a [*ParamError] for a field outside its range or a combination that does not work, else nil.
func (s Setup) Validate() error {
	_, err := s.resolved()
	return err
}

// resolved returns the setup with its defaults written out.
func (s Setup) resolved() (Setup, error) {
	units, err := MinorUnits(s.Currency)
	if err != nil {
		return s, err
	}
	if s.Scale == 0 {
		s.Scale = units
	}
	if s.MaxErrors == 0 {
		s.MaxErrors = MaxRowErrors
	}
	if s.Form == 0 {
		s.Form = AllVisits
	}
	if s.Workers == 0 {
		s.Workers = 1
	}
	if err := s.Policy.Validate(); err != nil {
		return s, err
	}
	s.Policy = s.Policy.resolved()
	s.Policy.SkipInHouse = s.Policy.SkipInHouse || s.Form == Tallies
	return s, s.check()
}

func (s Setup) check() error {
	switch {
	case s.Scale < 0 || s.Scale > maxPlaces:
		return refuse("Setup.Scale", fmt.Sprint(s.Scale), fmt.Sprintf("0 to %d", maxPlaces))
	case s.MaxErrors < 0:
		return refuse("Setup.MaxErrors", fmt.Sprint(s.MaxErrors), "0 or more")
	case s.Form > Tallies:
		return refuse("Setup.Form", fmt.Sprint(uint8(s.Form)), formNames.Allowed())
	case s.AsOf != 0 && (s.AsOf < earliest || s.AsOf > latest):
		return refuse("Setup.AsOf", s.AsOf.String(), plausible(earliest, latest))
	case s.Form == Tallies && s.Policy.Visit != ByStay:
		return refuse("Policy.Visit", s.Policy.Visit.String(), "by-stay for the form tallies")
	case s.Form == AllVisits && s.Window != Window{}:
		return refuse("Setup.Window", s.Window.String(), "none for the form all-visits")
	}
	if err := share.Check("Setup.Workers", s.Workers, refuse); err != nil {
		return err
	}
	return s.Window.Validate()
}
