package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

const fixCell = satisfaction.Fix

// heads makes the heads of columns; a name that begins with # is that of a column of figures, one without name of bars.
func heads(p lang.Printer, names ...string) []cell {
	var out []cell
	for _, name := range names {
		text, figures := strings.CutPrefix(name, "#")
		c := cell{Text: p.Say(text)}
		switch {
		case figures:
			c.Class = "num"
		case text == "":
			c.Class = "bars"
		}
		out = append(out, c)
	}
	return out
}

func figure(text string) cell { return cell{Text: text, Class: "num"} }

func figureOf(text, of string) cell { return cell{Text: text, Class: "num", Of: of} }

// bar is a bar of a share of the most; empty for nothing, and for the mean of nobody.
func bar(v, most float64) cell {
	if most <= 0 || v <= 0 {
		return cell{Text: "0", Bar: true}
	}
	return cell{Text: strconv.FormatFloat(100*v/most, 'f', 1, 64), Bar: true}
}

// head names a question or a part: on an English page with its Chinese name too.
func (w *writer) head(id string) cell {
	l := w.Survey.labels[id]
	if w.Chinese() {
		return cell{Text: w.Say(w.Pick(l.text, l.zh)), Head: true}
	}
	return cell{Text: l.text, ZH: l.zh, Head: true}
}

// label is what a cell of the grid is called.
func (w *writer) label(l satisfaction.Label, class string) cell {
	if w.Chinese() {
		return cell{Text: w.named(l), Class: class}
	}
	return cell{Text: l.Name, ZH: l.NameZH, Class: class}
}

func (w *writer) named(l satisfaction.Label) string { return w.Pick(w.Say(l.Name), l.NameZH) }

func (w *writer) gridSection(a *surveyed) *section {
	g := a.Grid
	s := &section{ID: "grid", Short: w.Say("What to fix"), Title: w.Say("What matters, and how it does"), Chart: w.draw(a)}
	s.Text = []string{w.Say("Every question by its weight (%s) and the mean of its answers. The lines are the means of all questions.", w.Name(a.Used))}
	if s.Chart.Intervals {
		s.Text[0] = w.Sentences(s.Text[0], w.Say("The strokes are 95\u00a0% intervals of the answers."))
	}
	t := &tableView{ID: "grid-caption", Caption: w.Say("Questions by cell, those to be fixed first; numbers as in the chart"), Class: "cards"}
	t.Head = heads(w.Printer, "Question", "Cell (Gong 2009)", "#Importance", "#Performance", "#Gap", "#Chance", "What to do", "Cell (classical)")
	for i, p := range g.sorted() {
		name := w.head(p.ID)
		name.Text = fmt.Sprintf("%d\u00a0%s", i+1, name.Text)
		class := "tag"
		if p.Cell == fixCell {
			class = "tag fix"
		}
		classical := w.label(p.Classical, "classical")
		classical.Of = w.Say("classical:")
		t.Rows = append(t.Rows, row{Cells: []cell{
			name, w.label(p.Label, class),
			figureOf(a.importance(w.Printer, p.ID), w.Say("importance")),
			figureOf(lang.Fixed(p.Performance, 3), w.Say("performance")),
			figureOf(lang.Change(p.Gap, 2), w.Say("gap")),
			figureOf(p.chance(w.Printer), w.Say("chance")),
			{Text: w.Pick(w.Say(p.Label.Action), p.Label.ActionZH), Class: "text"},
			classical,
		}})
	}
	s.Tables = []*tableView{t}
	s.Reading = []string{
		w.Say("Chance is how likely the question's true place is in its cell, given how many answered; a value near a half says that it lies on a line."),
		w.Say("Gap is standardised importance less standardised performance: above 0, guests care more than they get."),
		w.Say("Gong (2009) and the classical reading (%s) draw the same cells and name them differently: good work on what matters less is an opportunity to the one and possible overkill to the other.",
			w.Say(g.Readings.Classical.Source)),
		w.Say("Cuts at means always find something to fix, even in an excellent hotel."),
	}
	return s
}

