package tiers

import (
	"errors"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

const (
	NoticeDays = 90 // a status that ends within so many days is about to be lost
	NearNights = 5  // the next tier is near, if so many nights are missing and at least as many are counted
)

// Members is which tier each guest of the summaries has on the analysis date.
type Members struct {
	*Club

	AsOf   hotelcrm.Date
	Ladder []string
	Rank   []int16         // -1: none
	Until  []hotelcrm.Date // exclusive; 0: for ever
	Nights []int32         // to the next tier; -1: nights alone do not lead there

	Near     []Near // by guest
	OneStay  int    // guests who are one stay away from the next tier
	AnyStay  int    // of those near the next tier: one stay reaches it, however short
	Beside   int    // of those one stay away: nights do not bring them near
	Ends     []End  // by guest
	Notices  map[loyalty.NoticeKind]int
	Unplaced int // guests whose visits the programme cannot take

	// These are found when all are placed.
	Tiers   []Tier          // the highest first
	Revenue decimal.Decimal // of all who have a tier
	NoNight bool            // no visit has a night
}

// Near is a guest near the next tier.
type Near struct {
	Guest  int32
	Next   int16
	nights int8
}

// New places every guest. The result does not depend on the number of workers.
func New(c *Club, v *intake.Visits, asOf hotelcrm.Date, places, workers int) (*Members, error) {
	guests := len(v.Offsets) - 1
	m := &Members{
		Club: c, AsOf: asOf, Ladder: c.Engine.Ladder(), Rank: make([]int16, guests), Until: make([]hotelcrm.Date, guests),
		Nights: make([]int32, guests), NoNight: true, Notices: map[loyalty.NoticeKind]int{},
	}
	for _, n := range v.Nights {
		m.NoNight = m.NoNight && n == 0
	}
	parts := make([]*placer, share.Count(guests, workers))
	errs := make([]error, len(parts))
	share.Out(guests, len(parts), func(part, from, to int) {
		p := &placer{Members: m, notices: map[loyalty.NoticeKind]int{}}
		p.from = m.Activities(v, places)
		parts[part] = p
		for i := from; i < to && errs[part] == nil; i++ {
			errs[part] = p.place(i)
		}
	})
	for _, p := range parts {
		m.Near, m.Ends = append(m.Near, p.near...), append(m.Ends, p.ends...)
		m.OneStay, m.AnyStay, m.Beside, m.Unplaced = m.OneStay+p.oneStay, m.AnyStay+p.anyStay, m.Beside+p.beside, m.Unplaced+p.unplaced
		for kind, n := range p.notices {
			m.Notices[kind] += n
		}
	}
	return m, errors.Join(errs...)
}

// Activities returns a maker of lines.
func (m *Members) Activities(v *intake.Visits, places int) Activities {
	return Activities{Visits: v, spend: m.counts[loyalty.Spend], stays: m.NoNight, places: places}
}

// placer places the guests of one share.
type placer struct {
	*Members
	from Activities

	near    []Near
	ends    []End
	notices map[loyalty.NoticeKind]int

	oneStay, anyStay, beside, unplaced int
}

// place finds the tier of guest i and what is missing to the next.
func (p *placer) place(i int) error {
	one := p.from.Of(i)
	now, err := p.Engine.Progress(one, loyalty.AsOf{On: p.AsOf})
	p.Rank[i], p.Nights[i] = -1, -1
	if _, cannot := errors.AsType[*hotelcrm.RowError](err); cannot {
		p.unplaced++
		return nil
	}
	if err != nil || now.Status.Tier == "" {
		return err
	}
	p.Rank[i], p.Until[i] = int16(now.Status.Rank), now.Status.Until
	p.approach(i, now)
	if p.noticeable(i, now) {
		return p.notice(i, one, now)
	}
	return nil
}

// approach finds what is missing to the next tier.
func (p *placer) approach(i int, now loyalty.Progress) {
	stays, ok := Missing(now.Ways, loyalty.Stays)
	one := ok && stays.Half && stays.N == 1
	nights, ok := Missing(now.Ways, loyalty.Nights)
	near := ok && nights.Half && nights.N > 0 && nights.N <= NearNights
	if ok {
		p.Nights[i] = int32(nights.N)
	}
	if near {
		next, _ := p.Engine.Rank(now.Next)
		p.near = append(p.near, Near{int32(i), int16(next), int8(nights.N)})
	}
	switch {
	case near && (one || nights.N == 1):
		p.anyStay++
	case one && !near:
		p.beside++
	}
	if one {
		p.oneStay++
	}
}

// noticeable reports whether a notice is possible, so that few members are asked for theirs.
func (p *placer) noticeable(i int, now loyalty.Progress) bool {
	if p.endsSoon(now.Status.Until) {
		return true
	}
	if p.Choices > 0 && p.AsOf.DaysSince(slices.Max(p.from.Departures[p.from.Offsets[i]:p.from.Offsets[i+1]])) <= p.Choices {
		return true
	}
	for _, way := range now.Ways {
		for _, need := range way {
			if need.Missing.IsPositive() && need.Missing.LessThan(need.Have) { // far more than the tenth that is near
				return true
			}
		}
	}
	return false
}

func (p *placer) endsSoon(until hotelcrm.Date) bool {
	return until != 0 && until.DaysSince(p.AsOf) <= NoticeDays
}

// notice counts what guest i should be told.
func (p *placer) notice(i int, one *loyalty.Member, now loyalty.Progress) error {
	list, err := p.Engine.Notices(one, loyalty.AsOf{On: p.AsOf}, loyalty.Notices{Days: NoticeDays})
	if err != nil {
		return err
	}
	var told [loyalty.ChoiceEnds + 1]bool
	for _, n := range list {
		if n.Kind == loyalty.StatusEnds && !told[n.Kind] {
			end, err := p.end(i, one, now, n)
			if err != nil {
				return err
			}
			p.ends = append(p.ends, end)
		}
		if !told[n.Kind] {
			told[n.Kind] = true
			p.notices[n.Kind]++
		}
	}
	return nil
}

// LastNotice is the last day on which a fall is one that comes soon.
func (m *Members) LastNotice() hotelcrm.Date { return m.AsOf.AddDays(NoticeDays) }

// noticeNames are the kinds of notices in the order of summary.json.
var NoticeKinds = []loyalty.NoticeKind{loyalty.StatusEnds, loyalty.NearNext, loyalty.ChoiceEnds}
