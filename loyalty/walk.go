package loyalty

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// forever lies beyond every date.
const forever = hotelcrm.MaxDate + 1

// walk goes through a member's life from the first day to the date asked, from one event to the next. On one day it
// takes them in this order: a minimum given to all, the turn of the year, a new version, promotions that begin, a lapse
// or review, grants without an end, and at last the activity of the day, all of it at once.
type walk struct {
	engine *Engine
	member *Member
	on     hotelcrm.Date
	lines  lines

	grants   []grant // by hand, by date
	overlays []overlay

	today   hotelcrm.Date
	begun   hotelcrm.Date // enrolment; 0: never a member
	version int           // in force today; -1: none
	done    int           // lines that are counted
	granted int           // grants that are taken
	floored int           // floors that are taken
	turn    hotelcrm.Date // the next 1 January, if that matters

	level     int // rank
	since     hotelcrm.Date
	source    Source
	cycleEnd  hotelcrm.Date           // where the level's cycle ends, before any grace
	supported [maxTiers]hotelcrm.Date // until when activity supports a tier, exclusive
	resetOn   hotelcrm.Date           // counters are zero from here
	carried   [2]carriedOver          // into the year carriedTo, and into the year before
	carriedTo int
	years     [maxTiers]int64 // at whose last day the tier or a higher one was held
	pending   []pending       // promotions that are reached but have not begun

	looked, lookedSince hotelcrm.Date // what was counted last
	cycle               cycleCache
	ends                endCache
	spans               [maxWindows]counted
	pace                *[maxWindows]pace // how far counts are stretched; nil: not at all
	changes             *[]change         // where the changes of level are noted; nil: nowhere
}

// overlay is a status with an end that lies over the earned one.
type overlay struct {
	rank     int
	from, to hotelcrm.Date
	source   Source
}

// grant is a promotion by hand.
type grant struct {
	rank   int
	from   hotelcrm.Date
	source Source
}

// carriedOver is what came in from the year before.
type carriedOver struct {
	metric Metric
	amount int64
}

type pending struct {
	rank            int
	begins, reached hotelcrm.Date
}

// start makes the walk ready for a member.
func (w *walk) start(m *Member, at AsOf) error {
	if at.On < hotelcrm.MinDate || at.On > hotelcrm.MaxDate {
		return refuse.Param("AsOf.On", at.On.String(), "a date")
	}
	if m.Enrolled != 0 && (m.Enrolled < hotelcrm.MinDate || m.Enrolled > hotelcrm.MaxDate) {
		return refuse.Param("Member.Enrolled", fmt.Sprint(int32(m.Enrolled)), "a date of years 1 to 9999, or none")
	}
	known := at.Known
	if known == 0 {
		known = forever
	}
	*w = walk{
		engine: w.engine, member: m, on: at.On, version: -1, changes: w.changes, lines: w.lines,
		grants: w.grants[:0], overlays: w.overlays[:0], pending: w.pending[:0],
	}
	if err := w.lines.load(w.engine, m, at.On, known); err != nil {
		return err
	}
	if err := w.sortGrants(known); err != nil {
		return err
	}
	w.begun = m.Enrolled
	if w.begun == 0 {
		w.begun = w.firstDate()
	}
	return nil
}

// firstDate returns the date of the first line or grant, 0 if there is none.
func (w *walk) firstDate() hotelcrm.Date {
	first := forever
	if len(w.lines.dates) > 0 {
		first = w.lines.dates[0]
	}
	if len(w.grants) > 0 {
		first = min(first, w.grants[0].from)
	}
	for _, o := range w.overlays {
		first = min(first, o.from)
	}
	if first == forever {
		return 0
	}
	return first
}

// run walks to the date asked.
func (w *walk) run() {
	if w.begun == 0 || w.begun > w.on {
		w.begun = 0
		return
	}
	w.begin()
	w.goOn()
}

// goOn takes the events that are left up to the date asked.
func (w *walk) goOn() {
	for {
		day := w.next()
		if day > w.on {
			return
		}
		w.live(day)
	}
}

// begin makes the member one of the first tier.
func (w *walk) begin() {
	w.today, w.since, w.source = w.begun, w.begun, FromEnrolment
	w.supported[0] = forever
	w.version = w.engine.versionOn(w.begun)
	w.turn = forever
	if w.engine.yearly {
		w.turn = yearSpan(yearOf(w.begun)).To
	}
	for w.floored < len(w.engine.floors) && w.engine.floors[w.floored].heldOn < w.begun {
		w.floored++
	}
	w.note(change{day: w.begun, reason: Enrolled}, nil)
}

// next returns the date of the next event, beyond every date if there is none.
func (w *walk) next() hotelcrm.Date {
	day := min(w.turn, w.supported[w.level])
	if w.done < len(w.lines.dates) {
		day = min(day, w.lines.dates[w.done])
	}
	if w.granted < len(w.grants) {
		day = min(day, w.grants[w.granted].from)
	}
	if len(w.pending) > 0 {
		day = min(day, w.pending[0].begins)
	}
	if w.floored < len(w.engine.floors) {
		day = min(day, w.engine.floors[w.floored].heldOn+1)
	}
	return max(min(day, w.nextVersion()), w.today)
}

// nextVersion returns the date on which the rules change next.
func (w *walk) nextVersion() hotelcrm.Date {
	versions := w.engine.versions
	if w.version >= 0 && versions[w.version].To != 0 {
		return versions[w.version].To
	}
	if w.version < 0 {
		for i := range versions {
			if versions[i].From > w.today {
				return versions[i].From
			}
		}
	}
	return forever
}

// live takes the events of one day.
func (w *walk) live(day hotelcrm.Date) {
	w.today = day
	for w.floored < len(w.engine.floors) && w.engine.floors[w.floored].heldOn < day {
		w.holdFloor(w.engine.floors[w.floored])
		w.floored++
	}
	if day == w.turn {
		w.endYear()
	}
	w.changeVersion()
	for len(w.pending) > 0 && w.pending[0].begins <= day {
		p := w.pending[0]
		w.pending = w.pending[:copy(w.pending, w.pending[1:])]
		w.promote(p.rank, p.begins, p.reached, FromActivity)
	}
	if w.supported[w.level] <= day {
		w.lapse()
	}
	for w.granted < len(w.grants) && w.grants[w.granted].from <= day {
		w.takeGrant(w.grants[w.granted])
		w.granted++
	}
	if n := w.lines.until(w.done, day); n > w.done {
		w.done = n
		w.look()
	}
}
