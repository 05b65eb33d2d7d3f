package tiers

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// End is a guest whose status is about to be lost.
type End struct {
	Guest int32
	To    int16
	On    hotelcrm.Date // the first day without it
	Open  bool          // it can still be kept
}

// Open returns how many of those about to drop can still keep their tier.
func (m *Members) Open() (n int) {
	for _, one := range m.Ends {
		if one.Open {
			n++
		}
	}
	return n
}

// Keep returns the ways to keep a status that ends on a day, counted on the day before, when older activity no longer
// counts: stays by then that add up to one of them keep it, whenever they are.
func (m *Members) Keep(one *loyalty.Member, ends hotelcrm.Date) ([][]loyalty.Need, error) {
	then, err := m.Engine.Progress(one, loyalty.AsOf{On: ends.AddDays(-1)})
	return then.Keep, err
}

// end says what becomes of the status of guest i. It can still be kept, if one of the ways is open, counted now or on the
// last day: on some days before that one less may be enough.
func (p *placer) end(i int, one *loyalty.Member, now loyalty.Progress, n loyalty.Notice) (End, error) {
	to, _ := p.Engine.Rank(n.To)
	last, err := p.Keep(one, n.Date)
	days := n.Date.DaysSince(p.AsOf) - 1
	return End{int32(i), int16(to), n.Date, Open(now.Keep, days) || Open(last, days)}, err
}

// Open reports whether one of the ways can still be gone in so many days: at least as much is there as is missing, and each
// night and each stay takes a day of its own.
func Open(ways [][]loyalty.Need, days int) bool {
	for _, way := range ways {
		if openWay(way, decimal.NewFromInt(int64(days))) {
			return true
		}
	}
	return false
}

func openWay(way []loyalty.Need, days decimal.Decimal) bool {
	for _, need := range way {
		timed := need.Metric == loyalty.Nights || need.Metric == loyalty.Stays
		switch {
		case need.Blocked, need.Have.LessThan(need.Missing), timed && need.Missing.GreaterThan(days):
			return false
		}
	}
	return days.IsPositive()
}

// Done reports whether one of the ways lacks nothing, so that any stay counts as having gone it.
func Done(ways [][]loyalty.Need) bool {
	for _, way := range ways {
		if gone(way) {
			return true
		}
	}
	return false
}

func gone(way []loyalty.Need) bool {
	for _, need := range way {
		if need.Blocked || need.Missing.IsPositive() {
			return false
		}
	}
	return true
}
