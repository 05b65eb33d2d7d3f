package page

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/shopspring/decimal"
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
	if text := w.shortClasses(); text != "" {
		list = append(list, shortView{"classes", w.Say("Classes"), text})
	}
	if l := v.Loyalty; l != nil && l.Note == "" {
		list = append(list, shortView{"loyalty", w.Say("Loyalty"), w.shortLoyalty(l)})
	}
	if v.Change.Note == "" {
		list = append(list, shortView{"change", w.Say("Since last year"), w.shortChange()})
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
	root := w.Survey.Report.Nodes[0]
	text := w.Say("%s on average on the scale %s.", prose.OnScale(root.Mean), surveyWords{w.Printer, w.Survey}.scaleWords())
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

// shortLoyalty says who could rise and who will fall.
func (w *writer) shortLoyalty(l *loyaltyView) string {
	if n := len(w.Tiers.Ends); n > 0 {
		return w.Sentences(firstSentence(l.NearSentence), w.Say("%s to a lower tier by %s unless they come in time.",
			lang.Count(w.Printer, n, "member falls", "members fall"), prose.Day(w.Printer, w.Tiers.LastNotice())))
	}
	return firstSentence(l.NearSentence)
}

// shortChange says how much more or less came than in the year before, and what became of those who were late.
func (w *writer) shortChange() string {
	x, y := w.Data.Years.Before, w.Data.Years.Now
	return w.Sentences(w.Say("Guests %s, visits %s, revenue %s against the year before.",
		w.changed(decimal.NewFromInt(x.Guests), decimal.NewFromInt(y.Guests)), w.changed(decimal.NewFromInt(x.Visits), decimal.NewFromInt(y.Visits)), w.changed(x.Revenue, y.Revenue)), w.lateThen())
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
