package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/segment/movement"
	"github.com/shopspring/decimal"
)

// movesView is how the guests went from class to class in a year.
type movesView struct {
	ID, Name, Caption string
	Sentence, Order   string
	Index, Young      string
	Heads             []moveHead
	Rows              []moveRow
	Entered           []countView
	EnteredAll        countView
	After             []countView
	AfterAll          countView
	HasLeft           bool
	Legend            []legendView
}

type moveHead struct{ Number, Label string }

type moveRow struct {
	moveHead
	Cells []moveCell
	Left  string
	Size  countView
}

type moveCell struct {
	Guests, Share, Short string // Short for a narrow screen
	Heat                 int
	Same                 bool // the class of a year ago
}

// countView is a number of guests. Short is for a narrow screen.
type countView struct{ Long, Short string }

func countOf(n int64) countView { return countView{grouped(n), shortMoney(decimal.NewFromInt(n))} }

// moveSteps are the lower ends of the colour steps of a share, in per cent.
var moveSteps = []struct {
	from int64
	text string
}{
	{0, "under 5" + nbsp + "%"},
	{5, "5 to 15" + nbsp + "%"},
	{15, "15 to 30" + nbsp + "%"},
	{30, "30 to 50" + nbsp + "%"},
	{50, "50 to 75" + nbsp + "%"},
	{75, "75" + nbsp + "% or more"},
}

func (a *analysis) movesView(c *classes) movesView {
	m := c.moves
	v := movesView{
		ID: "moves-" + c.plan.ID, Name: labelOf(c.plan.Label, c.plan.ID), Sentence: m.sentence(), Order: m.order(a.opt.classes.file != "" && c == a.classing.plan), Index: m.stability(), Young: a.youngData(m),
		Caption: "Guests by class as of " + longDate(m.from) + " (rows) and as of " + longDate(m.to) + " (columns), with shares of the row",
	}
	for i, step := range moveSteps {
		v.Legend = append(v.Legend, legendView{i, step.text})
	}
	used, before, after := m.used(), m.Before(), m.After()
	for n, k := range used {
		head := moveHead{strconv.Itoa(n + 1), labelOf(c.list[k].Label, c.list[k].ID)}
		v.Heads = append(v.Heads, head)
		row := moveRow{moveHead: head, Size: countOf(before[k])}
		for _, j := range used {
			cell := moveCellOf(m.Counts()[k][j], before[k])
			cell.Same = j == k
			row.Cells = append(row.Cells, cell)
		}
		if m.Left()[k] > 0 {
			v.HasLeft = true
		}
		row.Left = grouped(m.Left()[k])
		v.Rows = append(v.Rows, row)
		v.Entered = append(v.Entered, countOf(m.Entered()[k]))
		v.After = append(v.After, countOf(after[k]))
	}
	v.EnteredAll, v.AfterAll = countOf(sum(m.Entered())), countOf(sum(after))
	return v
}

func moveCellOf(guests, of int64) moveCell {
	if guests == 0 {
		return moveCell{Share: "–", Short: "–"}
	}
	out := moveCell{Guests: grouped(guests), Share: percentOf(lang.Printer{}, guests, of), Short: whole(100 * float64(guests) / float64(of))}
	if out.Short == "0" {
		out.Short = "<1"
	}
	for k, step := range moveSteps {
		if of > 0 && 100*guests >= step.from*of {
			out.Heat = k
		}
	}
	return out
}

func sum(list []int64) int64 {
	var out int64
	for _, n := range list {
		out += n
	}
	return out
}

// sentence says how many entered, left, rose and fell.
func (m *moves) sentence() string {
	text := "As of " + longDate(m.from) + " there were " + counted(sum(m.Before()), "guest", "guests") + ". In the year after it " + someone(sum(m.Entered())) + " entered and " + someone(sum(m.Left())) + " left"
	if sum(m.Left()) == 0 {
		text += ", since whoever has stayed once remains known"
	}
	text += "."
	if m.shares == nil {
		return text
	}
	text += " Of " + counted(m.of, "guest", "guests") + " in a class with a rank on both days, " + portion(m.shares.Stay) + " stayed in theirs, " + portion(m.shares.Up) + " rose and " + portion(m.shares.Down) + " fell"
	if m.shares.Level > 0 {
		text += "; " + rate(m.shares.Level) + " went to another class of the same rank"
	}
	return text + "."
}

// portion writes a share of guests.
func portion(share float64) string {
	if share == 0 {
		return "nobody"
	}
	return rate(share)
}

func someone(n int64) string {
	if n == 0 {
		return "nobody"
	}
	return grouped(n)
}

// order says which class is above which.
func (m *moves) order(byPlace bool) string {
	list := make([]int, len(m.ranked))
	for k := range list {
		list[k] = k
	}
	slices.SortStableFunc(list, func(x, y int) int { return m.ranks[x] - m.ranks[y] })
	var b strings.Builder
	for n, k := range list {
		switch {
		case n > 0 && m.ranks[k] == m.ranks[list[n-1]]:
			b.WriteString(" or ")
		case n > 0:
			b.WriteString(", ")
		}
		b.WriteString(lowerFirst(labelOf(m.ranked[k].Label, m.ranked[k].ID)))
	}
	if byPlace {
		return "From low to high, as the first class of the plan is taken for the highest: " + b.String() + "."
	}
	return "From low to high: " + b.String() + "."
}

// stability says what the index means, and what a gate would make of it.
func (m *moves) stability() string {
	reading := map[movement.Reading]string{
		movement.Stable:  "stable (below 0.10): the sizes of the classes are about what they were",
		movement.Watch:   "to be watched (0.10 to 0.25): the sizes of the classes have changed, and somebody should know why",
		movement.Shifted: "shifted (above 0.25): these are no longer the guests that the plan was made for; a gate would not let a new plan pass with such a change (" + string(movement.WarnSizes) + ")",
	}[m.index.Reading]
	noise := "about " + strconv.FormatFloat(m.index.Noise, 'f', 3, 64)
	if m.index.Noise < .0005 {
		noise = "below 0.001"
	}
	return "The stability index of the sizes is " + strconv.FormatFloat(m.index.Index, 'f', 3, 64) + ", " + reading +
		". Where nothing changes it is " + noise + " for so many guests."
}

// youngData warns where the data begins so late that guests of a year ago look newer than they were.
func (a *analysis) youngData(m *moves) string {
	const enough = 2 * 365
	if days := m.from.DaysSince(a.totals.first); a.totals.first != 0 && days < enough {
		return "The data begins only " + counted(days, "day", "days") + " before " + longDate(m.from) + ", so that guests look newer there than they were."
	}
	return ""
}
