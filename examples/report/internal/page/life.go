package page

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
	"github.com/shopspring/decimal"
)

// lookOn adds to the table of classes how many of each are still guests, and what they are expected to bring.
func (w *writer) lookOn(v *classTableView, c *classes.Assigned) {
	if !w.valued() {
		return
	}
	o := w.Alive.Outlook
	sums, all := make([]outlook, len(c.List)), outlook{}
	for i, p := range o.Alive.Guests {
		c.Each(i, func(k int) {
			sums[k].alive += p.Value
			sums[k].value += o.Worth.Guests[i].Value
		})
		all.alive += p.Value
		all.value += o.Worth.Guests[i].Value
	}
	for k := range v.Rows {
		v.Rows[k].Outlook = w.outlookView(sums[k], c.Sizes[k])
	}
	v.HasModel, v.All.Outlook = true, w.outlookView(all, w.Totals.Guests)
}

// classesSentence says how the guests stand: by the plan of the house, by the life cycle, or by what they bring.
func (w *writer) classesSentence() string {
	var parts []string
	if w.Classes.By.File != "" {
		parts = append(parts, w.largestClass())
	}
	l := w.Classes.Life
	if l == nil {
		return w.Sentences(append(parts, w.bestClass())...)
	}
	size := func(stage lifecycle.Stage) string { return prose.Whole(l.Sizes[stage-lifecycle.NewGuest]) }
	parts = append(parts, w.Say("By their own rhythm of visits, %s of %s are new, %s growing, %s loyal and %s won back; %s are late, and %s have lapsed.",
		size(lifecycle.NewGuest), lang.Count(w.Printer, w.Totals.Guests, "guest", "guests"), size(lifecycle.Growing), size(lifecycle.Loyal), size(lifecycle.WonBack),
		size(lifecycle.AtRisk), size(lifecycle.Lapsed)))
	return w.Sentences(parts...)
}

// shortClasses says what that means for the house.
func (w *writer) shortClasses() string {
	if w.Classes.Life == nil {
		return w.classesSentence()
	}
	late, lapsed := w.inStage(lifecycle.AtRisk), w.inStage(lifecycle.Lapsed)
	text := w.Say("No guest is late by their own habit.")
	if len(late) > 0 {
		text = w.Sentences(w.Say("%s by their own habit and can still be kept.", lang.Count(w.Printer, len(late), "guest is late", "guests are late")), w.hope(late))
	}
	if amount := w.expected(lapsed); amount != "" && len(lapsed) > 0 {
		text = w.Sentences(text, w.Say("Of the %s it expects about %s.", lang.Count(w.Printer, len(lapsed), "lapsed guest", "lapsed guests"), amount))
	}
	return text
}

// largestClass names the class of the plan with the most guests.
func (w *writer) largestClass() string {
	c := w.Classes.Classes
	most := 0
	for k := range c.List {
		if c.Sizes[k] > c.Sizes[most] {
			most = k
		}
	}
	return w.Say("The largest class of the plan “%s” is “%s”: %s, %s of all.", w.planLabel(c.Plan), w.labelOf(c.List[most]),
		lang.Count(w.Printer, c.Sizes[most], "guest", "guests"), prose.PercentOf(w.Printer, c.Sizes[most], w.Totals.Guests))
}

// bestClass says what the guests of class A have brought.
func (w *writer) bestClass() string {
	for _, g := range w.Classes.Grades.Groups {
		if g.Class == concentration.ClassA && g.Guests > 0 && g.Rate.IsPositive() {
			return w.Say("The %s of class A (%s of all) brought %s of the revenue.", lang.Count(w.Printer, g.Guests, "guest", "guests"),
				prose.PercentOf(w.Printer, g.Guests, w.Totals.Guests), prose.Percent(w.Printer, g.Rate, decimal.NewFromInt(1)))
		}
	}
	return ""
}

// lateThen says what became of the guests who were at risk a year ago; empty if nobody was.
func (w *writer) lateThen() string {
	l := w.Classes.Life
	if l == nil || l.Moves == nil {
		return ""
	}
	late, lapsed := int(lifecycle.AtRisk-lifecycle.NewGuest), int(lifecycle.Lapsed-lifecycle.NewGuest)
	row := l.Moves.Counts()[late]
	all := sum(row)
	if all == 0 {
		return ""
	}
	return w.Say("Of %s at risk a year ago, %s have lapsed since; %s came back.", lang.Count(w.Printer, all, "guest", "guests"),
		prose.PercentOf(w.Printer, row[lapsed], all), prose.PercentOf(w.Printer, all-row[lapsed]-row[late], all))
}
