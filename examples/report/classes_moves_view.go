package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
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

func countOf(n int64) countView {
	return countView{prose.Whole(n), prose.ShortMoney(decimal.NewFromInt(n))}
}

// moveSteps are the lower ends of the colour steps of a share, in per cent.
var moveSteps = []struct {
	from int64
	text string
}{
	{0, "under 5\u00a0%"},
	{5, "5 to 15\u00a0%"},
	{15, "15 to 30\u00a0%"},
	{30, "30 to 50\u00a0%"},
	{50, "50 to 75\u00a0%"},
	{75, "75\u00a0% or more"},
}

func (a *analysis) movesView(c *classes) movesView {
	m := c.moves
	v := movesView{
		ID: "moves-" + c.plan.ID, Name: a.planLabel(c.plan), Sentence: a.movesSentence(m), Order: a.classOrder(m, a.opt.classes.file != "" && c == a.classing.plan), Index: a.stability(m), Young: a.youngData(m),
		Caption: a.Say("Guests by class as of %s (rows) and as of %s (columns), with shares of the row", prose.Day(a.Printer, m.from), prose.Day(a.Printer, m.to)),
	}
	for i, step := range moveSteps {
		v.Legend = append(v.Legend, legendView{i, a.Say(step.text)})
	}
	used, before, after := m.used(), m.Before(), m.After()
	for n, k := range used {
		head := moveHead{strconv.Itoa(n + 1), a.labelOf(c.list[k])}
		v.Heads = append(v.Heads, head)
		row := moveRow{moveHead: head, Size: countOf(before[k])}
		for _, j := range used {
			cell := moveCellOf(a.Printer, m.Counts()[k][j], before[k])
			cell.Same = j == k
			row.Cells = append(row.Cells, cell)
		}
		if m.Left()[k] > 0 {
			v.HasLeft = true
		}
		row.Left = prose.Whole(m.Left()[k])
		v.Rows = append(v.Rows, row)
		v.Entered = append(v.Entered, countOf(m.Entered()[k]))
		v.After = append(v.After, countOf(after[k]))
	}
	v.EnteredAll, v.AfterAll = countOf(sum(m.Entered())), countOf(sum(after))
	return v
}

func moveCellOf(p lang.Printer, guests, of int64) moveCell {
	if guests == 0 {
		return moveCell{Share: "–", Short: "–"}
	}
	out := moveCell{Guests: prose.Whole(guests), Share: prose.PercentOf(p, guests, of), Short: prose.Rounded(100 * float64(guests) / float64(of))}
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

// movesSentence says how many entered, left, rose and fell.
func (a *analysis) movesSentence(m *moves) string {
	known := ""
	if sum(m.Left()) == 0 {
		known = a.Say(", since whoever has stayed once remains known")
	}
	text := a.Say("As of %s there were %s. In the year after it %s entered and %s left%s.",
		prose.Day(a.Printer, m.from), lang.Count(a.Printer, sum(m.Before()), "guest", "guests"), a.someone(sum(m.Entered())), a.someone(sum(m.Left())), known)
	if m.shares == nil {
		return text
	}
	level := ""
	if m.shares.Level > 0 {
		level = a.Say("; %s went to another class of the same rank", a.rate(m.shares.Level))
	}
	return text + a.Say(" ") + a.Say("Of %s in a class with a rank on both days, %s stayed in theirs, %s rose and %s fell%s.",
		lang.Count(a.Printer, m.of, "guest", "guests"), a.portion(m.shares.Stay), a.portion(m.shares.Up), a.portion(m.shares.Down), level)
}

// portion writes a share of guests.
func (a *analysis) portion(share float64) string {
	if share == 0 {
		return a.Say("nobody")
	}
	return a.rate(share)
}

func (a *analysis) someone(n int64) string {
	if n == 0 {
		return a.Say("nobody")
	}
	return prose.Whole(n)
}

// classOrder says which class is above which.
func (a *analysis) classOrder(m *moves, byPlace bool) string {
	list := make([]int, len(m.ranked))
	for k := range list {
		list[k] = k
	}
	slices.SortStableFunc(list, func(x, y int) int { return m.ranks[x] - m.ranks[y] })
	var b strings.Builder
	for n, k := range list {
		switch {
		case n > 0 && m.ranks[k] == m.ranks[list[n-1]]:
			b.WriteString(a.Say(" or "))
		case n > 0:
			b.WriteString(a.Say(", "))
		}
		b.WriteString(prose.LowerFirst(a.labelOf(m.ranked[k])))
	}
	if byPlace {
		return a.Say("From low to high, as the first class of the plan is taken for the highest: %s.", b.String())
	}
	return a.Say("From low to high: %s.", b.String())
}

// stability says what the index means, and what a gate would make of it.
func (a *analysis) stability(m *moves) string {
	reading := map[movement.Reading]string{
		movement.Stable:  "stable (below 0.10): the sizes of the classes are about what they were",
		movement.Watch:   "to be watched (0.10 to 0.25): the sizes of the classes have changed, and somebody should know why",
		movement.Shifted: "shifted (above 0.25): these are no longer the guests that the plan was made for; a gate would not let a new plan pass with such a change (" + string(movement.WarnSizes) + ")",
	}[m.index.Reading]
	noise := a.Say("about %s", strconv.FormatFloat(m.index.Noise, 'f', 3, 64))
	if m.index.Noise < .0005 {
		noise = a.Say("below %s", "0.001")
	}
	return a.Say("The stability index of the sizes is %s, %s. Where nothing changes it is %s for so many guests.",
		strconv.FormatFloat(m.index.Index, 'f', 3, 64), a.Say(reading), noise)
}

// youngData warns where the data begins so late that guests of a year ago look newer than they were.
func (a *analysis) youngData(m *moves) string {
	const enough = 2 * 365
	if days := m.from.DaysSince(a.totals.first); a.totals.first != 0 && days < enough {
		return a.Say("The data begins only %s before %s, so that guests look newer there than they were.", lang.Count(a.Printer, days, "day", "days"), prose.Day(a.Printer, m.from))
	}
	return ""
}
