package page

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/mood"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// taskView is one thing to do: what and for how many guests, why, and where the list stands.
type taskView struct {
	ID, Do, Why string // ID is the chapter that tells more
	Filter      string // of guests.csv, in its columns; empty: nobody is on a list
}

// mostCalls is how many guests a house can call in a week or two.
const mostCalls = 100

// first is what to do first, as far as this run knows it.
func (w *writer) first(s *surveyView) []taskView {
	var list []taskView
	for _, one := range []*taskView{w.callLate(), w.winBack(), w.askUnhappy(), w.keepTiers(), w.fixFirst(s), w.inviteNew()} {
		if one != nil {
			list = append(list, *one)
		}
	}
	return list
}

// inStage returns the guests in a stage of the life cycle.
func (w *writer) inStage(stage lifecycle.Stage) []int {
	var list []int
	for i, one := range w.Data.Stages {
		if one == stage {
			list = append(list, i)
		}
	}
	return list
}

// valued reports whether it is known what guests are expected to bring.
func (w *writer) valued() bool { return w.Alive != nil && w.Alive.Outlook.Worth != nil }

// expected writes what guests are expected to bring from now on; empty if that is not known.
func (w *writer) expected(guests []int) string {
	if !w.valued() {
		return ""
	}
	sum := 0.0
	for _, i := range guests {
		sum += w.Alive.Outlook.Worth.Guests[i].Value
	}
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(sum, 'g', 3, 64), 64) // cannot fail: more digits would be false
	d, ok := alive.Estimate(rounded, w.Places)
	if !ok {
		return ""
	}
	return w.amount(d)
}

// hope says what guests are expected to bring in a sentence of its own; empty if that is not known.
func (w *writer) hope(guests []int) string {
	if amount := w.expected(guests); amount != "" {
		return w.Say("The model expects about %s of them from now on.", amount)
	}
	return ""
}

// callLate names the guests who are late by their own habit, those first who are worth most.
func (w *writer) callLate() *taskView {
	late := w.inStage(lifecycle.AtRisk)
	if len(late) == 0 {
		return nil
	}
	top := w.best(late)
	v := &taskView{ID: "classes", Filter: "lifecycle = at-risk; monetary ↓"}
	guests := lang.Count(w.Printer, len(top), "late guest", "late guests")
	switch amount := w.expected(top); {
	case amount == "":
		v.Do = w.Say("Call the %s who brought most.", guests)
	default:
		v.Do, v.Filter = w.Say("Call the %s of whom most is expected: about %s.", guests, amount), "lifecycle = at-risk; residual_value ↓"
	}
	v.Why = w.Sentences(w.Say("In all %s by their own habit and can still be kept.", lang.Count(w.Printer, len(late), "guest is late", "guests are late")), w.hope(late))
	return v
}

// best returns those of the guests who are expected to bring most, or who brought most where that is not known.
func (w *writer) best(guests []int) []int {
	revenue := w.Summaries.Revenue()
	top := slices.SortedFunc(slices.Values(guests), func(a, b int) int {
		if w.valued() {
			each := w.Alive.Outlook.Worth.Guests
			return cmp.Or(cmp.Compare(each[b].Value, each[a].Value), cmp.Compare(a, b))
		}
		return cmp.Or(revenue.Compare(b, a), cmp.Compare(a, b))
	})
	return top[:min(len(top), mostCalls)]
}

