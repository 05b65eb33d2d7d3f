package weight

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
)

// Survey is a table of pairwise judgements, an expert a row.
//
// A column a_b holds the judgement between a and b on the two-sided scale: -k for a k times as important as b, k for b
// k times as important as a, 1 or -1 for both alike, nothing where they were not compared.
type Survey struct {
	Separator string // between the two names of a column; empty stands for "_"
	Limit     int64  // as in [NewJudgements]
	MaxErrors int    // wrong rows reported at once; 0 stands for 10
}

// ReadSurvey returns the judgements of each row of a CSV file, experts named by their row from 1.
//
// Input: UTF-8, with or without a byte order mark. The first line names the columns; names come in the order in which
// they first occur, blanks around them left out.
// Errors: a [*hotelcrm.ParamError] for a column that names no pair, or a pair twice; up to MaxErrors
// [*hotelcrm.RowError], joined, for rows with a judgement of 0, a fraction, one beyond the limit, or too few to link all
// names, which is a [*PairError].
// Cost: O(rows · columns).
func (s Survey) ReadSurvey(file io.Reader) ([]Expert, error) {
	text := bufio.NewReader(file)
	if start, err := text.Peek(len(mark)); err == nil && string(start) == mark {
		text.Discard(len(mark)) // as many as were peeked: no error
	}
	reader := csv.NewReader(text)
	reader.ReuseRecord = true
	header, err := reader.Read()
	if err != nil {
		return nil, fmt.Errorf("weight: first line: %w", err)
	}
	columns, names, err := s.columns(header)
	if err != nil {
		return nil, err
	}
	if s.MaxErrors <= 0 {
		s.MaxErrors = maxPairErrors
	}
	var experts []Expert
	var wrong []error
	for row := 1; len(wrong) < s.MaxErrors; row++ {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("weight: row %d: %w", row, err)
		}
		judgements, err := s.expert(record, columns, names)
		if err != nil {
			wrong = append(wrong, atRow(row, err))
			continue
		}
		experts = append(experts, Expert{Name: strconv.Itoa(row), Judgements: judgements})
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	return experts, nil
}

// mark is the byte order mark that spreadsheets write; left in, it would make another name of the first.
const mark = "\ufeff"

// columns returns the pair of each column and all names.
func (s Survey) columns(header []string) (columns [][2]int, names []string, err error) {
	if s.Separator == "" {
		s.Separator = "_"
	}
	index, seen := map[string]int{}, map[[2]int]bool{}
	for _, text := range header {
		parts := strings.Split(text, s.Separator)
		for k := range parts {
			parts[k] = strings.TrimSpace(parts[k])
		}
		if len(parts) != 2 || parts[0] == "" || parts[1] == "" || parts[0] == parts[1] {
			return nil, nil, &hotelcrm.ParamError{Param: "column", Value: text, Allowed: fmt.Sprintf("two different names joined by %q", s.Separator)}
		}
		var pair [2]int
		for k, name := range parts {
			if _, known := index[name]; !known {
				index[name] = len(names)
				names = append(names, strings.Clone(name))
			}
			pair[k] = index[name]
		}
		if seen[pair] || seen[[2]int{pair[1], pair[0]}] {
			return nil, nil, &hotelcrm.ParamError{Param: "column", Value: text, Allowed: "every pair once"}
		}
		seen[pair] = true
		columns = append(columns, pair)
	}
	return columns, names, nil
}

// expert reads one row.
func (s Survey) expert(record []string, columns [][2]int, names []string) (*Judgements, error) {
	j, err := NewJudgements(names, s.Limit)
	if err != nil {
		return nil, err
	}
	for k, text := range record {
		ratio, err := twoSided(strings.TrimSpace(text))
		if err == nil {
			err = j.Set(columns[k][0], columns[k][1], ratio)
		}
		if err != nil {
			field := names[columns[k][0]] + ", " + names[columns[k][1]]
			return nil, &hotelcrm.RowError{Field: field, Value: strings.Clone(text), Err: err}
		}
	}
	return j, j.Validate()
}

// twoSided reads -k as k, and k as 1/k.
func twoSided(text string) (Ratio, error) {
	magnitude, first := strings.CutPrefix(text, "-")
	ratio, err := ParseRatio(magnitude)
	switch {
	case text == "":
		return Ratio{}, nil
	case err != nil || strings.Contains(text, "/") || ratio.missing():
		return Ratio{}, ErrNotPositive
	case ratio.Num < ratio.Den:
		return Ratio{}, fmt.Errorf("%w: a two-sided judgement is 1 and more, or -1 and less", ErrBeyondLimit)
	case !first:
		ratio = ratio.Inverse()
	}
	return ratio, nil
}

// atRow notes the row of an error.
func atRow(row int, err error) error {
	if r, ok := errors.AsType[*hotelcrm.RowError](err); ok {
		r.Row = row
		return r
	}
	return &hotelcrm.RowError{Row: row, Field: "judgements", Err: err}
}
