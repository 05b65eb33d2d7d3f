package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// surveyOptions says where a survey is, and how it was answered.
type surveyOptions struct {
	file    string // empty for none, or for that of the simulated hotel
	columns string // as written
	ends    string // as written

	mapping   table.Mapping
	questions []string // that the mapping names, in the order written
	scale     satisfaction.Scale
}

// The fields of a survey that are no questions.
const (
	surveyGuest   = "guest"
	surveyOverall = "overall"
)

// check checks the flags of the survey.
func (s *surveyOptions) check(given map[string]bool) error {
	switch {
	case given["survey"] && strings.TrimSpace(s.file) == "":
		return errors.New("-survey needs a name")
	case s.file == "" && given["survey-columns"]:
		return errors.New("-survey-columns needs -survey")
	case s.file == "" && given["survey-scale"]:
		return errors.New("-survey-scale needs -survey")
	}
	fields := []string{surveyGuest, surveyOverall}
	for part := range strings.SplitSeq(s.columns, ",") {
		field, _, ok := strings.Cut(part, "=")
		if field = strings.TrimSpace(field); ok && field != "" && !slices.Contains(fields, field) {
			fields, s.questions = append(fields, field), append(s.questions, field)
		}
	}
	var err error
	if s.mapping, err = table.ParseMapping(s.columns, fields); err != nil {
		return fmt.Errorf("-survey-columns: %w", err)
	}
	s.scale, err = parseScale(s.ends)
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

// forSurvey returns the options under which the table of answers is read.
func (o *options) forSurvey() *options {
	mapping := table.Mapping{}
	if column, given := o.survey.mapping[surveyGuest]; given {
		mapping[surveyGuest] = column
	}
	return &options{
		stays: o.survey.file, ofSurvey: true, mapping: mapping, header: true, separator: o.separator,
		layout: o.layout, currency: o.currency, currencyFrom: fromFlag,
	}
}
