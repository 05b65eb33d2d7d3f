package guestpage

import (
	"cmp"
	"strconv"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/guest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
	"github.com/shopspring/decimal"
)

// guestAxisView is one score with the thresholds between which it lies.
type guestAxisView struct {
	Name, Value, Score, Text string
	Steps                    []stepView
}

type stepView struct {
	Score string
	On    bool
}

var axisNames = map[string]string{"recency": "Recency", "frequency": "Frequency", "monetary": "Monetary"}

func (g *Page) axes() []guestAxisView {
	var out []guestAxisView
	for k, one := range g.Sheet.Scores {
		v := guestAxisView{
			Name: g.Say(axisNames[one.Axis]), Value: g.axisValue(k), Score: g.Say("%s of %s", strconv.Itoa(one.Score), strconv.Itoa(one.Best)),
		}
		v.Text = g.Say("score %s: %s", v.Score, g.scoreRange(k))
		if one.FallsOn != nil && one.Score > 1 {
			v.Text += g.Say("; without another stay lower from %s", prose.Day(g.Printer, *one.FallsOn))
		}
		for score := 1; score <= one.Best; score++ {
			v.Steps = append(v.Steps, stepView{strconv.Itoa(score), score == one.Score})
		}
		out = append(out, v)
	}
	return out
}

func (g *Page) axisValue(k int) string {
	switch one := g.Sheet.Scores[k]; one.Axis {
	case "recency":
		return g.ago()
	case "frequency":
		return lang.Count(g.Printer, g.Sheet.History.Visits, "visit", "visits")
	default:
		return g.amount(one.Value)
	}
}

// scoreRange says which values have the score.
func (g *Page) scoreRange(k int) string {
	one := g.Sheet.Scores[k]
	low, high := one.Why.Low, one.Why.High
	if low == nil && high == nil {
		return g.Say("any value")
	}
	write, least := func(d decimal.Decimal) string { return prose.GroupedMoney(d, g.Places) }, low
	switch one.Axis {
	case "recency":
		write, least = func(d decimal.Decimal) string { return g.days(int(d.IntPart())) }, new(decimal.Zero)
	case "frequency":
		write = func(d decimal.Decimal) string { return lang.Count(g.Printer, d.IntPart(), "visit", "visits") }
		least = new(decimal.NewFromInt(1))
	}
	switch low = cmp.Or(low, least); {
	case low == nil:
		return g.Say("up to %s", write(*high))
	case high == nil && one.Axis == "recency":
		return g.Say("%s or more\u00a0days", low.String())
	case high == nil && one.Axis == "frequency":
		return g.Say("%s or more\u00a0visits", low.String())
	case high == nil:
		return g.Say("%s or more", write(*low))
	case low.Equal(*high):
		return write(*low)
	case one.Axis == "monetary":
		return g.Say("%s to %s", write(*low), write(*high))
	default:
		return g.Say("%s to %s", prose.Whole(low.IntPart()), write(*high))
	}
}

// whyView says why the guest is in a segment or class.
type whyView struct {
	Of, Name, Text string
	Leaves         []words.Leaf
	Flip           string
}

// reasonViews are the segment, the classes of the plan, the stage of life, the value cell and the ABC class.
func (g *Page) reasonViews() []whyView {
	s, out := g.Sheet, []whyView(nil)
	if one := s.Segment; one != nil {
		v := whyView{Of: g.Say("Segment"), Name: g.Pick(one.Label, one.LabelZH)}
		g.explain(&v, one.Why)
		if one.Becomes != nil && v.Flip != "" {
			v.Flip += g.Say(" That would be %s.", g.Pick(one.Becomes.Label, one.Becomes.LabelZH))
		}
		out = append(out, v)
	}
	for _, one := range s.Classes {
		v := whyView{Of: g.Say("Class"), Name: g.className(one.Class)}
		g.explain(&v, one.Why)
		switch {
		case v.Flip == "":
			v.Flip = g.nearestMissed(one.Missed)
		case len(one.Then) == 1:
			v.Flip += g.Say(" That would be %s.", g.className(one.Then[0]))
		}
		out = append(out, v)
	}
	if l := s.LifeCycle; l != nil {
		out = append(out, whyView{Of: g.Say("Life cycle"), Name: g.Pick(l.Stage.Label(), l.Stage.LabelZH()), Text: g.lifeText(l)})
	}
	if v := s.Value; v.Advice != nil {
		out = append(out, whyView{Of: g.Say("Value"), Name: g.Pick(v.Advice.Label, v.Advice.LabelZH), Text: g.cellText(v)})
	}
	return append(out, whyView{Of: "ABC", Name: s.ABC.String(), Text: g.gradeText()})
}

