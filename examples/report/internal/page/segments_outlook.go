package page

import (
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// outlook is what the model expects of guests together.
type outlook struct{ alive, value float64 }

// outlookView is how many of a segment are still guests, and what they are expected to bring.
type outlookView struct{ Alive, Share, Value string }

// outlooks adds up what the model expects, of each segment by its id and of all guests.
func (w *writer) outlooks() (by map[string]outlook, all outlook) {
	by = map[string]outlook{}
	if w.Alive == nil {
		return by, all
	}
	o := w.Alive.Outlook
	for i, p := range o.Alive.Guests {
		id := w.Scores.Segments.At(i).ID
		one := by[id]
		one.alive += p.Value
		all.alive += p.Value
		if o.Worth != nil {
			one.value += o.Worth.Guests[i].Value
			all.value += o.Worth.Guests[i].Value
		}
		by[id] = one
	}
	return by, all
}

func (w *writer) outlookView(o outlook, guests int) outlookView {
	if w.Alive == nil || guests == 0 {
		return outlookView{Alive: "–", Value: "–"}
	}
	v := outlookView{Alive: prose.Rounded(o.alive), Share: w.rate(o.alive / float64(guests)), Value: "–"}
	if w.valued() {
		v.Value = w.estimateText(o.value)
	}
	return v
}

// stagesView is the segments by the stages of the life cycle.
type stagesView struct {
	Heads []string
	Rows  []stageRow
	All   stageRow
}

type stageRow struct {
	Label string
	Cells []string
	All   string
}

// stagesView returns nil without stages.
func (w *writer) stagesView() *stagesView {
	if w.Data.Stages == nil {
		return nil
	}
	counts, sums := map[string][]int{}, make([]int, len(lifecycle.Stages()))
	place := map[lifecycle.Stage]int{}
	for k, stage := range lifecycle.Stages() {
		place[stage] = k
	}
	for i, stage := range w.Data.Stages {
		id := w.Scores.Segments.At(i).ID
		if counts[id] == nil {
			counts[id] = make([]int, len(sums))
		}
		counts[id][place[stage]]++
		sums[place[stage]]++
	}
	v := &stagesView{All: stageRow{Label: w.Say("All guests"), Cells: usedCells(sums, sums), All: prose.Whole(w.Totals.Guests)}}
	for k, stage := range lifecycle.Stages() {
		if sums[k] > 0 {
			v.Heads = append(v.Heads, w.Pick(stage.Label(), stage.LabelZH()))
		}
	}
	for _, total := range w.Scores.Groups {
		if total.Guests > 0 {
			v.Rows = append(v.Rows, stageRow{w.Pick(total.Segment.Label, total.Segment.LabelZH), usedCells(counts[total.Segment.ID], sums), prose.Whole(total.Guests)})
		}
	}
	return v
}

// usedCells writes the counts of the stages that anybody is in.
func usedCells(counts, sums []int) []string {
	var out []string
	for k, n := range counts {
		switch {
		case sums[k] == 0:
		case n == 0:
			out = append(out, "–")
		default:
			out = append(out, prose.Whole(n))
		}
	}
	return out
}
