package main

import (
	"bytes"
	_ "embed"
	"html/template"
	"os"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/style"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// writePage writes the page: one file with its style and picture inside, without a script.
func writePage(file string, r *result, p lang.Printer) error {
	page, err := renderPage(r, p)
	if err != nil {
		return err
	}
	return os.WriteFile(file, page, 0o666)
}

func renderPage(r *result, p lang.Printer) ([]byte, error) {
	page, err := template.New("page").Funcs(p.Funcs()).Parse(pageHTML)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = page.Execute(&b, newView(r, p))
	return b.Bytes(), err
}

// view is what the page shows: texts that are ready to print.
type view struct {
	CSS      template.CSS
	Lang     string
	Input    string
	Lead     string
	Keys     []key
	Warnings []string
	Sections []*section
	Made     string
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

// writer puts a result into the words of a language.
type writer struct {
	lang.Printer
	*result
}

func newView(r *result, p lang.Printer) *view {
	w := &writer{p, r}
	v := &view{
		CSS: template.CSS(style.Base + style.Page + pageCSS), Lang: p.Code(), Input: p.Say(r.Input), Lead: w.lead(), Keys: w.keys(),
		Made: p.Say("Made with hotelcrm from %s. Equal input gives this page again, byte for byte.", p.Say(r.Input)),
	}
	for _, one := range r.Warnings {
		v.Warnings = append(v.Warnings, lang.Capital(lang.Typeset(told(p, one.Text))))
	}
	if a := r.Survey; a != nil {
		if a.Grid != nil {
			v.add(w.gridSection(a))
		}
		v.add(w.scoresSection(a))
	}
	if r.Judgements != nil {
		v.add(w.judgedSection(r.Judgements))
	}
	if r.Survey != nil && len(r.Survey.Sources) > 0 {
		v.add(w.sourcesSection(r.Survey))
	}
	v.add(w.madeSection())
	return v
}

func (v *view) add(s *section) {
	s.N = len(v.Sections) + 1
	v.Sections = append(v.Sections, s)
}

// lead is the page in a sentence or two.
func (w *writer) lead() string {
	var parts []string
	if w.Judgements != nil {
		parts = append(parts, w.most(w.Judgements))
	}
	if a := w.Survey; a != nil {
		root := a.Scores.Nodes[0]
		if root.Guests > 0 {
			parts = append(parts, w.Say("%s score %s between %s and %s (95\u00a0%% interval %s).", lang.Count(w.Printer, root.Guests, "guest", "guests"),
				lang.Fixed(root.Mean, 2), bare(a.Unit.Low), bare(a.Unit.High), interval(w.Printer, root.Interval)))
		}
		if a.Grid != nil && len(a.Grid.FixFirst) > 0 {
			var names []string
			for _, id := range a.Grid.FixFirst {
				names = append(names, w.Pick(id, a.labels[id].zh))
			}
			parts = append(parts, w.Say("To be fixed first: %s.", list(w.Printer, names)))
		}
	}
	return w.Sentences(parts...)
}

// most says what has the most weight by judgement.
func (w *writer) most(j *judged) string {
	among := j.Matrices[0].Weights
	if len(j.Totals) > 0 {
		among = j.Totals
	}
	best := among[0]
	for _, one := range among {
		if one.Full > best.Full {
			best = one
		}
	}
	if j.Group != nil {
		return w.Say("%s together give %s the most weight, %s.", lang.Count(w.Printer, j.Group.Experts, "expert", "experts"), best.Name, w.Share(best.Full, 1))
	}
	return w.Say("The judgements give %s the most weight, %s.", best.Name, w.Share(best.Full, 1))
}

// keys are the figures at the top.
func (w *writer) keys() []key {
	var keys []key
	if a := w.Survey; a != nil {
		root := a.Scores.Nodes[0]
		score := "–"
		if root.Guests > 0 {
			score = lang.Fixed(root.Mean, 2)
		}
		questions := lang.Count(w.Printer, len(a.Questions), "question", "questions")
		keys = append(keys, key{score, w.Say("mean score"), w.Say("between %s and %s, weights by %s", bare(a.Unit.Low), bare(a.Unit.High), w.Name(a.Used))},
			key{lang.Whole(a.Guests), w.Say("guests"), w.Say("%s, %s missing", questions, lang.Count(w.Printer, a.Missing, "answer", "answers"))})
		if a.Grid != nil {
			keys = append(keys, key{lang.Whole(len(a.Grid.FixFirst)), w.Say("to be fixed first"), w.Say("of %s", lang.Count(w.Printer, len(a.Grid.Items), "question", "questions"))})
		}
	}
	if j := w.Judgements; j != nil {
		if c := j.Matrices[0].Consistency; c != nil && c.RatioApplies {
			keys = append(keys, key{lang.Fixed(c.Ratio, 4), w.Say("consistency ratio"), w.Say("random index %s, table %s", bare(c.Random), w.Name(c.Table.String()))})
		}
		if g := j.Group; g != nil {
			keys = append(keys, key{lang.Fixed(g.Consensus, 2), w.Say("consensus"), w.Say("1 if all experts weigh alike")},
				key{w.Say("%s of %s", lang.Whole(g.Accepted), lang.Whole(g.Experts)), w.Say("experts accepted"), w.Say("consistency ratio of 0.1 or less")})
		}
	}
	return keys
}
