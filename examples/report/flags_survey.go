package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// checkSurvey checks the flags of the survey.
func (r *rawFlags) checkSurvey(opt *options) error {
	s, given := &opt.Survey, r.given
	switch {
	case given["survey"] && strings.TrimSpace(s.File) == "":
		return errors.New("-survey needs a name")
	case s.File == "" && given["survey-columns"]:
		return errors.New("-survey-columns needs -survey")
	case s.File == "" && given["survey-scale"]:
		return errors.New("-survey-scale needs -survey")
	}
	fields := []string{intake.GuestField, intake.OverallField}
	for part := range strings.SplitSeq(r.surveyColumns, ",") {
		field, _, ok := strings.Cut(part, "=")
		if field = strings.TrimSpace(field); ok && field != "" && !slices.Contains(fields, field) {
			fields, s.Questions = append(fields, field), append(s.Questions, field)
		}
	}
	var err error
	if s.Mapping, err = table.ParseMapping(r.surveyColumns, fields); err != nil {
		return fmt.Errorf("-survey-columns: %w", err)
	}
	s.Scale, err = parseScale(r.surveyScale)
	return err
}

// parseScale returns the scale written as its ends, such as 1-5. The five steps of 1-5 may be written in words as well.
func parseScale(text string) (satisfaction.Scale, error) {
	first, last, ok := strings.Cut(text, "-")
	low, wrongLow := strconv.ParseUint(first, 10, 32)
	high, wrongHigh := strconv.ParseUint(last, 10, 32)
	if !ok || wrongLow != nil || wrongHigh != nil {
		return satisfaction.Scale{}, fmt.Errorf("-survey-scale %q is not allowed; want the worst and the best answer, such as 1-5 or 0-10", text)
	}
	scale, err := satisfaction.Direct(int64(low), int64(high))
	if err != nil {
		return scale, fmt.Errorf("-survey-scale %q is not allowed; want a lower and a higher number, at most %d answers", text, satisfaction.MaxCode)
	}
	words := satisfaction.HotelTree().Scales[0].Levels
	if len(scale.Levels) != len(words) {
		return scale, nil
	}
	slices.SortFunc(words, func(a, b satisfaction.Level) int { return a.Points.Cmp(b.Points) })
	slices.SortFunc(scale.Levels, func(a, b satisfaction.Level) int { return a.Points.Cmp(b.Points) })
	for i, word := range words {
		scale.Levels[i].Label, scale.Levels[i].LabelZH = word.Label, word.LabelZH
	}
	return scale, nil
}
