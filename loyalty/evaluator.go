package loyalty

import "github.com/hotelcrm/hotelcrm"

// AsOf is the date for which a question is asked and the date up to which the answer may know.
type AsOf struct {
	On    hotelcrm.Date // the effective date, at the close of that day
	Known hotelcrm.Date // lines and grants recorded later are not known; zero: everything is known
}

// Evaluator answers one question after another with the same memory. It is for one goroutine; an engine gives as many as
// there are goroutines.
type Evaluator struct {
	walk walk
}

// Evaluator returns a new evaluator.
func (e *Engine) Evaluator() *Evaluator { return &Evaluator{walk: walk{engine: e}} }

// Status returns a member's status, see [Engine.Status].
//
// Cost: O(n log n) in the lines of activity, O(n) where they come by date; no allocation once the evaluator has seen a
// member with as many lines.
func (v *Evaluator) Status(m *Member, at AsOf) (Status, error) {
	w := &v.walk
	if err := w.start(m, at); err != nil {
		return Status{}, err
	}
	w.run()
	return w.status(), nil
}

// Progress returns how far a member is, see [Engine.Progress].
func (v *Evaluator) Progress(m *Member, at AsOf) (Progress, error) {
	w := &v.walk
	if err := w.start(m, at); err != nil {
		return Progress{}, err
	}
	w.run()
	return w.progress(), nil
}

// Status returns the tier that a member has on a date, as far as is known on another.
//
// It is a function of the programme, the member's lines and grants, and the two dates: not of their order, nor of any
// question asked before. Lines after at.On do not count.
// Input: at.On must be set.
// Errors: a [*hotelcrm.ParamError] for at.On or the enrolment date, and a [*hotelcrm.RowError] for a line or a grant
// that cannot be, with the row counted from 1.
func (e *Engine) Status(m *Member, at AsOf) (Status, error) { return e.Evaluator().Status(m, at) }
