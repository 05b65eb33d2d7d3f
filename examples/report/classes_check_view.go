package main

import (
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
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
	return conditionWords{schema}
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
		one := gapView{Who: capital(words.of(gap.When)), Guests: grouped(g.guests), Share: percentOf(a.Printer, g.guests, a.totals.guests), Revenue: wholeMoney(g.revenue, a.places)}
		v.Gaps = append(v.Gaps, one)
	}
	v.More = a.moreGaps(max(held-mostFindings, 0), empty)
	for k, one := range c.Overlaps[:min(len(c.Overlaps), mostFindings)] {
		v.Others = append(v.Others, a.overlapSentence(one, c.sharing[k]))
	}
	if more := len(c.Overlaps) - mostFindings; more > 0 {
		v.Others = append(v.Others, counted(more, "more pair of classes shares", "more pairs of classes share")+" guests; summary.json has them.")
	}
	for _, one := range c.Unreachable {
		text := "Nobody can be in “" + a.classLabel(one.Class) + "”: "
		if len(one.Example) == 0 {
			v.Others = append(v.Others, text+"its condition cannot hold.")
		} else {
			v.Others = append(v.Others, text+"whoever meets its condition is in a class before it.")
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
			return labelOf(class.Label, class.ID)
		}
	}
	return id
}

func (a *analysis) overlapSentence(s segment.Shared, guests int) string {
	text := "“" + a.classLabel(s.A) + "” and “" + a.classLabel(s.B) + "” share guests: here " + someone(int64(guests))
	if a.opt.classes.plan.Mode == segment.Exclusive && guests > 0 {
		text += ", who " + isAre(guests) + " in the first"
	}
	return text + "."
}

// checkSentence sums up what was found.
func (a *analysis) checkSentence() string {
	c := a.classing.checked
	text := "No gap was found: every guest meets a condition."
	if n := len(c.Gaps); n > 0 {
		text = "The conditions of the plan leave " + counted(n, "gap", "gaps") + ", where none of them holds."
	}
	switch n := len(c.Overlaps); {
	case n > 0:
		text += " " + counted(n, "pair of classes", "pairs of classes") + " can hold for one guest."
	default:
		text += " No two classes hold for one guest."
	}
	if n := len(c.Unreachable); n > 0 {
		text += " " + counted(n, "class is", "classes are") + " out of reach."
	}
	text += " That follows from the conditions alone, whoever the guests are; the figures say how many it concerns here."
	if !c.Complete {
		text += " The search was cut short, so there may be more."
	}
	return text
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
		Intro:  "Row " + grouped(e.row) + " of guests.csv: of “" + labelOf(e.class.Label, e.class.ID) + "”, the class that brings most, this is the guest who came most often, and of several the one who brought most.",
		Leaves: words.leaves(e.why.Leaves), Flip: "Nothing would take this guest out of the class.", Life: a.lifeSentence(e),
	}
	if text := words.changes(e.why.Changes); text != "" {
		v.Flip = "The smallest change that would take this guest out of the class: " + text + "."
	}
	if e.other != nil {
		v.Next, v.Wants = labelOf(e.other.Label, e.other.ID), words.leaves(e.other.why.Leaves)
		v.Bring = "Nothing would change that."
		if text := words.changes(e.other.why.Changes); text != "" {
			v.Bring = "The smallest change that would meet it: " + text + "."
		}
		if e.other.why.Holds {
			v.Bring = "It holds too, but the class stands later in the plan."
		}
	}
	return v
}

func (w conditionWords) leaves(list []segment.LeafReason) []leafView {
	var out []leafView
	for _, leaf := range list {
		c := leaf.Condition
		held := "no"
		if leaf.Held {
			held = "yes"
		}
		out = append(out, leafView{Asked: capital(w.of(c)), Has: w.value(c.Attr, c.Stays, leaf.Value), Held: held})
	}
	return out
}

// lifeSentence says where the guest stands in the life cycle, and until when.
func (a *analysis) lifeSentence(e *example) string {
	s := e.life
	if s == nil {
		return ""
	}
	rhythm := strconv.FormatFloat(s.Rhythm, 'f', -1, 64) + nbsp + "days"
	text := "This guest last came on " + longDate(s.Last) + " and comes every " + rhythm
	if !s.OwnRhythm {
		text = "This guest last came on " + longDate(s.Last) + "; with fewer than three visits there is no rhythm of the guest's own yet, and " + rhythm + " stand in"
	}
	return text + ". So the guest counts as at risk from " + longDate(s.AtRiskFrom) + " and as lapsed from " + longDate(s.LapsedFrom) +
		" without another visit, and is " + lowerFirst(s.Stage.Label()) + " now."
}
