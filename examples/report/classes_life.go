package main

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/hotelcrm/hotelcrm/segment"
)

// past is the hotel as it was a year before the analysis date.
type past struct {
	asOf      hotelcrm.Date
	summaries *hotelcrm.Summaries
	stages    []segment.LifeStage // of the guests of the summaries
	stayed    *hotelcrm.Visits    // nil: the plan does not ask for stays
}

const monthsBack = 12

// earliestAsOf is the first analysis date that the library takes.
var earliestAsOf = hotelcrm.DateOf(1950, 1, 1)

// lookBack finds the stages of life from the visits, now and a year before.
func (b *book) lookBack(opt *options, in *intake, all *hotelcrm.Visits) error {
	rules := segment.LifeCycle{Workers: b.register.Setup().Workers}
	lives, err := rules.Stages(all)
	if err != nil {
		return err
	}
	in.stages = lives.Stages()
	if opt.classes.ofStays {
		in.stayed = all
	}
	p := &past{asOf: all.AsOf().AddMonths(-monthsBack)}
	if p.asOf < earliestAsOf {
		return nil
	}
	in.past = p
	if p.summaries, err = b.register.Summaries(p.asOf, hotelcrm.Window{}); err != nil {
		return err
	}
	if opt.classes.ofStays {
		if p.stayed, err = b.register.Visits(p.asOf, hotelcrm.Window{}); err != nil {
			return err
		}
	}
	p.stages, err = stagesAt(rules, all, p.summaries)
	return err
}

// stagesAt returns the stages of guests as of the date of their summaries, told by all their visits.
func stagesAt(rules segment.LifeCycle, all *hotelcrm.Visits, s *hotelcrm.Summaries) ([]segment.LifeStage, error) {
	out := make([]segment.LifeStage, s.Len())
	errs := make([]error, share.Count(s.Len(), s.Workers()))
	share.Out(s.Len(), s.Workers(), func(worker, from, to int) {
		guest := 0
		if from < to {
			guest, _ = all.Find(s.Guests()[from])
		}
		for i := from; i < to && errs[worker] == nil; i++ {
			for all.Guests()[guest] < s.Guests()[i] { // both rise, and who came by then has come by now
				guest++
			}
			first, end := all.Of(guest)
			var standing segment.Standing
			standing, errs[worker] = rules.Standing(all.Arrival()[first:end], all.Departure()[first:end], s.AsOf())
			out[i] = standing.Stage
		}
	})
	return out, firstError(errs)
}

func firstError(errs []error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// What to do in each stage of life. The literature asks for a strategy of each stage and leaves it to the hotel.
var stageActions = map[segment.LifeStage]string{
	segment.NewGuest: "thank them after the stay, and give a reason to come a second time: most never do",
	segment.Growing:  "learn what they like, and make the next visit easy to book",
	segment.Loyal:    "know them by name, keep what they come for, and ask them to recommend the house",
	segment.AtRisk:   "write or call now, in person: they are late by their own habit",
	segment.Lapsed:   "one offer to come back that is worth it; who does not answer needs no further mail",
	segment.WonBack:  "ask why they stayed away and what brought them back, and see to it before they leave",
}

// stageRanks says which stage is higher: who comes stands above who is late, and who is late above who is lost.
var stageRanks = map[string]int{
	segment.Lapsed.String(): 1, segment.AtRisk.String(): 2, segment.NewGuest.String(): 3, segment.WonBack.String(): 4,
	segment.Growing.String(): 4, segment.Loyal.String(): 5,
}

// lifePlan is the stages of life as the classes of a plan, without conditions. Nobody who has a visit is a prospect.
func lifePlan() segment.Plan {
	a := stageLevels()
	p := segment.Plan{ID: a.ID, Revision: 1, Label: a.Label, LabelZH: a.LabelZH, Mode: segment.Exclusive}
	for _, stage := range segment.LifeStages() {
		if stage != segment.Prospect {
			p.Classes = append(p.Classes, segment.Class{ID: stage.String(), Label: stage.Label(), LabelZH: stage.LabelZH(), Action: stageActions[stage]})
		}
	}
	return p
}

// classesOfLife returns the stages of all guests as classes.
func classesOfLife(stages []segment.LifeStage) *classes {
	p := lifePlan()
	out := &classes{plan: p, list: p.Classes, codes: make([]uint8, len(stages)), sizes: make([]int, len(p.Classes))}
	for i, stage := range stages {
		out.codes[i] = uint8(stage - segment.NewGuest)
	}
	out.count()
	return out
}
