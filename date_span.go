package hotelcrm

// Span is a range of dates, half-open: From is in it, To is not. A status valid through 28 February 2027 is the span
// with To 1 March 2027, so that the end of one span is the beginning of the next.
//
// A zero From is open to the past and a zero To to the future, so the zero Span holds every date.
type Span struct {
	From Date `json:"from,omitzero"`
	To   Date `json:"to,omitzero"`
}

// Contains reports whether d lies in the span. The zero Date lies in no span.
func (s Span) Contains(d Date) bool {
	return d != 0 && d >= s.From && (s.To == 0 || d < s.To)
}

// Last returns the last date of the span, for people to read: the zero Date if it has no end or holds no date.
func (s Span) Last() Date {
	if s.To == 0 || s.Empty() {
		return 0
	}
	return s.To.AddDays(-1)
}

// Empty reports whether no date lies in the span.
func (s Span) Empty() bool { return s.To != 0 && s.To <= max(s.From, MinDate) }

// Days returns the number of dates in the span, and false if an end is open.
func (s Span) Days() (int, bool) {
	if s.From == 0 || s.To == 0 {
		return 0, false
	}
	return max(0, s.To.DaysSince(s.From)), true
}

// Overlaps reports whether some date lies in both spans.
func (s Span) Overlaps(other Span) bool { return !s.And(other).Empty() }

// And returns the dates that lie in both spans. The result may be empty.
func (s Span) And(other Span) Span {
	out := Span{From: max(s.From, other.From), To: s.To}
	if s.To == 0 || (other.To != 0 && other.To < s.To) {
		out.To = other.To
	}
	return out
}

// Cycle returns the cycle of a number of months that holds d, counted from start: [start, start + months), and so on in
// both directions. Every edge is counted from start itself, so that a cycle of one month from 31 January begins on 28 or
// 29 February, 31 March and 30 April.
//
// Input: months above 0. The zero Span if start or d is zero, or the cycle leaves years 1 to 9999.
func Cycle(start, d Date, months int) Span {
	if start == 0 || d == 0 || months < 1 || months > 12*9999 {
		return Span{}
	}
	y0, m0, _ := start.Civil()
	y1, m1, _ := d.Civil()
	k := floorDiv((y1-y0)*12+int(m1)-int(m0), months)
	from := start.AddMonths(k * months)
	if from > d {
		k--
		from = start.AddMonths(k * months)
	}
	to := start.AddMonths((k + 1) * months)
	if from == 0 || to == 0 {
		return Span{}
	}
	return Span{From: from, To: to}
}

// Rolling returns the window of a number of months that ends with d: (d - months, d], which is
// [d - months + 1 day, d + 1 day).
//
// Input: months above 0. The zero Span if d is zero, or the window leaves years 1 to 9999.
func Rolling(d Date, months int) Span {
	if months < 1 {
		return Span{}
	}
	before, to := d.AddMonths(-months), d.AddDays(1)
	if before == 0 || to == 0 {
		return Span{}
	}
	return Span{From: before.AddDays(1), To: to}
}
