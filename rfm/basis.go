package rfm

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// FrequencyOf says what the frequency axis counts. Unset means Visits.
type FrequencyOf uint8

// What the frequency axis counts.
const (
	Visits     FrequencyOf = iota + 1
	Nights                 // calendar nights, whatever the number of rooms; 0 for day use
	RoomNights             // nights times rooms
)

// MonetaryOf says which revenue the monetary axis looks at. Unset means TotalRevenue.
//
// The revenue is that of the departments in the register's [hotelcrm.Policy]: with FoodBeverage alone in
// Policy.Departments, guests are scored on what they eat and drink.
//
// A ratio is rounded half to even at 6 decimal places more than the currency has. A guest without nights has the revenue
// per visit for that per night.
type MonetaryOf uint8

// Which revenue the monetary axis looks at.
const (
	TotalRevenue    MonetaryOf = iota + 1
	RevenuePerVisit            // revenue over visits
	RevenuePerNight            // revenue over nights; over visits for guests of day use only
)

var (
	frequencyNames = enum.Names{"", "visits", "nights", "roomnights"}
	monetaryNames  = enum.Names{"", "total", "pervisit", "pernight"}
)

// ParseFrequencyOf returns what the text names, as [FrequencyOf.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseFrequencyOf(text string) (FrequencyOf, error) {
	return choice.Parse[FrequencyOf](frequencyNames, "frequencyOf", text)
}

// ParseMonetaryOf returns what the text names, as [MonetaryOf.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseMonetaryOf(text string) (MonetaryOf, error) {
	return choice.Parse[MonetaryOf](monetaryNames, "monetaryOf", text)
}

// String returns the name, "unset" for the zero value.
func (f FrequencyOf) String() string { return frequencyNames.String(uint8(f)) }

// String returns the name, "unset" for the zero value.
func (m MonetaryOf) String() string { return monetaryNames.String(uint8(m)) }

// MarshalText returns the name, empty for the zero value.
func (f FrequencyOf) MarshalText() ([]byte, error) {
	return choice.Marshal(frequencyNames, "frequencyOf", f)
}

// MarshalText returns the name, empty for the zero value.
func (m MonetaryOf) MarshalText() ([]byte, error) {
	return choice.Marshal(monetaryNames, "monetaryOf", m)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (f *FrequencyOf) UnmarshalText(text []byte) error {
	return choice.Unmarshal(frequencyNames, "frequencyOf", text, f)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (m *MonetaryOf) UnmarshalText(text []byte) error {
	return choice.Unmarshal(monetaryNames, "monetaryOf", text, m)
}

// resolved returns what unset means, and an error for a field of a value that has no name.
func (f FrequencyOf) resolved(of string) (FrequencyOf, error) {
	if f > RoomNights {
		return f, refuse.Param(of+".FrequencyOf", fmt.Sprint(uint8(f)), frequencyNames.Allowed())
	}
	return max(f, Visits), nil
}

func (m MonetaryOf) resolved(of string) (MonetaryOf, error) {
	if m > RevenuePerNight {
		return m, refuse.Param(of+".MonetaryOf", fmt.Sprint(uint8(m)), monetaryNames.Allowed())
	}
	return max(m, TotalRevenue), nil
}

// count returns the frequency of one guest.
func (f FrequencyOf) count(guest *hotelcrm.Summary) int64 {
	switch f {
	case Nights:
		return int64(guest.Nights)
	case RoomNights:
		return int64(guest.RoomNights)
	}
	return int64(guest.Visits)
}

// divisor returns what the revenue is divided by, at least 1.
func (m MonetaryOf) divisor(visits, nights int) int64 {
	if m == RevenuePerNight && nights > 0 {
		return int64(nights)
	}
	return int64(max(1, visits))
}
