package page

import (
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
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

func (w *writer) words() words.Conditions { return words.ConditionsOf(w.Printer, w.Classes) }

func (w *writer) checkView() checkView {
	c, words := w.Classes.Checked, w.words()
	v := checkView{Sentence: w.checkSentence()}
	held, empty := 0, 0
	for k, gap := range c.Gaps {
		g := c.InGaps[k]
		if g.Guests == 0 {
			empty++
			continue
		}
		if held++; held > mostFindings {
			continue
		}
		one := gapView{Who: lang.Capital(words.Of(gap.When)), Guests: prose.Whole(g.Guests), Share: prose.PercentOf(w.Printer, g.Guests, w.Totals.Guests), Revenue: prose.WholeMoney(g.Revenue, w.Places)}
		v.Gaps = append(v.Gaps, one)
	}
	v.More = w.moreGaps(max(held-mostFindings, 0), empty)
	for k, one := range c.Overlaps[:min(len(c.Overlaps), mostFindings)] {
		v.Others = append(v.Others, w.overlapSentence(one, c.Sharing[k]))
	}
	if more := len(c.Overlaps) - mostFindings; more > 0 {
		v.Others = append(v.Others, w.Say("%s guests; summary.json has them.", lang.Count(w.Printer, more, "more pair of classes shares", "more pairs of classes share")))
	}
	for _, one := range c.Unreachable {
		if len(one.Example) == 0 {
			v.Others = append(v.Others, w.Say("Nobody can be in “%s”: its condition cannot hold.", w.classLabel(one.Class)))
		} else {
			v.Others = append(v.Others, w.Say("Nobody can be in “%s”: whoever meets its condition is in a class before it.", w.classLabel(one.Class)))
		}
	}
	return v
}

// moreGaps says which gaps the table leaves out.
func (w *writer) moreGaps(held, empty int) string {
	var parts []string
	if held > 0 {
		parts = append(parts, w.Say("%s with guests", lang.Count(w.Printer, held, "more gap", "more gaps")))
	}
	if empty > 0 {
		parts = append(parts, w.Say("%s without a guest here", lang.Count(w.Printer, empty, "gap", "gaps")))
	}
	if parts == nil {
		return ""
	}
	return w.Say("Not in the table, but in summary.json: %s.", strings.Join(parts, w.Say(", ")))
}

func (w *writer) classLabel(id string) string {
	for _, class := range w.Classes.Classes.List {
		if class.ID == id {
			return w.labelOf(class)
		}
	}
	return id
}

func (w *writer) overlapSentence(s segment.Shared, guests int) string {
	text := w.Say("“%s” and “%s” share guests: here %s", w.classLabel(s.A), w.classLabel(s.B), w.someone(int64(guests)))
	if w.Classes.By.Plan.Mode == segment.Exclusive && guests > 0 {
		who := w.Say(", who are in the first")
		if guests == 1 {
			who = w.Say(", who is in the first")
		}
		text += who
	}
	return text + w.Say(".")
}

// checkSentence sums up what was found.
func (w *writer) checkSentence() string {
	c := w.Classes.Checked
	parts := []string{w.Say("No gap was found: every guest meets a condition.")}
	if n := len(c.Gaps); n > 0 {
		parts[0] = w.Say("The conditions of the plan leave %s, where none of them holds.", lang.Count(w.Printer, n, "gap", "gaps"))
	}
	switch n := len(c.Overlaps); {
	case n > 0:
		parts = append(parts, w.Say("%s can hold for one guest.", lang.Count(w.Printer, n, "pair of classes", "pairs of classes")))
	default:
		parts = append(parts, w.Say("No two classes hold for one guest."))
	}
	if n := len(c.Unreachable); n > 0 {
		parts = append(parts, w.Say("%s out of reach.", lang.Count(w.Printer, n, "class is", "classes are")))
	}
	parts = append(parts, w.Say("That follows from the conditions alone, whoever the guests are; the figures say how many it concerns here."))
	if !c.Complete {
		parts = append(parts, w.Say("The search was cut short, so there may be more."))
	}
	return strings.Join(parts, w.Say(" "))
}

// exampleView is one guest and why that guest is in a class.
type exampleView struct {
	Intro  string
	Leaves []words.Leaf
	Flip   string
	Next   string // the heading of the other class
	Wants  []words.Leaf
	Bring  string
	Life   string
}

func (w *writer) exampleView() *exampleView {
	e := w.Classes.Example
	if e == nil {
		return nil
	}
	words := w.words()
	v := &exampleView{
		Intro: w.Say("Guest %s (-guest shows all of one guest): of “%s”, the class that brings most, this is the guest who came most often, and of several the one who brought most.",
			prose.Shortened(w.Summaries.Guests()[e.Row-1]), w.labelOf(e.Class)),
		Leaves: words.Leaves(e.Why.Leaves), Flip: w.Say("Nothing would take this guest out of the class."), Life: w.lifeSentence(e),
	}
	if text := words.Changes(e.Why.Changes); text != "" {
		v.Flip = w.Say("The smallest change that would take this guest out of the class: %s.", text)
	}
	if e.Other != nil {
		v.Next, v.Wants = w.labelOf(e.Other.Class), words.Leaves(e.Other.Why.Leaves)
		v.Bring = w.Say("Nothing would change that.")
		if text := words.Changes(e.Other.Why.Changes); text != "" {
			v.Bring = w.Say("The smallest change that would meet it: %s.", text)
		}
		if e.Other.Why.Holds {
			v.Bring = w.Say("It holds too, but the class stands later in the plan.")
		}
	}
	return v
}

// lifeSentence says where the guest stands in the life cycle, and until when.
func (w *writer) lifeSentence(e *classes.Example) string {
	s := e.Life
	if s == nil {
		return ""
	}
	rhythm := strconv.FormatFloat(s.Rhythm, 'f', -1, 64)
	text := w.Say("This guest last came on %s and comes every %s\u00a0days.", prose.Day(w.Printer, s.Last), rhythm)
	if !s.OwnRhythm {
		text = w.Say("This guest last came on %s; with fewer than three visits there is no rhythm of the guest's own yet, and %s\u00a0days stand in.", prose.Day(w.Printer, s.Last), rhythm)
	}
	return text + w.Say(" ") + w.Say("So the guest counts as at risk from %s and as lapsed from %s without another visit, and is %s now.",
		prose.Day(w.Printer, s.AtRiskFrom), prose.Day(w.Printer, s.LapsedFrom), prose.LowerFirst(w.Pick(s.Stage.Label(), s.Stage.LabelZH())))
}
