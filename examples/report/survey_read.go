package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/sim"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// unknownCode is the reason of rows with an answer that is not on the scale.
const unknownCode = "unknown-code"

// survey is the answers of guests, and what became of the rows they come from.
type survey struct {
	*intake
	*surveyForm
	summaries *hotelcrm.Summaries

	answers   []satisfaction.Answer // row after row
	guests    []int                 // of each row in the summaries, -1 if it is of none
	unknown   int64                 // rows of guests without a stay that counts
	anonymous int64                 // rows without a guest
}

// readWithSurvey reads what the options name, the profiles left out.
func readWithSurvey(ctx context.Context, opt *options, bar *progress) (*intake, error) {
	in, err := readSource(ctx, opt, bar)
	if err != nil || opt.survey.file == "" || in.summaries == nil {
		return in, err
	}
	in.survey, err = readSurvey(ctx, opt, bar, in.summaries)
	return in, err
}

func readSurvey(ctx context.Context, opt *options, bar *progress, summaries *hotelcrm.Summaries) (*survey, error) {
	var s *survey
	in, err := readFile(ctx, opt.forSurvey(), bar, []string{surveyGuest}, func(_ *options, rows *rows, in *intake) error {
		form, err := formOf(&opt.survey, rows.first)
		if err != nil {
			return withSeparator(err, opt.separator, rows.first)
		}
		s = &survey{intake: in, surveyForm: form, summaries: summaries}
		rows.cells = newCells(form.fields(), form.columns, "")
		return s.addRows(rows)
	})
	if err != nil {
		return nil, fmt.Errorf("-survey: %w", err)
	}
	s.intake = in
	return s, nil
}

func (s *survey) addRows(rows *rows) error {
	row := make([]satisfaction.Answer, s.form.Len())
	for {
		more, err := rows.next()
		if err != nil || !more {
			return err
		}
		for i := range row {
			text := rows.cells.text(i + 1)
			if row[i], err = s.form.Parse(i, text, nil); err != nil {
				rows.cells.fail(i+1, "not on the scale; want "+s.scaleText())
			}
		}
		if rows.cells.problem != "" {
			rows.refuse(unknownCode, rows.cells.problem)
			continue
		}
		s.add(rows.cells.guest(), row)
	}
}

// add keeps a row of answers.
func (s *survey) add(guest string, row []satisfaction.Answer) {
	i, found := s.summaries.Find(guest)
	switch {
	case guest == "":
		s.anonymous++
		i = -1
	case !found:
		s.unknown++
		i = -1
	}
	s.guests = append(s.guests, i)
	s.answers = append(s.answers, row...)
}

// scaleText says what may be answered.
func (s *survey) scaleText() string {
	scale := s.tree.Scales[0]
	return scale.Low.String() + " to " + scale.High.String()
}

// simulatedSurvey returns the questionnaires of the simulated hotel.
func simulatedSurvey(list []sim.Answers, opt *options, summaries *hotelcrm.Summaries) (*survey, error) {
	form, err := newForm(treeQuestions(), opt.survey.scale, true)
	if err != nil {
		return nil, err
	}
	s := &survey{intake: newIntake("survey of the simulated hotel"), surveyForm: form, summaries: summaries}
	for _, one := range list {
		s.rows++
		row := make([]satisfaction.Answer, 0, sim.SurveyItems+1)
		for _, answer := range slices.Concat(one.Items[:], []uint8{one.Overall}) {
			row = append(row, satisfaction.Answer(answer))
		}
		s.add(one.ID, row)
	}
	return s, nil
}
