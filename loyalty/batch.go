package loyalty

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/share"
)

// maxErrors bounds the errors of a batch.
const maxErrors = 100

// Statuses returns the status of each member, in their order. The result does not depend on the number of workers.
//
// Input: workers below 1 means 1.
// Errors: as [Engine.Status], joined for the first 100 members that have one, each with the member's place counted from 1
// and id. Their status is the zero Status.
// Cost: O(n) in all lines; memory for one result a member.
func (e *Engine) Statuses(members []Member, at AsOf, workers int) ([]Status, error) {
	out := make([]Status, len(members))
	errs := make([][]error, share.Count(len(members), workers))
	share.Out(len(members), workers, func(part, from, to int) {
		v := e.Evaluator()
		for i := from; i < to; i++ {
			s, err := v.Status(&members[i], at)
			if err != nil && len(errs[part]) < maxErrors {
				errs[part] = append(errs[part], fmt.Errorf("member %d, %q: %w", i+1, members[i].ID, err))
			}
			out[i] = s
		}
	})
	var all []error
	for _, list := range errs {
		all = append(all, list...)
	}
	return out, errors.Join(all[:min(len(all), maxErrors)]...)
}
