package web

import (
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
)

// cardView is the card of a guest: texts that are ready to print.
type cardView struct {
	page
	card   *desk.Card
	Keys   []figure
	Tables []tableView
}

type figure struct{ Label, Value, Note string }

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

func percent(x float64) string { return fmt.Sprintf("%.0f\u00a0%%", 100*x) }

// amount writes money in whole units, which is all that a desk reads; the API has every digit.
func amount(d decimal.Decimal, currency string) string { return rounded(d) + "\u00a0" + currency }

func rounded(d decimal.Decimal) string { return grouped(d.RoundBank(0).String()) }

// grouped sets digits apart in threes.
func grouped(text string) string {
	whole, rest, cut := strings.Cut(text, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "\u202f" + whole[i:]
	}
	if cut {
		whole += "." + rest
	}
	return sign + whole
}

func (v *cardView) build() {
	v.keys()
	v.whyClass()
	v.thresholds()
	v.progress()
	v.lapses()
	v.entitled()
	v.consents()
}

func (v *cardView) key(label, value, note string) {
	if value == "" {
		value = v.Say("unknown")
	}
	v.Keys = append(v.Keys, figure{v.Say(label), value, note})
}

func (v *cardView) keys() {
	c := v.card
	if s := c.Status; s != nil {
		note := ""
		if last := s.Status.Last(); last != 0 {
			note = "→ " + last.String()
		}
		v.key("tier", choose(v.Lang, s.Name, s.NameZH), note)
		v.key("points", grouped(fmt.Sprint(c.Points.Available)), v.heldNote())
	} else {
		v.key("tier", v.Say("noMember"), "")
	}
	if c.Class != nil {
		note := ""
		if v.Lang == english {
			note = c.Class.Action
		}
		v.key("class", choose(v.Lang, c.Class.Label, c.Class.LabelZH), note)
	}
	if c.Score != nil {
		v.key("score", c.Score.Digits, choose(v.Lang, c.Score.Segment.Label, c.Score.Segment.LabelZH))
	}
	v.worth()
	if s := c.Satisfaction; s != nil {
		v.key("satisfaction", fmt.Sprintf("%.1f", s.Value), fmt.Sprintf("%g–%g, %s", s.Low, s.High, s.On))
	}
	if h := c.History; h != nil {
		v.key("visits", fmt.Sprint(h.Visits), fmt.Sprintf("%s: %d", v.Say("nights"), h.Nights))
		v.key("last", h.Last.String(), v.Say("first")+" "+h.First.String())
		v.key("revenue", amount(h.Revenue, c.Currency), "")
	}
}

func (v *cardView) heldNote() string {
	if held := v.card.Points.Held; held > 0 {
		return "+ " + grouped(fmt.Sprint(held))
	}
	return ""
}

func (v *cardView) worth() {
	w := v.card.Worth
	if w == nil {
		return
	}
	if r := w.Residual; r != nil {
		v.key("worth", amount(r.Value, v.card.Currency), fmt.Sprintf("%s %s–%s", v.Say("interval"), rounded(r.Low), rounded(r.High)))
	}
	v.key("alive", percent(w.Alive.Value), fmt.Sprintf("%s %s–%s", v.Say("interval"), percent(w.Alive.Low), percent(w.Alive.High)))
	v.key("nextYear", fmt.Sprintf("%.1f", w.NextYear.Value), fmt.Sprintf("%s %.1f–%.1f", v.Say("interval"), w.NextYear.Low, w.NextYear.High))
}

