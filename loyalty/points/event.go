package points

import "github.com/hotelcrm/hotelcrm"

// Instant is a moment of recording: milliseconds since 1970-01-01 UTC, passed in by the caller.
type Instant int64

// Event is one line of the ledger. Events are only ever added: a correction is a new event that names in Ref what it
// corrects.
//
// Every effect on points is a list of [Move]: points of one lot that go from one bucket to another. What a redemption
// used is therefore written in the event and never worked out again.
type Event struct {
	Seq      uint64        `json:"seq"` // 1, 2, 3 ... within the account: the recorded order
	Kind     EventKind     `json:"kind"`
	Date     hotelcrm.Date `json:"date"`     // the business date: expiry and reporting follow it
	Recorded Instant       `json:"recorded"` // when the ledger learnt of it; never runs back within an account

	// Command is the id of the command that was decided, empty where the event follows by itself: a lapse, the end of a
	// hold, a repayment. First and Last are the sequence numbers of everything decided together with it.
	Command string `json:"command,omitempty"`
	Digest  Digest `json:"digest,omitzero"`
	First   uint64 `json:"first,omitempty"`
	Last    uint64 `json:"last,omitempty"`

	Rules  string `json:"rules"`            // version of the rules it was decided under
	Reason string `json:"reason,omitempty"` // free text of the command
	Ref    string `json:"ref,omitempty"`    // the command that is posted, captured, released, voided
	Stay   string `json:"stay,omitempty"`   // business key of the stay
	Peer   string `json:"peer,omitempty"`   // the other account of a transfer or merge

	Until hotelcrm.Date `json:"until"` // first day on which a hold, a pending earn or an exemption has ended; zero: none
	Grace int           `json:"grace"` // days that points live on if they return to a lot that has died

	Lots      []Terms    `json:"lots,omitempty"`
	Moves     []Move     `json:"moves,omitempty"`
	Ends      []LotEnd   `json:"ends,omitempty"`
	Deadlines []Deadline `json:"deadlines,omitempty"`
}

// Terms is what a lot is born with: where its points come from and how long they live.
type Terms struct {
	Lot      int           `json:"lot"` // 1, 2, 3 ... within the account
	Currency string        `json:"currency"`
	Origin   Origin        `json:"origin"`
	Earned   hotelcrm.Date `json:"earned"`
	Active   hotelcrm.Date `json:"active"`  // first day of use
	Expires  hotelcrm.Date `json:"expires"` // first day dead; zero: never
	Rule     string        `json:"rule,omitempty"`
	Version  string        `json:"version,omitempty"` // of the earning rule
	Stay     string        `json:"stay,omitempty"`
	From     string        `json:"from,omitempty"` // the account and lot that the points came from by transfer
	FromLot  int           `json:"fromLot,omitempty"`
}

// Move is a number of points of one lot that go from one bucket to another.
type Move struct {
	Lot    int    `json:"lot"`
	From   Bucket `json:"from"`
	To     Bucket `json:"to"`
	Points int64  `json:"points"` // 1 or more
}

// LotEnd gives a lot a new first dead day; zero: never.
type LotEnd struct {
	Lot     int           `json:"lot"`
	Expires hotelcrm.Date `json:"expires"`
}

// Deadline is the first day on which a currency's balance has lapsed for inactivity; zero: none is running.
type Deadline struct {
	Currency string        `json:"currency"`
	Date     hotelcrm.Date `json:"date"`
}
