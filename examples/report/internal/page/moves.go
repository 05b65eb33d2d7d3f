package page

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
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

func (w *writer) countOf(n int64) countView {
	return countView{prose.Whole(n), prose.ShortMoney(w.Printer, decimal.NewFromInt(n))}
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

func (w *writer) movesView(c *classes.Assigned) movesView {
	m := c.Moves
	v := movesView{
		ID: "moves-" + c.Plan.ID, Name: w.planLabel(c.Plan), Sentence: w.movesText(c), Order: w.classOrder(m, w.Classes.By.File != "" && c == w.Classes.Classes), Index: w.stability(m), Young: w.youngData(m),
		Caption: w.Say("Guests by class as of %s (rows) and as of %s (columns), with shares of the row", prose.Day(w.Printer, m.From), prose.Day(w.Printer, m.To)),
	}
	for i, step := range moveSteps {
		v.Legend = append(v.Legend, legendView{i, w.Say(step.text)})
	}
	used, before, after := m.Used(), m.Before(), m.After()
	for n, k := range used {
		head := moveHead{strconv.Itoa(n + 1), w.labelOf(c.List[k])}
		v.Heads = append(v.Heads, head)
		row := moveRow{moveHead: head, Size: w.countOf(before[k])}
		for _, j := range used {
			cell := moveCellOf(w.Printer, m.Counts()[k][j], before[k])
			cell.Same = j == k
			row.Cells = append(row.Cells, cell)
		}
		if m.Left()[k] > 0 {
			v.HasLeft = true
		}
		row.Left = prose.Whole(m.Left()[k])
		v.Rows = append(v.Rows, row)
		v.Entered = append(v.Entered, w.countOf(m.Entered()[k]))
		v.After = append(v.After, w.countOf(after[k]))
	}
	v.EnteredAll, v.AfterAll = w.countOf(sum(m.Entered())), w.countOf(sum(after))
	return v
}

// movesText says how the guests moved, those of the life cycle first what became of the late ones.
func (w *writer) movesText(c *classes.Assigned) string {
	if c == w.Classes.Life {
		return w.Sentences(w.lateThen(), w.movesSentence(c.Moves))
	}
	return w.movesSentence(c.Moves)
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
func (w *writer) movesSentence(m *classes.Moves) string {
	known := ""
	if sum(m.Left()) == 0 {
		known = w.Say(", since whoever has stayed once remains known")
	}
	text := w.Say("As of %s there were %s. From the day after through %s, %s entered and %s left%s.",
		prose.Day(w.Printer, m.From), lang.Count(w.Printer, sum(m.Before()), "guest", "guests"), prose.Day(w.Printer, m.To), w.someone(sum(m.Entered())), w.someone(sum(m.Left())), known)
	if m.Shares == nil {
		return text
	}
	level := ""
	if m.Shares.Level > 0 {
		level = w.Say("; %s went to another class of the same rank", w.rate(m.Shares.Level))
	}
	return text + w.Say(" ") + w.Say("Of %s in a class with a rank on both days, %s stayed in theirs, %s rose and %s fell%s.",
		lang.Count(w.Printer, m.OnBoth, "guest", "guests"), w.portion(m.Shares.Stay), w.portion(m.Shares.Up), w.portion(m.Shares.Down), level)
}

// portion writes a share of guests.
func (w *writer) portion(share float64) string {
	if share == 0 {
		return w.Say("nobody")
	}
	return w.rate(share)
}

func (w *writer) someone(n int64) string {
	if n == 0 {
		return w.Say("nobody")
	}
	return prose.Whole(n)
}

// classOrder says which class is above which.
func (w *writer) classOrder(m *classes.Moves, byPlace bool) string {
	list := make([]int, len(m.Ranked))
	for k := range list {
		list[k] = k
	}
	slices.SortStableFunc(list, func(x, y int) int { return m.Ranks[x] - m.Ranks[y] })
	var b strings.Builder
	for n, k := range list {
		switch {
		case n > 0 && m.Ranks[k] == m.Ranks[list[n-1]]:
			b.WriteString(w.Say(" or "))
		case n > 0:
			b.WriteString(w.Say(", "))
		}
		b.WriteString(prose.LowerFirst(w.labelOf(m.Ranked[k])))
	}
	if byPlace {
		return w.Say("From low to high, as the first class of the plan is taken for the highest: %s.", b.String())
	}
	return w.Say("From low to high: %s.", b.String())
}

// stability says what the index means, and what a gate would make of it.
func (w *writer) stability(m *classes.Moves) string {
	reading := map[movement.Reading]string{
		movement.Stable:  "stable (below 0.10): the sizes of the classes are about what they were",
		movement.Watch:   "to be watched (0.10 to 0.25): the sizes of the classes have changed, and somebody should know why",
		movement.Shifted: "shifted (above 0.25): these are no longer the guests that the plan was made for; a gate would not let a new plan pass with such a change (" + string(movement.WarnSizes) + ")",
	}[m.Index.Reading]
	noise := w.Say("about %s", lang.Fixed(m.Index.Noise, 3))
	if m.Index.Noise < .0005 {
		noise = w.Say("below %s", "0.001")
	}
	return w.Say("The stability index of the sizes is %s, %s. Where nothing changes it is %s for so many guests.",
		lang.Fixed(m.Index.Index, 3), w.Say(reading), noise)
}

// youngData warns where the data begins so late that guests of a year ago look newer than they were.
func (w *writer) youngData(m *classes.Moves) string {
	const enough = 2 * 365
	if days := m.From.DaysSince(w.Totals.First); w.Totals.First != 0 && days < enough {
		return w.Say("The data begins only %s before %s, so that guests look newer there than they were.", lang.Count(w.Printer, days, "day", "days"), prose.Day(w.Printer, m.From))
	}
	return ""
}
