package main

import (
	"html/template"
	"strconv"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// surveyView is how satisfied the guests are; Note says why that is not known.
type surveyView struct {
	Note, Sentence   string
	Source, Method   string
	Caption, Head    string // of the first table
	Factors          []factorView
	Importance       string
	Picture          template.HTML
	Cuts             string
	Questions        []questionView
	FixSentence, End string
	Fix              []fixView
}

type factorView struct{ Name, NameZH, Weight, Mean, Between, N, Answered string }

type questionView struct{ Number, Name, NameZH, Importance, Mean, Cell, Chance string }

type fixView struct{ Number, Name, Text string }

// surveyView returns nil without a survey.
func (a *analysis) surveyView() *surveyView {
	t := a.survey
	if t == nil {
		return nil
	}
	v := &surveyView{Source: t.sourceSentence()}
	if !t.usable() {
		v.Note = t.emptySentence()
		return v
	}
	v.Sentence, v.Method, v.Importance, v.Cuts = t.indexSentence(), t.methodSentence(), t.importanceSentence(), t.cutsSentence()
	v.Head, v.Caption = t.Say("Factor"), t.Say("Factors, with 95\u00a0%% intervals of their means, on the scale %s", t.scaleWords())
	if t.Flat {
		v.Head, v.Caption = t.Say("Question"), t.Say("Questions, with 95\u00a0%% intervals of their means, on the scale %s", t.scaleWords())
	}
	labels := t.labels()
	for i, node := range t.report.Nodes {
		if node.Depth < 2 {
			v.Factors = append(v.Factors, t.factorView(labels[node.ID], i))
		}
	}
	v.Picture = drawQuadrants(t)
	for k, p := range t.grid.Placed {
		one := questionView{
			Number: strconv.Itoa(k + 1), Importance: t.percentFloat(p.Importance), Mean: prose.OnScale(p.Performance),
			Cell: lang.Capital(t.Pick(p.Label.Name, p.Label.NameZH)), Chance: t.chance(p),
		}
		one.Name, one.NameZH = t.names(labels[p.ID])
		v.Questions = append(v.Questions, one)
	}
	t.fixViews(v, labels)
	return v
}

func (t *satisfied) factorView(label satisfaction.Node, i int) factorView {
	node := t.report.Nodes[i]
	v := factorView{
		Weight: t.percentFloat(t.shares[i].Float()), Mean: "–", Between: "–", N: prose.Whole(node.Guests), Answered: t.percentFloat(node.Answered),
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
func (t *satisfied) fixViews(v *surveyView, labels map[string]satisfaction.Node) {
	v.FixSentence = t.Say("Nothing lies in the cell of what is important and not good.")
	if len(t.fixFirst) == 0 {
		return
	}
	fix := t.grid.Labels.Fix
	v.FixSentence = t.Say("%s. The widest gap between importance and performance stands first.", lang.Capital(t.Pick(fix.Action, fix.ActionZH)))
	v.End = t.Say("Cuts at the means always find something to fix, however good the house is: a question near the cut, with a chance near 50\u00a0%, may lie on either side.")
	for _, fix := range t.fixFirst {
		for k, p := range t.grid.Placed {
			if p.ID == fix.ID {
				text := t.Say("importance %s, mean %s, in this cell with a chance of %s", t.percentFloat(p.Importance), prose.OnScale(p.Performance), t.chance(p))
				name, _ := t.names(labels[p.ID])
				v.Fix = append(v.Fix, fixView{strconv.Itoa(k + 1), name, text})
			}
		}
	}
}

// labels returns the nodes of the tree by id.
func (t *satisfied) labels() map[string]satisfaction.Node {
	out := map[string]satisfaction.Node{}
	var walk func(satisfaction.Node)
	walk = func(n satisfaction.Node) {
		out[n.ID] = n
		for _, child := range n.Children {
			walk(child)
		}
	}
	walk(t.Tree.Root)
	return out
}

// names returns the label of a node and, on an English page, the Chinese one.
func (t *satisfied) names(n satisfaction.Node) (string, string) {
	return prose.Both(t.Printer, t.named(n), n.LabelZH)
}

// named returns the label of a node; the name of a column stays as it is.
func (t *satisfied) named(n satisfaction.Node) string {
	if t.Flat && n.ID == n.Label {
		return n.Label
	}
	return lang.Capital(n.Label)
}

func (t *satisfied) percentFloat(x float64) string {
	return t.Percent(strconv.FormatFloat(100*x, 'f', 1, 64))
}

// chance writes how likely the true place of a question is in its cell; nothing measured is certain.
func (t *satisfied) chance(p satisfaction.Placed) string {
	if c := p.Chances.Of(p.Cell); c < .9995 {
		return t.percentFloat(c)
	}
	return ">" + prose.NBSP + t.Percent("99.9")
}
