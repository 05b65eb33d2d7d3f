package funnel

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/badrows"
)

// step is an entry with its stage as a number; a loss is the number after the last stage.
type step struct {
	guest string
	stage int
	on    hotelcrm.Date
}

// steps returns the entries by guest, day and stage.
func (r Rules) steps(entries []Entry) ([]step, error) {
	number := make(map[string]int, len(r.Stages))
	for i, stage := range r.Stages {
		number[stage.ID] = i
	}
	var bad badrows.List
	steps := make([]step, 0, len(entries))
	for i, entry := range entries {
		stage, known := number[entry.Stage]
		if entry.Lost {
			stage, known = len(r.Stages), entry.Stage == ""
		}
		field, value, allowed := "", any(""), ""
		switch {
		case entry.Guest == "":
			field, allowed = "guest", "a guest"
		case !known:
			field, value, allowed = "stage", entry.Stage, "a stage of the funnel, or none for a loss"
		case entry.On < hotelcrm.MinDate || entry.On > hotelcrm.MaxDate:
			field, value, allowed = "on", entry.On, "a day of the calendar"
		}
		if field != "" {
			if !bad.Add(i+1, field, value, allowed) {
				break
			}
			continue
		}
		steps = append(steps, step{entry.Guest, stage, entry.On})
	}
	slices.SortFunc(steps, func(a, b step) int {
		return cmp.Or(strings.Compare(a.guest, b.guest), cmp.Compare(a.on, b.on), cmp.Compare(a.stage, b.stage))
	})
	return steps, bad.Join()
}

// pass is one way through the funnel.
type pass struct {
	stage   int             // the furthest stage reached
	on      []hotelcrm.Date // the day of each stage up to it, zero where the stage was skipped
	ended   hotelcrm.Date   // the day of the loss
	lost    bool
	started hotelcrm.Date
}

func startPass(stage int, on hotelcrm.Date) *pass {
	p := &pass{started: on, on: make([]hotelcrm.Date, 0, stage+1)}
	p.reach(stage, on)
	return p
}

func (p *pass) reach(stage int, on hotelcrm.Date) {
	for len(p.on) < stage {
		p.on = append(p.on, 0)
	}
	p.on, p.stage = append(p.on, on), stage
}

// close ends a pass that is neither won nor lost once its window is over.
func (p *pass) close(f Rules, day hotelcrm.Date) {
	if f.Window > 0 && !p.lost && p.stage < len(f.Stages)-1 && day.DaysSince(p.started) > f.Window {
		p.lost, p.ended = true, p.started.AddDays(f.Window)
	}
}

// passes cuts the steps of one guest, none after asOf, into passes, and returns how many steps were left out.
func (r Rules) passes(steps []step, asOf hotelcrm.Date) (passes []*pass, left int) {
	var now *pass
	won := len(r.Stages) - 1
	for _, step := range steps {
		if now != nil {
			now.close(r, step.on)
		}
		under := now != nil && !now.lost && now.stage < won
		switch {
		case step.stage > won && under:
			now.lost, now.ended = true, step.on
		case step.stage > won:
			left++
		case now != nil && !now.lost && step.stage == now.stage:
			// the guest is there already
		case under && (step.stage == now.stage+1 || step.stage > now.stage && r.Path == SkipStages):
			now.reach(step.stage, step.on)
		case step.stage == 0 || r.Path == SkipStages:
			now = startPass(step.stage, step.on)
			passes = append(passes, now)
		default:
			left++
		}
	}
	for _, pass := range passes { // also those that a later one took the place of
		pass.close(r, asOf)
	}
	return passes, left
}
