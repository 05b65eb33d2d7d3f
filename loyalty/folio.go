package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Folio is one stay of a member with what a programme must know about it beyond the stay itself.
//
// The activity date of a stay is its departure, of a no-show its arrival: it chooses the rules. Amounts are net of tax,
// in the stay's currency with no more decimal places than the programme's currency has.
type Folio struct {
	hotelcrm.Stay // Status, Arrival and Departure are needed

	Room    string        `json:"room,omitempty"`    // room number
	Key     string        `json:"key,omitempty"`     // what makes it one stay however often it is sent; empty: Property, Room and Arrival, if Room is stated
	Seq     int64         `json:"seq,omitempty"`     // recorded order
	Known   hotelcrm.Date `json:"known,omitzero"`    // when it was recorded; zero: on its activity date
	Brand   string        `json:"brand,omitempty"`   // of the property
	Payer   Payer         `json:"payer,omitempty"`   // unset: ByGuest
	Charges []Charge      `json:"charges,omitempty"` // where given, they take the place of Revenue

	// Exchange is how much of the programme's currency one unit of the stay's is; zero for the same currency. What a
	// department has brought is converted as one sum and rounded half-even to the programme's currency.
	Exchange decimal.Decimal `json:"exchange,omitzero"`
}

// Charge is one line of a folio.
type Charge struct {
	Department hotelcrm.Department `json:"department"`
	Amount     decimal.Decimal     `json:"amount"`         // negative for a refund
	Code       string              `json:"code,omitempty"` // the house's own revenue code
}

// Event is what a member has done without a stay: a meeting, a banquet, a meal.
type Event struct {
	ID       string          `json:"id,omitempty"`
	Seq      int64           `json:"seq,omitempty"`
	Date     hotelcrm.Date   `json:"date"`
	Known    hotelcrm.Date   `json:"known,omitzero"`
	Property string          `json:"property,omitempty"`
	Brand    string          `json:"brand,omitempty"`
	Payer    Payer           `json:"payer,omitempty"`
	Charges  []Charge        `json:"charges,omitempty"`
	Currency string          `json:"currency,omitempty"` // empty: the programme's
	Exchange decimal.Decimal `json:"exchange,omitzero"`  // as of a [Folio]
	Counts   int32           `json:"counts,omitempty"`   // as so many events for the tier
}

// Registration is a member's entry for a campaign.
type Registration struct {
	Campaign string        `json:"campaign"`
	On       hotelcrm.Date `json:"on"`
}

// Guest is a member with stays and events. The Activities of the member are those that come from elsewhere, such as
// nights given with a card.
type Guest struct {
	Member
	Folios     []Folio        `json:"folios,omitempty"`
	Events     []Event        `json:"events,omitempty"`
	Registered []Registration `json:"registered,omitempty"`
}
