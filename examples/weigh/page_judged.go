package main

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

func (w *writer) judgedSection(j *judged) *section {
	s := &section{ID: "judged", Short: w.Say("Judgements"), Title: w.Say("What the judgements say")}
	s.Text = []string{w.Say("Weights by %s.", j.how(w.Printer))}
	if len(j.Totals) > 0 {
		s.Tables = append(s.Tables, w.weightsTable("totals-caption", w.Say("Alternatives: the sum of their weights under each criterion, times the criterion's weight"), w.Say("Alternative"), j.Totals))
	}
	for i, m := range j.Matrices {
		s.Tables = append(s.Tables, w.matrixTable(j, i))
		if len(m.Furthest) > 0 {
			s.Tables = append(s.Tables, w.furthestTable(m, i))
		}
	}
	if j.Group != nil {
		w.show(s, j.Group)
	}
	return s
}

// matrixTable has the weights of one matrix, and what is to be said of it.
func (w *writer) matrixTable(j *judged, i int) *tableView {
	m := j.Matrices[i]
	caption := w.Say("Weights")
	if m.Of != "" {
		caption = w.Say("Weights: %s", m.title(w.Printer))
	}
	if j.Group != nil {
		caption += w.Say(", and the spread (standard deviation) of the experts' own")
	}
	t := w.weightsTable(fmt.Sprintf("judged-%d-caption", i+1), caption, m.title(w.Printer), m.Weights)
	if m.Consistency != nil {
		t.Note = lang.Capital(consistencyWords(w.Printer, *m.Consistency, m.Missing)) + w.Say(".")
	}
	if j.Group != nil {
		t.Head = append(t.Head, heads(w.Printer, "#Spread")...)
		for k := range t.Rows {
			t.Rows[k].Cells = append(t.Rows[k].Cells, figure(w.Percent(lang.Fixed(100*j.Group.Spread[k], max(w.Places-2, 0)))))
		}
	}
	return t
}

func (w *writer) weightsTable(id, caption, head string, list []weighted) *tableView {
	t := &tableView{ID: id, Caption: caption, Head: append([]cell{{Text: head}}, heads(w.Printer, "#Weight", "")...), Class: "small"}
	most := 0.0
	for _, one := range list {
		most = max(most, one.Full)
	}
	for _, one := range list {
		t.Rows = append(t.Rows, row{Cells: []cell{{Text: one.Name, Head: true}, figure(one.percent(w.Printer)), bar(one.Full, most)}})
	}
	return t
}

func (w *writer) furthestTable(m matrix, i int) *tableView {
	t := &tableView{ID: fmt.Sprintf("furthest-%d-caption", i+1), Caption: w.Say("%s: a proposal for the expert, not a correction", m.furthestHead(w.Printer)), Class: "small cards"}
	t.Head = heads(w.Printer, "Judgement", "#Given", "#The others say", "#Nearest on the scale", "#Ratio if so")
	for _, one := range m.Furthest {
		t.Rows = append(t.Rows, w.repairRow(one, ""))
	}
	return t
}

// repairRow is the judgement as a row of a table, after who gave it.
func (w *writer) repairRow(r repair, who string) row {
	cells := r.cells(w.Printer)
	out := row{Cells: []cell{{Text: who + cells[0], Head: true}}}
	for i, of := range []string{w.Say("given"), w.Say("say the others"), w.Say("nearest on the scale"), w.Say("ratio if so")} {
		out.Cells = append(out.Cells, figureOf(cells[i+1], of))
	}
	return out
}

// show adds what concerns the experts.
func (w *writer) show(s *section, g *group) {
	s.Text = append(s.Text, w.Sentences(w.Say("Consensus %s: 1 if all experts weigh alike, 0 if each puts all weight on another criterion.", lang.Fixed(g.Consensus, 3)),
		w.Say("%s of %s have a consistency ratio of 0.1 or less; nobody is left out.", lang.Whole(g.Accepted), lang.Count(w.Printer, g.Experts, "expert", "experts"))))
	worst := g.worst()
	if len(worst) == 0 {
		return
	}
	t := &tableView{ID: "again-caption", Caption: w.Say("Judgements to ask again, of the experts whose judgements agree worst: proposals, not corrections"), Class: "cards"}
	t.Head = heads(w.Printer, "Judgement", "#Given", "#The others say", "#Nearest on the scale", "#Ratio if so", "#Ratio now")
	for _, o := range worst {
		line := w.repairRow(o.AskAgain[0], w.Say("Expert %s: ", o.Name))
		line.Cells = append(line.Cells, figureOf(lang.Fixed(o.Consistency.Ratio, 4), w.Say("ratio now")))
		t.Rows = append(t.Rows, line)
	}
	if more := g.Experts - g.Accepted - len(worst); more > 0 {
		t.Note = w.Say("And %s more.", lang.Count(w.Printer, more, "expert", "experts"))
	}
	s.Tables = append(s.Tables, t)
}
