package tree_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// numbersOf returns a table of the numbers given, each of class p up to last and q above.
func numbersOf(last int, numbers ...int) sheet {
	var rows strings.Builder
	for _, n := range numbers {
		class := "p"
		if n > last {
			class = "q"
		}
		fmt.Fprintf(&rows, "%d,%s ", n, class)
	}
	return edgeSheet("", rows.String())
}

func TestBinsAtTheirEdges(t *testing.T) {
	all := make([]int, 256)
	for i := range all {
		all[i] = i
	}
	minus := edgeSheet("", "-0,p -0,p 1,q 1,q")
	tests := []struct {
		name string
		s    sheet
		bins int
		want string
	}{
		{"as many values as bins have one each", numbersOf(2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3), 3, "a <= 2: p (9)\na > 2: q (1)\n"},
		// Ranks 4, 7 and 10 are the last of three bins of ten guests.
		{"bins of about equal size", numbersOf(7, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 3, "a <= 7: p (7)\na > 7: q (3)\n"},
		{"the 256th bin is no missing value", numbersOf(254, all...), 0, "a <= 254: p (255)\na > 254: q (1)\n"},
		{"zero has no sign", minus, 0, "a <= 0: p (2)\na > 0: q (2)\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, err := tree.Bin(tt.s.table(t), "class", tree.BinSettings{Bins: tt.bins})
			sheetCheck(t, err)
			fitted, _, err := tree.Fit(b, tree.Settings{Criterion: tree.Gain, Pruning: tree.Unpruned, MinLeaf: 1, MinSplit: 1})
			sheetCheck(t, err)
			if fitted.String() != tt.want {
				t.Errorf("got\n%vwant\n%s", fitted, tt.want)
			}
		})
	}
}