func (w *writer) scoresSection(a *surveyed) *section {
	s := &section{ID: "scores", Short: w.Say("Scores"), Title: w.Say("Scores")}
	s.Text = []string{w.Say("A guest's score is S = Σ X·P, answers times weights (%s), between %s and %s. Below: the %s.",
		w.Name(a.Used), bare(a.Unit.Low), bare(a.Unit.High), w.Name(a.Scores.Convention.String()))}
	t := &tableView{ID: "scores-caption", Caption: w.Say("Mean scores with 95\u00a0% intervals"), Head: heads(w.Printer, "Part", "#Score", "", "#95\u00a0% interval", "#Guests"), Class: "scores"}
	for _, n := range a.Scores.Nodes {
		name := w.head(n.ID)
		name.Class = fmt.Sprintf("depth-%d", min(n.Depth, 3))
		score, between := "–", "–"
		if n.Guests > 0 {
			score, between = lang.Fixed(n.Mean, 3), interval(w.Printer, n.Interval)
		}
		t.Rows = append(t.Rows, row{Class: pick(n.Depth == 0), Cells: []cell{name, figure(score), bar(n.Mean-a.Unit.Low, a.Unit.High-a.Unit.Low), figure(between), figure(lang.Whole(n.Guests))}})
	}
	s.Tables = []*tableView{t}
	return s
}

func pick(yes bool) string {
	if yes {
		return "pick"
	}
	return ""
}

func (w *writer) sourcesSection(a *surveyed) *section {
	s := &section{ID: "sources", Short: w.Say("Other weights"), Title: w.Say("The same questions, weighed otherwise")}
	s.Text = []string{w.Say("Weights from answers measure how much the answers differ, or what goes with the overall rating; judgement says what matters. Where they disagree, ask why.")}
	t := &tableView{ID: "sources-caption", Caption: w.Say("Weights side by side"), Head: heads(w.Printer, "Question")}
	for _, one := range a.Sources {
		name := lang.Capital(w.Name(one.Name))
		if one.Name == a.Used {
			name = w.Say("%s (used)", name)
		}
		t.Head = append(t.Head, figure(name))
	}
	for i, q := range a.Questions {
		cells := []cell{w.head(q.ID)}
		for _, one := range a.Sources {
			cells = append(cells, figure(one.Weights[i].percent(w.Printer)))
		}
		t.Rows = append(t.Rows, row{Cells: cells})
	}
	if first := a.reference(); first != "" {
		cells := []cell{{Text: w.Say("Weight that lies elsewhere than by %s", w.Name(first)), Head: true}}
		for _, one := range a.Sources {
			cells = append(cells, figure(a.moved(w.Printer, first, one.Name)))
		}
		t.Rows = append(t.Rows, row{Class: "pick", Cells: cells})
	}
	if d := a.Drivers; d != nil {
		t.Note = w.Say("Drivers: Johnson's relative weights for %s, R² %s, n %s; an association, not a promise.", d.Outcome, lang.Fixed(d.R2, 3), lang.Whole(d.N))
	}
	for _, one := range a.Refused {
		s.Text = append(s.Text, w.Say("No weights by %s: %s.", w.Name(one.Source), told(w.Printer, one.Reason)))
	}
	s.Tables = []*tableView{t}
	return s
}

func (w *writer) madeSection() *section {
	s := &section{ID: "made", Short: w.Say("How it was made"), Title: w.Say("How this page was made")}
	s.Facts = []key{
		{Label: w.Say("Input"), Value: w.Say(w.Input)},
		{Label: w.Say("Decimal places of weights"), Value: w.Say("%s, by largest remainder: they sum to exactly 1", lang.Whole(w.Places))},
	}
	if j := w.Judgements; j != nil {
		s.Facts = append(s.Facts, key{Label: w.Say("Weights from judgements"), Value: j.how(w.Printer)}, key{Label: w.Say("Random index"), Value: w.Name(j.RandomIndex.String())})
	}
	if a := w.Survey; a != nil {
		rule := a.Scores.Scoring
		s.Facts = append(s.Facts, key{Label: w.Say("Answers"), Value: a.counts(w.Printer)},
			key{Label: w.Say("Missing answers"), Value: w.Say("%s; no score below %s of the weight answered", w.Name(rule.Missing.String()), w.Share(rule.MinAnswered, 0))},
			key{Label: w.Say("Cuts of the grid"), Value: w.Say("at the means of the questions; on the line is high")})
	}
	s.Facts = append(s.Facts, key{Label: w.Say("Made with"), Value: "hotelcrm, github.com/hotelcrm/hotelcrm"})
	return s
}
