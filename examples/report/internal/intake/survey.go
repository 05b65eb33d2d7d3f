package intake

import (
	"context"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/sim"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// UnknownCode is the reason of rows with an answer that is not on the scale.
const UnknownCode = "unknown-code"

// Survey is the answers of guests, and what became of the rows they come from.
type Survey struct {
	*Data
	*Questionnaire
	Summaries *hotelcrm.Summaries

	Answers   []satisfaction.Answer // row after row
	Guests    []int                 // of each row in the summaries, -1 if it is of none
	Unknown   int64                 // rows of guests without a stay that counts
	Anonymous int64                 // rows without a guest
}

// readWithSurvey reads what the order names, the profiles left out.
func readWithSurvey(ctx context.Context, order *Order, bar Bar) (*Data, error) {
	in, err := readSource(ctx, order, bar)
	if err != nil || order.Survey.File == "" || in.Summaries == nil {
		return in, err
	}
	in.Survey, err = readSurvey(ctx, order, bar, in.Summaries)
	return in, err
}

func readSurvey(ctx context.Context, order *Order, bar Bar, summaries *hotelcrm.Summaries) (*Survey, error) {
	var s *Survey
	in, err := readFile(ctx, order.forSurvey(), bar, []string{GuestField}, func(_ *Order, rows *rows, in *Data) error {
		form, err := formOf(&order.Survey, rows.first)
		if err != nil {
			return withSeparator(err, order.Separator, rows.first)
		}
		s = &Survey{Data: in, Questionnaire: form, Summaries: summaries}
		rows.cells = newCells(form.fields(), form.columns, "")
		return s.addRows(rows)
	})
	if err != nil {
		return nil, fmt.Errorf("-survey: %w", err)
	}
	s.Data = in
	return s, nil
}

func (s *Survey) addRows(rows *rows) error {
	row := make([]satisfaction.Answer, s.Form.Len())
	for {
		more, err := rows.next()
		if err != nil || !more {
			return err
		}
		for i := range row {
			text := rows.cells.text(i + 1)
			if row[i], err = s.Form.Parse(i, text, nil); err != nil {
				rows.cells.fail(i+1, "not on the scale; want "+s.ScaleText())
			}
		}
		if rows.cells.problem != "" {
			rows.refuse(UnknownCode, rows.cells.problem)
			continue
		}
		s.add(rows.cells.guest(), row)
	}
}

// add keeps a row of answers.
func (s *Survey) add(guest string, row []satisfaction.Answer) {
	i, found := s.Summaries.Find(guest)
	switch {
	case guest == "":
		s.Anonymous++
		i = -1
	case !found:
		s.Unknown++
		i = -1
	}
	s.Guests = append(s.Guests, i)
	s.Answers = append(s.Answers, row...)
}

// ScaleText says what may be answered.
func (s *Survey) ScaleText() string {
	scale := s.Tree.Scales[0]
	return scale.Low.String() + " to " + scale.High.String()
}

// simulatedSurvey returns the questionnaires of the simulated hotel.
func simulatedSurvey(list []sim.Answers, order *Order, summaries *hotelcrm.Summaries) (*Survey, error) {
	form, err := newForm(treeQuestions(), order.Survey.Scale, true)
	if err != nil {
		return nil, err
	}
	s := &Survey{Data: newData("survey of the simulated hotel"), Questionnaire: form, Summaries: summaries}
	for _, one := range list {
		s.Rows++
		row := make([]satisfaction.Answer, 0, sim.SurveyItems+1)
		for _, answer := range slices.Concat(one.Items[:], []uint8{one.Overall}) {
			row = append(row, satisfaction.Answer(answer))
		}
		s.add(one.ID, row)
	}
	return s, nil
}