// classOf returns the class of reason k as the plan has it.
func (g *Page) classOf(k int) segment.Class { return g.class(g.Sheet.Classes[k].Class) }

func (g *Page) class(id string) segment.Class {
	for _, class := range g.Classes.Classes.List {
		if class.ID == id {
			return class
		}
	}
	return segment.Class{ID: id}
}

func (g *Page) className(id string) string {
	class := g.class(id)
	return g.Pick(prose.Label(class.Label, class.ID), class.LabelZH)
}

// explain fills in the conditions with the guest's values, and the smallest change.
func (g *Page) explain(v *whyView, why *segment.Explanation) {
	if why == nil {
		v.Text = g.Say("None of the conditions holds.")
		return
	}
	for _, leaf := range why.Leaves {
		held := g.Say("no")
		if leaf.Held {
			held = g.Say("yes")
		}
		c := leaf.Condition
		v.Leaves = append(v.Leaves, words.Leaf{Asked: g.asked(c), Has: g.valueText(c.Attr, c.Stays, leaf.Value), Held: held})
	}
	if len(why.Leaves) == 0 {
		v.Text = g.Say("No condition: it holds for all.")
	}
	if text := g.changes(why.Changes); text != "" {
		v.Flip = g.Say("The smallest change that ends it: %s.", text)
	}
}

// nearestMissed says what would bring the guest into the class of the plan that takes the smallest change.
func (g *Page) nearestMissed(list []segment.MissedClass) string {
	best, least, label := "", 0.0, ""
	for _, one := range list {
		sum := float64(len(one.Why.Changes))
		for _, c := range one.Why.Changes {
			sum += c.Rate
		}
		if text := g.changes(one.Why.Changes); text != "" && (best == "" || sum < least) {
			best, least, label = text, sum, one.Class
			if len(one.Then) == 1 {
				label = one.Then[0] // a class before that one may take the guest
			}
		}
	}
	if best == "" {
		return ""
	}
	return g.Say("The smallest change into a class, %s: %s.", g.className(label), best)
}

func (g *Page) changes(list []segment.Change) string {
	var out []string
	for _, c := range list {
		out = append(out, g.Say("%s %s instead of %s", g.attribute(c.Attr, c.Stays), g.valueText(c.Attr, c.Stays, c.To), g.valueText(c.Attr, c.Stays, c.From)))
	}
	return g.Join(out, g.Say(" and "))
}

// attribute names what a condition asks for.
func (g *Page) attribute(attr string, stays *segment.Stays) string {
	schema := words.ConditionsOf(g.Printer, g.Classes).Schema
	if k, ok := schema.Find(attr); ok && stays == nil {
		one := schema.At(k)
		return g.Pick(one.Label, one.LabelZH)
	}
	return words.ConditionsOf(g.Printer, g.Classes).Named(attr, stays)
}

func (g *Page) valueText(attr string, stays *segment.Stays, text string) string {
	schema := words.ConditionsOf(g.Printer, g.Classes).Schema
	if k, ok := schema.Find(attr); ok && stays == nil && g.Chinese() {
		one := schema.At(k)
		if place, ok := one.Level(text); ok {
			return g.Pick(one.Levels[place].Label, one.Levels[place].LabelZH)
		}
	}
	return g.Say(words.ConditionsOf(g.Printer, g.Classes).Value(attr, stays, text))
}

