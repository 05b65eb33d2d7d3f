package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// table writes aligned columns, with no blanks at line ends.
type table struct {
	*tabwriter.Writer
	text bytes.Buffer
}

// line writes the cells of a line.
func (t *table) line(cells ...string) { fmt.Fprintln(t, strings.Join(cells, "\t")) }

// printTable prints the result for a terminal.
func printTable(to io.Writer, r *result) error {
	t := &table{}
	t.Writer = tabwriter.NewWriter(&t.text, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, r.Input)
	if r.Judgements != nil {
		t.judged(r.Judgements)
	}
	if r.Survey != nil {
		t.surveyed(r.Survey, r.Judgements != nil)
	}
	if len(r.Warnings) > 0 {
		t.line()
	}
	for _, w := range r.Warnings {
		fmt.Fprintf(t, "note: %s\n", w.Text)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for line := range strings.Lines(t.text.String()) {
		if _, err := fmt.Fprintln(to, strings.TrimRight(line, " \n")); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) judged(j *judged) {
	fmt.Fprintf(t, "\nWeights by %s\n", j.how(english))
	for _, m := range j.Matrices {
		t.line()
		t.line(m.title(english), "Weight", j.spreadHead())
		for i, w := range m.Weights {
			t.line(w.Name, w.Weight.String(), j.spread(i))
		}
		fmt.Fprintln(t)
		if m.Consistency != nil {
			t.line(consistencyWords(english, *m.Consistency, m.Missing))
		}
		if len(m.Furthest) > 0 {
			t.furthest(m)
		}
	}
	if j.Group != nil {
		t.group(j.Group)
	}
	if len(j.Totals) > 0 {
		t.line()
		t.line("Alternative", "Total")
		for _, w := range j.Totals {
			t.line(w.Name, w.Weight.String())
		}
	}
}

func (t *table) furthest(m matrix) {
	t.line()
	t.line(m.furthestHead(english), "Given", "Others say", "Nearest", "Ratio if so")
	for _, one := range m.Furthest {
		t.line(one.cells(english)...)
	}
}

func (t *table) group(g *group) {
	if g.Aggregation == byGeometric {
		fmt.Fprintf(t, "the geometric means summed to %.6f before they were divided by it\n", g.Sum)
	}
	fmt.Fprintf(t, "consensus %.3f; %d of %d experts have a consistency ratio of %.1f or less\n", g.Consensus, g.Accepted, g.Experts, weight.AcceptedRatio)
	worst := g.worst()
	if len(worst) == 0 {
		return
	}
	t.line()
	t.line("Ask again", "Ratio", "Judgement", "Given", "Others say", "Nearest", "Ratio if so")
	for _, o := range worst {
		t.line(append([]string{"expert " + o.Name, lang.Fixed(o.Consistency.Ratio, 4)}, o.AskAgain[0].cells(english)...)...)
	}
	if more := g.Experts - g.Accepted - len(worst); more > 0 {
		fmt.Fprintf(t, "and %d more experts; -json names all\n", more)
	}
}

func (t *table) surveyed(a *surveyed, judged bool) {
	if judged {
		fmt.Fprintf(t, "\n%s:", a.File)
	}
	fmt.Fprintf(t, "\n%s\n", a.counts(english))
	t.sources(a)
	if a.Drivers != nil || len(a.Refused) > 0 {
		t.line()
	}
	if a.Drivers != nil {
		fmt.Fprintf(t, "drivers: Johnson's relative weights for %s, R² %.3f, n %d\n", a.Drivers.Outcome, a.Drivers.R2, a.Drivers.N)
	}
	t.refused(a)
	t.scores(a)
	if a.Grid != nil {
		t.grid(a)
	}
}

// refused names the sources of no weights, those of one reason together.
func (t *table) refused(a *surveyed) {
	for i := 0; i < len(a.Refused); {
		reason, names := a.Refused[i].Reason, []string(nil)
		for ; i < len(a.Refused) && a.Refused[i].Reason == reason; i++ {
			names = append(names, a.Refused[i].Source)
		}
		fmt.Fprintf(t, "no weights by %s: %s\n", strings.Join(names, ", "), reason)
	}
}

func (t *table) sources(a *surveyed) {
	if len(a.Sources) == 0 {
		return
	}
	t.line()
	head := []string{"Question"}
	for _, s := range a.Sources {
		head = append(head, s.Name)
	}
	t.line(head...)
	for i, q := range a.Questions {
		cells := []string{q.ID}
		for _, s := range a.Sources {
			cells = append(cells, s.Weights[i].Weight.String())
		}
		t.line(cells...)
	}
	if first := a.reference(); first != "" {
		cells := []string{"moved from " + first}
		for _, s := range a.Sources {
			cells = append(cells, a.moved(english, first, s.Name))
		}
		t.line(cells...)
	}
}

func (t *table) scores(a *surveyed) {
	fmt.Fprintf(t, "\nScores, weights by %s, %s, between %s and %s\n\n", a.Used, english.Name(a.Scores.Convention.String()), bare(a.Unit.Low), bare(a.Unit.High))
	t.line("", "Score", "95\u00a0% interval", "Guests")
	for _, n := range a.Scores.Nodes {
		if n.Guests == 0 {
			t.line(strings.Repeat("  ", n.Depth)+n.ID, "–", "–", "0")
			continue
		}
		t.line(strings.Repeat("  ", n.Depth)+n.ID, lang.Fixed(n.Mean, 3), interval(english, n.Interval), lang.Whole(n.Guests))
	}
}

func (t *table) grid(a *surveyed) {
	g := a.Grid
	fmt.Fprintf(t, "\nImportance and performance, cut at their means %s and %s\n\n", english.Share(g.Cuts.Importance, 1), lang.Fixed(g.Cuts.Performance, 3))
	t.line("Question", "Importance", "Performance", "Cell (Gong 2009)", "Cell (classical)", "Chance", "Gap")
	for _, p := range g.sorted() {
		t.line(p.ID, a.importance(english, p.ID), lang.Fixed(p.Performance, 3), p.Label.Name, p.Classical.Name, p.chance(english), lang.Change(p.Gap, 2))
	}
	if len(g.FixFirst) > 0 {
		fmt.Fprintf(t, "\nfix first: %s\n", strings.Join(g.FixFirst, ", "))
	}
}

// worst returns the experts whose judgements agree worst, at most as many as fit.
func (g *group) worst() []opinion {
	var out []opinion
	for _, o := range g.Opinions {
		if len(o.AskAgain) > 0 {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b opinion) int { return compare(b.Consistency.Ratio, a.Consistency.Ratio) })
	return out[:min(furthest, len(out))]
}
