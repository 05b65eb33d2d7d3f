package hotelcrm

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
)

// Register turns stays into one [Summary] per guest. It is made by [NewRegister] or read with
// [Register.UnmarshalBinary]; a nil or zero Register answers with an error.
//
// Its content is what it was told, whatever the order: registers filled with the same stays, in any order, in any
// split and merged in any sequence, summarise alike and marshal to the same bytes. All sums are integers.
//
// In the form [AllVisits] a stay with an ID counts once. Of several versions the highest counts, also if it is no
// visit any more (a cancellation takes an earlier check-out back); a repeat of the same version is only counted. Should
// two deliveries of one version differ, the one that is greater in a fixed order of content is kept, and
// [WarnConflict] says so.
//
// Safety: filling and merging are for one goroutine at a time; a register that is not changed any more may be
// summarised by many at once.
type Register struct {
	setup  Setup
	limits limits
	book   book
	left   [reasonCount]int64 // wrong rows that the Policy tolerates
}

// book is what a form remembers.
type book interface {
	add(s *Setup, d draft)
	merge(s *Setup, other book)
	reset()
	empty() bool
	append(s *Setup, b []byte) []byte
	summaries(s *Setup, asOf Date, window Window) (*Summaries, error)
	summary(s *Setup, guest string, asOf Date, window Window) (Summary, bool, error)
}

// NewRegister returns an empty register.
//
// Errors: a [*ParamError], see [Setup.Validate].
func NewRegister(setup Setup) (*Register, error) {
	resolved, err := setup.resolved()
	if err != nil {
		return nil, err
	}
	return newRegister(resolved), nil
}

// newRegister takes a resolved setup.
func newRegister(s Setup) *Register {
	return &Register{setup: s, limits: limitsOf(&s), book: newBook(&s)}
}

func newBook(s *Setup) book {
	if s.Form == Tallies {
		return newTallyBook()
	}
	return newStayBook()
}

// Setup returns the register's setup with all defaults written out.
func (r *Register) Setup() Setup { return r.setup }

var errZeroRegister = refuse("register", "nil or zero", "one made by NewRegister")

// Add adds one stay.
//
// Errors: a [*RowError] that wraps a [Reason]; the register is then unchanged. Wrong data that the [Policy] tolerates is
// no error: it is counted.
func (r *Register) Add(stay Stay) error {
	if r == nil || r.book == nil {
		return errZeroRegister
	}
	return r.add(&stay)
}

func (r *Register) add(stay *Stay) error {
	d, wrong := draftOf(stay, r.setup.Scale)
	if wrong != nil {
		return r.tolerate(wrong)
	}
	d.complete()
	switch f := r.limits.check(&d); {
	case f.reason == 0:
		r.book.add(&r.setup, d)
	case r.setup.Policy.tolerates(f.reason):
		r.left[f.reason]++
	default:
		return r.limits.explain(f, &d)
	}
	return nil
}

// tolerate counts a wrong row where the policy says so, else returns the error.
func (r *Register) tolerate(err error) error {
	reason, ok := errors.AsType[Reason](err)
	if ok && r.setup.Policy.tolerates(reason) {
		r.left[reason]++
		return nil
	}
	return err
}

// AddSeq adds all stays of a sequence, or none of them if any is wrong.
//
// Input: rows count from 1. An error in the sequence is a wrong row like any other, tolerated where it wraps a [Reason]
// that the [Policy] tolerates; if it is a [*RowError] with a row number, the number is kept.
// Errors: up to Setup.MaxErrors row errors joined in row order; reading stops at that number.
// Cost: the stays are held beside the register until the sequence has ended.
func (r *Register) AddSeq(stays iter.Seq2[Stay, error]) error {
	if r == nil || r.book == nil {
		return errZeroRegister
	}
	batch := newRegister(r.setup)
	errs := rowErrors{limit: r.setup.MaxErrors}
	row := 0
	for stay, err := range stays {
		row++
		if err == nil {
			err = batch.add(&stay)
		} else {
			err = batch.tolerate(err)
		}
		if err != nil && !errs.addOther(atRow(row, err)) {
			break
		}
	}
	if err := errs.join(); err != nil {
		return err
	}
	if r.book.empty() { // nothing to merge with: swap, so that the stays are not added twice
		r.book, batch.book = batch.book, r.book
	}
	r.absorb(batch)
	return nil
}

// atRow returns an error with its row number, unless it has one. The sequence's own error is not changed.
func atRow(row int, err error) error {
	wrong, ok := errors.AsType[*RowError](err)
	switch {
	case !ok:
		return &RowError{Row: row, Field: "row", Err: err}
	case wrong.Row > 0:
		return err
	}
	return &RowError{Row: row, Field: wrong.Field, Value: wrong.Value, Err: wrong.Err}
}

