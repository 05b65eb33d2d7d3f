package classes

import (
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// What to do in each stage of life. The literature asks for a strategy of each stage and leaves it to the hotel.
var StageActions = map[lifecycle.Stage]string{
	lifecycle.NewGuest: "thank them after the stay, and give a reason to come a second time",
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
			p.Classes = append(p.Classes, segment.Class{ID: stage.String(), Label: stage.Label(), LabelZH: stage.LabelZH(), Action: StageActions[stage]})
		}
	}
	return p
}

// classesOfLife returns the stages of all guests as classes.
func classesOfLife(stages []lifecycle.Stage) *Assigned {
	p := lifePlan()
	out := &Assigned{Plan: p, List: p.Classes, Codes: make([]uint8, len(stages)), Sizes: make([]int, len(p.Classes))}
	for i, stage := range stages {
		out.Codes[i] = uint8(stage - lifecycle.NewGuest)
	}
	out.count()
	return out
}
