package main

import (
	"slices"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

// replay is what another programme would have made of the same stays.
type replay struct {
	Programme programme           `json:"programme"`
	Status    loyalty.Status      `json:"status"`
	Ladder    []tier              `json:"ladder"`
	Next      string              `json:"next"`
	Ways      [][]loyalty.Need    `json:"ways"`
	Earned    earned              `json:"earned"`  // points of stays, events and milestones up to the day
	Before    earned              `json:"before"`  // under the programme of the statement
	Balance   int64               `json:"balance"` // if the same points had been spent
	Refused   []refusal           `json:"refused"`
	Timeline  []loyalty.Entry     `json:"timeline"`
	Dropped   []string            `json:"dropped"` // tiers and challenges of grants that it does not have
	All       *loyalty.Difference `json:"all"`     // of all members of the file; null for one
}

// earned is how many points came from where.
type earned struct {
	Stays      int64 `json:"stays"`
	Milestones int64 `json:"milestones"`
}

func (s *statement) earned() earned {
	out := earned{Stays: s.earnings.Redeemable}
	for _, m := range s.milestones {
		out.Milestones += m.Points
	}
	return out
}

// replayed runs the other programme over the same rows.
func replayed(in *input, before *statement, r *result) (*replay, error) {
	other, dropped := in.under(in.replay)
	s, err := newStatement(in.replay, other, before.at)
	if err != nil {
		return nil, err
	}
	after, err := s.result()
	if err != nil {
		return nil, err
	}
	out := &replay{
		Programme: after.Programme, Status: after.Status, Ladder: after.Ladder, Next: after.Next, Ways: after.Ways, Earned: s.earned(),
		Before: before.earned(), Balance: after.Points.Balance.Points, Refused: after.Points.Refused, Timeline: after.Timeline, Dropped: dropped,
	}
	if len(in.guests) > 1 && len(dropped) == 0 {
		how := loyalty.Replay{At: before.at}
		all, err := loyalty.CompareGuests(in.engine, in.replay, in.guests, loyalty.Weekdays{}, how)
		if err != nil {
			return nil, err
		}
		out.All = &all
	}
	return out, nil
}

// under returns the input for another programme: without grants of tiers and challenges that it does not have, which are
// named.
func (in *input) under(e *loyalty.Engine) (*input, []string) {
	out, dropped := *in, []string(nil)
	tiers, challenges := idsOf(e, "tier"), idsOf(e, "challenge")
	out.guests = slices.Clone(in.guests)
	for i := range out.guests {
		g := &out.guests[i]
		g.Grants = slices.DeleteFunc(slices.Clone(g.Grants), func(grant loyalty.Grant) bool {
			id, known := grant.Tier, slices.Contains(tiers, grant.Tier)
			if grant.Challenge != "" {
				id, known = grant.Challenge, slices.Contains(challenges, grant.Challenge)
			}
			if !known {
				dropped = append(dropped, id)
			}
			return !known
		})
	}
	slices.Sort(dropped)
	return &out, slices.Compact(dropped)
}
