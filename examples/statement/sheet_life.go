package main

import (
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// benefits are what the tier is entitled to.
func (w *writer) benefits() *section {
	s := &section{ID: "benefits", Title: w.Say("Benefits of %s", w.tier(w.Status.Tier))}
	if w.PayRate.LessThan(decimal.NewFromInt(1)) {
		s.Text = append(s.Text, w.Say("The member pays %s of the rate.", w.Percent(w.PayRate.Shift(2).String())))
	}
	if w.FreeNight > 0 {
		s.Text = append(s.Text, w.Say("Of %d award nights in a row the cheapest is free.", w.FreeNight))
	}
	if len(w.Benefits) == 0 && len(s.Text) == 0 {
		return nil
	}
	if len(w.Benefits) == 0 {
		return s
	}
	g := &grid{ID: "benefit-list", Caption: w.Say("What the tier has"), Head: w.heads("benefit", "given", "details")}
	for _, b := range w.Benefits {
		text := b.Text
		if w.Chinese() && b.TextZH != "" {
			text = b.TextZH
		}
		if b.Quantity > 0 {
			text = strings.TrimSpace(fmt.Sprintf("%d %s", b.Quantity, text))
		}
		g.row(w.pick(b.Benefit, b.Name, b.NameZH), w.Name(b.Given.String()), text)
	}
	s.Grids = []*grid{g}
	return s
}

// timeline is all that happened to the status.
func (w *writer) timeline() *section {
	if len(w.Timeline) == 0 {
		return nil
	}
	s := &section{ID: "timeline", Title: w.Say("How the status came about")}
	s.Grids = []*grid{w.entries("timeline-list", w.Say("Every change of status, with its reason"), w.Timeline)}
	if len(w.Outlook) > 0 {
		s.Grids = append(s.Grids, w.entries("outlook", w.Say("What will happen if nothing more is done"), w.Outlook))
	}
	return s
}

func (w *writer) entries(id, caption string, list []loyalty.Entry) *grid {
	g := &grid{ID: id, Caption: caption, Wide: true, Head: w.heads("date", "what", "tier", "good through", "because", "rules of")}
	for _, e := range list {
		good := w.Say("for ever")
		if e.Until != 0 {
			good = e.Until.AddDays(-1).String()
		}
		g.row(e.Date.String(), w.Name(e.Reason.String()), w.tier(e.Tier), good, w.because(e), e.Version)
	}
	return g
}

// because says what an entry rests on.
func (w *writer) because(e loyalty.Entry) string {
	var parts []string
	if reached := w.reached(e.Because); reached != "" {
		parts = append(parts, reached)
	}
	if e.Source != loyalty.FromActivity {
		parts = append(parts, w.Name(e.Source.String()))
	}
	if e.Status != e.Tier {
		parts = append(parts, w.Say("held: %s", w.tier(e.Status)))
	}
	if len(parts) == 0 {
		parts = append(parts, w.unearned(e.Reason))
	}
	return strings.Join(parts, w.Say("; "))
}

// unearned says why the status changed where no threshold and no grant did it.
func (w *writer) unearned(r loyalty.Reason) string {
	switch r {
	case loyalty.Lapsed, loyalty.SteppedDown:
		return w.Say("not earned again")
	case loyalty.Moved:
		return w.Say("the rules changed")
	}
	return w.Say("by the rules")
}

// replay is what another programme would have made of the same stays.
func (w *writer) replay() *section {
	p := w.Replay
	if p == nil {
		return nil
	}
	name := w.pick(p.Programme.ID, p.Programme.Name, p.Programme.NameZH)
	s := &section{ID: "replay", Title: w.Say("The same stays under %s", name)}
	g := &grid{ID: "replay-list", Caption: w.Say("Both programmes side by side"), Head: w.heads("", "this programme", "the other one")}
	g.row(lang.Capital(w.Say("tier")), w.tier(w.Status.Tier), w.tier(p.Status.Tier))
	g.row(lang.Capital(w.Say("valid")), w.until(), w.through(p.Status.Until))
	g.row(lang.Capital(w.Say("points of stays and events")), lang.Whole(p.Before.Stays), lang.Whole(p.Earned.Stays))
	g.row(lang.Capital(w.Say("points of milestones")), lang.Whole(p.Before.Milestones), lang.Whole(p.Earned.Milestones))
	g.row(lang.Capital(w.Say("balance")), lang.Whole(w.Points.Balance.Points), lang.Whole(p.Balance))
	if p.Next != "" && len(p.Ways) > 0 {
		g.row(lang.Capital(w.Say("missing to the next tier")), w.here(), w.Say("%s missing to %s", w.missing(nearest(p.Ways)), w.tier(p.Next)))
	}
	s.Grids = []*grid{g, w.entries("replay-timeline", w.Say("Every change of status there"), p.Timeline)}
	if len(p.Dropped) > 0 {
		s.Text = append(s.Text, w.Say("It has no %s: grants of these are left out.", strings.Join(p.Dropped, ", ")))
	}
	for _, f := range p.Refused {
		s.Text = append(s.Text, w.Say("%s of %s would not have been possible: %s.", f.Command, f.Date, w.Name(f.Reason)))
	}
	if d := p.All; d != nil {
		s.Text = append(s.Text, w.Say("Of all %s members in the file %s stay where they are, %s move up, %s down and %s aside; points of stays go from %s to %s.",
			lang.Whole(d.Members), lang.Whole(d.Same), lang.Whole(d.Up), lang.Whole(d.Down), lang.Whole(d.Sideways), lang.Whole(d.EarnedBefore.Points), lang.Whole(d.EarnedAfter.Points)))
	}
	return s
}

// here is what is missing to the next tier of this programme.
func (w *writer) here() string {
	if w.Next == "" || len(w.Ways) == 0 {
		return w.Say("nothing is missing")
	}
	return w.Say("%s missing to %s", w.missing(nearest(w.Ways)), w.tier(w.Next))
}
