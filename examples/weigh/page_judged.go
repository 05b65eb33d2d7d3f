package main

import "fmt"

func (j *judged) section() *section {
	s := &section{ID: "judged", Short: "Judgements", Title: "What the judgements say"}
	s.Text = []string{"Weights by " + j.how() + "."}
	if len(j.Totals) > 0 {
		s.Tables = append(s.Tables, weightsTable("totals-caption", "Alternatives: the sum of their weights under each criterion, times the criterion's weight", "Alternative", j.Totals))
	}
	for i, m := range j.Matrices {
		id := fmt.Sprintf("judged-%d-caption", i+1)
		caption := "Weights"
		if m.Of != "" {
			caption = "Weights: " + m.Of
		}
		if j.Group != nil {
			caption += ", and the spread (standard deviation) of the experts' own"
		}
		t := weightsTable(id, caption, capital(m.title()), m.Weights)
		if m.Consistency != nil {
			t.Note = capital(consistencyWords(*m.Consistency, m.Missing)) + "."
		}
		if j.Group != nil {
			t.Head = append(t.Head, heads("#Spread")...)
			for k := range t.Rows {
				t.Rows[k].Cells = append(t.Rows[k].Cells, figure(j.spread(k)))
			}
		}
		s.Tables = append(s.Tables, t)
		if len(m.Furthest) > 0 {
			s.Tables = append(s.Tables, m.furthestTable(i))
		}
	}
	if j.Group != nil {
		j.Group.show(s)
	}
	return s
}

func weightsTable(id, caption, head string, list []weighted) *tableView {
	t := &tableView{ID: id, Caption: caption, Head: heads(head, "#Weight", ""), Class: "small"}
	most := 0.0
	for _, w := range list {
		most = max(most, w.Full)
	}
	for _, w := range list {
		t.Rows = append(t.Rows, row{Cells: []cell{{Text: w.Name, Head: true}, figure(w.Weight.String()), bar(w.Full, most)}})
	}
	return t
}

func (m matrix) furthestTable(i int) *tableView {
	t := &tableView{ID: fmt.Sprintf("furthest-%d-caption", i+1), Caption: capital(furthestHead(m)) + ": a proposal for the expert, not a correction", Class: "small"}
	t.Head = heads("Judgement", "#Given", "#The others say", "#Nearest on the scale", "#Ratio if so")
	for _, one := range m.Furthest {
		t.Rows = append(t.Rows, one.row(""))
	}
	return t
}

// row is the judgement as a row of a table, after who gave it.
func (r repair) row(who string) row {
	cells := r.cells()
	out := row{Cells: []cell{{Text: who + cells[0], Head: true}}}
	for _, text := range cells[1:] {
		out.Cells = append(out.Cells, figure(text))
	}
	return out
}

// show adds what concerns the experts.
func (g *group) show(s *section) {
	s.Text = append(s.Text, fmt.Sprintf("Consensus %.3f: 1 if all experts weigh alike, 0 if each puts all weight on another thing. "+
		"%d of %d experts have a consistency ratio of 0.1 or less; nobody is left out.", g.Consensus, g.Accepted, g.Experts))
	worst := g.worst()
	if len(worst) == 0 {
		return
	}
	t := &tableView{ID: "again-caption", Caption: "Judgements to ask again, of the experts whose judgements agree worst: proposals, not corrections"}
	t.Head = heads("Judgement", "#Given", "#The others say", "#Nearest on the scale", "#Ratio if so", "#Ratio now")
	for _, o := range worst {
		line := o.AskAgain[0].row("Expert " + o.Name + ": ")
		line.Cells = append(line.Cells, figure(fixed(o.Consistency.Ratio, 4)))
		t.Rows = append(t.Rows, line)
	}
	if more := g.Experts - g.Accepted - len(worst); more > 0 {
		t.Note = fmt.Sprintf("And %d more experts.", more)
	}
	s.Tables = append(s.Tables, t)
}
