package guestpage

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// doView is the one thing to do in a situation, and what says so.
type doView struct {
	When, From, Text string
	Now              bool // somebody waits for it, or it has a last day
}

// todo is what to do, one order for the front desk and one for the office, since several would contradict each other. A
// guest who is in the house needs no letter.
func (g *Page) todo() []doView {
	var out []doView
	add := func(when string, list []doView) {
		for _, one := range list {
			if one.Text != "" {
				one.When, one.Text = when, lang.Capital(one.Text)
				out = append(out, one)
				return
			}
		}
	}
	add(g.Say("If the guest stands before you"), g.atDesk())
	if !g.Sheet.History.InHouse {
		add(g.Say("If not, from the office"), g.fromOffice())
	}
	return out
}

// atDesk are the orders for the front desk, the first of which counts: a complaint of an unhappy guest; the return of
// one who had lapsed; what the loyalty programme has to tell; a lesser complaint; the stage of life as of an arrival
// today; the segment. The value and the class of a guest are no business of the desk.
func (g *Page) atDesk() []doView {
	s := g.Sheet
	unhappy := s.Survey != nil && s.Survey.Unhappy()
	complaint := doView{From: g.Say("Satisfaction"), Text: g.complaint(), Now: unhappy}
	stage := doView{From: g.Say("Life cycle"), Text: g.Say(classes.StageActions[s.OnArrival])}
	if s.OnArrival == 0 {
		stage.Text = ""
	}
	var list []doView
	if unhappy {
		list = append(list, complaint)
	}
	if s.OnArrival == lifecycle.WonBack {
		list = append(list, stage)
	}
	return append(list, g.firstNotice(), complaint, stage, g.segmentOrder())
}

// fromOffice are the orders for whoever writes and calls, the first of which counts: amends to an unhappy guest; a tier
// that can still be kept; being late or lost by a rhythm of the guest's own; what else the programme has to tell; the
// segment; the stage of life, unless it waits for an arrival; the cell of the value matrix; the class.
func (g *Page) fromOffice() []doView {
	s := g.Sheet
	var list []doView
	if s.Survey != nil && s.Survey.Unhappy() {
		list = append(list, doView{From: g.Say("Satisfaction"), Text: g.amends(), Now: true})
	}
	stage := doView{}
	if l := s.LifeCycle; l != nil && l.Stage != lifecycle.WonBack {
		stage = doView{From: g.Say("Life cycle"), Text: g.Say(classes.StageActions[l.Stage])}
	}
	notice := g.firstNotice()
	if notice.Text != "" {
		notice.Text = g.Say("let the guest know: %s", notice.Text)
	}
	if s.Loyalty != nil && s.Loyalty.Open {
		list = append(list, notice)
	}
	if l := s.LifeCycle; l != nil && l.OwnRhythm && (l.Stage == lifecycle.AtRisk || l.Stage == lifecycle.Lapsed) {
		list = append(list, stage)
	}
	list = append(list, notice, g.segmentOrder(), stage)
	if v := s.Value; v.Advice != nil {
		list = append(list, doView{From: g.Say("Value"), Text: g.Pick(v.Advice.Action, v.Advice.ActionZH)})
	}
	for k, one := range s.Classes {
		if class := g.classOf(k); one.Why != nil {
			list = append(list, doView{From: g.Say("Class"), Text: g.Pick(class.Action, class.ActionZH)})
		}
	}
	return list
}

// firstNotice is what the loyalty programme has to tell first.
func (g *Page) firstNotice() doView {
	for _, text := range g.notices() {
		return doView{From: g.Say("Loyalty"), Text: text, Now: true}
	}
	return doView{}
}

func (g *Page) segmentOrder() doView {
	if s := g.Sheet.Segment; s != nil {
		return doView{From: g.Say("Segment"), Text: g.Pick(s.Action, s.ActionZH)}
	}
	return doView{}
}
