package loyalty

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// Reached is a milestone that a member has reached.
type Reached struct {
	Milestone string        `json:"milestone"`
	Version   string        `json:"version"`
	Date      hotelcrm.Date `json:"date"`              // the day at whose close it was reached
	At        int64         `json:"at"`                // the count
	Points    int64         `json:"points,omitempty"`  // given
	Choices   []string      `json:"choices,omitempty"` // what is given, or may be chosen from
	Choose    int           `json:"choose,omitempty"`
	ChooseBy  hotelcrm.Date `json:"chooseBy,omitzero"` // exclusive; zero: no deadline
	Until     hotelcrm.Date `json:"until,omitzero"`    // until when what was given is good, exclusive; zero: for ever
}

// Milestones returns the milestones that a member has reached up to the close of at.On, by date, then in the order of
// the programme and of counts.
//
// Only what was counted in the window itself matters: nothing that was carried in. A count that goes down by a
// correction and up again reaches a milestone once. Of one milestone at most 10,000 steps of one day are listed.
// Errors: as [Engine.Status].
func (e *Engine) Milestones(m *Member, at AsOf) ([]Reached, error) {
	w := walk{engine: e}
	if err := w.start(m, at); err != nil {
		return nil, err
	}
	if w.begun == 0 {
		return nil, nil
	}
	v := e.Evaluator()
	var out []Reached
	for number := range e.versions {
		for _, rule := range e.programme.Versions[number].Milestones {
			list, err := w.milestone(number, rule, v, at)
			if err != nil {
				return nil, err
			}
			out = append(out, list...)
		}
	}
	slices.SortStableFunc(out, func(a, b Reached) int { return cmp.Compare(a.Date, b.Date) })
	return out, nil
}

// milestone returns where one milestone was reached while its version was in force.
func (w *walk) milestone(number int, rule Milestone, ev *Evaluator, at AsOf) ([]Reached, error) {
	window, _ := rule.Window.resolved("") // was checked
	without := kindSet(rule.Without)
	var out []Reached
	var span hotelcrm.Span
	var count, best int64
	for i := 0; i < len(w.lines.dates); {
		day := w.lines.dates[i]
		if span.From == 0 || !span.Contains(day) {
			span, count, best = w.span(window, day, w.begun), 0, 0
			span.From = max(span.From, hotelcrm.MinDate)
			if window.Kind == Lifetime {
				span.To = forever
			}
		}
		for ; i < len(w.lines.dates) && w.lines.dates[i] == day; i++ {
			if kind := w.member.Activities[w.lines.places[i]].Kind; !without.has(uint8(kind)) {
				count += w.lines.totals[i+1][rule.Metric] - w.lines.totals[i][rule.Metric]
			}
		}
		if count <= best {
			continue
		}
		if w.engine.versionOn(day) == number {
			list, err := w.crossed(number, rule, best, count, day, span, ev, at)
			if err != nil {
				return nil, err
			}
			out = append(out, list...)
		}
		best = count
	}
	return out, nil
}

// crossed returns the steps of a milestone above one count and up to another.
func (w *walk) crossed(number int, rule Milestone, from, to int64, day hotelcrm.Date, span hotelcrm.Span, ev *Evaluator, at AsOf) ([]Reached, error) {
	if rule.Tier != "" {
		status, err := ev.Status(w.member, AsOf{On: day, Known: at.Known})
		if err != nil || status.Rank < w.engine.rank[rule.Tier] {
			return nil, err
		}
	}
	valid, _ := rule.Valid.resolved("") // was checked
	var out []Reached
	step := rule.At
	if rule.Every > 0 && from >= rule.At {
		step += ((from-rule.At)/rule.Every + 1) * rule.Every
	}
	for ; step <= to && (rule.UpTo == 0 || step <= rule.UpTo) && len(out) < maxSteps; step += rule.Every {
		if step > from {
			r := Reached{
				Milestone: rule.ID, Version: w.engine.versions[number].id, Date: day, At: step,
				Points: rule.Points, Choices: rule.Choices, Choose: rule.Choose,
			}
			if rule.ChooseDays > 0 {
				r.ChooseBy = day.AddDays(rule.ChooseDays)
			}
			if r.Until = validUntil(valid, day, span); r.Until >= forever {
				r.Until = 0
			}
			out = append(out, r)
		}
		if rule.Every == 0 {
			break
		}
	}
	return out, nil
}

// maxSteps bounds the steps of one milestone in one day.
const maxSteps = 10_000

// validUntil returns the end of what is given on a day in a window.
func validUntil(valid Validity, day hotelcrm.Date, span hotelcrm.Span) hotelcrm.Date {
	switch valid.Kind {
	case MonthEnd:
		year := yearOf(day) + valid.Years
		return graced(max(monthAfter(year, valid.Month), endAfter(day, valid.Month)), valid)
	case ForMonths:
		return graced(day.AddMonths(valid.Months), valid)
	case ForCycle:
		return graced(span.To, valid)
	}
	return forever
}
