// Package odds says in a few words how often one guest may come: what a clerk understands, where an expected 0.6 stays
// are none that anybody will ever make.
package odds

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// Chinese is what the package says; a program joins it with its own texts.
var Chinese = map[string]string{
	"most likely none (%s), one (%s), 2 or more (%s)": "最可能不来（%s），来一次（%s），两次及以上（%s）",
	"most likely one (%s), none (%s), 2 or more (%s)": "最可能来一次（%s），不来（%s），两次及以上（%s）",
	"most likely 2 or more (%s), none (%s), one (%s)": "最可能来两次及以上（%s），不来（%s），来一次（%s）",
	"most likely %s to %s (%s), none (%s)":            "最可能来 %s 至 %s 次（%s），不来（%s）",
	"rests on one stay":                               "依据一次入住",
	"rests on %s stays":                               "依据 %s 次入住",
}

// Text returns the chances of a guest, the likeliest first, in whole per cent that add up to 100; what is possible is
// never 0, and what is not certain never 100. Of a guest whose range begins at two or more it says the range.
func Text(p lang.Printer, c btyd.NextCounts) string {
	shares := percents(p, c.None, c.Once, c.More)
	none, one, more := shares[0], shares[1], shares[2]
	switch {
	case c.Low > 1:
		within := percents(p, c.Within, 1-c.Within)[0]
		return p.Say("most likely %s to %s (%s), none (%s)", lang.Whole(c.Low), lang.Whole(c.High), within, none)
	case c.None >= max(c.Once, c.More):
		return p.Say("most likely none (%s), one (%s), 2 or more (%s)", none, one, more)
	case c.Once >= c.More:
		return p.Say("most likely one (%s), none (%s), 2 or more (%s)", one, none, more)
	}
	return p.Say("most likely 2 or more (%s), none (%s), one (%s)", more, none, one)
}

// RestsOn says how many stays tell of the guest for whom an amount was reckoned: the first one and the repeats.
func RestsOn(p lang.Printer, repeats int) string {
	if repeats == 0 {
		return p.Say("rests on one stay")
	}
	return p.Say("rests on %s stays", lang.Whole(repeats+1))
}

// percents writes parts of 1 in whole per cent, those that round to none or all as < 1 % and > 99 %.
func percents(p lang.Printer, parts ...float64) []string {
	out := make([]string, len(parts))
	for i, x := range whole(parts) {
		switch {
		case x == 0 && parts[i] > 0:
			out[i] = "<\u00a0" + p.Percent("1")
		case x == 100 && parts[i] < 1:
			out[i] = ">\u00a0" + p.Percent("99")
		default:
			out[i] = p.Percent(fmt.Sprint(x))
		}
	}
	return out
}

// whole returns parts of 1 in whole per cent by the largest remainder, the first of equal ones.
func whole(parts []float64) []int {
	out, order, rest := make([]int, len(parts)), make([]int, len(parts)), 100
	for i, x := range parts {
		out[i], order[i] = int(100*x), i
		rest -= out[i]
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(100*parts[b]-float64(out[b]), 100*parts[a]-float64(out[a]))
	})
	for _, i := range order[:max(0, min(rest, len(order)))] {
		out[i]++
	}
	return out
}
