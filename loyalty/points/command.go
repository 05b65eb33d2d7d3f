package points

import "github.com/hotelcrm/hotelcrm"

// Command is something that a guest, the hotel or the calendar asks of an account: one of the types of this package
// that embed [Header].
type Command interface {
	header() Header
	body(b []byte) []byte // canonical bytes of all but the header's id and moment
	decide(d *draft) error
}

// Header is common to all commands.
type Header struct {
	ID       string        // identity of the command within the account; the same id again has no second effect
	Date     hotelcrm.Date // the business date
	Recorded Instant       // the present moment; may not lie before what the account holds
	Reason   string        // free text for the statement
}

func (h Header) header() Header { return h }

// Earn credits points for a stay or another reason, in one or several currencies.
//
// With Replaces it corrects a stay: the earlier earn is voided and the new one credited, both or neither. What was spent
// of the earlier points is spent of the new ones; only what these do not cover is clawed back, see [Clawback]. The balance
// is then the same as if the corrected stay alone had been credited, unless more was spent than it gives.
type Earn struct {
	Header
	Stay     string        // business key of the stay; the same stay under another id has no second effect
	Replaces string        // id of the stay's earn in force, in whose place this one comes; empty: the stay is new
	Pending  bool          // the points wait for Post; not in place of points that were posted
	Until    hotelcrm.Date // pending points lapse on this day unless posted before; zero: they wait for ever
	Credits  []Credit
}

// Credit is a number of points of one currency and how they were earned.
type Credit struct {
	Currency string
	Points   int64         // 1 or more
	Origin   Origin        // unset: FromSale
	Earned   hotelcrm.Date // the date that the life is counted from, such as check-out; zero: the command's date
	Active   hotelcrm.Date // first day of use; zero: the command's date
	Expires  hotelcrm.Date // first day dead, in place of the rules of the currency; zero: by the rules
	Forever  bool          // never dead, in place of the rules of the currency; not with Expires
	Rule     string        // id and version of the earning rule
	Version  string
}

// Post makes a pending earn part of the balance.
type Post struct {
	Header
	Earn string // id of the earn
}

// Cancel takes a pending earn back for good: it is then neither posted nor voided, and its stay may earn again.
type Cancel struct {
	Header
	Earn string
}

// Hold reserves points for an award. The lots are chosen now; while they are held they do not lapse.
type Hold struct {
	Header
	Currency string
	Points   int64
	Until    hotelcrm.Date // the hold ends by itself on this day; zero: never
}

// Capture spends held points. What is not spent is released.
type Capture struct {
	Header
	Hold   string
	Points int64 // 0: all that is held
}

// Release ends a hold.
type Release struct {
	Header
	Hold string
}

// Redeem spends points at once.
type Redeem struct {
	Header
	Currency string
	Points   int64
}

// Void reverses an earlier earn, redeem, capture or adjust, or the void of one. Each is reversed once: after the void of a
// void the first command stands for good.
//
// An earn that is still pending is cancelled; one that was posted is clawed back, see [Clawback]. What came off a lot by an
// adjustment counts as spent, so after a refund of part of a bill void the adjustment before the earn. The void of a
// spending brings the points back to their lots; the void of that one needs them there again, and is refused with
// Insufficient else.
type Void struct {
	Header
	Ref string // id of what is reversed
}

// Expire writes what has lapsed up to the date into the ledger. Balances are the same with and without it. Its id may
// be empty: asking again finds nothing left to do.
type Expire struct{ Header }

// Transfer gives points to another account. They keep their age and their end. The other account takes them with the
// command that [Incoming] returns; [Ledger.Do] does both.
type Transfer struct {
	Header
	Currency string
	Points   int64
	To       string
}

// Pool gives all available points of a currency to another account, such as the family's.
type Pool struct {
	Header
	Currency string
	To       string
}

// Adjust adds points by hand, or takes them if the number is negative, such as after a refund of part of a bill. It never
// takes more than is available.
type Adjust struct {
	Header
	Currency string
	Points   int64
	Origin   Origin        // unset: FromGoodwill
	Expires  hotelcrm.Date // for added points; zero: by the rules
}

// Reinstate brings lapsed points back, those that lapsed last before others.
type Reinstate struct {
	Header
	Currency string
	Points   int64         // at most so many; 0: all
	Since    hotelcrm.Date // only what lapsed on this day or later; zero: whenever
	Expires  hotelcrm.Date // their new first dead day; zero: never
}

// Extend moves the end of all living lots of a currency that would die before a date to that date, the end for want of
// activity too.
type Extend struct {
	Header
	Currency string
	Expires  hotelcrm.Date // the new first dead day; zero: never
}

// Exempt stops the clock of inactivity, as a tier does. When the exemption ends, the period starts anew.
type Exempt struct {
	Header
	Until hotelcrm.Date // first day on which it no longer holds; zero: open-ended
}

// Merge gives everything to another account, debts and the keys of credited stays included, and closes this one. Open
// holds and pending earns stand in its way.
//
// A closed account still knows its commands: it answers a repeat, and refuses what is new with AccountClosed, where
// RefusedError.Ref is the account to turn to. What was done here can still be voided here: points that come back stay, and
// what a claw-back cannot take is owed, until the same merge is sent again under a new id. A debt that arrives is paid from
// what the other account has; the rest is owed or unrecovered, by its [Clawback].
type Merge struct {
	Header
	Into string
}

// Receive takes what a transfer or merge of another account gave. [Incoming] makes it.
type Receive struct {
	Header
	From      string
	Merged    bool
	Parts     []Part
	Deadlines []Deadline // of the merged account
}

// Part is what arrives of one lot: free points, or a debt. In a merge it may be neither, and only name a stay.
type Part struct {
	Terms
	Free, Owed int64
}
