package tree_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

func drawSheet(t *rapid.T, holes bool) sheet {
	s := sheet{kinds: map[string][]string{}}
	n, columns, classes := rapid.IntRange(4, 40).Draw(t, "n"), rapid.IntRange(1, 4).Draw(t, "columns"), rapid.IntRange(2, 3).Draw(t, "classes")
	s.rows = make([][]string, n)
	for j := range columns + 1 {
		head, width := fmt.Sprintf("a%d", j), rapid.IntRange(2, 9).Draw(t, "width")
		if j == columns {
			head, width = "class", classes
		}
		nominal := j == columns || rapid.Bool().Draw(t, "nominal")
		if nominal && j < columns {
			width = min(width, 4)
		}
		s.heads = append(s.heads, head)
		if nominal {
			for k := range width {
				s.kinds[head] = append(s.kinds[head], "l"+strconv.Itoa(k))
			}
		}
		for i := range n {
			cell := ""
			if k := rapid.IntRange(0, width-1).Draw(t, "cell"); j == columns || !holes || rapid.IntRange(0, 5).Draw(t, "hole") > 0 {
				cell = strconv.Itoa(k)
				if nominal {
					cell = s.kinds[head][k]
				}
			}
			s.rows[i] = append(s.rows[i], cell)
		}
	}
	return s
}

var bookNumbers = regexp.MustCompile(`\(([0-9.]+)(?:/([0-9.]+))?\)`)

// likeText tells whether two trees have the same tests and classes, and the same weights up to the rounding of the print.
func likeText(a, b string) bool {
	if strings.TrimSpace(bookNumbers.ReplaceAllString(a, "")) != strings.TrimSpace(bookNumbers.ReplaceAllString(b, "")) {
		return false
	}
	x, y := bookNumbers.FindAllStringSubmatch(a, -1), bookNumbers.FindAllStringSubmatch(b, -1)
	for i := range x {
		for g := 1; g <= 2; g++ {
			u, _ := strconv.ParseFloat(x[i][g], 64)
			v, _ := strconv.ParseFloat(y[i][g], 64)
			if math.Abs(u-v) > 0.0101 {
				return false
			}
		}
	}
	return true
}

func TestIndependentC45(t *testing.T) {
	for _, holes := range []bool{false, true} {
		for _, prune := range []bool{false, true} {
			t.Run(fmt.Sprintf("holes %v prune %v", holes, prune), func(t *testing.T) {
				rapid.Check(t, func(rt *rapid.T) {
					s := drawSheet(rt, holes)
					settings := tree.C45()
					settings.ManyLevels = true
					settings.MinLeaf = float64(rapid.IntRange(1, 4).Draw(rt, "min"))
					if !prune {
						settings.Pruning = tree.Unpruned
					}
					settings.Confidence = rapid.SampledFrom([]float64{0.1, 0.25, 0.5}).Draw(rt, "cf")
					plain := &bookC45{s: s, classes: len(s.kinds["class"]), minLeaf: settings.MinLeaf, cf: settings.Confidence, prune: prune}
					root := plain.fit()
					var want strings.Builder
					if root.sons == nil {
						plain.leaf(&want, root, "")
					}
					plain.text(&want, root, 0)
					got, _, err := tree.Fit(s.bin(t), settings)
					sheetCheck(t, err)
					if !likeText(got.String(), want.String()) {
						rt.Fatalf("got\n%v\nwant\n%v\nrows %v", got, want.String(), s.rows)
					}
				})
			})
		}
	}
}
