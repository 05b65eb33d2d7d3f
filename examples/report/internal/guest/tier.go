package guest

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// Tier is the guest's place in the loyalty programme.
type Tier struct {
	Programme    string                `json:"programme"`
	Tier         string                `json:"tier"`
	TierUntil    *hotelcrm.Date        `json:"tier_until"` // the last valid day; null: no end
	NightsToNext *int                  `json:"nights_to_next"`
	Progress     loyalty.Progress      `json:"progress"`
	Notices      []loyalty.Notice      `json:"notices"`
	Benefits     []loyalty.Entitlement `json:"benefits"`
	Pays         decimal.Decimal       `json:"pays"` // the part of the rate
	Timeline     []loyalty.Entry       `json:"timeline"`
	KeepAtEnd    [][]loyalty.Need      `json:"keepAtEnd"` // ways to keep the tier, counted on its last day; null: no end
	Open         bool                  `json:"open"`      // it ends soon, and can still be kept
}

// tier returns nil where there is no programme, or where it cannot place the guest.
func (r *reader) tier(i int) (*Tier, error) {
	m := r.Tiers
	if m == nil || m.Rank[i] < 0 {
		return nil, nil
	}
	from := m.Activities(r.Data.Visits, r.Places)
	member, at := from.Of(i), loyalty.AsOf{On: m.AsOf}
	out := &Tier{Programme: m.Programme().ID, Tier: m.Ladder[m.Rank[i]]}
	if m.Until[i] != 0 {
		out.TierUntil = new(m.Until[i].AddDays(-1))
	}
	if m.Until[i] != 0 {
		keep, err := m.Keep(member, m.Until[i])
		if err != nil {
			return nil, err
		}
		out.KeepAtEnd = keep
	}
	for _, one := range m.Ends {
		out.Open = out.Open || int(one.Guest) == i && one.Open
	}
	if m.Nights[i] >= 0 {
		out.NightsToNext = new(int(m.Nights[i]))
	}
	var err error
	if out.Progress, err = m.Engine.Progress(member, at); err != nil {
		return nil, err
	}
	if out.Notices, err = m.Engine.Notices(member, at, loyalty.Notices{Days: tiers.NoticeDays}); err != nil {
		return nil, err
	}
	if out.Timeline, err = m.Engine.Timeline(member, at); err != nil {
		return nil, err
	}
	if out.Benefits, err = m.Engine.Benefits(out.Tier, "", m.AsOf); err != nil {
		return nil, err
	}
	out.Pays, err = m.Engine.Pays(out.Tier, m.AsOf, decimal.NewFromInt(1))
	return out, err
}
