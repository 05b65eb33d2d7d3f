package loyalty

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// StatusAll returns the status of each member, in their order. The result does not depend on the number of workers.
//
// Input: workers 0 means 1.
// Errors: a [*hotelcrm.ParamError] for workers; else as [Engine.Status], joined for the first [hotelcrm.MaxRowErrors]
// members that have one, each with the member's place counted from 1 and id. Their status is the zero Status.
// Cost: O(n) in all lines; memory for one result a member.
func (e *Engine) StatusAll(members []Member, at AsOf, workers int) ([]Status, error) {
	return forAll(e, members, workers, func(v *Evaluator, m *Member) (Status, error) { return v.Status(m, at) })
}

// ProgressAll returns the progress of each member, in their order. The result does not depend on the number of workers.
//
// Input: workers 0 means 1.
// Errors: as [Engine.StatusAll].
// Cost: that of [Engine.StatusAll], and the thresholds of each member.
func (e *Engine) ProgressAll(members []Member, at AsOf, workers int) ([]Progress, error) {
	return forAll(e, members, workers, func(v *Evaluator, m *Member) (Progress, error) { return v.Progress(m, at) })
}

// NoticesAll returns what each member should be told, in the order of the members: nil for those with nothing to be told.
// The result does not depend on the number of workers.
//
// Input: workers 0 means 1.
// Errors: those of [Engine.Notices] for what to look for, once; those of members as [Engine.StatusAll].
// Cost: that of [Engine.Notices] for each member.
func (e *Engine) NoticesAll(members []Member, at AsOf, look Notices, workers int) ([][]Notice, error) {
	look, err := look.resolved()
	if err != nil {
		return nil, err
	}
	return forAll(e, members, workers, func(v *Evaluator, m *Member) ([]Notice, error) { return v.notices(m, at, look) })
}

// forAll asks a question about each member, and leaves the zero answer where that fails.
func forAll[T any](e *Engine, members []Member, workers int, ask func(*Evaluator, *Member) (T, error)) ([]T, error) {
	if err := share.Check("workers", workers, refuse.Param); err != nil {
		return nil, err
	}
	out := make([]T, len(members))
	errs := make([][]error, share.Count(len(members), workers))
	share.Out(len(members), workers, func(part, from, to int) {
		v := e.Evaluator()
		for i := from; i < to; i++ {
			answer, err := ask(v, &members[i])
			if err == nil {
				out[i] = answer
			} else if len(errs[part]) < hotelcrm.MaxRowErrors {
				errs[part] = append(errs[part], fmt.Errorf("member %d, %q: %w", i+1, members[i].ID, err))
			}
		}
	})
	var all []error
	for _, list := range errs {
		all = append(all, list...)
	}
	return out, errors.Join(all[:min(len(all), hotelcrm.MaxRowErrors)]...)
}
