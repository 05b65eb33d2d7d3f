package hotelcrm

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/wire"
)

func (b *tallyBook) append(s *Setup, out []byte) []byte {
	out = wire.Uint(out, uint64(b.counts.Stays))
	for reason := WasTentative; int(reason) < reasonCount; reason++ {
		out = wire.Uint(out, uint64(b.counts.left[reason]))
	}
	known := b.survey(s, true)
	order := b.ordered(&known, s.Workers)
	out = wire.Uint(out, uint64(len(order)))
	for _, ref := range order {
		_, t := b.at(ref)
		out = wire.Text(out, b.long.text(t.key))
	}
	for _, ref := range order {
		p, t := b.at(ref)
		all := p.totals(t)
		out = all.append(out, s.Scale)
	}
	return out
}

func (t *totals) append(b []byte, scale int) []byte {
	b = wire.Int(b, int64(t.first))
	b = wire.Int(b, int64(t.last))
	b = wire.Uint(b, uint64(t.visits))
	b = wire.Uint(b, uint64(t.nights))
	b = wire.Uint(b, uint64(t.roomNights))
	b = t.revenue.append(b, scale)
	b = t.firstRevenue.append(b, scale)
	return t.fees.append(b, scale)
}

func readTallyBook(in *wire.Reader, s *Setup) *tallyBook {
	b := newTallyBook()
	b.counts.Stays = readCount(in)
	b.counts.Rows = b.counts.Stays
	for reason := WasTentative; int(reason) < reasonCount; reason++ {
		b.counts.left[reason] = readCount(in)
		b.counts.Rows += b.counts.left[reason]
	}
	guests := readTexts(in)
	if len(guests) > 0 && guests[0] == "" {
		in.Fail("empty guest id")
	}
	for _, guest := range guests {
		all := readTotals(in, s.Scale)
		if in.Err() != nil {
			break
		}
		part, t := b.line(b.long.key(guest))
		part.set(t, &all, s.Scale)
	}
	return b
}

func readTotals(in *wire.Reader, scale int) totals {
	t := totals{
		first:      Date(in.Within(0, int64(latest), "first")),
		last:       Date(in.Within(0, int64(latest), "last")),
		visits:     int64(readUpTo(in, math.MaxUint32, "visits")),
		nights:     int64(readUpTo(in, math.MaxUint32, "nights")),
		roomNights: int64(readUpTo(in, math.MaxUint32, "room nights")),
	}
	t.revenue, t.firstRevenue, t.fees = readAmount(in, scale), readAmount(in, scale), readAmount(in, scale)
	visited := t.visits > 0
	if !visited && (t.nights > 0 || t.roomNights > 0 || t.revenue != amount{} || t.firstRevenue != amount{}) {
		in.Fail("totals without a visit")
	}
	if visited != (t.first >= earliest) || visited != (t.last >= earliest) || t.first > t.last {
		in.Fail("dates of a guest")
	}
	return t
}