// Merge adds everything another register was told; other is not changed.
//
// The setups must be equal but for AsOf, Workers and MaxErrors; the later AsOf stays. In the form [AllVisits] stays
// with an ID that both know count once; in [Tallies] both must have been given different stays. Rows are counted as
// often as they were delivered, so a part that is merged twice shows in [Counts], though not in the summaries of stays
// with an ID.
//
// Errors: [ErrMismatch], wrapped, or a [*ParamError] for the register itself; the register is then unchanged.
func (r *Register) Merge(other *Register) error {
	if r == nil || other == nil || r.book == nil || other.book == nil {
		return errZeroRegister
	}
	if r == other {
		return refuse("other", "the register itself", "another register")
	}
	a, b := r.setup, other.setup
	a.AsOf, b.AsOf = 0, 0
	a.MaxErrors, b.MaxErrors, a.Workers, b.Workers = 0, 0, 0, 0
	if a != b {
		x, _ := json.Marshal(a) // a resolved setup has a JSON form
		y, _ := json.Marshal(b)
		return fmt.Errorf("%w: %s and %s", ErrMismatch, x, y)
	}
	r.absorb(other)
	return nil
}

func (r *Register) absorb(other *Register) {
	r.setup.AsOf = max(r.setup.AsOf, other.setup.AsOf)
	r.limits = limitsOf(&r.setup)
	r.book.merge(&r.setup, other.book)
	for reason, n := range other.left {
		r.left[reason] += n
	}
}

// Reset forgets all stays and keeps the setup; in the form [Tallies] it keeps the memory too, so that filling the
// register again takes no new one.
func (r *Register) Reset() {
	if r != nil && r.book != nil {
		r.book.reset()
		r.left = [reasonCount]int64{}
	}
}

// Advance sets a later business date for the checks of further stays, see Setup.AsOf.
//
// Errors: a [*ParamError] for a date that is earlier than the present one.
func (r *Register) Advance(asOf Date) error {
	next := r.setup
	next.AsOf = asOf
	if asOf < r.setup.AsOf {
		return refuse("asOf", asOf.String(), "not before "+r.setup.AsOf.String())
	}
	if err := next.check(); err != nil {
		return err
	}
	r.setup, r.limits = next, limitsOf(&next)
	return nil
}

// Summaries returns one [Summary] per guest with at least one visit, as of the analysis date.
//
// A visit belongs to the window by its arrival; arrivals after asOf never count. Nights are counted up to asOf, and a
// guest who is still in the house was last here on asOf. Revenue counts as posted. The result states what became of
// every stay.
//
// Input: in the form [Tallies] the window must be the one of the Setup, and asOf not before the last day of any stay.
// Errors: a [*ParamError].
// Cost: O(n log n) in the stays, shared out to Setup.Workers goroutines; O(guests) in the form Tallies.
func (r *Register) Summaries(asOf Date, window Window) (*Summaries, error) {
	if err := r.checkQuestion(asOf, window); err != nil {
		return nil, err
	}
	out, err := r.book.summaries(&r.setup, asOf, window)
	if err != nil {
		return nil, err
	}
	r.countWrong(&out.counts)
	out.workers = r.setup.Workers
	out.warn()
	return out, nil
}

// Summary returns the summary of one guest, as at check-in: the guest's row of [Register.Summaries], equal in every
// field. It returns false if the guest has no visit.
//
// Input: as for Summaries, but in the form [Tallies] asOf need only be not before the guest's own last day.
// Errors: a [*ParamError].
// Cost: O(n log n) in the stays that the guest was ever given, whatever the size of the register. In the form Tallies
// O(1), and no allocation but for the two amounts.
func (r *Register) Summary(guest string, asOf Date, window Window) (Summary, bool, error) {
	if err := r.checkQuestion(asOf, window); err != nil {
		return Summary{}, false, err
	}
	return r.book.summary(&r.setup, guest, asOf, window)
}

// Visits returns every visit, one row each, as of the analysis date: the stays that the [Policy] joins are one row.
//
// The conventions are those of [Register.Summaries], which sums these rows. Whoever needs both asks for the visits, and
// then for [Visits.Summaries], which takes a fraction of the time of a second question.
//
// Errors: a [*ParamError], also for the form [Tallies], which does not remember visits.
// Cost: O(n log n) in the stays, shared out to Setup.Workers goroutines.
func (r *Register) Visits(asOf Date, window Window) (*Visits, error) {
	if err := r.checkQuestion(asOf, window); err != nil {
		return nil, err
	}
	b, ok := r.book.(*stayBook)
	if !ok {
		return nil, refuse("Setup.Form", r.setup.Form.String(), "all-visits, for a list of visits")
	}
	out := b.visits(&r.setup, asOf, window)
	r.countWrong(&out.counts)
	out.workers = r.setup.Workers
	out.warn()
	return out, nil
}

// checkQuestion checks what every question to a register names.
func (r *Register) checkQuestion(asOf Date, window Window) error {
	if r == nil || r.book == nil {
		return errZeroRegister
	}
	if err := checkAsOf(asOf); err != nil {
		return err
	}
	return window.Validate()
}

// countWrong adds the wrong rows that the policy tolerates.
func (r *Register) countWrong(c *Counts) {
	for reason, n := range r.left {
		c.left[reason] += n
		c.Rows += n
	}
}
