package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/shopspring/decimal"
)

// balance is the points account.
func (w *writer) balance() *section {
	b := w.Points.Balance
	if len(w.Points.Lines) == 0 {
		return nil
	}
	s := &section{ID: "points", Title: w.Say("Points account")}
	text := w.Say("%s points, of which %s can be spent", lang.Whole(b.Points), lang.Whole(b.Available))
	for _, one := range []struct {
		n    int64
		what string
	}{{b.Pending, "%s more are pending"}, {b.Held, "%s are reserved"}, {b.Waiting, "%s are not active yet"}, {b.Owed, "%s are owed"}} {
		if one.n != 0 {
			text += w.Say("; ") + w.Say(one.what, lang.Whole(one.n))
		}
	}
	s.Text = []string{text + w.Say(".")}
	s.Grids = append(s.Grids, w.schedule(), w.lots(), w.lines())
	return s
}

// schedule is when points lapse if nothing happens.
func (w *writer) schedule() *grid {
	g := &grid{ID: "schedule", Caption: w.Say("When points lapse, if nothing happens"), Head: w.heads("lapse on", "#points", "why")}
	for _, l := range w.Points.Schedule {
		why := w.Say("their age")
		if l.Inactivity {
			why = w.Say("want of activity: a stay or an award puts it off")
		}
		g.row(l.Date.String(), lang.Whole(l.Points), why)
	}
	if len(g.Rows) == 0 {
		g.row(w.Say("never"), lang.Whole(w.Points.Balance.Points), w.Say("nothing lapses as things stand"))
	}
	return g
}

// lots are where the points of the balance come from.
func (w *writer) lots() *grid {
	g := &grid{ID: "lots", Caption: w.Say("Lots that still hold points"), Wide: true, Long: true, Head: w.heads("earned", "from", "rule", "rules of", "#issued", "#left", "good through")}
	for _, l := range w.Points.Lots {
		left := l.Points[points.Free] + l.Points[points.Held] + l.Points[points.Pending]
		if left == 0 {
			continue
		}
		from := l.Terms.Stay
		if l.Points[points.Pending] > 0 {
			from += w.Say(" (pending)")
		}
		good := w.Say("while there is activity")
		switch {
		case l.Terms.Expires != 0:
			good = l.Terms.Expires.AddDays(-1).String()
		case len(w.Points.Schedule) == 0:
			good = w.Say("for ever")
		}
		g.row(l.Terms.Earned.String(), from, w.rule(l.Terms.Rule, l.Terms.Version), l.Terms.Version, lang.Whole(-l.Points[points.Issued]), lang.Whole(left), good)
	}
	return g
}

// rule names what gave points: kind and id of the rule of a stay, or the milestone.
func (w *writer) rule(rule, version string) string {
	kind, id, _ := strings.Cut(rule, " ")
	switch kind {
	case "":
		return w.Say("by hand")
	case loyalty.BasePoints.String():
		return w.Say("rate “%s”", id)
	case loyalty.EliteBonus.String():
		return w.Say("bonus of %s", w.tier(id))
	case loyalty.FloorTopUp.String():
		return w.Say("least of a stay")
	case loyalty.CampaignPoints.String():
		return w.Say("campaign “%s”", id)
	}
	return w.Say("milestone: %s", w.milestone(version, rule))
}

// lines are all changes of the balance.
func (w *writer) lines() *grid {
	g := &grid{ID: "lines", Caption: w.Say("Every line, in the order in which it was recorded"), Wide: true, Head: w.heads("date", "what", "details", "#change", "#balance")}
	for _, line := range w.Points.Lines {
		g.row(line.Event.Date.String(), w.what(line.Event), w.details(line.Event), lang.Signed(line.Change), lang.Whole(line.Points))
	}
	return g
}

func (w *writer) what(e points.Event) string {
	if e.Kind == points.EventEarn && len(e.Moves) > 0 && e.Moves[0].To == points.Pending {
		return w.Say("earned, pending")
	}
	return w.Name(e.Kind.String())
}

// details says what a line comes from.
func (w *writer) details(e points.Event) string {
	var parts []string
	add := func(text string) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	add(e.Reason)
	switch e.Kind {
	case points.EventLapse:
		add(w.whyLapsed(e))
	case points.EventEarn:
		add(w.rules(e))
	case points.EventVoid:
		add(w.Say("of %s", e.Ref))
	}
	if e.Command != "" && !strings.HasPrefix(e.Command, "row ") && !strings.HasPrefix(e.Command, "milestone ") {
		add(e.Command)
	}
	return strings.Join(parts, w.Say("; "))
}

// rules are those by which the points of an event were earned.
func (w *writer) rules(e points.Event) string {
	var parts []string
	for i, t := range e.Lots {
		name, _, ruled := strings.Cut(t.Rule, " ")
		if name = w.Name(name); !ruled {
			name = w.rule(t.Rule, t.Version)
		}
		parts = append(parts, fmt.Sprintf("%s %s", name, lang.Whole(e.Moves[i].Points)))
	}
	return strings.Join(parts, " + ")
}

// whyLapsed says whether points died of age or for want of activity, by which the ledger gives their lot an earlier end.
func (w *writer) whyLapsed(e points.Event) string {
	for _, m := range e.Moves {
		if slices.ContainsFunc(e.Ends, func(end points.LotEnd) bool { return end.Lot == m.Lot }) {
			return w.Say("for want of activity")
		}
	}
	return w.Say("for their age")
}

// earned explains the points of stays and events line by line.
func (w *writer) earned() *section {
	if len(w.Credits) == 0 {
		return nil
	}
	s := &section{ID: "earned", Title: w.Say("How points were earned")}
	s.Text = []string{w.Say("Each line is worked out exactly and rounded once. %s points in all.", lang.Whole(w.redeemable()))}
	g := &grid{ID: "credits", Caption: w.Say("Points by line"), Wide: true, Long: true, Head: w.heads("date", "stay", "rule", "#of", "#exactly", "#points", "tier", "rules of")}
	for _, c := range w.Credits {
		given := lang.Whole(c.Points)
		if c.Cut > 0 {
			given += w.Say(" (%s cut: %s)", lang.Whole(c.Cut), w.Name(c.Why.String()))
		}
		g.row(c.Date.String(), strings.TrimSpace(c.Source+" "+c.Property), w.rule(c.Kind.String()+" "+c.Rule, c.Version), w.of(c), lang.Group(c.Exact.String()), given, w.held(c.Tier), c.Version)
	}
	s.Grids = []*grid{g}
	return s
}

func (w *writer) held(tier string) string {
	if tier == "" {
		return ""
	}
	return w.tier(tier)
}

// of writes what a line was worked out from: spend of base points, points of a bonus, a count of some campaigns.
func (w *writer) of(c loyalty.Credit) string {
	text := lang.Group(c.Of.String())
	if c.Kind == loyalty.BasePoints {
		if spend, err := decimal.NewFromString(c.Of.String()); err == nil {
			return w.money(spend)
		}
	}
	return text
}

func (w *writer) redeemable() int64 {
	var sum int64
	for _, c := range w.Credits {
		sum += c.Points
	}
	return sum
}
