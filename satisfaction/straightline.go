package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Pattern says how alike the answers of one row are, as the guest ticked them: answers on reversed scales count as they
// stood on the paper.
type Pattern struct {
	Given      int     `json:"given"`      // answers given
	LongestRun int     `json:"longestRun"` // most equal answers one after the other; missing ones end a run
	Most       int     `json:"most"`       // how often the most frequent answer was given
	SD         float64 `json:"sd"`         // of the codes, divisor n - 1; 0 for fewer than 2
}

// Pattern returns how alike a row's answers are.
//
// Input: a row of the form; of any other length the zero Pattern.
// Cost: no allocation.
// Source: P. G. Curran (2016), Journal of Experimental Social Psychology 66, 4-19, for long strings and the
// within-person standard deviation as signs of careless answers.
func (f *Form) Pattern(row []Answer) Pattern {
	if len(row) != f.Len() {
		return Pattern{}
	}
	var p Pattern
	var times [MaxCode + 1]int
	var last Answer
	var run, sum, squares int
	for i, a := range row {
		tick := f.ticked(i, a)
		if tick != last {
			run = 0
		}
		last = tick
		if tick == 0 {
			continue
		}
		run++
		p.Given++
		times[tick]++
		p.LongestRun, p.Most = max(p.LongestRun, run), max(p.Most, times[tick])
		sum, squares = sum+int(tick), squares+int(tick)*int(tick)
	}
	if p.Given > 1 {
		p.SD = math.Sqrt(float64(p.Given*squares-sum*sum) / float64(p.Given*(p.Given-1)))
	}
	return p
}

// ticked returns the code of an answer before its scale was reversed, 0 if there is none.
func (f *Form) ticked(i int, a Answer) Answer {
	c := f.coders[i]
	if !a.Given() || a > c.top {
		return 0
	}
	if f.items[i].Scale.Reversed {
		return c.top + 1 - a
	}
	return a
}

// StraightLine says from when on a row is flagged. A satisfied guest may well give one answer throughout: a flag asks
// for a look, and nothing is left out by it.
type StraightLine struct {
	Run   int     `json:"run,omitempty"`   // equal answers one after the other; 0: as many as the form has items, at most 24
	Share float64 `json:"share,omitempty"` // share of the given answers that are the same, in (0, 1]; 0: not looked at
}

// StraightLines are the flags of many rows.
type StraightLines struct {
	Rule    StraightLine `json:"rule"`
	Rows    int          `json:"rows"`
	Flagged []int        `json:"flagged"` // numbers of rows from 0
	Runs    []int        `json:"runs"`    // rows by their longest run, from 0 to the number of items
}

// StraightLines returns which rows give one answer so often that somebody should look at them.
//
// Input: rows that lie one after the other.
// Errors: a [*hotelcrm.ParamError] for a rule out of range, a [*hotelcrm.RowError] unless the batch divides into rows.
func (f *Form) StraightLines(rows []Answer, rule StraightLine) (*StraightLines, error) {
	n := f.Len()
	if rule.Run == 0 {
		rule.Run = min(n, longRun)
	}
	if rule.Run < 2 {
		return nil, refuse.Param("StraightLine.Run", fmt.Sprint(rule.Run), "2 or more, or 0 for the default")
	}
	if err := checkWithin("StraightLine.Share", rule.Share, 0, 1); err != nil {
		return nil, err
	}
	if err := f.checkBatch(rows); err != nil {
		return nil, err
	}
	out := &StraightLines{Rule: rule, Rows: len(rows) / n, Flagged: []int{}, Runs: make([]int, n+1)}
	for r := range out.Rows {
		p := f.Pattern(rows[r*n : (r+1)*n])
		out.Runs[p.LongestRun]++
		if p.LongestRun >= rule.Run || rule.Share > 0 && p.Given > 1 && float64(p.Most) >= rule.Share*float64(p.Given) {
			out.Flagged = append(out.Flagged, r)
		}
	}
	return out, nil
}

// longRun is a run that is worth a look on any form.
const longRun = 24
