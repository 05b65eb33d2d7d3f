package chinese

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

func TestEveryQuestionOfTheTreeHasAShortName(t *testing.T) {
	left := len(questions)
	named := map[string]string{}
	check := func(n satisfaction.Node) {
		short, ok := Words.Texts[n.LabelZH]
		if !ok || len([]rune(short)) > 7 {
			t.Errorf("%s, %q, is %q", n.ID, n.LabelZH, short)
		}
		if other, taken := named[short]; taken {
			t.Errorf("%s and %s are both %q", other, n.ID, short)
		}
		named[short] = n.ID
		left--
	}
	root := satisfaction.HotelTree().Root
	check(root)
	for _, factor := range root.Children {
		check(factor)
		for _, question := range factor.Children {
			check(question)
		}
	}
	if left != 0 {
		t.Errorf("%d names of no question", left)
	}
}
