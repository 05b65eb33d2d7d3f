package web

import (
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
)

// cardView is the card of a guest: texts that are ready to print.
type cardView struct {
	page
	card   *desk.Card
	Today  []todayLine
	Flag   string
	Keys   []figure
	Tables []tableView
}

type tableView struct {
	ID, Title, Text string
	Head            []cell
	Rows            [][]cell
}

type cell struct {
	Text   string
	Number bool
}

// plain returns cells of text.
func plain(list ...string) []cell {
	out := make([]cell, len(list))
	for i, one := range list {
		out[i].Text = one
	}
	return out
}

// numbers marks all cells but the first as numbers.
func numbers(list ...string) []cell {
	out := plain(list...)
	for i := range out[1:] {
		out[i+1].Number = true
	}
	return out
}

func (v *cardView) build() {
	v.today()
	v.keys()
	v.stays()
	v.whyClass()
	v.thresholds()
	v.progress()
	v.lapses()
	v.entitled()
	v.consents()
}

// label returns the label of an attribute of the plan.
func (v *cardView) label(id string) string {
	for _, list := range [][]segment.Attribute{segment.SummaryAttributes(v.card.Currency), segment.RFMAttributes(rfm.Hotel())} {
		for _, a := range list {
			if a.ID == id {
				return v.Pick(a.Label, a.LabelZH)
			}
		}
	}
	return id
}

// sign returns a comparison as people write it.
func sign(op segment.Op) string {
	switch op {
	case segment.GreaterEqual:
		return "≥"
	case segment.LessEqual:
		return "≤"
	}
	return op.String()
}

func (v *cardView) whyClass() {
	if v.card.Class == nil {
		return
	}
	t := tableView{ID: "why", Title: v.Say("Why this class"), Head: plain(v.Say("Test"), v.Say("Value"), v.Say("Holds"))}
	why := v.card.Class.Reason.Why
	if why == nil {
		t.Text = v.Say("No class with a condition holds.")
		v.Tables = append(v.Tables, t)
		return
	}
	for _, leaf := range why.Leaves {
		held := v.Say("no")
		if leaf.Held {
			held = v.Say("yes")
		}
		c := leaf.Condition
		text := fmt.Sprintf("%s %s\u00a0%s", v.label(c.Attr), sign(c.Op), c.Value)
		if c.Op == segment.Between {
			text = fmt.Sprintf("%s %s – %s", v.label(c.Attr), c.From, c.To)
		}
		t.Rows = append(t.Rows, plain(text, leaf.Value, held))
	}
	var changes []string
	for _, change := range why.Changes {
		changes = append(changes, fmt.Sprintf("%s %s → %s", v.label(change.Attr), change.From, change.To))
	}
	if len(changes) > 0 {
		t.Text = v.Say("%s: %s", v.turned(), strings.Join(changes, "; "))
	}
	v.Tables = append(v.Tables, t)
}

// turned begins the sentence that says with which changes the class would be another one.
func (v *cardView) turned() string {
	var names []string
	for _, class := range v.card.Class.Then {
		names = append(names, v.Pick(class.Label, class.LabelZH))
	}
	if len(names) == 0 {
		return v.Say("It would be another class with")
	}
	return v.Say("It would be “%s” with", strings.Join(names, " · "))
}

func (v *cardView) thresholds() {
	s := v.card.Score
	if s == nil {
		return
	}
	t := tableView{
		ID: "thresholds", Title: v.Say("Score and thresholds"), Text: v.Say("Thresholds found on %s.", s.Since),
		Head: append(numbers(v.Say("Axis"), v.Say("Value"), v.Say("Score")), plain(v.Say("Cuts"))...),
	}
	t.Text = v.Sentences(t.Text, v.Say("Mailings go by the score alone, here under “%s”.", v.Pick(s.Segment.Label, s.Segment.LabelZH)))
	if s.FallsOn != 0 {
		t.Text = v.Sentences(t.Text, v.Say("Without another stay the score of “%s” falls on %s.", v.Name("recency"), s.FallsOn))
	}
	for _, a := range s.Axes {
		var cuts []string
		for _, cut := range a.Cuts {
			cuts = append(cuts, lang.Group(cut.String()))
		}
		row := numbers(v.Name(a.Axis), lang.Group(a.Value.String()), v.Say("%d of %d", a.Score, a.Bins))
		t.Rows = append(t.Rows, append(row, plain(strings.Join(cuts, " · "))...))
	}
	v.Tables = append(v.Tables, t)
}

func (v *cardView) progress() {
	s := v.card.Status
	if s == nil {
		return
	}
	t := tableView{ID: "progress", Title: v.Say("To the next tier"), Head: numbers(v.Say("Test"), v.Say("So far"), v.Say("Needed"), v.Say("Missing"), v.Say("counted until"))}
	if s.Next == "" {
		t.Text = v.Say("There is no higher tier.")
	} else {
		t.Text = v.Pick(s.NextName, s.NextNameZH)
		if len(s.Ways) > 1 {
			t.Text = v.Say("%s: %s", t.Text, v.Say("one of these ways is enough"))
		}
	}
	for _, way := range s.Ways {
		for _, need := range way {
			most := ""
			if need.AtLeast != nil {
				most = lang.Group(need.AtLeast.String())
			}
			t.Rows = append(t.Rows, numbers(v.Name("metric."+need.Metric.String()), lang.Group(need.Have.String()), most, lang.Group(need.Missing.String()), need.Window.Last().String()))
		}
	}
	v.Tables = append(v.Tables, t)
}

func (v *cardView) lapses() {
	p := v.card.Points
	if p == nil || len(p.Lapses) == 0 {
		return
	}
	t := tableView{ID: "lapses", Title: v.Say("Points that will lapse"), Head: numbers(v.Say("From"), v.Say("Points to spend"))}
	for _, lapse := range p.Lapses {
		t.Rows = append(t.Rows, numbers(lapse.Date.String(), lang.Whole(lapse.Points)))
	}
	v.Tables = append(v.Tables, t)
}

func (v *cardView) entitled() {
	t := tableView{ID: "entitled", Title: v.Say("Entitled to"), Head: plain(v.Say("Entitled to"), v.Say("State"), v.Say("Details"))}
	for _, e := range v.card.Entitlements {
		if e.Given == loyalty.NotGiven || e.Given == 0 {
			continue
		}
		text := v.Pick(e.Text, e.TextZH)
		if e.Quantity > 0 {
			text = strings.TrimSpace(fmt.Sprintf("%d %s", e.Quantity, text))
		}
		t.Rows = append(t.Rows, plain(v.Pick(e.Name, e.NameZH), v.Name(e.Given.String()), text))
	}
	if len(t.Rows) > 0 {
		v.Tables = append(v.Tables, t)
	}
}

func (v *cardView) consents() {
	t := tableView{ID: "consent", Title: v.Say("Consent"), Head: plain(v.Say("Consent"), v.Say("State"), v.Say("Since"))}
	for _, c := range v.card.Consent {
		state := v.Say("withdrawn")
		if c.Granted {
			state = v.Say("granted")
		}
		t.Rows = append(t.Rows, plain(v.Name(c.Purpose)+" · "+v.Name(c.Channel), state, c.Given.String()))
	}
	if len(t.Rows) == 0 {
		t.Text = v.Say("None was ever given: no marketing.")
	}
	v.Tables = append(v.Tables, t)
}
