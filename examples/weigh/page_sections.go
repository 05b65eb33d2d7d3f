package main

import (
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

const fixCell = satisfaction.Fix

// heads makes the heads of columns; a name that begins with # is that of a column of figures, one without name of bars.
func heads(names ...string) []cell {
	var out []cell
	for _, name := range names {
		text, figures := strings.CutPrefix(name, "#")
		c := cell{Text: text}
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
	return cell{Text: fixed(100*v/most, 1), Bar: true}
}

func (a *surveyed) head(id string) cell {
	l := a.labels[id]
	return cell{Text: l.text, ZH: l.zh, Head: true}
}

func (a *surveyed) gridSection() *section {
	g := a.Grid
	s := &section{ID: "grid", Short: "What to fix", Title: "What matters, and how it does", Chart: a.draw()}
	s.Text = []string{fmt.Sprintf("Every question by its weight (%s) and the mean of its answers. The lines are the means of all questions.", a.Used)}
	if s.Chart.Intervals {
		s.Text[0] += " The strokes are 95 % intervals of the answers."
	}
	t := &tableView{ID: "grid-caption", Caption: "Questions by cell, those to be fixed first; numbers as in the chart", Class: "cards"}
	t.Head = heads("Question", "Reading of the thesis", "#Importance", "#Performance", "#Gap", "#Chance", "What to do", "Classical reading")
	for i, p := range g.sorted() {
		name := a.head(p.ID)
		name.Text = fmt.Sprintf("%d\u00a0%s", i+1, name.Text)
		reading := cell{Text: p.Label.Name, ZH: p.Label.NameZH, Class: "tag"}
		if p.Cell == fixCell {
			reading.Class = "tag fix"
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			name, reading,
			figureOf(a.importance(p.ID), "importance"),
			figureOf(fixed(p.Performance, 3), "performance"),
			figureOf(fmt.Sprintf("%+.2f", p.Gap), "gap"),
			figureOf(percent(p.Chances.Of(p.Cell)), "chance"),
			{Text: p.Label.Action, Class: "text"},
			{Text: p.Classical.Name, Class: "classical"},
		}})
	}
	s.Tables = []*tableView{t}
	s.Reading = []string{
		"Chance is how likely the question's true place is in its cell, given how many answered; a value near a half says that it lies on a line.",
		"Gap is standardised importance less standardised performance: above 0, guests care more than they get.",
		"Both readings share the cells and name them differently: good work on what matters less is an opportunity to the thesis (" +
			g.Readings.Thesis.Source + ") and possible overkill to the classical reading (" + g.Readings.Classical.Source + ").",
		"Cuts at means always find something to fix, even in an excellent hotel.",
	}
	return s
}

// importance is the weight of a question as all tables print it.
func (a *surveyed) importance(id string) string {
	for _, s := range a.Sources {
		if s.Name != a.Used {
			continue
		}
		for _, w := range s.Weights {
			if w.Name == id {
				return w.Weight.String()
			}
		}
	}
	return ""
}

func (a *surveyed) scoresSection() *section {
	s := &section{ID: "scores", Short: "Scores", Title: "Scores"}
	s.Text = []string{fmt.Sprintf("A guest's score is S = Σ X·P, answers times weights (%s), between %g and %g. Below: the %s.",
		a.Used, a.Unit.Low, a.Unit.High, strings.ReplaceAll(a.Scores.Convention.String(), "-", " "))}
	t := &tableView{ID: "scores-caption", Caption: "Mean scores with 95 % intervals", Head: heads("Part", "#Score", "", "#95 % interval", "#Guests"), Class: "scores"}
	for _, n := range a.Scores.Nodes {
		name := a.head(n.ID)
		name.Class = fmt.Sprintf("depth-%d", min(n.Depth, 3))
		score, between := "–", "–"
		if n.Guests > 0 {
			score, between = fixed(n.Mean, 3), interval(n.Interval)
		}
		t.Rows = append(t.Rows, row{Class: pick(n.Depth == 0), Cells: []cell{name, figure(score), bar(n.Mean-a.Unit.Low, a.Unit.High-a.Unit.Low), figure(between), figure(fmt.Sprint(n.Guests))}})
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

func (a *surveyed) sourcesSection() *section {
	s := &section{ID: "sources", Short: "Other weights", Title: "The same questions, weighed otherwise"}
	s.Text = []string{"Weights from answers measure how much the answers differ, or what goes with the overall rating; judgement says what matters. " +
		"Where they disagree, ask why."}
	t := &tableView{ID: "sources-caption", Caption: "Weights side by side", Head: heads("Question")}
	for _, one := range a.Sources {
		name := "#" + strings.ReplaceAll(one.Name, "-", " ")
		if one.Name == a.Used {
			name += " (used)"
		}
		t.Head = append(t.Head, heads(name)...)
	}
	for i, q := range a.Questions {
		cells := []cell{a.head(q.ID)}
		for _, one := range a.Sources {
			cells = append(cells, figure(one.Weights[i].Weight.String()))
		}
		t.Rows = append(t.Rows, row{Cells: cells})
	}
	if first := a.reference(); first != "" {
		cells := []cell{{Text: "Weight that lies elsewhere than by " + first, Head: true}}
		for _, one := range a.Sources {
			cells = append(cells, figure(a.moved(first, one.Name)))
		}
		t.Rows = append(t.Rows, row{Class: "pick", Cells: cells})
	}
	if d := a.Drivers; d != nil {
		t.Note = fmt.Sprintf("Drivers: Johnson's relative weights for %s, R² %.3f, n %d; an association, not a promise.", d.Outcome, d.R2, d.N)
	}
	for _, one := range a.Refused {
		s.Text = append(s.Text, fmt.Sprintf("No weights by %s: %s.", one.Source, one.Reason))
	}
	s.Tables = []*tableView{t}
	return s
}

func (r *result) madeSection() *section {
	s := &section{ID: "made", Short: "How it was made", Title: "How this page was made"}
	s.Facts = []key{{Label: "Input", Value: r.Input}, {Label: "Decimal places of weights", Value: fmt.Sprintf("%d, by largest remainder: they sum to exactly 1", r.Places)}}
	if j := r.Judgements; j != nil {
		s.Facts = append(s.Facts, key{Label: "Weights from judgements", Value: j.how()}, key{Label: "Random index", Value: j.RandomIndex.String()})
	}
	if a := r.Survey; a != nil {
		s.Facts = append(s.Facts, key{Label: "Answers", Value: a.counts()}, key{Label: "Missing answers", Value: missingWords(a)},
			key{Label: "Cuts of the grid", Value: "at the means of the questions; on the line is high"})
	}
	s.Facts = append(s.Facts, key{Label: "Made with", Value: "hotelcrm, github.com/hotelcrm/hotelcrm"})
	return s
}

func missingWords(a *surveyed) string {
	rule := a.Scores.Scoring
	return fmt.Sprintf("%s; no score below %s of the weight answered", strings.ReplaceAll(rule.Missing.String(), "-", " "), percent(rule.MinAnswered))
}
