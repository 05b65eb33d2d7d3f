package satisfaction_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// survey is the generated hotel survey: 500 guests, 24 questions with codes 1 to 5, an overall rating of 1 to 10.
type survey struct {
	complete []satisfaction.Answer // 500 rows of 24
	blanks   []satisfaction.Answer // the same with 609 answers left out
	overall  []satisfaction.Answer
}

// generated returns the survey of a linear congruential generator, so that anybody can make it again.
func generated() survey {
	const guests, items = 500, 24
	x := uint64(20090901)
	next := func() int {
		x = (1103515245*x + 12345) % (1 << 31)
		return int(x >> 16)
	}
	var s survey
	for range guests {
		base, first := next()%3, 0
		row := make([]satisfaction.Answer, items)
		for i := range row {
			v := 1 + min(4, base+next()%4)
			if i%6 == 5 {
				v = 1 + min(4, next()%5)
			}
			if i < 8 {
				first += v
			}
			row[i] = satisfaction.Answer(v)
		}
		sum := first + next()%9 - 12
		overall := 1
		if sum >= 0 {
			overall = 1 + min(9, sum/4)
		}
		s.overall = append(s.overall, satisfaction.Answer(overall))
		s.complete = append(s.complete, row...)
		for i := range row {
			if next()%20 == 0 {
				row[i] = satisfaction.Blank
			}
		}
		s.blanks = append(s.blanks, row...)
	}
	return s
}

// thesisTree returns the thesis's tree with the factor weights .15 .25 .30 .18 .12.
func thesisTree(tb testing.TB) satisfaction.Tree {
	tb.Helper()
	tree, err := satisfaction.HotelTree().Reweigh("overall", []int64{15, 25, 30, 18, 12})
	if err != nil {
		tb.Fatal(err)
	}
	return tree
}

func thesisForm(tb testing.TB) *satisfaction.Form {
	tb.Helper()
	form, err := thesisTree(tb).Form()
	if err != nil {
		tb.Fatal(err)
	}
	return form
}

func summaryOf(tb testing.TB, form *satisfaction.Form, rows []satisfaction.Answer, workers int) *satisfaction.Summary {
	tb.Helper()
	s := satisfaction.NewSummary(form)
	if err := s.AddRows(rows, workers); err != nil {
		tb.Fatal(err)
	}
	return s
}

func TestGeneratedSurveyHasItsChecksums(t *testing.T) {
	s := generated()
	overall, blanks, squares, cross := 0, 0, 0, 0
	for i, a := range s.complete {
		squares += int(a) * int(a)
		if i%24 == 0 {
			cross += int(a) * int(s.complete[i+1])
		}
		if s.blanks[i] == satisfaction.Blank {
			blanks++
		}
	}
	for _, a := range s.overall {
		overall += int(a)
	}
	if overall != 2638 || blanks != 609 || squares != 154356 || cross != 6012 {
		t.Errorf("overall %d, blanks %d, squares %d, cross %d", overall, blanks, squares, cross)
	}
	if s.overall[0] != 6 || s.overall[499] != 6 || s.blanks[499*24+15] != satisfaction.Blank {
		t.Error("guests 0 and 499 differ")
	}
}
