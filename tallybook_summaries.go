package hotelcrm

import (
	"sync"

	"github.com/hotelcrm/hotelcrm/internal/share"
)

func (b *tallyBook) summaries(s *Setup, asOf Date, window Window) (*Summaries, error) {
	if window != s.Window {
		return nil, refuse("window", window.String(), "the window of the Setup, for the form tallies")
	}
	known := b.survey(s, false)
	if known.last > asOf {
		return nil, refuse("asOf", asOf.String(), "not before the last day of any stay, "+known.last.String())
	}
	order := b.ordered(&known, s.Workers)
	out := emptySummaries(s.Currency, s.Scale, asOf, window, make([]string, len(order)))
	var wide []int // lines whose amounts are not all integers
	var mu sync.Mutex
	inShares(len(order), s.Workers, func(from, to int) {
		found := b.fill(out, order, from, to)
		mu.Lock()
		wide = append(wide, found...)
		mu.Unlock()
	})
	for _, i := range wide {
		p, t := b.at(order[i])
		all := p.totals(t)
		out.setAmounts(i, &all)
	}
	out.counts, out.feesOnly = b.counts, known.fees
	return out, nil
}

// inShares calls do for equal shares of n things, by several goroutines at once, and waits for them.
func inShares(n, workers int, do func(from, to int)) {
	share.Out(n, workers, func(_, from, to int) { do(from, to) })
}

// emptySummaries returns summaries of the guests with all columns at their full length.
func emptySummaries(currency string, scale int, asOf Date, window Window, guests []string) *Summaries {
	n := len(guests)
	return &Summaries{
		currency: currency, asOf: asOf, window: window,
		guest: guests, first: make([]Date, n), last: make([]Date, n),
		visits: make([]int32, n), nights: make([]int32, n), roomNights: make([]int32, n),
		revenue: Amounts{scale: scale, minor: make([]int64, n)},
		repeat:  Amounts{scale: scale, minor: make([]int64, n)},
	}
}

// ahead is how many lines are touched before the first of them is worked on, so that memory fetches them together
// instead of one by one.
const ahead = 32

// fill writes the guests in [from, to) and returns those whose amounts need more than integers.
func (b *tallyBook) fill(out *Summaries, order []tallyRef, from, to int) (wide []int) {
	touched := uint32(0)
	for start := from; start < to; start += blockOfGuests {
		end := min(start+blockOfGuests, to)
		wide = append(wide, b.fillBlock(out, order, start, end, &touched)...)
	}
	b.touched.Add(touched)
	return wide
}

// blockOfGuests is how many guests' ids are pieces of one text.
const blockOfGuests = 1 << 12

func (b *tallyBook) fillBlock(out *Summaries, order []tallyRef, from, to int, touched *uint32) (wide []int) {
	text := make([]byte, 0, 16*(to-from))
	var ends [blockOfGuests]int
	for start := from; start < to; start += ahead {
		block := order[start:min(start+ahead, to)]
		for _, ref := range block {
			_, t := b.at(ref)
			*touched += t.visits
		}
		for k, ref := range block {
			_, t := b.at(ref)
			text = b.long.appendText(text, t.key)
			ends[start+k-from] = len(text)
			if !out.setLine(start+k, t) {
				wide = append(wide, start+k)
			}
		}
	}
	cutTexts(out.guest[from:to], string(text), ends[:])
	return wide
}

// cutTexts writes the pieces of one text: one allocation for many ids.
func cutTexts(to []string, text string, ends []int) {
	start := 0
	for i := range to {
		to[i] = text[start:ends[i]]
		start = ends[i]
	}
}

// setLine writes what a line says about guest i, and returns false if the amounts need more than integers.
func (s *Summaries) setLine(i int, t *tally) bool {
	s.first[i], s.last[i] = t.first, t.last
	s.visits[i] = clampCount(int64(t.visits))
	s.nights[i] = clampCount(int64(t.nights))
	s.roomNights[i] = clampCount(int64(t.roomNights))
	revenue, repeat := t.revenue+t.fees, t.revenue-t.firstRevenue
	s.revenue.minor[i], s.repeat.minor[i] = revenue, repeat
	overflow := (t.revenue^revenue)&(t.fees^revenue) | (t.revenue^t.firstRevenue)&(t.revenue^repeat)
	return overflow >= 0 && !t.extra
}
