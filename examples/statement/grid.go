package main

import (
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// grid is a table of the statement.
type grid struct {
	ID, Caption string
	Wide        bool // on a narrow screen a card for each row
	Long        bool // folded until it is wanted, if there is much of it
	Head        []cell
	Rows        [][]cell
}

// cell is a cell of a table.
type cell struct {
	Text string
	Num  bool   // a figure, aligned to the right
	Day  bool   // a date, never broken
	Of   string // what it is, where a narrow screen has no heads
}

// row appends a row; what stands right and what is a figure is that of the heads.
func (g *grid) row(texts ...string) {
	var cells []cell
	for i, text := range texts {
		_, err := hotelcrm.ParseDate(text)
		cells = append(cells, cell{Text: text, Num: g.Head[i].Num, Day: err == nil, Of: g.Head[i].Text})
	}
	g.Rows = append(g.Rows, cells)
}

// Folded reports whether the page shows the table only when it is wanted.
func (g *grid) Folded() bool { return g.Long && len(g.Rows) > 8 }

// text returns the table in aligned columns, with no blanks at line ends.
func (g *grid) text() string {
	widths := make([]int, len(g.Head))
	rows := append([][]cell{g.Head}, g.Rows...)
	for _, row := range rows {
		for i, c := range row {
			widths[i] = max(widths[i], lang.Width(c.Text))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := ""
		for i, c := range row {
			blanks := strings.Repeat(" ", widths[i]-lang.Width(c.Text))
			if c.Num {
				line += blanks + c.Text + "  "
			} else {
				line += c.Text + blanks + "  "
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}
