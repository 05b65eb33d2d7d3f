package page

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// gridView is the recency x frequency plane: a row for each frequency score, the best on top, and a column for each
// recency score, the best on the left. Scores that no value can have are left out.
type gridView struct {
	Sentence string
	Columns  []headView
	Rows     []gridRow
	Legend   []legendView
	Widest   string // guests of the fullest cell
}

// headView is the head of a row or column. Short is the range without its unit, for a narrow screen.
type headView struct{ Score, Word, Range, Short string }

type gridRow struct {
	Head  headView
	Cells []gridCell
}

type gridCell struct {
	Guests, Mean, Width string
	Short               string // of Mean, for a narrow screen
	Heat                int    // step of the legend
	Empty               bool
}

type legendView struct {
	Heat int
	Text string
}

// heatSteps are the lower ends of the colour steps, in parts of the mean of all guests.
var heatSteps = []struct {
	from string
	text string
}{
	{"", "under ½ of the mean"},
	{"0.5", "½ to ¾"},
	{"0.75", "¾ to 1"},
	{"1", "1 to 1½ times"},
	{"1.5", "1½ to 2½ times"},
	{"2.5", "over 2½ times"},
}

func (w *writer) gridView() (gridView, error) {
	t := w.Scores.Each.Thresholds()
	cells := w.Scores.Grid
	most := 0
	for _, cell := range cells {
		most = max(most, cell.Guests)
	}
	g := gridView{Widest: prose.Whole(most), Sentence: w.Say("Each cell holds the guests with one recency and one frequency score: how many they are, and what they have brought on average, in %s.", w.Currency)}
	if w.Totals.Revenue.IsPositive() {
		g.Sentence = w.Sentences(g.Sentence, w.Say("Over all guests the mean is %s.", w.mean(w.Totals.Revenue, w.Totals.Guests)))
		for i, step := range heatSteps {
			g.Legend = append(g.Legend, legendView{i, w.Say(step.text)})
		}
	}
	recency, frequency := w.heads(t.Recency, recencyWords), w.heads(t.Frequency, frequencyWords)
	slices.Reverse(recency)
	slices.Reverse(frequency)
	g.Columns = recency
	for _, row := range frequency {
		line := gridRow{Head: row}
		for _, column := range recency {
			cell := cells[(number(column.Score)-1)*t.Frequency.Bins+number(row.Score)-1]
			one, err := w.gridCell(cell, most)
			if err != nil {
				return g, err
			}
			line.Cells = append(line.Cells, one)
		}
		g.Rows = append(g.Rows, line)
	}
	return g, nil
}

func (w *writer) gridCell(cell rfm.Cell, most int) (gridCell, error) {
	mean, any, err := cell.Mean(w.Places, hotelcrm.RoundHalfEven)
	if err != nil || !any {
		return gridCell{Empty: true}, err
	}
	return gridCell{
		Guests: prose.Whole(cell.Guests), Mean: prose.Group(mean.StringFixed(int32(w.Places))), Width: prose.BarOf(cell.Guests, most),
		Heat: w.heat(cell), Short: prose.ShortMoney(w.Printer, mean),
	}, nil
}

// heat returns the colour step of a cell: how its mean compares with that of all guests. Without revenue it is 0.
func (w *writer) heat(cell rfm.Cell) int {
	if !w.Totals.Revenue.IsPositive() {
		return 0
	}
	// cell / guests >= step * total / all, without a division
	left := cell.Revenue.Mul(decimal.NewFromInt(int64(w.Totals.Guests)))
	right := w.Totals.Revenue.Mul(decimal.NewFromInt(int64(cell.Guests)))
	heat := 0
	for i, step := range heatSteps[1:] {
		if left.GreaterThanOrEqual(right.Mul(decimal.RequireFromString(step.from))) {
			heat = i + 1
		}
	}
	return heat
}

// heads returns the scores in use from 1 up, each with its values in words.
func (w *writer) heads(axis rfm.Axis, words axisWords) []headView {
	heads := make([]headView, 0, len(axis.Scores))
	for i, score := range axis.Scores {
		heads = append(heads, headView{Score: prose.Whole(score), Range: w.rangeOf(axis, words, i), Short: w.shortRange(axis, words, i)})
	}
	slices.SortFunc(heads, func(x, y headView) int { return number(x.Score) - number(y.Score) })
	if len(heads) > 1 {
		heads[0].Word, heads[len(heads)-1].Word = w.Say(words.worst), w.Say(words.best)
	}
	return heads
}
