package main

import (
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// milestones are the rewards that were reached.
func (w *writer) milestones() *section {
	if len(w.Milestones) == 0 {
		return nil
	}
	s := &section{ID: "milestones", Title: w.Say("Milestones")}
	g := &grid{ID: "milestone-list", Caption: w.Say("Reached so far"), Wide: true, Head: w.heads("date", "milestone", "#at", "reward", "good through")}
	for _, m := range w.Milestones {
		good := w.Say("for ever")
		if m.Until != 0 {
			good = m.Until.AddDays(-1).String()
		}
		g.row(m.Date.String(), w.milestone(m.Version, m.Milestone), lang.Whole(m.At), w.reward(m), good)
	}
	s.Grids = []*grid{g}
	return s
}

func (w *writer) reward(m loyalty.Reached) string {
	var parts []string
	if m.Points > 0 {
		parts = append(parts, w.Say("%s points", lang.Whole(m.Points)))
	}
	if len(m.Choices) > 0 {
		parts = append(parts, w.choice(m))
	}
	if m.ChooseBy != 0 {
		parts = append(parts, w.Say("to be chosen before %s", m.ChooseBy))
	}
	return strings.Join(parts, w.Say("; "))
}

// choice says what of a reward the member chooses.
func (w *writer) choice(m loyalty.Reached) string {
	var names []string
	for _, name := range m.Choices {
		names = append(names, w.Say(name))
	}
	last := len(names) - 1
	switch {
	case m.Choose == 0:
		return strings.Join(names, w.Say(", "))
	case last == 0:
		return names[0]
	}
	list := strings.Join(names[:last], w.Say(", ")) + w.Say(" or ") + names[last]
	switch m.Choose {
	case 1:
		return w.Say("one of %s", list)
	case 2:
		return w.Say("two of %s", list)
	}
	return w.Say("any %s of %s", lang.Whole(m.Choose), list)
}

// milestone says what a milestone asks for: every 10 nights. Without a version the latest is meant that has it.
func (w *writer) milestone(version, id string) string {
	for _, v := range slices.Backward(w.versions) {
		at := slices.IndexFunc(v.Milestones, func(m loyalty.Milestone) bool { return m.ID == id })
		if at < 0 || version != "" && version != v.ID {
			continue
		}
		m := v.Milestones[at]
		of := loyalty.Need{Metric: m.Metric}
		if m.Every > 0 {
			return w.Say("every %s", w.counted(of, decimal.NewFromInt(m.Every)))
		}
		return w.Say("at %s", w.counted(of, decimal.NewFromInt(m.At)))
	}
	return id
}
