package main

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// past is the hotel as it was a year before the analysis date.
type past struct {
	asOf      hotelcrm.Date
	summaries *hotelcrm.Summaries
	stages    []lifecycle.Stage // of the guests of the summaries
	stayed    *hotelcrm.Visits  // nil: the plan does not ask for stays
}

const monthsBack = 12

// earliestAsOf is the first analysis date that the library takes.
var earliestAsOf = hotelcrm.DateOf(1950, 1, 1)

// lookBack asks for the hotel of a year before.
func (b *book) lookBack(opt *options, in *intake, asOf hotelcrm.Date) error {
	p := &past{asOf: asOf.AddMonths(-monthsBack)}
	if p.asOf < earliestAsOf {
		return nil
	}
	in.past = p
	var err error
	if !opt.classes.ofStays {
		p.summaries, err = b.register.Summaries(p.asOf, hotelcrm.Window{})
		return err
	}
	if p.stayed, err = b.register.Visits(p.asOf, hotelcrm.Window{}); err != nil {
		return err
	}
	p.summaries = p.stayed.Summaries()
	return nil
}

// tellStages finds the stages of life from the visits, now and a year before.
func (in *intake) tellStages(opt *options, all *hotelcrm.Visits) error {
	rules := lifecycle.Rules{Workers: in.summaries.Workers()}
	lives, err := rules.Stages(all)
	if err != nil {
		return err
	}
	in.stages = lives.Stages()
	if opt.classes.ofStays {
		in.stayed = all
	}
	in.years = newYears(all)
	if in.past != nil {
		in.past.stages, err = stagesAt(rules, all, in.past.summaries)
	}
	return err
}

// stagesAt returns the stages of guests as of the date of their summaries, told by all their visits.
func stagesAt(rules lifecycle.Rules, all *hotelcrm.Visits, s *hotelcrm.Summaries) ([]lifecycle.Stage, error) {
	standings, err := rules.StandingAll(all, s.AsOf())
	if err != nil {
		return nil, err
	}
	out := make([]lifecycle.Stage, s.Len())
	guest := 0
	for i, id := range s.Guests() {
		for all.Guests()[guest] < id { // both rise, and who came by then has come by now
			guest++
		}
		out[i] = standings[guest].Stage
	}
	return out, nil
}

// What to do in each stage of life. The literature asks for a strategy of each stage and leaves it to the hotel.
var stageActions = map[lifecycle.Stage]string{
	lifecycle.NewGuest: "thank them after the stay, and give a reason to come a second time: most never do",
	lifecycle.Growing:  "learn what they like, and make the next visit easy to book",
	lifecycle.Loyal:    "know them by name, keep what they come for, and ask them to recommend the house",
	lifecycle.AtRisk:   "write or call now, in person: they are late by their own habit",
	lifecycle.Lapsed:   "one offer to come back that is worth it; who does not answer needs no further mail",
	lifecycle.WonBack:  "ask why they stayed away and what brought them back, and see to it before they leave",
}

// stageRanks says which stage is higher: who comes stands above who is late, and who is late above who is lost.
var stageRanks = map[string]int{
	lifecycle.Lapsed.String(): 1, lifecycle.AtRisk.String(): 2, lifecycle.NewGuest.String(): 3, lifecycle.WonBack.String(): 4,
	lifecycle.Growing.String(): 4, lifecycle.Loyal.String(): 5,
}

// lifePlan is the stages of life as the classes of a plan, without conditions. Nobody who has a visit is a prospect.
func lifePlan() segment.Plan {
	a := stageLevels()
	p := segment.Plan{ID: a.ID, Revision: 1, Label: a.Label, LabelZH: a.LabelZH, Mode: segment.Exclusive}
	for _, stage := range lifecycle.Stages() {
		if stage != lifecycle.Prospect {
			p.Classes = append(p.Classes, segment.Class{ID: stage.String(), Label: stage.Label(), LabelZH: stage.LabelZH(), Action: stageActions[stage]})
		}
	}
	return p
}

// classesOfLife returns the stages of all guests as classes.
func classesOfLife(stages []lifecycle.Stage) *classes {
	p := lifePlan()
	out := &classes{plan: p, list: p.Classes, codes: make([]uint8, len(stages)), sizes: make([]int, len(p.Classes))}
	for i, stage := range stages {
		out.codes[i] = uint8(stage - lifecycle.NewGuest)
	}
	out.count()
	return out
}
