package movement

import (
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Log remembers which class of a plan each guest was in, from when to when, why, and by which revision of the plan. It is
// filled with one snapshot after another and never rewrites what it holds.
//
// A membership begins on the day of the snapshot that first shows it and ends on the day of the first that does not:
// another class, none, or another revision of the plan. Between two snapshots the former holds. A reason that changes
// while class and revision stay is not noted: the log says why the guest came into the class.
//
// A Log is filled by one goroutine at a time; reading does not change it.
type Log struct {
	plan    string
	days    []logDay
	guests  dictionary
	classes dictionary
	reasons dictionary
	entries []logEntry
	latest  []int32 // by guest: the number of the latest entry, counted from 1; 0 for none
}

// logDay is one snapshot.
type logDay struct {
	AsOf     hotelcrm.Date `json:"asOf"`
	Revision int           `json:"revision"`
	Classes  []string      `json:"classes"`
}

// logEntry is one membership.
type logEntry struct {
	guest, class, reason uint32
	day                  int32 // number of the snapshot it begins with
	to                   hotelcrm.Date
	before               int32 // the guest's entry before it, counted from 1
}

// Membership is one guest's time in one class: from From on, up to but not including To.
type Membership struct {
	Guest    string        `json:"guest"`
	Class    string        `json:"class"`
	Revision int           `json:"revision"` // of the plan
	From     hotelcrm.Date `json:"from"`
	To       hotelcrm.Date `json:"to,omitzero"` // zero: still open
	Reason   string        `json:"reason,omitempty"`
}

// dictionary numbers texts in the order of their first occurrence.
type dictionary struct {
	list   []string
	number map[string]uint32
}

func (d *dictionary) add(text string) uint32 {
	if n, ok := d.number[text]; ok {
		return n
	}
	if d.number == nil {
		d.number = map[string]uint32{}
	}
	n := uint32(len(d.list))
	text = strings.Clone(text) // not a piece of the caller's file
	d.list, d.number[text] = append(d.list, text), n
	return n
}

// NewLog returns an empty log of a plan.
//
// Errors: a [*hotelcrm.ParamError] for an empty id.
func NewLog(plan string) (*Log, error) {
	if plan == "" {
		return nil, refuse.Param("plan", plan, "not empty")
	}
	return &Log{plan: plan}, nil
}

// Recorded is what one snapshot changed.
type Recorded struct {
	Entered int `json:"entered"` // from no class into one
	Moved   int `json:"moved"`   // from one class into another
	Left    int `json:"left"`    // from a class into none
	Renewed int `json:"renewed"` // same class, another revision of the plan
	Same    int `json:"same"`    // nothing to note
}

// Record adds a snapshot. After an error the log is as it was.
//
// Errors: as [Snapshot.Validate]; a [*hotelcrm.ParamError] for another plan, or a day that is not after the last one.
// Cost: O(guests); an entry takes 24 bytes.
func (l *Log) Record(s Snapshot) (Recorded, error) {
	if err := s.Validate(); err != nil {
		return Recorded{}, err
	}
	if s.Plan != l.plan {
		return Recorded{}, refuse.Param("Snapshot.Plan", s.Plan, l.plan)
	}
	if n := len(l.days); n > 0 && s.AsOf <= l.days[n-1].AsOf {
		return Recorded{}, refuse.Param("Snapshot.AsOf", s.AsOf.String(), "after "+l.days[n-1].AsOf.String())
	}
	l.days = append(l.days, logDay{s.AsOf, s.Revision, slices.Clone(s.Classes)})
	classes := make([]uint32, len(s.Classes))
	for i, class := range s.Classes {
		classes[i] = l.classes.add(class)
	}
	var out Recorded
	here := make([]bool, len(l.latest), len(l.latest)+len(s.Guests))
	for row, id := range s.Guests {
		if s.Codes[row] == 0 {
			continue
		}
		guest := l.guests.add(id)
		if int(guest) == len(l.latest) {
			l.latest, here = append(l.latest, 0), append(here, false)
		}
		here[guest] = true
		l.note(guest, classes[s.Codes[row]-1], s.reason(row), &out)
	}
	for guest, present := range here {
		if entry := l.open(uint32(guest)); entry != nil && !present {
			entry.to = s.AsOf
			out.Left++
		}
	}
	return out, nil
}

// open returns the guest's entry that has no end, nil if there is none.
func (l *Log) open(guest uint32) *logEntry {
	if n := l.latest[guest]; n > 0 && l.entries[n-1].to == 0 {
		return &l.entries[n-1]
	}
	return nil
}

// note enters that a guest is in a class on the last day.
func (l *Log) note(guest, class uint32, reason string, out *Recorded) {
	today := int32(len(l.days) - 1)
	before := l.open(guest)
	switch {
	case before == nil:
		out.Entered++
	case before.class != class:
		out.Moved++
	case l.days[before.day].Revision != l.days[today].Revision:
		out.Renewed++
	default:
		out.Same++
		return
	}
	if before != nil {
		before.to = l.days[today].AsOf
	}
	l.entries = append(l.entries, logEntry{guest: guest, class: class, reason: l.reasons.add(reason), day: today, before: l.latest[guest]})
	l.latest[guest] = int32(len(l.entries))
}
