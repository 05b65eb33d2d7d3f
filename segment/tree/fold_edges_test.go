package tree_test

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// The fold of a guest follows from the row in the table, not from how many before it have a class.
func TestFoldsFollowTheRow(t *testing.T) {
	rows := "0,p " + strings.Repeat("1,p 2,p 3,p ", 8)
	one, err := edgeSheet("", strings.Replace(rows, "0,p", "0,r", 1)).bin(t).Folds(4, 7)
	sheetCheck(t, err)
	none, err := edgeSheet("", strings.Replace(rows, "0,p", "0,", 1)).bin(t).Folds(4, 7)
	sheetCheck(t, err)
	for i := range none {
		if one[i+1] != none[i] {
			t.Fatalf("guests of class p: folds %v beside one of r, %v beside one of no class", one[1:], none)
		}
	}
	if _, err := edgeSheet("", "1,p 2,q 3,p").bin(t).Folds(3, 1); err != nil {
		t.Errorf("a fold for each guest: %v", err)
	}
}

// Two folds of one p who weighs 5 and two q who weigh 1: each tree is the leaf p, right for 5 of 7.
func TestCrossValidationWeighsGuests(t *testing.T) {
	s := sheetOf("a,w,class\n"+strings.Repeat("1,5,p\n1,1,q\n1,1,q\n", 2), map[string][]string{"class": {"p", "q"}})
	v, err := tree.CrossValidate(weighed(t, s), tree.Settings{}, []int{0, 0, 0, 1, 1, 1})
	sheetCheck(t, err)
	near(t, "accuracy", v.Accuracy, 5./7, 1e-12)
	near(t, "first fold", v.Folds[0], 5./7, 1e-12)
	near(t, "leaves", v.Leaves, 1, 1e-12)
	if _, err := tree.CrossValidate(weighed(t, s), tree.Settings{}, []int{0, 0, 0, 2, 2, 2}); err == nil {
		t.Error("a fold without guests was taken")
	}
}
