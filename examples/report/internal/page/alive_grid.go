package page

import (
	"slices"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// aliveView is P(alive) on the plane of recency and frequency.
type aliveView struct {
	gridView
	Text string
}

// aliveSteps are the lower ends of the colour steps of P(alive), in per cent.
var aliveSteps = []struct {
	from int
	text string
}{
	{0, "under 10\u00a0%"},
	{10, "10 to 25\u00a0%"},
	{25, "25 to 50\u00a0%"},
	{50, "50 to 75\u00a0%"},
	{75, "75 to 90\u00a0%"},
	{90, "90\u00a0% or more"},
}

// aliveCell is the guests of one recency and one frequency score.
type aliveCell struct {
	guests int
	alive  float64 // sum of P(alive)
}

func (w *writer) aliveView() aliveView {
	t := w.Scores.Each.Thresholds()
	cells, most := map[[2]int]aliveCell{}, 0
	for i, p := range w.Alive.Outlook.Alive.Guests {
		score := w.Scores.Each.At(i)
		at := [2]int{int(score.R), int(score.F)}
		one := cells[at]
		one.guests++
		one.alive += p.Value
		cells[at] = one
		most = max(most, one.guests)
	}
	out := aliveView{gridView: gridView{Widest: prose.Whole(most)}, Text: w.Say("Mean P(alive) and guests by recency and frequency. The best guests are at the top left.")}
	for i, step := range aliveSteps {
		out.Legend = append(out.Legend, legendView{i, w.Say(step.text)})
	}
	recency, frequency := w.heads(t.Recency, recencyWords), w.heads(t.Frequency, frequencyWords)
	slices.Reverse(recency)
	slices.Reverse(frequency)
	out.Columns = recency
	for _, row := range frequency {
		line := gridRow{Head: row}
		for _, column := range recency {
			line.Cells = append(line.Cells, cells[[2]int{number(column.Score), number(row.Score)}].view(w, most))
		}
		out.Rows = append(out.Rows, line)
	}
	return out
}

func (c aliveCell) view(w *writer, most int) gridCell {
	if c.guests == 0 {
		return gridCell{Empty: true}
	}
	mean := c.alive / float64(c.guests)
	heat := 0
	for k, step := range aliveSteps {
		if 100*mean >= float64(step.from) {
			heat = k
		}
	}
	return gridCell{Guests: prose.Whole(c.guests), Mean: w.rate(mean), Short: w.Percent(prose.Rounded(100 * mean)), Width: prose.BarOf(c.guests, most), Heat: heat}
}
