package page

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// shortView is one of the things to know, with the id of its place on the page.
type shortView struct{ ID, Title, Text string }

// inShort is the report in a few sentences.
func (w *writer) inShort(v *view) []shortView {
	list := []shortView{{"guests", w.Say("Guests"), w.lead()}}
	if v.Models.Note == "" {
		list = append(list, shortView{"alive", w.Say("Worth"), w.shortWorth(v)})
	} else {
		list = append(list, shortView{"value", w.Say("Worth"), v.Value.Sentence})
	}
	if s := v.Survey; s != nil && s.Note == "" {
		list = append(list, shortView{"survey", w.Say("Satisfaction"), w.shortSurvey(s)})
	}
	list = append(list, shortView{"classes", w.Say("Classes"), v.Classes.Sentence})
	if l := v.Loyalty; l != nil && l.Note == "" {
		list = append(list, shortView{"loyalty", w.Say("Loyalty"), firstSentence(l.NearSentence)})
	}
	if v.Change.Note == "" {
		list = append(list, shortView{"change", w.Say("Since last year"), v.Change.Sentence})
	}
	return append(list, shortView{"quality", w.Say("Data quality"), w.shortQuality()})
}

// shortWorth says what the guests are still worth, how sure that is, and what it can be held against.
func (w *writer) shortWorth(v *view) string {
	text := v.Models.Sentence
	if o := w.Alive.Outlook; o.Worth != nil {
		total := o.Worth.Total
		text = w.Sentences(text, w.Say("The parameters leave it between %s and %s (95\u00a0%%).", w.estimateText(total.Low), w.estimateText(total.High)), w.testText(), w.beforeRevenue())
	}
	return text
}

// shortSurvey says how satisfied the guests are, and what to fix first.
func (w *writer) shortSurvey(s *surveyView) string {
	text := firstSentence(s.Sentence)
	if len(s.Lowest) > 0 {
		return w.Sentences(text, w.Say("Lowest rated: %s (mean %s).", s.Lowest[0].Name, s.Lowest[0].Mean))
	}
	if len(s.Fix) == 0 {
		return text
	}
	var names []string
	for _, fix := range s.Fix[:min(len(s.Fix), 3)] {
		names = append(names, fix.Name)
	}
	return w.Sentences(text, w.Say("To fix first: %s.", strings.Join(names, w.Say("; "))))
}

// shortQuality says how much of what was read counts.
func (w *writer) shortQuality() string {
	in := w.Data
	text := w.Say("%s of %s count; %s were refused as wrong.", prose.Whole(in.Stays()), lang.Count(w.Printer, in.Rows, "row", "rows"), prose.Whole(in.Refused()))
	if n := len(w.Warnings); n > 0 {
		text = w.Sentences(text, w.Say("There are %s to keep in mind.", lang.Count(w.Printer, n, "note", "notes")))
	}
	return text
}

// firstSentence returns a text up to its first full stop.
func firstSentence(text string) string {
	if at := strings.Index(text, "。"); at >= 0 {
		return text[:at] + "。"
	}
	if first, _, more := strings.Cut(text, ". "); more {
		return first + "."
	}
	return text
}
