package tree_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// Three guests without a value count a third each on the right: with the two of l1 there, that is a tie of the classes, and
// the lower wins, although a third is not exact.
func TestClassesOfEqualWeightTie(t *testing.T) {
	text := "a,class\n" + strings.Repeat(",l0\n", 3) + strings.Repeat("0,l0\n", 8) + "1,l0\n1,l1\n1,l1\n1,l2\n"
	s := sheetOf(text, map[string][]string{"class": {"l0", "l1", "l2"}})
	settings := tree.C45()
	settings.Pruning, settings.MinLeaf = tree.Unpruned, 1
	fitted, _, err := tree.Fit(s.bin(t), settings)
	sheetCheck(t, err)
	if want := "a <= 0: l0 (10)\na > 0: l0 (5/3)\n"; fitted.String() != want {
		t.Errorf("got\n%vwant\n%v", fitted, want)
	}
}

// A table of levels is read in a time that grows with them, not with their cube.
func TestTreesOfManyLevelsCanBeRead(t *testing.T) {
	s := sheet{heads: []string{"a", "class"}, kinds: map[string][]string{"class": {"yes", "no"}}}
	const levels = 20_001
	for k := range levels {
		level := "l" + strconv.Itoa(k)
		s.kinds["a"] = append(s.kinds["a"], level)
		for range 4 {
			s.rows = append(s.rows, []string{level, s.kinds["class"][k%2]})
		}
	}
	b := s.bin(t)
	fitted, _, err := tree.Fit(b, tree.C45())
	sheetCheck(t, err)
	if lines := strings.Count(fitted.String(), "\n"); lines != levels || strings.Count(fitted.DOT(), "->") != levels {
		t.Errorf("got %d lines", lines)
	}
	if _, err := fitted.Rules(b); err == nil {
		t.Error("rules of 20,001 ways are not refused")
	}
}
