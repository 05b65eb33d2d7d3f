package hotelcrm

import (
	"github.com/hotelcrm/hotelcrm/internal/wire"
)

func (b *tallyBook) append(s *Setup, out []byte) []byte {
	out = wire.Uint(out, uint64(b.counts.Stays))
	for reason := WasTentative; int(reason) < reasonCount; reason++ {
		out = wire.Uint(out, uint64(b.counts.left[reason]))
	}
	used := make([]bool, len(b.lines))
	for v := range used {
		used[v] = true
	}
	order, _ := b.guests.ranks(used)
	out = b.guests.append(out, order)
	for _, v := range order {
		out = b.lines[v].append(out, s.Scale)
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
	b.guests = readNames(in)
	if len(b.guests.texts) > 0 && b.guests.texts[0] == "" {
		in.Fail("empty guest id")
	}
	b.lines = make([]totals, 0, len(b.guests.texts))
	for range b.guests.texts {
		b.lines = append(b.lines, readTotals(in, s.Scale))
	}
	return b
}

func readTotals(in *wire.Reader, scale int) totals {
	t := totals{
		first:  Date(in.Within(0, int64(latest), "first")),
		last:   Date(in.Within(0, int64(latest), "last")),
		visits: readCount(in), nights: readCount(in), roomNights: readCount(in),
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
