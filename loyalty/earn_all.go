package loyalty

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Earn returns what a member's stays and events earn, as if nobody else took part in campaigns: see [Engine.EarnAll].
func (e *Engine) Earn(g *Guest, how Earning) (Earnings, error) {
	out, err := e.EarnAll([]Guest{*g}, how, 1)
	if err != nil {
		return Earnings{}, err
	}
	return out[0], nil
}

// EarnAll returns what each guest earns, in their order. It does not depend on the number of workers.
//
// Budgets of campaigns, and campaigns for the first members, are given in the recorded order: by Seq of the stay's first
// folio, then activity date, member id and folio id; what is left of a budget is given as part of a line. All guests
// whom a campaign concerns must therefore be in one call.
// Input: workers 0 means 1.
// Errors: a [*hotelcrm.ParamError] for workers; else as [Earner.Claims], joined for the first [hotelcrm.MaxRowErrors]
// guests that have one, each with the guest's place counted from 1 and id; no guest earns anything then.
// Cost: O(n log n) in all folios; memory for the results.
func (e *Engine) EarnAll(guests []Guest, how Earning, workers int) ([]Earnings, error) {
	if err := share.Check("workers", workers, refuse.Param); err != nil {
		return nil, err
	}
	out := make([]Earnings, len(guests))
	errs := make([][]error, share.Count(len(guests), workers))
	share.Out(len(guests), workers, func(part, from, to int) {
		r := e.Earner()
		for i := from; i < to; i++ {
			claims, err := r.Claims(&guests[i], how)
			if err == nil {
				out[i] = claims.clone()
			} else if len(errs[part]) < hotelcrm.MaxRowErrors {
				errs[part] = append(errs[part], fmt.Errorf("guest %d, %q: %w", i+1, guests[i].ID, err))
			}
		}
	})
	var all []error
	for _, list := range errs {
		all = append(all, list...)
	}
	if len(all) > 0 {
		return nil, errors.Join(all[:min(len(all), hotelcrm.MaxRowErrors)]...)
	}
	e.settle(guests, out)
	return out, nil
}

func (e *Earnings) clone() Earnings {
	out := *e
	out.Activities, out.Credits = slices.Clone(e.Activities), slices.Clone(e.Credits)
	return out
}

// claim is one line of a campaign that has a limit for all members.
type claim struct {
	guest  int
	credit *Credit
}

// settle gives what campaigns have for all members, in the recorded order.
func (e *Engine) settle(guests []Guest, out []Earnings) {
	for place, l := range e.limits {
		if l.budget == 0 && l.members == 0 {
			continue
		}
		var claims []claim
		for i := range out {
			for k := range out[i].Credits {
				if c := &out[i].Credits[k]; c.Kind == CampaignPoints && c.place == int32(place) && c.Points > 0 {
					claims = append(claims, claim{i, c})
				}
			}
		}
		slices.SortStableFunc(claims, func(a, b claim) int {
			return cmp.Or(cmp.Compare(a.credit.Seq, b.credit.Seq), cmp.Compare(a.credit.Date, b.credit.Date),
				cmp.Compare(guests[a.guest].ID, guests[b.guest].ID), cmp.Compare(a.credit.Source, b.credit.Source))
		})
		l.give(claims)
	}
	for i := range out {
		out[i].total()
	}
}

// give cuts what is beyond the limit.
func (l limit) give(claims []claim) {
	left, members := l.budget, map[int]bool{}
	for _, c := range claims {
		if l.members > 0 && !members[c.guest] && len(members) == l.members {
			c.credit.cut(c.credit.Points, ByMembers)
			continue
		}
		members[c.guest] = true
		if l.budget > 0 {
			c.credit.cut(c.credit.Points-left, ByBudget)
			left -= c.credit.Points
		}
	}
}
