package main

import (
	"html/template"
	"strconv"

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
		v.Note = capital(t.whyEmpty()) + "."
		return v
	}
	v.Sentence, v.Method, v.Importance, v.Cuts = t.indexSentence(), t.methodSentence(), t.importanceSentence(), t.cutsSentence()
	v.Head = "Factor"
	if t.flat {
		v.Head = "Question"
	}
	v.Caption = v.Head + "s, with " + levelText() + " intervals of their means, on the scale " + t.scaleText()
	labels := t.labels()
	for i, node := range t.report.Nodes {
		if node.Depth < 2 {
			v.Factors = append(v.Factors, t.factorView(labels[node.ID], i))
		}
	}
	v.Picture = drawQuadrants(t)
	for k, p := range t.grid.Placed {
		v.Questions = append(v.Questions, questionView{
			Number: strconv.Itoa(k + 1), Name: t.named(labels[p.ID]), NameZH: labels[p.ID].LabelZH, Importance: percentFloat(p.Importance),
			Mean: onScale(p.Performance), Cell: capital(p.Label.Name), Chance: chance(p),
		})
	}
	t.fixViews(v, labels)
	return v
}

func (t *satisfied) factorView(label satisfaction.Node, i int) factorView {
	node := t.report.Nodes[i]
	v := factorView{
		Name: t.named(label), NameZH: label.LabelZH, Weight: percentFloat(t.shares[i].Float()), Mean: "–", Between: "–",
		N: grouped(node.Guests), Answered: percentFloat(node.Answered),
	}
	if node.Guests > 0 {
		v.Mean = onScale(node.Mean)
	}
	if node.Guests > 1 {
		v.Between = onScale(node.Interval.Low) + " to " + onScale(node.Interval.High)
	}
	return v
}

// fixViews says what to fix first.
func (t *satisfied) fixViews(v *surveyView, labels map[string]satisfaction.Node) {
	v.FixSentence = "Nothing lies in the cell of what is important and not good."
	if len(t.fixFirst) == 0 {
		return
	}
	v.FixSentence = capital(t.grid.Labels.Fix.Action) + ". The widest gap between importance and performance stands first."
	v.End = "Cuts at the means always find something to fix, however good the house is: a question near the cut, with a chance near 50" + nbsp + "%, may lie on either side."
	for _, fix := range t.fixFirst {
		for k, p := range t.grid.Placed {
			if p.ID == fix.ID {
				text := "importance " + percentFloat(p.Importance) + ", mean " + onScale(p.Performance) + ", in this cell with a chance of " + chance(p)
				v.Fix = append(v.Fix, fixView{strconv.Itoa(k + 1), t.named(labels[p.ID]), text})
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
	walk(t.tree.Root)
	return out
}

// named returns the label of a node; the name of a column stays as it is.
func (t *satisfied) named(n satisfaction.Node) string {
	if t.flat && n.ID == n.Label {
		return n.Label
	}
	return capital(n.Label)
}

// onScale writes a score on the scale of the survey.
func onScale(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }

func percentFloat(x float64) string { return strconv.FormatFloat(100*x, 'f', 1, 64) + nbsp + "%" }

// chance writes how likely the true place of a question is in its cell; nothing measured is certain.
func chance(p satisfaction.Placed) string {
	if c := p.Chances.Of(p.Cell); c < .9995 {
		return percentFloat(c)
	}
	return ">" + nbsp + "99.9" + nbsp + "%"
}

func levelText() string { return strconv.Itoa(int(100*surveyLevel)) + nbsp + "%" }