// winBack names the big spenders who have stayed away, where the stages of life are not known.
func (w *writer) winBack() *taskView {
	if w.Data.Stages != nil || w.Scores.Segments == nil {
		return nil
	}
	const id = "win-back" // of the hotel's set; the other sets have no such segment
	var list []int
	label := ""
	for _, total := range w.Scores.Groups {
		if total.Segment.ID == id {
			label = w.Pick(total.Segment.Label, total.Segment.LabelZH)
		}
	}
	for i := range w.Summaries.Len() {
		if w.Scores.Segments.At(i).ID == id {
			list = append(list, i)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return &taskView{
		ID: "segments", Do: w.Say("Call the %s who brought most.", lang.Count(w.Printer, min(len(list), mostCalls), "big spender long away", "big spenders long away")),
		Why: w.Say("%s in the segment “%s”.", lang.Count(w.Printer, len(list), "guest is", "guests are"), label), Filter: "segment = " + id + "; monetary ↓",
	}
}

// askUnhappy names the guests whose score lies below the middle of the scale.
func (w *writer) askUnhappy() *taskView {
	t := w.Survey
	if t == nil || !t.HasScore() {
		return nil
	}
	scale := t.Tree.Scales[0]
	middle := mood.Middle(scale.Low.InexactFloat64(), scale.High.InexactFloat64())
	var list []int
	best := 0 // of one of the two highest tiers
	for i := range w.Summaries.Len() {
		if g := t.ByGuest[i]; g == nil || g.Scored == 0 || !mood.Unhappy(g.Mean(), middle) {
			continue
		}
		if list = append(list, i); w.Tiers != nil && int(w.Tiers.Rank[i]) >= max(1, len(w.Tiers.Ladder)-2) {
			best++
		}
	}
	if len(list) == 0 {
		return nil
	}
	text := strconv.FormatFloat(middle, 'f', -1, 64)
	why := w.Say("Their score is below %s, the middle of the scale %s.", text, surveyWords{w.Printer, t}.scaleWords())
	if best > 0 {
		why = w.Sentences(why, w.Say("%s %s.", lang.Count(w.Printer, best, "of them is", "of them are"), w.highTiers()))
	}
	return &taskView{
		ID: "survey", Do: w.Say("Ask the %s what went wrong.", lang.Count(w.Printer, len(list), "unhappy guest", "unhappy guests")),
		Why: w.Sentences(why, w.hope(list)), Filter: "satisfaction < " + text,
	}
}

// highTiers names the two highest tiers, or the one above the first.
func (w *writer) highTiers() string {
	m := w.tierWords()
	var names []string
	for _, id := range m.Ladder[max(1, len(m.Ladder)-2):] {
		names = append(names, m.tierName(id))
	}
	return w.orList(names)
}

// keepTiers names the members who are about to drop.
func (w *writer) keepTiers() *taskView {
	if w.Tiers == nil || len(w.Tiers.Ends) == 0 {
		return nil
	}
	var list []int
	for _, one := range w.Tiers.Ends {
		list = append(list, int(one.Guest))
	}
	last := w.Tiers.LastNotice()
	return &taskView{
		ID: "loyalty", Do: w.Say("Write to the %s about to lose their tier.", lang.Count(w.Printer, len(list), "member", "members")),
		Why:    w.Sentences(w.Say("It ends by %s unless they come in time.", prose.Day(w.Printer, last)), w.hope(list)),
		Filter: "tier_until < " + last.String(),
	}
}

// fixFirst names the question to work on, where it is known what matters.
func (w *writer) fixFirst(s *surveyView) *taskView {
	if s == nil || len(s.Fix) == 0 {
		return nil
	}
	return &taskView{ID: "survey", Do: w.Say("Work on “%s”.", s.Fix[0].Name), Why: w.Say("It matters to the guests and is rated below the other questions: %s.", s.Fix[0].Text)}
}

// inviteNew names the guests who came once and not long ago.
func (w *writer) inviteNew() *taskView {
	list := w.inStage(lifecycle.NewGuest)
	if len(list) == 0 {
		return nil
	}
	return &taskView{
		ID: "classes", Do: w.Say("Give %s a reason to come again.", lang.Count(w.Printer, len(list), "new guest", "new guests")),
		Why:    w.Sentences(w.Say("They came for the first time not long ago."), w.secondVisit(), w.hope(list)),
		Filter: "lifecycle = new",
	}
}