// signs are the comparisons as they are written in both languages.
var signs = map[segment.Op]string{
	segment.Equal: "=", segment.NotEqual: "≠", segment.Less: "<", segment.LessEqual: "≤", segment.Greater: ">", segment.GreaterEqual: "≥",
}

// asked writes a condition on one value.
func (g *Page) asked(c segment.Condition) string {
	name := g.attribute(c.Attr, c.Stays)
	value := func(text string) string { return g.valueText(c.Attr, c.Stays, text) }
	switch sign := signs[c.Op]; {
	case sign != "":
		return name + prose.NBSP + sign + prose.NBSP + value(c.Value)
	case c.Op == segment.Between:
		low, high := prose.NBSP+"≤"+prose.NBSP, prose.NBSP+"≤"+prose.NBSP
		if c.Ends == segment.ClosedTop || c.Ends == segment.OpenEnds {
			low = prose.NBSP + "<" + prose.NBSP
		}
		if c.Ends == segment.ClosedLow || c.Ends == segment.OpenEnds {
			high = prose.NBSP + "<" + prose.NBSP
		}
		return value(c.From) + low + name + high + value(c.To)
	case c.Op == segment.In:
		var list []string
		for _, one := range c.Values {
			list = append(list, value(one))
		}
		return name + prose.NBSP + "=" + prose.NBSP + g.Join(list, g.Say(" or "))
	case c.Op == segment.Missing:
		return g.Say("%s not known", name)
	}
	return c.String()
}

func (g *Page) lifeText(l *lifecycle.Standing) string {
	rhythm := g.Say("%s days", strconv.FormatFloat(l.Rhythm, 'f', -1, 64)) // at least 30
	text := g.Say("The rhythm is %s, the median between arrivals, at least 30.", rhythm)
	if !l.OwnRhythm {
		text = g.Say("With fewer than three visits there is no rhythm yet; %s stand in.", rhythm)
	}
	switch asOf := g.Sheet.AsOf; {
	case l.LapsedFrom != 0 && asOf >= l.LapsedFrom:
		text += g.Say(" Lapsed since %s, after three times that.", prose.Day(g.Printer, l.LapsedFrom))
	case l.AtRiskFrom != 0 && asOf >= l.AtRiskFrom:
		text += g.Say(" At risk since %s, after 1½ times that; lapsed from %s without another visit.", prose.Day(g.Printer, l.AtRiskFrom), prose.Day(g.Printer, l.LapsedFrom))
	case l.AtRiskFrom != 0:
		text += g.Say(" Without another visit at risk from %s and lapsed from %s.", prose.Day(g.Printer, l.AtRiskFrom), prose.Day(g.Printer, l.LapsedFrom))
	}
	if on := g.Sheet.OnArrival; on != l.Stage {
		text += g.Say(" On arriving today: %s.", g.Pick(on.Label(), on.LabelZH()))
	}
	if l.Returned != 0 {
		text += g.Say(" Came back on %s after having lapsed.", prose.Day(g.Printer, l.Returned))
	}
	return text
}

// cellText says where the guest stands to the cuts of the value matrix.
func (g *Page) cellText(v guest.Value) string {
	return g.Say("Current value %s, high from %s; potential %s points, high from %s.", g.amount(*v.Current), g.amount(v.Cuts.Current),
		words.Points(v.Potential.Score), decimal.RequireFromString(v.Cuts.Potential.String()).RoundBank(2).String())
}

func (g *Page) gradeText() string {
	r := g.Classes.Grades.Rules
	limit := func(percent string) string { return g.Percent(percent) }
	return g.Say("Guests are taken from whoever brought most down: A until they have brought %s of the revenue, B until %s, then C.",
		limit(r.A.Mul(prose.Hundred).String()), limit(r.B.Mul(prose.Hundred).String()))
}
