package main

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// guestTier is the guest's place in the loyalty programme.
type guestTier struct {
	Programme    string                `json:"programme"`
	Tier         string                `json:"tier"`
	TierUntil    *hotelcrm.Date        `json:"tier_until"` // the last valid day; null: no end
	NightsToNext *int                  `json:"nights_to_next"`
	Progress     loyalty.Progress      `json:"progress"`
	Notices      []loyalty.Notice      `json:"notices"`
	Benefits     []loyalty.Entitlement `json:"benefits"`
	Pays         decimal.Decimal       `json:"pays"` // the part of the rate
	Timeline     []loyalty.Entry       `json:"timeline"`
}

// guestTier returns nil where there is no programme, or where it cannot place the guest.
func (a *analysis) guestTier(i int) (*guestTier, error) {
	m := a.members
	if m == nil || m.rank[i] < 0 {
		return nil, nil
	}
	from := m.activities(a.in.Visits, a.places)
	member, at := from.of(i), loyalty.AsOf{On: m.asOf}
	out := &guestTier{Programme: m.programme().ID, Tier: m.ladder[m.rank[i]]}
	if m.until[i] != 0 {
		out.TierUntil = new(m.until[i].AddDays(-1))
	}
	if m.nights[i] >= 0 {
		out.NightsToNext = new(int(m.nights[i]))
	}
	var err error
	if out.Progress, err = m.engine.Progress(member, at); err != nil {
		return nil, err
	}
	if out.Notices, err = m.engine.Notices(member, at, loyalty.Notices{Days: noticeDays}); err != nil {
		return nil, err
	}
	if out.Timeline, err = m.engine.Timeline(member, at); err != nil {
		return nil, err
	}
	if out.Benefits, err = m.engine.Benefits(out.Tier, "", m.asOf); err != nil {
		return nil, err
	}
	out.Pays, err = m.engine.Pays(out.Tier, m.asOf, decimal.NewFromInt(1))
	return out, err
}
