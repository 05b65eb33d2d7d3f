package main

import (
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment"
)

// checkView is what is odd about the plan.
type checkView struct {
	Sentence string
	Gaps     []gapView
	More     string
	Others   []string // overlaps and classes out of reach
}

type gapView struct{ Who, Guests, Share, Revenue string }

// mostFindings is how many findings of a kind the page shows; summary.json has them all.
const mostFindings = 8

func (a *analysis) words() conditionWords {
	schema, _ := a.opt.guestSchema() // cannot fail: the classes were made with it
	return conditionWords{schema, a.Printer}
}

func (a *analysis) checkView() checkView {
	c, words := a.classing.checked, a.words()
	v := checkView{Sentence: a.checkSentence()}
	held, empty := 0, 0
	for k, gap := range c.Gaps {
		g := c.inGaps[k]
		if g.guests == 0 {
			empty++
			continue
		}
		if held++; held > mostFindings {
			continue
		}
		one := gapView{Who: lang.Capital(words.of(gap.When)), Guests: prose.Whole(g.guests), Share: prose.PercentOf(a.Printer, g.guests, a.totals.guests), Revenue: prose.WholeMoney(g.revenue, a.places)}
		v.Gaps = append(v.Gaps, one)
	}
	v.More = a.moreGaps(max(held-mostFindings, 0), empty)
	for k, one := range c.Overlaps[:min(len(c.Overlaps), mostFindings)] {
		v.Others = append(v.Others, a.overlapSentence(one, c.sharing[k]))
	}
	if more := len(c.Overlaps) - mostFindings; more > 0 {
		v.Others = append(v.Others, a.Say("%s guests; summary.json has them.", lang.Count(a.Printer, more, "more pair of classes shares", "more pairs of classes share")))
	}
	for _, one := range c.Unreachable {
		if len(one.Example) == 0 {
			v.Others = append(v.Others, a.Say("Nobody can be in “%s”: its condition cannot hold.", a.classLabel(one.Class)))
		} else {
			v.Others = append(v.Others, a.Say("Nobody can be in “%s”: whoever meets its condition is in a class before it.", a.classLabel(one.Class)))
		}
	}
	return v
}

// moreGaps says which gaps the table leaves out.
func (a *analysis) moreGaps(held, empty int) string {
	var parts []string
	if held > 0 {
		parts = append(parts, a.Say("%s with guests", lang.Count(a.Printer, held, "more gap", "more gaps")))
	}
	if empty > 0 {
		parts = append(parts, a.Say("%s without a guest here", lang.Count(a.Printer, empty, "gap", "gaps")))
	}
	if parts == nil {
		return ""
	}
	return a.Say("Not in the table, but in summary.json: %s.", strings.Join(parts, a.Say(", ")))
}

func (a *analysis) classLabel(id string) string {
	for _, class := range a.classing.plan.list {
		if class.ID == id {
			return a.labelOf(class)
		}
	}
	return id
}

func (a *analysis) overlapSentence(s segment.Shared, guests int) string {
	text := a.Say("“%s” and “%s” share guests: here %s", a.classLabel(s.A), a.classLabel(s.B), a.someone(int64(guests)))
	if a.opt.classes.plan.Mode == segment.Exclusive && guests > 0 {
		who := a.Say(", who are in the first")
		if guests == 1 {
			who = a.Say(", who is in the first")
		}
		text += who
	}
	return text + a.Say(".")
}

// checkSentence sums up what was found.
func (a *analysis) checkSentence() string {
	c := a.classing.checked
	parts := []string{a.Say("No gap was found: every guest meets a condition.")}
	if n := len(c.Gaps); n > 0 {
		parts[0] = a.Say("The conditions of the plan leave %s, where none of them holds.", lang.Count(a.Printer, n, "gap", "gaps"))
	}
	switch n := len(c.Overlaps); {
	case n > 0:
		parts = append(parts, a.Say("%s can hold for one guest.", lang.Count(a.Printer, n, "pair of classes", "pairs of classes")))
	default:
		parts = append(parts, a.Say("No two classes hold for one guest."))
	}
	if n := len(c.Unreachable); n > 0 {
		parts = append(parts, a.Say("%s out of reach.", lang.Count(a.Printer, n, "class is", "classes are")))
	}
	parts = append(parts, a.Say("That follows from the conditions alone, whoever the guests are; the figures say how many it concerns here."))
	if !c.Complete {
		parts = append(parts, a.Say("The search was cut short, so there may be more."))
	}
	return strings.Join(parts, a.Say(" "))
}

// exampleView is one guest and why that guest is in a class.
type exampleView struct {
	Intro  string
	Leaves []leafView
	Flip   string
	Next   string // the heading of the other class
	Wants  []leafView
	Bring  string
	Life   string
}

type leafView struct{ Asked, Has, Held string }

func (a *analysis) exampleView() *exampleView {
	e := a.classing.example
	if e == nil {
		return nil
	}
	words := a.words()
	v := &exampleView{
		Intro: a.Say("Row %s of guests.csv: of “%s”, the class that brings most, this is the guest who came most often, and of several the one who brought most.",
			prose.Whole(e.row), a.labelOf(e.class)),
		Leaves: words.leaves(e.why.Leaves), Flip: a.Say("Nothing would take this guest out of the class."), Life: a.lifeSentence(e),
	}
	if text := words.changes(e.why.Changes); text != "" {
		v.Flip = a.Say("The smallest change that would take this guest out of the class: %s.", text)
	}
	if e.other != nil {
		v.Next, v.Wants = a.labelOf(e.other.Class), words.leaves(e.other.why.Leaves)
		v.Bring = a.Say("Nothing would change that.")
		if text := words.changes(e.other.why.Changes); text != "" {
			v.Bring = a.Say("The smallest change that would meet it: %s.", text)
		}
		if e.other.why.Holds {
			v.Bring = a.Say("It holds too, but the class stands later in the plan.")
		}
	}
	return v
}

func (w conditionWords) leaves(list []segment.LeafReason) []leafView {
	var out []leafView
	for _, leaf := range list {
		c := leaf.Condition
		held := w.Say("no")
		if leaf.Held {
			held = w.Say("yes")
		}
		out = append(out, leafView{Asked: lang.Capital(w.of(c)), Has: w.value(c.Attr, c.Stays, leaf.Value), Held: held})
	}
	return out
}

// lifeSentence says where the guest stands in the life cycle, and until when.
func (a *analysis) lifeSentence(e *example) string {
	s := e.life
	if s == nil {
		return ""
	}
	rhythm := strconv.FormatFloat(s.Rhythm, 'f', -1, 64)
	text := a.Say("This guest last came on %s and comes every %s\u00a0days.", prose.Day(a.Printer, s.Last), rhythm)
	if !s.OwnRhythm {
		text = a.Say("This guest last came on %s; with fewer than three visits there is no rhythm of the guest's own yet, and %s\u00a0days stand in.", prose.Day(a.Printer, s.Last), rhythm)
	}
	return text + a.Say(" ") + a.Say("So the guest counts as at risk from %s and as lapsed from %s without another visit, and is %s now.",
		prose.Day(a.Printer, s.AtRiskFrom), prose.Day(a.Printer, s.LapsedFrom), prose.LowerFirst(a.Pick(s.Stage.Label(), s.Stage.LabelZH())))
}
