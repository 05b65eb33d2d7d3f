package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"os"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/style"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// writePage writes the page: one file with its style and picture inside, without a script.
func writePage(file string, r *result) error {
	page, err := renderPage(r)
	if err != nil {
		return err
	}
	return os.WriteFile(file, page, 0o666)
}

func renderPage(r *result) ([]byte, error) {
	page, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = page.Execute(&b, newView(r))
	return b.Bytes(), err
}

// view is what the page shows: texts that are ready to print.
type view struct {
	CSS      template.CSS
	Input    string
	Lead     string
	Keys     []key
	Warnings []string
	Sections []*section
}

// key is one of the figures at the top, or a fact at the end.
type key struct{ Value, Label, Note string }

type section struct {
	N         int
	ID, Short string
	Title     string
	Text      []string
	Chart     *chart
	Tables    []*tableView
	Reading   []string
	Facts     []key
}

type tableView struct {
	ID, Caption, Class string
	Head               []cell
	Rows               []row
	Note               string
}

type row struct {
	Class string
	Cells []cell
}

// cell is a cell of a table; a bar has its width in per cent as its text. Of says what it is where a narrow screen has no
// heads of columns.
type cell struct {
	Text, ZH, Class, Of string
	Head, Bar           bool
}

func newView(r *result) *view {
	v := &view{CSS: template.CSS(style.Base + style.Page + pageCSS), Input: r.Input, Lead: r.lead(), Keys: r.keys()}
	for _, w := range r.Warnings {
		v.Warnings = append(v.Warnings, capital(w.Text))
	}
	if a := r.Survey; a != nil {
		if a.Grid != nil {
			v.add(a.gridSection())
		}
		v.add(a.scoresSection())
	}
	if r.Judgements != nil {
		v.add(r.Judgements.section())
	}
	if r.Survey != nil && len(r.Survey.Sources) > 0 {
		v.add(r.Survey.sourcesSection())
	}
	v.add(r.madeSection())
	return v
}

func (v *view) add(s *section) {
	s.N = len(v.Sections) + 1
	v.Sections = append(v.Sections, s)
}

// lead is the page in a sentence or two.
func (r *result) lead() string {
	var parts []string
	if j := r.Judgements; j != nil {
		parts = append(parts, j.lead())
	}
	if a := r.Survey; a != nil {
		root := a.Scores.Nodes[0]
		if root.Guests > 0 {
			parts = append(parts, fmt.Sprintf("%s score %s between %g and %g (95 %% interval %s).",
				capital(counted(int(root.Guests), "guest")), fixed(root.Mean, 2), a.Unit.Low, a.Unit.High, interval(root.Interval)))
		}
		if a.Grid != nil && len(a.Grid.FixFirst) > 0 {
			parts = append(parts, "To be fixed first: "+strings.Join(a.Grid.FixFirst, ", ")+".")
		}
	}
	return strings.Join(parts, " ")
}

func (j *judged) lead() string {
	list := j.Matrices[0].Weights
	if len(j.Totals) > 0 {
		list = j.Totals
	}
	best := list[0]
	for _, w := range list {
		if w.Full > best.Full {
			best = w
		}
	}
	who := "The judgements give"
	if j.Group != nil {
		who = fmt.Sprintf("%d experts together give", j.Group.Experts)
	}
	return fmt.Sprintf("%s %s the most weight, %s.", who, best.Name, best.Weight)
}

// keys are the figures at the top.
func (r *result) keys() []key {
	var keys []key
	if a := r.Survey; a != nil {
		root := a.Scores.Nodes[0]
		score := "–"
		if root.Guests > 0 {
			score = fixed(root.Mean, 2)
		}
		keys = append(keys, key{score, "mean score", fmt.Sprintf("between %g and %g, weights by %s", a.Unit.Low, a.Unit.High, a.Used)},
			key{fmt.Sprint(a.Guests), "guests", counted(len(a.Questions), "question") + ", " + counted(a.Missing, "answer") + " missing"})
		if a.Grid != nil {
			keys = append(keys, key{fmt.Sprint(len(a.Grid.FixFirst)), "to be fixed first", "of " + counted(len(a.Grid.Items), "question")})
		}
	}
	if j := r.Judgements; j != nil {
		if c := j.Matrices[0].Consistency; c != nil && c.RatioApplies {
			keys = append(keys, key{fixed(c.Ratio, 4), "consistency ratio", fmt.Sprintf("random index %g, table %s", c.Random, c.Table)})
		}
		if g := j.Group; g != nil {
			keys = append(keys, key{fixed(g.Consensus, 2), "consensus", "1 if all experts weigh alike"},
				key{fmt.Sprintf("%d of %d", g.Accepted, g.Experts), "experts accepted", "consistency ratio of 0.1 or less"})
		}
	}
	return keys
}
