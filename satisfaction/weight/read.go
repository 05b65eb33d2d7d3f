package weight

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// document is the JSON form of judgements.
type document struct {
	Names      []string    `json:"names"`
	Limit      int64       `json:"limit,omitempty"`
	Matrix     [][]cell    `json:"matrix,omitempty"`
	Judgements []statement `json:"judgements,omitempty"`
}

type statement struct {
	Row    string `json:"row"`
	Column string `json:"column"`
	Ratio  cell   `json:"ratio"`
}

// cell is a ratio in JSON: a text or a number; null and the empty text for a missing one.
type cell struct {
	text    string
	missing bool
}

func (c *cell) UnmarshalJSON(data []byte) error {
	if bytes.Equal(data, []byte("null")) {
		*c = cell{missing: true}
		return nil
	}
	if data[0] == '"' {
		err := json.Unmarshal(data, &c.text)
		c.missing = c.text == ""
		return err
	}
	c.text = string(data)
	return nil
}

func (c cell) MarshalJSON() ([]byte, error) { return json.Marshal(c.text) }

// ratio returns the value, which is no valid Ratio if the text is none.
func (c cell) ratio() Ratio {
	if c.missing || c.text == "" {
		return Ratio{}
	}
	r, err := ParseRatio(c.text)
	if err != nil {
		return Ratio{-1, 1} // refused with its pair
	}
	return r
}

// ReadJudgements returns the judgements of a JSON document.
//
//	{"names": ["price", "room"], "matrix": [["1", "1/3"], ["3", "1"]]}
//	{"names": ["price", "room"], "judgements": [{"row": "room", "column": "price", "ratio": "3"}]}
//
// Input: ratios as texts (3, 1/3, 1.5) or numbers, row over column; null or "" where nothing was compared; an optional
// limit as in [NewJudgements]; a matrix, a list of judgements, or both if they agree. Other fields are ignored.
// Errors: those of encoding/json, and of [JudgementsOfMatrix].
func ReadJudgements(data []byte) (*Judgements, error) {
	var d document
	if err := json.Unmarshal(data, &d); err != nil {
		return nil, fmt.Errorf("weight: %w", err)
	}
	return d.judgements()
}

func (d document) judgements() (*Judgements, error) {
	j, err := d.square()
	if err != nil {
		return nil, err
	}
	if len(d.Matrix) == 0 && len(d.Judgements) == 0 && len(d.Names) > 1 {
		return nil, refuse.Param("matrix", "missing", "a matrix or a list of judgements")
	}
	index := map[string]int{}
	for i, name := range d.Names {
		index[name] = i
	}
	var wrong []error
	for _, s := range d.Judgements {
		row, known := index[s.Row]
		column, alsoKnown := index[s.Column]
		if !known || !alsoKnown {
			err = refuse.Param("judgements", s.Row+", "+s.Column, "two of the names")
		} else {
			err = withText(j.Set(row, column, s.Ratio.ratio()), s.Ratio)
		}
		wrong = appendSome(wrong, err)
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	return j, j.Validate()
}

// square reads the matrix, if there is one.
func (d document) square() (*Judgements, error) {
	j, err := NewJudgements(d.Names, d.Limit)
	if err != nil || len(d.Matrix) == 0 {
		return j, err
	}
	matrix := make([][]Ratio, len(d.Matrix))
	for row, line := range d.Matrix {
		matrix[row] = make([]Ratio, len(line))
		for column, c := range line {
			matrix[row][column] = c.ratio()
			if !matrix[row][column].missing() && !matrix[row][column].valid() && max(row, column) < len(d.Names) {
				return nil, withText(j.Set(row, column, matrix[row][column]), c)
			}
		}
	}
	if len(d.Judgements) == 0 {
		return JudgementsOfMatrix(d.Names, matrix, d.Limit)
	}
	if j, err = JudgementsOfMatrix(d.Names, matrix, d.Limit); errors.Is(err, ErrUnlinked) { // the list may link them
		err = nil
	}
	return j, err
}

// withText shows the text that was given in place of its stand-in.
func withText(err error, c cell) error {
	if pair, ok := errors.AsType[*PairError](err); ok && errors.Is(pair.Err, ErrNotPositive) {
		pair.Value = c.text
	}
	return err
}

// MarshalJSON returns the form with a matrix that [ReadJudgements] reads.
func (j *Judgements) MarshalJSON() ([]byte, error) {
	d := document{Names: j.names, Limit: j.limit, Matrix: make([][]cell, len(j.names))}
	for row := range j.names {
		d.Matrix[row] = make([]cell, len(j.names))
		for column := range j.names {
			if r, ok := j.At(row, column); ok {
				d.Matrix[row][column].text = r.String()
			}
		}
	}
	return json.Marshal(d)
}

// UnmarshalJSON reads what [ReadJudgements] reads.
func (j *Judgements) UnmarshalJSON(data []byte) error {
	read, err := ReadJudgements(data)
	if err == nil {
		*j = *read
	}
	return err
}
