package funnel_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/funnel"
	"github.com/hotelcrm/hotelcrm/valuation"
	"pgregory.net/rapid"
)

// threeStages is a funnel of the stages a, b and c.
func threeStages() funnel.Rules {
	return funnel.Rules{Stages: []funnel.Stage{{ID: "a"}, {ID: "b"}, {ID: "c"}}}
}

// walked reads entries such as "a0 b5 x9": stage a on day 0, b on day 5, lost on day 9.
func walked(guest, text string) []funnel.Entry {
	var out []funnel.Entry
	for word := range strings.FieldsSeq(text) {
		on := 0
		_, _ = fmt.Sscan(word[1:], &on)
		entry := funnel.Entry{Guest: guest, Stage: word[:1], On: day(on)}
		if word[0] == 'x' {
			entry.Stage, entry.Lost = "", true
		}
		out = append(out, entry)
	}
	return out
}

// tally writes reached, lost and open of each stage.
func tally(c *funnel.Counts) string {
	text := ""
	for _, row := range c.Rows() {
		text += fmt.Sprintf("%s %d/%d/%d ", row.Stage.ID, row.Reached, row.Lost, row.Open)
	}
	return text + fmt.Sprintf("left %d later %d", c.LeftOut(), c.Later())
}

func TestPassesFollowThePath(t *testing.T) {
	every, skip := threeStages(), threeStages()
	skip.Path = funnel.SkipStages
	passes, skipPasses := every, skip
	passes.Reentry, skipPasses.Reentry = funnel.EveryPass, funnel.EveryPass
	window := every
	window.Window = 10
	windows := passes
	windows.Window = 10
	tests := []struct {
		name    string
		funnel  funnel.Rules
		entries string
		want    string
	}{
		{"straight through", every, "a0 b5 c9", "a 1/0/0 b 1/0/0 c 1/0/0 left 0 later 0"},
		{"all on one day, in any order", every, "c0 b0 a0", "a 1/0/0 b 1/0/0 c 1/0/0 left 0 later 0"},
		{"still there", every, "a0 b5", "a 1/0/0 b 1/0/1 c 0/0/0 left 0 later 0"},
		{"lost", every, "a0 b5 x7", "a 1/0/0 b 1/1/0 c 0/0/0 left 0 later 0"},
		{"lost before it began", every, "x1 a2", "a 1/0/1 b 0/0/0 c 0/0/0 left 1 later 0"},
		{"lost after it was won", every, "a0 b1 c2 x3", "a 1/0/0 b 1/0/0 c 1/0/0 left 1 later 0"},
		{"lost twice", every, "a0 x3 x4", "a 1/1/0 b 0/0/0 c 0/0/0 left 1 later 0"},
		{"the same stage again", every, "a0 a3 b5 b6", "a 1/0/0 b 1/0/1 c 0/0/0 left 0 later 0"},
		{"a jump ahead is left out", every, "a0 c5", "a 1/0/1 b 0/0/0 c 0/0/0 left 1 later 0"},
		{"a jump ahead skips", skip, "a0 c5", "a 1/0/0 b 1/0/0 c 1/0/0 left 0 later 0"},
		{"begins in the middle", every, "b0 c5", "a 0/0/0 b 0/0/0 c 0/0/0 left 2 later 0"},
		{"begins in the middle, skipping", skip, "b0 c5", "a 1/0/0 b 1/0/0 c 1/0/0 left 0 later 0"},
		{"after asOf", every, "a0 b100 c101", "a 1/0/1 b 0/0/0 c 0/0/0 left 0 later 2"},
		{"again from the start, once a guest", every, "a0 b5 a9", "a 1/0/0 b 1/0/1 c 0/0/0 left 0 later 0"},
		{"again from the start, every pass", passes, "a0 b5 a9", "a 2/0/1 b 1/0/1 c 0/0/0 left 0 later 0"},
		{"won, then again, every pass", passes, "a0 b1 c2 a5 b6", "a 2/0/0 b 2/0/1 c 1/0/0 left 0 later 0"},
		{"a step back to the middle is left out", passes, "a0 b1 c2 b3", "a 1/0/0 b 1/0/0 c 1/0/0 left 1 later 0"},
		{"a step back begins again, skipping", skipPasses, "a0 b1 c2 b3", "a 2/0/0 b 2/0/1 c 1/0/0 left 0 later 0"},
		{"lost, then again", passes, "a0 x1 a2 b3", "a 2/1/0 b 1/0/1 c 0/0/0 left 0 later 0"},
		{"the furthest pass counts once a guest", every, "a0 x1 a2 b3", "a 1/0/0 b 1/0/1 c 0/0/0 left 0 later 0"},
		{"last day of the window", window, "a0 b10", "a 1/0/0 b 1/1/0 c 0/0/0 left 0 later 0"},
		{"a day after the window", window, "a0 b11", "a 1/1/0 b 0/0/0 c 0/0/0 left 1 later 0"},
		{"window not over yet", window, "a40 b45", "a 1/0/0 b 1/0/1 c 0/0/0 left 0 later 0"},
		{"a pass after the window", windows, "a0 b11 a12 b13 c14", "a 2/1/0 b 1/0/0 c 1/0/0 left 1 later 0"},
		{"won, then seen again after the window", window, "a0 b1 c2 c30", "a 1/0/0 b 1/0/0 c 1/0/0 left 0 later 0"},
		{"won in the window", window, "a0 b1 c10", "a 1/0/0 b 1/0/0 c 1/0/0 left 0 later 0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := tt.funnel.Count(walked("ana", tt.entries), day(50))
			if err != nil {
				t.Fatal(err)
			}
			if got := tally(c); got != tt.want {
				t.Errorf("want %s, got %s", tt.want, got)
			}
		})
	}
}

