package points

import (
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// Account is the state of one account after a number of events: its lots, open holds and what makes repeats known.
//
// An Account is a value to read and to decide on; [Apply] and [Fold] return new ones and leave it as it is, so it may
// be read by several goroutines at once.
type Account struct {
	id       string
	version  uint64
	clock    hotelcrm.Date // latest business date
	recorded Instant
	into     string        // the account that this one was merged into
	exempt   hotelcrm.Date // inactivity does not count before this day; MaxDate: open-ended

	view bool // as of a date: to read, not to decide on

	lots     pages[Lot]
	purses   []purse
	acts     pages[act]
	repaid   []repayment
	actOrder index // acts by id
	stays    index //  acts by business key of the stay, those in force only
}

// purse is what an account keeps per currency.
type purse struct {
	currency string
	deadline hotelcrm.Date
	credited int64 // all that ever came in; bounds every sum of the currency
}

// act is a command that took effect: what a later command may refer to and repeat.
type act struct {
	id, stay, ref string
	digest        Digest
	kind          EventKind
	first, last   uint64
	date, until   hotelcrm.Date
	grace         int
	moves         []Move
	open          bool // a hold, or a pending earn
	voided        bool
}

// repayment says that points of one lot paid what another owed.
type repayment struct {
	debtor, payer int
	points        int64
}

// NewAccount returns an empty account.
func NewAccount(id string) *Account { return &Account{id: id} }

// ID returns the name of the account.
func (a *Account) ID() string { return a.id }

// Version returns the sequence number of the last event, 0 for an empty account.
func (a *Account) Version() uint64 { return a.version }

// Clock returns the latest business date of the account's events, the zero Date for an empty account.
func (a *Account) Clock() hotelcrm.Date { return a.clock }

// Recorded returns the moment of the last event, 0 for an empty account. The next command is not recorded before it.
func (a *Account) Recorded() Instant { return a.recorded }

// MergedInto returns the account that this one was merged into, empty if it is open.
func (a *Account) MergedInto() string { return a.into }

// Lot is one credit of points and where they are now.
type Lot struct {
	Terms
	Since   hotelcrm.Date // when points last came to its Free bucket; no debit is dated before
	Lapsed  hotelcrm.Date // when points last lapsed
	charged hotelcrm.Date // when a claw-back last left something owed or unrecovered
	points  [bucketCount]int64
}

// In returns the points in a bucket. All buckets of a lot add up to zero.
func (l *Lot) In(b Bucket) int64 {
	if int(b) >= bucketCount {
		return 0
	}
	return l.points[b]
}

// usableFrom returns the first business date on which a debit may draw on the lot.
func (l *Lot) usableFrom() hotelcrm.Date { return max(l.Active, l.Since) }

// end returns the first day on which the lot is dead, MaxDate+1 for never, given the deadline of its currency. A
// deadline does not touch what came, or came back, on its day or later.
func (l *Lot) end(deadline hotelcrm.Date) hotelcrm.Date {
	end := l.Expires
	if end == 0 {
		end = never
	}
	if deadline != 0 && l.usableFrom() < deadline {
		end = min(end, deadline)
	}
	return end
}

// never lies beyond all dates.
const never hotelcrm.Date = math.MaxInt32

// Lots returns a copy of all lots, dead ones included, in recorded order.
func (a *Account) Lots() []Lot {
	lots := make([]Lot, 0, a.lots.n)
	for i := range a.lots.n {
		if l := a.lots.at(i); l.Currency != "" {
			lots = append(lots, *l)
		}
	}
	return lots
}

// lot returns a lot to read.
func (a *Account) lot(id int) *Lot { return a.lots.at(id - 1) }

func (a *Account) purse(currency string) *purse {
	for i := range a.purses {
		if a.purses[i].currency == currency {
			return &a.purses[i]
		}
	}
	return nil
}

func (a *Account) deadline(currency string) hotelcrm.Date {
	if p := a.purse(currency); p != nil {
		return p.deadline
	}
	return 0
}

// endOf returns the first day on which the lot is dead.
func (a *Account) endOf(l *Lot) hotelcrm.Date { return l.end(a.deadline(l.Currency)) }

// clone returns a copy that can be changed. Moves of acts are never changed, so they are shared.
func (a *Account) clone() *Account {
	c := *a
	c.lots, c.acts = a.lots.clone(), a.acts.clone()
	c.purses, c.repaid = slices.Clone(a.purses), slices.Clone(a.repaid)
	c.actOrder, c.stays = slices.Clone(a.actOrder), slices.Clone(a.stays)
	return &c
}

// act returns the act of a command id, nil if there is none.
func (a *Account) act(id string) *act {
	if at, found := a.actOrder.find(&a.acts, byID, id); found {
		return a.acts.at(int(a.actOrder[at]))
	}
	return nil
}

// stay returns the earn in force for a stay, nil if there is none.
func (a *Account) stay(key string) *act {
	if at, found := a.stays.find(&a.acts, byStay, key); found {
		return a.acts.at(int(a.stays[at]))
	}
	return nil
}
