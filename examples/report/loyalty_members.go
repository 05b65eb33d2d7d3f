package main

import (
	"errors"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

const (
	noticeDays = 90 // a status that ends within so many days is about to be lost
	nearNights = 5  // the next tier is near, if so many nights are missing and at least as many are counted
)

// members is which tier each guest of the summaries has on the analysis date.
type members struct {
	*club
	lang.Printer // the language of the page

	asOf   hotelcrm.Date
	ladder []string
	rank   []int16         // -1: none
	until  []hotelcrm.Date // exclusive; 0: for ever
	nights []int32         // to the next tier; -1: nights alone do not lead there

	near     []nearCase // by guest
	oneStay  int        // guests who are one stay away from the next tier
	ends     []endCase  // by guest
	notices  map[loyalty.NoticeKind]int
	unplaced int // guests whose visits the programme cannot take

	// These are found when all are placed.
	tiers   []tierTotal     // the highest first
	revenue decimal.Decimal // of all who have a tier
	noNight bool            // no visit has a night
}

// nearCase is a guest near the next tier.
type nearCase struct {
	guest  int32
	next   int16
	nights int8
}

// endCase is a guest whose status is about to be lost.
type endCase struct {
	guest int32
	to    int16
}

// newMembers places every guest. The result does not depend on the number of workers.
func newMembers(c *club, v *intake.Visits, asOf hotelcrm.Date, places, workers int) (*members, error) {
	guests := len(v.Offsets) - 1
	m := &members{
		club: c, asOf: asOf, ladder: c.engine.Ladder(), rank: make([]int16, guests), until: make([]hotelcrm.Date, guests),
		nights: make([]int32, guests), noNight: true, notices: map[loyalty.NoticeKind]int{},
	}
	for _, n := range v.Nights {
		m.noNight = m.noNight && n == 0
	}
	parts := make([]*placer, share.Count(guests, workers))
	errs := make([]error, len(parts))
	share.Out(guests, len(parts), func(part, from, to int) {
		p := &placer{members: m, notices: map[loyalty.NoticeKind]int{}}
		p.from = m.activities(v, places)
		parts[part] = p
		for i := from; i < to && errs[part] == nil; i++ {
			errs[part] = p.place(i)
		}
	})
	for _, p := range parts {
		m.near, m.ends = append(m.near, p.near...), append(m.ends, p.ends...)
		m.oneStay, m.unplaced = m.oneStay+p.oneStay, m.unplaced+p.unplaced
		for kind, n := range p.notices {
			m.notices[kind] += n
		}
	}
	return m, errors.Join(errs...)
}

// activities returns a maker of lines.
func (m *members) activities(v *intake.Visits, places int) activities {
	return activities{Visits: v, spend: m.counts[loyalty.Spend], stays: m.noNight, places: places}
}

// placer places the guests of one share.
type placer struct {
	*members
	from activities

	near              []nearCase
	ends              []endCase
	notices           map[loyalty.NoticeKind]int
	oneStay, unplaced int
}

// place finds the tier of guest i and what is missing to the next.
func (p *placer) place(i int) error {
	one := p.from.of(i)
	now, err := p.engine.Progress(one, loyalty.AsOf{On: p.asOf})
	p.rank[i], p.nights[i] = -1, -1
	if _, cannot := errors.AsType[*hotelcrm.RowError](err); cannot {
		p.unplaced++
		return nil
	}
	if err != nil || now.Status.Tier == "" {
		return err
	}
	p.rank[i], p.until[i] = int16(now.Status.Rank), now.Status.Until
	if nights, ok := missing(now.Ways, loyalty.Nights); ok {
		p.nights[i] = int32(nights.n)
		if nights.half && nights.n > 0 && nights.n <= nearNights {
			next, _ := p.engine.Rank(now.Next)
			p.near = append(p.near, nearCase{int32(i), int16(next), int8(nights.n)})
		}
	}
	if stays, ok := missing(now.Ways, loyalty.Stays); ok && stays.half && stays.n == 1 {
		p.oneStay++
	}
	if p.noticeable(i, now) {
		return p.notice(i, one)
	}
	return nil
}

// noticeable reports whether a notice is possible, so that few members are asked for theirs.
func (p *placer) noticeable(i int, now loyalty.Progress) bool {
	if p.endsSoon(now.Status.Until) {
		return true
	}
	if p.choices > 0 && p.asOf.DaysSince(slices.Max(p.from.Departures[p.from.Offsets[i]:p.from.Offsets[i+1]])) <= p.choices {
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
	return until != 0 && until.DaysSince(p.asOf) <= noticeDays
}

// notice counts what guest i should be told.
func (p *placer) notice(i int, one *loyalty.Member) error {
	list, err := p.engine.Notices(one, loyalty.AsOf{On: p.asOf}, loyalty.Notices{Days: noticeDays})
	if err != nil {
		return err
	}
	var told [loyalty.ChoiceEnds + 1]bool
	for _, n := range list {
		if n.Kind == loyalty.StatusEnds && !told[n.Kind] {
			to, _ := p.engine.Rank(n.To)
			p.ends = append(p.ends, endCase{int32(i), int16(to)})
		}
		if !told[n.Kind] {
			told[n.Kind] = true
			p.notices[n.Kind]++
		}
	}
	return nil
}