func TestDwellTimeKnowsWhoIsStillThere(t *testing.T) {
	var entries []funnel.Entry
	for guest, text := range map[string]string{"g1": "a0 b4", "g2": "a0 b10 c30", "g3": "a0 x6", "g4": "a30", "g5": "a49"} {
		entries = append(entries, walked(guest, text)...)
	}
	c, err := threeStages().Count(entries, day(50))
	if err != nil {
		t.Fatal(err)
	}
	// Days in a: 1+ 4 6 10 20+. At risk 5, then 4 3 2: S = 3/4, 1/2, 1/4: half have left by day 6.
	if row := c.Rows()[0]; !row.DwellKnown || row.Dwell != 6 || row.Open != 2 {
		t.Errorf("got %+v", row)
	}
	curve, err := valuation.KaplanMeier(c.Spells(0))
	if err != nil || curve.At(10) != 0.25 || curve.Spells() != 5 || curve.Ended() != 3 {
		t.Errorf("got %v, %v", curve, err)
	}
	if days, ok := c.Cycle(); !ok || days != 30 || c.Guests() != 5 || c.Passes() != 5 {
		t.Errorf("got %v, %v, %d guests, %d passes", days, ok, c.Guests(), c.Passes())
	}
	even, err := threeStages().Count(append(walked("g1", "a0 b1 c3 c60"), walked("g2", "a0 b2 c8 a70 b71")...), day(50))
	if days, ok := even.Cycle(); err != nil || !ok || days != 5.5 || even.Later() != 3 {
		t.Errorf("3 and 8 days: got %v, %v, %d later", days, ok, even.Later())
	}
	window := threeStages()
	window.Window = 10
	over, err := window.Count(append(walked("g1", "a0 a30"), walked("g2", "a5")...), day(50))
	if spells := over.Spells(0); err != nil || len(spells) != 2 || spells[0] != (valuation.Spell{Length: 10, Ended: true}) || spells[1] != spells[0] {
		t.Errorf("lost when the window was over: got %v, %v", spells, err)
	}
	if _, ok := fiveStages(t).Cycle(); ok {
		t.Error("no days: want no cycle")
	}
	skip := threeStages()
	skip.Path = funnel.SkipStages
	skipped, err := skip.Count(walked("ana", "a0 c8"), day(50))
	if err != nil || len(skipped.Spells(0)) != 1 || skipped.Spells(0)[0].Length != 8 || len(skipped.Spells(1)) != 0 {
		t.Errorf("a skipped stage has no dwell time: got %v, %v, %v", skipped.Spells(0), skipped.Spells(1), err)
	}
}

// Whatever the entries, and in whatever order: nobody is lost on the way, and stages only get emptier.
func TestFunnelKeepsItsBooks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := threeStages()
		f.Path, f.Reentry = funnel.Path(rapid.IntRange(0, 2).Draw(t, "path")), funnel.Reentry(rapid.IntRange(0, 2).Draw(t, "reentry"))
		f.Window = rapid.IntRange(0, 15).Draw(t, "window")
		var entries []funnel.Entry
		for range rapid.IntRange(0, 25).Draw(t, "entries") {
			text := rapid.SampledFrom([]string{"a", "b", "c", "x"}).Draw(t, "stage") + fmt.Sprint(rapid.IntRange(0, 60).Draw(t, "on"))
			entries = append(entries, walked(rapid.SampledFrom([]string{"ana", "bo", "chen"}).Draw(t, "guest"), text)...)
		}
		c, err := f.Count(entries, day(50))
		if err != nil {
			t.Fatal(err)
		}
		rows := c.Rows()
		for i, row := range rows {
			if row.Lost < 0 || row.Open < 0 || i+1 < len(rows) && (row.Reached < rows[i+1].Reached || row.Reached != row.Advanced+row.Lost+row.Open) {
				t.Fatalf("got %+v", rows)
			}
			spells := len(c.Spells(i))
			if i+1 == len(rows) && spells > 0 || spells > row.Reached || f.Path != funnel.SkipStages && i+1 < len(rows) && spells != row.Reached {
				t.Fatalf("stage %d: %d spells of %d", i, spells, row.Reached)
			}
		}
		if rows[0].Reached != c.Passes() || c.Guests() > c.Passes() || f.Reentry != funnel.EveryPass && c.Guests() != c.Passes() {
			t.Fatalf("%d guests, %d passes, %+v", c.Guests(), c.Passes(), rows)
		}
		shuffled, err := f.Count(rapid.Permutation(entries).Draw(t, "shuffled"), day(50))
		if err != nil || tally(shuffled) != tally(c) {
			t.Fatalf("want %s, got %s, %v", tally(c), tally(shuffled), err)
		}
	})
}
