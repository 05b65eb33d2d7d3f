package page

import (
	"html/template"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chart"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/survey"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// surveyView is how satisfied the guests are; Note says why that is not known.
type surveyView struct {
	Note, Sentence   string
	Source, Method   string
	Caption, Head    string // of the first table
	Factors          []factorView
	Importance       string
	Picture          template.HTML // empty: importance is not known
	Cuts, ChanceHead string
	Questions        []questionView // to fix first
	Others           []questionView
	Lowest           []lowestView // where importance is not known
	LowestText       string
	FixSentence, End string
	Fix              []fixView
}

type factorView struct{ Name, NameZH, Weight, Mean, Between, N, Answered string }

type questionView struct{ Number, Name, NameZH, Importance, Mean, Cell, Line, Chance string }

type lowestView struct{ Name, Mean string }

type fixView struct{ Number, Name, Text string }

// surveyWords says the survey in the language of the page.
type surveyWords struct {
	lang.Printer
	*survey.Result
}

// surveyView returns nil without a survey.
func (w *writer) surveyView() *surveyView {
	if w.Survey == nil {
		return nil
	}
	t := surveyWords{w.Printer, w.Survey}
	v := &surveyView{Source: t.sourceSentence()}
	if !t.HasScore() {
		v.Note = t.emptySentence()
		return v
	}
	v.Sentence, v.Method = t.indexSentence(), t.methodSentence()
	v.Head, v.Caption = t.Say("Factor"), t.Say("Factors, with 95\u00a0%% intervals of their means, on the scale %s", t.scaleWords())
	if t.Flat {
		v.Head, v.Caption = t.Say("Question"), t.Say("Questions, with 95\u00a0%% intervals of their means, on the scale %s", t.scaleWords())
	}
	labels := t.Labels()
	for i, node := range t.Report.Nodes {
		if node.Depth < 2 {
			v.Factors = append(v.Factors, t.factorView(labels[node.ID], i))
		}
	}
	if t.Grid == nil {
		v.Lowest, v.LowestText = t.lowestViews(labels), t.lowestSentence()
		return v
	}
	v.Importance, v.Cuts = t.importanceSentence(), t.cutsSentence()
	v.Picture, v.ChanceHead = chart.Quadrants(t.Printer, t.Grid, t.shortNames(labels)), t.Say("Chance")
	if t.ImportanceSE == nil {
		v.ChanceHead = t.Say("Chance (performance)")
	}
	for _, fix := range []bool{true, false} {
		for _, place := range t.byCell(fix) {
			one := t.questionView(place, labels)
			if fix {
				v.Questions = append(v.Questions, one)
			} else {
				v.Others = append(v.Others, one)
			}
		}
	}
	t.fixViews(v)
	return v
}

// byCell returns the places of the questions to fix first, or those of all others by their cells.
func (t surveyWords) byCell(fix bool) []int {
	var out []int
	if fix {
		for _, one := range t.FixFirst {
			out = append(out, slices.IndexFunc(t.Grid.Placed, func(p satisfaction.Placed) bool { return p.ID == one.ID }))
		}
		return out
	}
	for _, cell := range []satisfaction.Cell{satisfaction.Keep, satisfaction.Low, satisfaction.Opportunity} {
		for k, p := range t.Grid.Placed {
			if p.Cell == cell {
				out = append(out, k)
			}
		}
	}
	return out
}

func (t surveyWords) questionView(place int, labels map[string]satisfaction.Node) questionView {
	p := t.Grid.Placed[place]
	one := questionView{
		Number: strconv.Itoa(place + 1), Importance: t.percentFloat(p.Importance), Mean: prose.OnScale(p.Performance),
		Cell: lang.Capital(t.Pick(p.Label.Name, p.Label.NameZH)), Chance: t.chance(p),
	}
	if survey.OnLine(p) {
		one.Line = t.Say("on the line of importance")
	}
	one.Name, one.NameZH = t.names(labels[p.ID])
	return one
}

func (t surveyWords) factorView(label satisfaction.Node, i int) factorView {
	node := t.Report.Nodes[i]
	v := factorView{
		Weight: t.percentFloat(t.Shares[i].Float()), Mean: "–", Between: "–", N: prose.Whole(node.Guests), Answered: t.percentFloat(node.Answered),
	}
	v.Name, v.NameZH = t.names(label)
	if node.Guests > 0 {
		v.Mean = prose.OnScale(node.Mean)
	}
	if node.Guests > 1 {
		v.Between = t.Say("%s to %s", prose.OnScale(node.Interval.Low), prose.OnScale(node.Interval.High))
	}
	return v
}

// fixViews says what to fix first.
func (t surveyWords) fixViews(v *surveyView) {
	v.FixSentence = t.Say("Nothing lies in the cell of what is important and not good.")
	if len(t.FixFirst) == 0 {
		return
	}
	fix := t.Grid.Labels.Fix
	v.FixSentence = t.Say("%s. The widest gap between importance and performance, times its chance, stands first.", lang.Capital(t.Pick(fix.Action, fix.ActionZH)))
	v.End = t.Say("Cuts at the means always find something to fix, however good the house is: a question near the cut, with a chance near 50\u00a0%, may lie on either side.")
	for _, one := range v.Questions {
		text := t.Say("importance %s, mean %s, in this cell with a chance of %s", one.Importance, one.Mean, one.Chance)
		if t.ImportanceSE == nil {
			text = t.Say("importance %s, mean %s, in this cell with a chance of %s (performance alone)", one.Importance, one.Mean, one.Chance)
		}
		if one.Line != "" {
			text += t.Say("; ") + one.Line
		}
		v.Fix = append(v.Fix, fixView{one.Number, one.Name, text})
	}
}

// names returns the label of a node and, on an English page, the Chinese one.
func (t surveyWords) names(n satisfaction.Node) (string, string) {
	return prose.Both(t.Printer, t.Named(n), t.Say(n.LabelZH))
}

func (t surveyWords) percentFloat(x float64) string {
	return t.Percent(lang.Fixed(100*x, 1))
}

// chance writes how likely the true place of a question is in its cell; nothing measured is certain.
func (t surveyWords) chance(p satisfaction.Placed) string {
	if c := p.Chances.Of(p.Cell); c < .9995 {
		return t.percentFloat(c)
	}
	return ">" + prose.NBSP + t.Percent("99.9")
}
