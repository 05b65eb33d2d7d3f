package weight

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// JudgementsOf returns judgements from the upper triangle row by row, row over column, with the zero Ratio where nothing
// was compared.
//
// Input: n·(n-1)/2 ratios; the limit is that of [NewJudgements].
// Errors: a [*hotelcrm.ParamError] for wrong names or another number of ratios; up to [hotelcrm.MaxRowErrors]
// [*PairError], joined, for wrong ratios, or one for two things that no chain of comparisons links.
// Cost: O(n²).
func JudgementsOf(names []string, upper []Ratio, limit int64) (*Judgements, error) {
	j, err := NewJudgements(names, limit)
	if err != nil {
		return nil, err
	}
	if len(upper) != len(j.upper) {
		return nil, refuse.Param("upper", fmt.Sprint(len(upper)), fmt.Sprint(len(j.upper)))
	}
	var wrong []error
	for row, column := range pairs(len(names)) {
		wrong = appendSome(wrong, j.Set(row, column, upper[j.place(row, column)]))
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	return j, j.Validate()
}

// JudgementsOfMatrix returns judgements from a square of ratios, row over column. The zero Ratio in both halves is a
// missing comparison; in one half it is the reciprocal of the other.
//
// Input: n rows of n ratios; the limit is that of [NewJudgements].
// Errors: those of [JudgementsOf], with the rows of the matrix for the number of ratios.
// Cost: O(n²).
func JudgementsOfMatrix(names []string, matrix [][]Ratio, limit int64) (*Judgements, error) {
	j, err := NewJudgements(names, limit)
	if err != nil {
		return nil, err
	}
	if len(matrix) != len(names) {
		return nil, refuse.Param("matrix", plural.Of(len(matrix), "row", "rows"), fmt.Sprint(len(names)))
	}
	var wrong []error
	for row, line := range matrix {
		if len(line) != len(names) {
			return nil, refuse.Param(fmt.Sprintf("matrix[%d]", row), plural.Of(len(line), "column", "columns"), fmt.Sprint(len(names)))
		}
		for column, ratio := range line {
			wrong = appendSome(wrong, mirrored(j.Set(row, column, ratio)))
		}
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	return j, j.Validate()
}

// mirrored calls a contradiction by its name: within a matrix it is between the halves.
func mirrored(err error) error {
	pair, ok := errors.AsType[*PairError](err)
	if ok && errors.Is(pair.Err, ErrContradiction) {
		pair.Err = ErrNotReciprocal
	}
	return err
}

// appendSome keeps an error, if it is one, up to [hotelcrm.MaxRowErrors].
func appendSome(wrong []error, err error) []error {
	if err == nil || len(wrong) == hotelcrm.MaxRowErrors {
		return wrong
	}
	return append(wrong, err)
}
