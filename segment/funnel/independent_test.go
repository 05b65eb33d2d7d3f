package funnel_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/funnel"
)

// wordPass is a pass as the words of Rules have it.
type wordPass struct {
	began    hotelcrm.Date
	furthest int
	lost     bool
}

// over reports whether the pass can go on no more on a day.
func (p wordPass) over(f funnel.Rules, on hotelcrm.Date) bool {
	return p.lost || p.furthest == len(f.Stages)-1 || f.Window > 0 && on > p.began.AddDays(f.Window)
}

// passesByWords cuts the entries of one guest, in their order, into passes.
func passesByWords(f funnel.Rules, entries []funnel.Entry) []wordPass {
	var out []wordPass
	for _, e := range entries {
		stage := slices.IndexFunc(f.Stages, func(s funnel.Stage) bool { return s.ID == e.Stage })
		var now *wordPass
		if len(out) > 0 {
			now = &out[len(out)-1]
		}
		going := now != nil && !now.over(f, e.On)
		won := now != nil && !now.lost && now.furthest == len(f.Stages)-1
		switch {
		case e.Lost && going:
			now.lost = true
		case e.Lost || (going || won) && stage == now.furthest:
		case going && (stage == now.furthest+1 || f.Path == funnel.SkipStages && stage > now.furthest):
			now.furthest = stage
		case stage == 0 || f.Path == funnel.SkipStages:
			out = append(out, wordPass{began: e.On, furthest: stage})
		}
	}
	return out
}

func TestFunnelByWords(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		f := funnel.Rules{
			Stages: []funnel.Stage{{ID: "asked"}, {ID: "offered"}, {ID: "booked"}},
			Path:   funnel.Path(rapid.IntRange(1, 2).Draw(rt, "path")), Reentry: funnel.Reentry(rapid.IntRange(1, 2).Draw(rt, "reentry")),
			Window: rapid.SampledFrom([]int{0, 1, 3, 10}).Draw(rt, "window"),
		}
		var reached, lost [3]int
		var all []funnel.Entry
		asOf := hotelcrm.DateOf(2026, 3, 1).AddDays(rapid.IntRange(0, 20).Draw(rt, "as of"))
		for g := range rapid.IntRange(1, 3).Draw(rt, "guests") {
			var entries []funnel.Entry
			on, rank := hotelcrm.DateOf(2026, 3, 1), 0
			for range rapid.IntRange(0, 8).Draw(rt, "entries") {
				step := rapid.IntRange(0, 3).Draw(rt, "stage")
				if gap := rapid.IntRange(0, 4).Draw(rt, "gap"); gap > 0 || step < rank {
					on = on.AddDays(max(1, gap))
				}
				rank = step
				e := funnel.Entry{Guest: fmt.Sprint(g), On: on, Lost: step == 3}
				if step < 3 {
					e.Stage = f.Stages[step].ID
				}
				all = append(all, e)
				if on <= asOf {
					entries = append(entries, e)
				}
			}
			passes := passesByWords(f, entries)
			if f.Reentry == funnel.OncePerGuest && len(passes) > 0 {
				passes = []wordPass{slices.MaxFunc(passes, func(a, b wordPass) int { return a.furthest - b.furthest })}
			}
			for _, p := range passes {
				for stage := range p.furthest + 1 {
					reached[stage]++
				}
				if p.furthest < 2 && p.over(f, asOf) {
					lost[p.furthest]++
				}
			}
		}
		counts, err := f.Count(all, asOf)
		if err != nil {
			rt.Fatal(err)
		}
		for stage, row := range counts.Rows() {
			if row.Reached != reached[stage] || row.Lost != lost[stage] {
				rt.Fatalf("%+v\n%v as of %v\nstage %d: %+v, want %d reached, %d lost", f, all, asOf, stage, row, reached[stage], lost[stage])
			}
		}
	})
}
