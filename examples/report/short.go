package main

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// shortView is one of the things to know, with the id of its place on the page.
type shortView struct{ ID, Title, Text string }

// inShort is the report in a few sentences.
func (a *analysis) inShort(v *view) []shortView {
	list := []shortView{{"guests", a.Say("Guests"), a.lead()}}
	if v.Models.Note == "" {
		list = append(list, shortView{"alive", a.Say("Worth"), a.shortWorth(v)})
	} else {
		list = append(list, shortView{"value", a.Say("Worth"), v.Value.Sentence})
	}
	if s := v.Survey; s != nil && s.Note == "" {
		list = append(list, shortView{"survey", a.Say("Satisfaction"), a.shortSurvey(s)})
	}
	list = append(list, shortView{"classes", a.Say("Classes"), v.Classes.Sentence})
	if l := v.Loyalty; l != nil && l.Note == "" {
		list = append(list, shortView{"loyalty", a.Say("Loyalty"), firstSentence(l.NearSentence)})
	}
	if v.Change.Note == "" {
		list = append(list, shortView{"change", a.Say("Since last year"), v.Change.Sentence})
	}
	return append(list, shortView{"quality", a.Say("Data quality"), a.shortQuality()})
}

// shortWorth says what the guests are still worth, and how sure that is.
func (a *analysis) shortWorth(v *view) string {
	text := v.Models.Sentence
	if o := a.models.outlook; o.worth != nil {
		total := o.worth.Total
		text = a.Sentences(text, a.Say("That amount is known to between %s and %s (95 %% interval).", a.estimateText(total.Low), a.estimateText(total.High)))
	}
	return text
}

// shortSurvey says how satisfied the guests are, and what to fix first.
func (a *analysis) shortSurvey(s *surveyView) string {
	text := firstSentence(s.Sentence)
	if len(s.Fix) == 0 {
		return text
	}
	var names []string
	for _, fix := range s.Fix[:min(len(s.Fix), 3)] {
		names = append(names, fix.Name)
	}
	return a.Sentences(text, a.Say("To fix first: %s.", strings.Join(names, a.Say(", "))))
}

// shortQuality says how much of what was read counts.
func (a *analysis) shortQuality() string {
	in := a.in
	text := a.Say("%s of %s count; %s were refused as wrong.", prose.Whole(in.Stays()), lang.Count(a.Printer, in.Rows, "row", "rows"), prose.Whole(in.Refused()))
	if n := len(a.warnings); n > 0 {
		text = a.Sentences(text, a.Say("There are %s to keep in mind.", lang.Count(a.Printer, n, "note", "notes")))
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
