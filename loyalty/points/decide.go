package points

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Decision is what a command leads to.
type Decision struct {
	Events []Event // to append to the journal, in order; empty for a repeat
	// Repeat says that the command, or the stay, was decided before and has no further effect. First and Last are the
	// sequence numbers of what was decided, then or now; both are zero if nothing happened, or if it happened in an
	// account that was merged into this one.
	Repeat      bool
	First, Last uint64
}

// Decide returns the events that a command leads to under these rules. It changes nothing: the events are appended to
// a journal and folded by the caller, or all of that is done by [Ledger.Do].
//
// Whatever lapsed up to the command's business date is written first, so that no command ever uses dead points. A
// command may be dated before others that were recorded earlier: a credit then adds a lot and changes no allocation; a
// debit may only use lots that lived on that date, have not lapsed since in the ledger, and to which no points came
// back on a later date, so that no balance of any date falls below zero.
//
// Input: the id of a command is new, or the command has the same content as the first with that id, [Header.Recorded]
// apart. A stay that is in force is a repeat under another id too, if it gave the same points of the same currencies.
// Errors: a [*RefusedError] with its [Reason], or a [*hotelcrm.ParamError] for a field outside its range.
// Cost: O(lots and commands of the account) to look through; decisions are tried on a copy that shares what it does not
// touch.
func (r *Rules) Decide(a *Account, c Command) (Decision, error) {
	if c == nil || a.view {
		return Decision{}, refuse.Param("command", "none", "a command, and an account to decide on")
	}
	d := &draft{rules: r, acc: a, head: c.header(), first: a.version + 1}
	if err := d.check(c); err != nil {
		return Decision{}, err
	}
	if d.head.ID != "" {
		d.digest = digestOf(c)
		if old := a.act(d.head.ID); old != nil {
			return d.repeat(old, old.digest == d.digest, d.head.ID)
		}
	}
	if earn, ok := c.(Earn); ok && earn.Stay != "" {
		switch old, same := a.creditedStay(&earn); {
		case old != nil && old.id != earn.Replaces:
			return d.repeat(old, same, earn.Stay)
		case old == nil && a.mergedStay(earn.Stay, ""):
			return Decision{Repeat: true}, nil
		}
	}
	if d.head.Recorded < a.recorded {
		return Decision{}, d.refused(OutOfOrder)
	}
	d.acc = a.clone()
	if err := d.lapse(d.head.Date); err != nil {
		return Decision{}, err
	}
	if err := c.decide(d); err != nil {
		return Decision{}, err
	}
	return d.decision(), nil
}

// draft is a decision in the making: a copy of the account that the events are tried on.
type draft struct {
	rules  *Rules // nil where only lapses are drafted
	acc    *Account
	head   Header
	digest Digest
	first  uint64
	events []Event
}

func (d *draft) check(c Command) error {
	_, expire := c.(Expire)
	switch h := &d.head; {
	case d.rules.Validate() != nil:
		return d.rules.Validate()
	case h.ID == "" && !expire:
		return refuse.Param("Header.ID", "", "an id")
	case h.Date < hotelcrm.MinDate || h.Date > hotelcrm.MaxDate:
		return refuse.Param("Header.Date", h.Date.String(), "a business date")
	}
	return nil
}

func (d *draft) repeat(old *act, same bool, what string) (Decision, error) {
	if !same {
		return Decision{}, &RefusedError{Command: d.head.ID, Reason: Conflict, Ref: what}
	}
	return Decision{Repeat: true, First: old.first, Last: old.last}, nil
}

// decision tells the event of the command where its company begins and ends.
func (d *draft) decision() Decision {
	if len(d.events) == 0 {
		return Decision{}
	}
	last := d.first + uint64(len(d.events)) - 1
	for i := range d.events {
		if e := &d.events[i]; e.Command != "" {
			e.First, e.Last = d.first, last
		}
	}
	return Decision{Events: d.events, First: d.first, Last: last}
}

func (d *draft) refused(reason Reason) error {
	return &RefusedError{Command: d.head.ID, Reason: reason}
}

func (d *draft) refusedRef(reason Reason, ref string) error {
	return &RefusedError{Command: d.head.ID, Reason: reason, Ref: ref}
}

func (d *draft) refusedCurrency(reason Reason, currency string) error {
	return &RefusedError{Command: d.head.ID, Reason: reason, Currency: currency}
}

// conclude emits the event of the command itself and what follows from it.
func (d *draft) conclude(e Event) error {
	if err := d.open(&e); err != nil {
		return err
	}
	e.Command, e.Digest, e.Date, e.Reason = d.head.ID, d.digest, d.head.Date, d.head.Reason
	d.restart(&e)
	return d.emit(e)
}

// open refuses what a closed account no longer does.
func (d *draft) open(e *Event) error {
	into := d.acc.into
	if into == "" || e.Kind == EventMergeOut && e.Peer == into || e.Kind == EventMergeIn && d.acc.cameFrom(e.Peer) {
		return nil
	}
	if of := d.acc.act(e.Ref); e.Kind == EventVoid && of != nil && of.kind != EventVoid {
		return nil
	}
	return d.refusedRef(AccountClosed, into)
}

// cameFrom reports whether an account was merged into this one before.
func (a *Account) cameFrom(account string) bool {
	for i := range a.lots.n {
		if a.lots.at(i).From == account {
			return true
		}
	}
	return false
}

// emit tries an event on the copy and adds it to the decision, then what the credited lots have to pay.
func (d *draft) emit(e Event) error {
	e.Seq, e.Recorded = d.acc.version+1, d.head.Recorded
	if d.rules != nil {
		e.Rules = d.rules.Version
	}
	if err := d.acc.apply(&e); err != nil {
		switch err {
		case tooMany:
			return d.refused(Overflow)
		case notThere: // moved on since the command that is referred to
			return d.refused(Insufficient)
		}
		return fmt.Errorf("%w: command %q: %s", ErrEvent, d.head.ID, err)
	}
	d.events = append(d.events, e)
	return d.settleDebts(&e)
}

// redeemable returns the rules of a currency that points are spent from.
func (d *draft) redeemable(currency string) (*Currency, error) {
	c := d.rules.currency(currency)
	switch {
	case c == nil:
		return nil, d.refusedCurrency(UnknownCurrency, currency)
	case c.Kind == Qualifying:
		return nil, d.refusedCurrency(WrongKind, currency)
	}
	return c, nil
}

// pointsRange refuses numbers that are no number of points.
func pointsRange(param string, n, low int64) error {
	if n < low {
		return refuse.Param(param, fmt.Sprint(n), fmt.Sprintf("%d or more", low))
	}
	return nil
}

// optionalDate refuses what is neither zero nor a date.
func optionalDate(param string, date hotelcrm.Date) error {
	if date < 0 || date > hotelcrm.MaxDate {
		return refuse.Param(param, fmt.Sprint(int32(date)), "a date, or none")
	}
	return nil
}
