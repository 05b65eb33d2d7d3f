package satisfaction

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Reading says how a file holds the answers to a form. The zero value expects columns named by the items' ids.
type Reading struct {
	Columns map[string]string `json:"columns,omitempty"` // item id to column name, where they differ
	Keep    []string          `json:"keep,omitempty"`    // columns to be kept as text, such as the guest's id or a department
	Missing map[string]Answer `json:"missing,omitempty"` // more words for why there is no answer; see [Form.Parse]
	Comma   rune              `json:"comma,omitempty"`   // 0: a comma
}

// Answers are the rows of a file that could be read.
type Answers struct {
	Form *Form
	Rows []Answer   // one row after the other
	Kept [][]string // by row, the columns of Reading.Keep in their order
	Read int        // rows in the file without its header, wrong ones included
}

// Len returns the number of rows.
func (a *Answers) Len() int { return len(a.Rows) / a.Form.Len() }

// Row returns row i. It must not be changed.
func (a *Answers) Row(i int) []Answer { return a.Rows[i*a.Form.Len() : (i+1)*a.Form.Len()] }

// Parse returns the code of a text that answers item i: a level's id, label, Chinese label, points or other spelling,
// in upper or lower case; or a word for no answer: "" and "blank", "not-applicable", "refused", "not-asked", or one of
// missing, as it stands or in lower case. What a file means by "NA" is not guessed: say it in missing, which goes before
// the levels: a 0 for "did not use it" may be declared on a scale from 0.
//
// Errors: a [*hotelcrm.RowError] that wraps [ErrAnswer].
func (f *Form) Parse(i int, text string, missing map[string]Answer) (Answer, error) {
	key := spelling(text)
	for _, word := range [...]string{text, key} {
		if a, ok := missing[word]; ok {
			return a & ^Answer(MaxCode), nil
		}
	}
	if a, ok := f.coders[i].parse(text); ok {
		return a, nil
	}
	if key == "" {
		return Blank, nil
	}
	for word, a := range reasonWords() {
		if word == key {
			return a, nil
		}
	}
	return Blank, &hotelcrm.RowError{Field: f.items[i].ID, Value: text, Err: fmt.Errorf("%w: %s; want %s", ErrAnswer, f.items[i].Scale.ID, f.items[i].Scale.allowed())}
}

// ReadAnswers returns the answers of a CSV file with a header line.
//
// Input: UTF-8, with or without a byte order mark; quoted fields may hold commas and line ends. Other columns than those
// of the form are not read.
// Errors: a [*hotelcrm.ParamError] for a column that is missing or there twice, or a wrong word in Missing; a
// [*hotelcrm.RowError] for each of the first [hotelcrm.MaxRowErrors] rows with a wrong answer or number of fields,
// joined, beside all rows that could be read; the reader's error if it fails.
func ReadAnswers(r io.Reader, form *Form, reading Reading) (*Answers, error) {
	words, err := reading.words()
	if err != nil {
		return nil, err
	}
	in := csv.NewReader(withoutMark(r))
	in.ReuseRecord, in.FieldsPerRecord = true, -1
	if reading.Comma != 0 {
		in.Comma = reading.Comma
	}
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("satisfaction: header: %w", err)
	}
	columns, err := reading.columns(form, header)
	if err != nil {
		return nil, err
	}
	width := len(header)
	out := &Answers{Form: form}
	var wrong []error
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			return out, errors.Join(wrong...)
		}
		out.Read++
		if parse, ok := errors.AsType[*csv.ParseError](err); err != nil && !ok {
			return out, err
		} else if ok {
			err = &hotelcrm.RowError{Field: "line", Value: fmt.Sprint(parse.Line), Err: parse.Err}
		} else {
			err = out.add(record, width, columns, words)
		}
		if row, ok := errors.AsType[*hotelcrm.RowError](err); ok && len(wrong) < hotelcrm.MaxRowErrors {
			row.Row = out.Read
			wrong = append(wrong, row)
		}
	}
}

// withoutMark returns a reader that leaves out a byte order mark, before which no field could be quoted.
func withoutMark(r io.Reader) io.Reader {
	const mark = "\ufeff"
	in := bufio.NewReader(r)
	if start, err := in.Peek(len(mark)); err == nil && string(start) == mark {
		in.Discard(len(mark)) // as many as were peeked: no error
	}
	return in
}

// words returns Missing by spelling.
func (c Reading) words() (map[string]Answer, error) {
	out := map[string]Answer{}
	for word, a := range c.Missing {
		if a.Given() {
			return nil, refuse.Param("Reading.Missing", a.String(), "blank, not-applicable, refused or not-asked for each word")
		}
		if have, ok := out[spelling(word)]; ok && have != a {
			return nil, refuse.Param("Reading.Missing", word, "one reason for a word")
		}
		out[spelling(word)] = a
	}
	return out, nil
}

// columns returns where the items, and then the columns to keep, stand in the header.
func (c Reading) columns(form *Form, header []string) ([]int, error) {
	var names []string
	for _, item := range form.items {
		name, ok := c.Columns[item.ID]
		if !ok {
			name = item.ID
		}
		names = append(names, name)
	}
	names = append(names, c.Keep...)
	out := make([]int, len(names))
	for k, name := range names {
		out[k] = -1
		for at, title := range header {
			if strings.TrimSpace(title) != name {
				continue
			}
			if out[k] >= 0 {
				return nil, refuse.Param("header", name, "each column once")
			}
			out[k] = at
		}
		if out[k] < 0 {
			return nil, refuse.Param("header", strings.Join(header, ","), "a column "+name)
		}
	}
	return out, nil
}

// add appends a record, or leaves it out and says why.
func (a *Answers) add(record []string, width int, columns []int, words map[string]Answer) error {
	if len(record) != width {
		return &hotelcrm.RowError{Field: "fields", Value: fmt.Sprint(len(record)), Err: fmt.Errorf("%w: want %d", ErrRow, width)}
	}
	n, before := a.Form.Len(), len(a.Rows)
	for i, at := range columns[:n] {
		code, err := a.Form.Parse(i, record[at], words)
		if err != nil {
			a.Rows = a.Rows[:before]
			return err
		}
		a.Rows = append(a.Rows, code)
	}
	kept := make([]string, 0, len(columns)-n)
	for _, at := range columns[n:] {
		kept = append(kept, strings.Clone(record[at]))
	}
	a.Kept = append(a.Kept, kept)
	return nil
}
