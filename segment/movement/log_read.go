package movement

import (
	"iter"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
)

// Plan returns the id of the plan.
func (l *Log) Plan() string { return l.plan }

// Len returns the number of memberships, open ones included.
func (l *Log) Len() int { return len(l.entries) }

// Days returns the days of the snapshots, earliest first.
func (l *Log) Days() []hotelcrm.Date {
	out := make([]hotelcrm.Date, len(l.days))
	for i, day := range l.days {
		out[i] = day.AsOf
	}
	return out
}

func (l *Log) membership(e logEntry) Membership {
	return Membership{
		Guest: l.guests.list[e.guest], Class: l.classes.list[e.class], Revision: l.days[e.day].Revision,
		From: l.days[e.day].AsOf, To: e.to, Reason: l.reasons.list[e.reason],
	}
}

// All returns every membership in the order in which they were recorded.
func (l *Log) All() iter.Seq[Membership] {
	return func(yield func(Membership) bool) {
		for _, entry := range l.entries {
			if !yield(l.membership(entry)) {
				return
			}
		}
	}
}

// Of returns the memberships of one guest, earliest first.
func (l *Log) Of(guest string) []Membership {
	number, ok := l.guests.number[guest]
	if !ok {
		return nil
	}
	var out []Membership
	for at := l.latest[number]; at > 0; at = l.entries[at-1].before {
		out = append(out, l.membership(l.entries[at-1]))
	}
	slices.Reverse(out)
	return out
}

// At returns the membership that held for a guest on a day, and false if the guest was in no class then, or the day is
// before the first snapshot.
//
// Cost: the guest's memberships after that day, no allocation.
func (l *Log) At(guest string, day hotelcrm.Date) (Membership, bool) {
	number, ok := l.guests.number[guest]
	if !ok {
		return Membership{}, false
	}
	at := l.at(number, day)
	if at == 0 {
		return Membership{}, false
	}
	return l.membership(l.entries[at-1]), true
}

// at returns the number of the entry that held on a day, counted from 1.
func (l *Log) at(guest uint32, day hotelcrm.Date) int32 {
	at := l.latest[guest]
	for at > 0 && l.days[l.entries[at-1].day].AsOf > day {
		at = l.entries[at-1].before
	}
	if at == 0 || l.entries[at-1].to != 0 && l.entries[at-1].to <= day {
		return 0
	}
	return at
}

// On returns the classes as they held on a day: those of the last snapshot up to it, with that snapshot's classes and
// revision. It is false for a day before the first snapshot. Guests without a class are left out.
//
// Cost: O(entries + n log n) for n guests.
func (l *Log) On(day hotelcrm.Date) (Snapshot, bool) {
	last := -1
	for i := range l.days {
		if l.days[i].AsOf <= day {
			last = i
		}
	}
	if last < 0 {
		return Snapshot{}, false
	}
	out := Snapshot{Plan: l.plan, Revision: l.days[last].Revision, AsOf: day, Classes: slices.Clone(l.days[last].Classes)}
	codes := make(map[string]uint16, len(out.Classes))
	for i, class := range out.Classes {
		codes[class] = uint16(i + 1)
	}
	var held []int32
	for guest := range l.latest {
		if at := l.at(uint32(guest), day); at > 0 {
			held = append(held, at-1)
		}
	}
	id := func(at int32) string { return l.guests.list[l.entries[at].guest] }
	slices.SortFunc(held, func(a, b int32) int { return strings.Compare(id(a), id(b)) })
	out.Guests, out.Codes, out.Reasons = make([]string, len(held)), make([]uint16, len(held)), make([]string, len(held))
	for row, at := range held {
		entry := l.entries[at]
		out.Guests[row], out.Codes[row], out.Reasons[row] = id(at), codes[l.classes.list[entry.class]], l.reasons.list[entry.reason]
	}
	return out, true
}