// label returns the label of an attribute of the plan.
func (v *cardView) label(id string) string {
	for _, list := range [][]segment.Attribute{segment.SummaryAttributes(v.card.Currency), segment.RFMAttributes(rfm.Hotel())} {
		for _, a := range list {
			if a.ID == id {
				return choose(v.Lang, a.Label, a.LabelZH)
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
	t := tableView{ID: "why", Title: v.Say("why"), Head: plain(v.Say("test"), v.Say("value"), v.Say("held"))}
	why := v.card.Class.Reason.Why
	if why == nil {
		t.Text = v.Say("whyElse")
		v.Tables = append(v.Tables, t)
		return
	}
	for _, leaf := range why.Leaves {
		held := v.Say("no")
		if leaf.Held {
			held = v.Say("yes")
		}
		c := leaf.Condition
		text := fmt.Sprintf("%s %s %s", v.label(c.Attr), sign(c.Op), c.Value)
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
		t.Text = v.Say("flip") + ": " + strings.Join(changes, "; ")
	}
	v.Tables = append(v.Tables, t)
}

func (v *cardView) thresholds() {
	s := v.card.Score
	if s == nil {
		return
	}
	t := tableView{
		ID: "thresholds", Title: v.Say("thresholds"), Text: v.Say("cutsSince") + " " + s.Since.String(),
		Head: numbers(v.Say("axis"), v.Say("value"), v.Say("score"), v.Say("cuts")),
	}
	for _, a := range s.Axes {
		var cuts []string
		for _, cut := range a.Cuts {
			cuts = append(cuts, grouped(cut.String()))
		}
		t.Rows = append(t.Rows, numbers(v.Say(a.Axis), grouped(a.Value.String()), fmt.Sprintf("%d %s %d", a.Score, v.Say("of"), a.Bins), strings.Join(cuts, " · ")))
	}
	v.Tables = append(v.Tables, t)
}

func (v *cardView) progress() {
	s := v.card.Status
	if s == nil {
		return
	}
	t := tableView{ID: "progress", Title: v.Say("progress"), Head: numbers(v.Say("test"), v.Say("have"), v.Say("need"), v.Say("missing"), v.Say("counted"))}
	if s.Next == "" {
		t.Text = v.Say("top")
	} else {
		t.Text = choose(v.Lang, s.NextName, s.NextNameZH)
		if len(s.Ways) > 1 {
			t.Text += ": " + v.Say("one")
		}
	}
	for _, way := range s.Ways {
		for _, need := range way {
			most := ""
			if need.AtLeast != nil {
				most = grouped(need.AtLeast.String())
			}
			t.Rows = append(t.Rows, numbers(v.Say("metric."+need.Metric.String()), grouped(need.Have.String()), most, grouped(need.Missing.String()), need.Window.Last().String()))
		}
	}
	v.Tables = append(v.Tables, t)
}

func (v *cardView) lapses() {
	p := v.card.Points
	if p == nil || len(p.Lapses) == 0 {
		return
	}
	t := tableView{ID: "lapses", Title: v.Say("lapses"), Head: numbers(v.Say("on"), v.Say("missing"))}
	t.Head[1].Text = v.Say("points")
	for _, lapse := range p.Lapses {
		t.Rows = append(t.Rows, numbers(lapse.Date.String(), grouped(fmt.Sprint(lapse.Points))))
	}
	v.Tables = append(v.Tables, t)
}

func (v *cardView) entitled() {
	t := tableView{ID: "entitled", Title: v.Say("entitled"), Head: plain(v.Say("entitled"), v.Say("state"), "")}
	for _, e := range v.card.Entitlements {
		if e.Given == loyalty.NotGiven || e.Given == 0 {
			continue
		}
		text := choose(v.Lang, e.Text, e.TextZH)
		if e.Quantity > 0 {
			text = strings.TrimSpace(fmt.Sprintf("%d %s", e.Quantity, text))
		}
		t.Rows = append(t.Rows, plain(choose(v.Lang, e.Name, e.NameZH), v.Say(e.Given.String()), text))
	}
	if len(t.Rows) > 0 {
		v.Tables = append(v.Tables, t)
	}
}

func (v *cardView) consents() {
	t := tableView{ID: "consent", Title: v.Say("consent"), Head: plain(v.Say("consent"), v.Say("state"), v.Say("first"))}
	t.Head[2].Text = ""
	for _, c := range v.card.Consent {
		state := v.Say("withdrawn")
		if c.Granted {
			state = v.Say("granted")
		}
		t.Rows = append(t.Rows, plain(c.Purpose+" · "+c.Channel, state, c.Given.String()))
	}
	if len(t.Rows) == 0 {
		t.Text = v.Say("noConsent")
	}
	v.Tables = append(v.Tables, t)
}
