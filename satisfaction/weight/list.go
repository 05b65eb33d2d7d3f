package weight

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// listColumns are the columns of a list of judgements.
var listColumns = []string{"expert", "row", "column", "ratio"}

// ReadList returns the judgements of several experts from a CSV file with one judgement a row, and the columns expert,
// row, column and ratio: how many times as important the thing named in row is as that in column, as 3, 1/3 or 1.5.
//
// Input: UTF-8, with or without a byte order mark. Experts and names come in the order in which they first occur; every
// expert has all names, and pairs that one did not judge are missing. The column Share, where it is set, has the same
// number in all rows of an expert. Separator and Expert are not read. Other columns are ignored.
// Errors: a [*hotelcrm.ParamError] for a column that is not there or there twice, or too many names; up to MaxErrors
// [*hotelcrm.RowError], joined, for rows that name nothing or hold no ratio, one beyond the limit, or one other than that
// expert gave before; else a [*PairError] for the first expert who leaves things unlinked.
// Cost: O(rows + experts · names²).
func (s Survey) ReadList(file io.Reader) ([]Expert, error) {
	reader, header, err := table(file)
	if err != nil {
		return nil, err
	}
	l := &list{survey: s}
	if l.survey.MaxErrors <= 0 {
		l.survey.MaxErrors = hotelcrm.MaxRowErrors
	}
	if err := l.find(header); err != nil {
		return nil, err
	}
	if err := l.read(reader); err != nil {
		return nil, err
	}
	return l.experts()
}

// list is a file of judgements while it is read.
type list struct {
	survey Survey
	at     []int // place of each of listColumns, and of the share, -1 for none
	names  []string
	said   []said
	wrong  []error
}

// said is one row.
type said struct {
	number      int
	expert      string
	row, column int
	ratio       Ratio
	text        string
	share       int64
}

func (l *list) find(header []string) error {
	for _, name := range append(slices.Clone(listColumns), l.survey.Share) {
		at := slices.Index(header, name)
		if name == "" {
			at = -1
		} else if at < 0 || slices.Contains(header[at+1:], name) {
			return refuse.Param("column", name, "once in the first line, which has "+strings.Join(header, ", "))
		}
		l.at = append(l.at, at)
	}
	return nil
}

func (l *list) read(reader *csv.Reader) error {
	for number := 1; len(l.wrong) < l.survey.MaxErrors; number++ {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("weight: row %d: %w", number, err)
		}
		one, err := l.row(record)
		if err != nil {
			l.wrong = append(l.wrong, atRow(number, err))
			continue
		}
		one.number = number
		l.said = append(l.said, one)
	}
	return errors.Join(l.wrong...)
}

// row reads one row.
func (l *list) row(record []string) (said, error) {
	cell := func(k int) string { return strings.Clone(strings.TrimSpace(record[l.at[k]])) }
	for k, name := range listColumns {
		if cell(k) == "" {
			return said{}, &hotelcrm.RowError{Field: name, Err: errNothing}
		}
	}
	out := said{expert: cell(0), row: l.name(cell(1)), column: l.name(cell(2)), text: cell(3)}
	if len(l.names) > maxNames {
		return said{}, &hotelcrm.RowError{Field: "row, column", Value: l.names[maxNames], Err: fmt.Errorf("weight: more than %d names", maxNames)}
	}
	var err error
	if out.ratio, err = ParseRatio(out.text); err != nil {
		return said{}, &hotelcrm.RowError{Field: "ratio", Value: out.text, Err: ErrNotPositive}
	}
	if l.at[4] >= 0 {
		out.share, err = parseShare(l.survey.Share, cell(4))
	}
	return out, err
}

var errNothing = errors.New("weight: nothing there")

// name returns the place of a name, and notes a new one.
func (l *list) name(name string) int {
	at := slices.Index(l.names, name)
	if at < 0 {
		at = len(l.names)
		l.names = append(l.names, name)
	}
	return at
}

// experts puts together what each expert said.
func (l *list) experts() ([]Expert, error) {
	var out []Expert
	index := map[string]int{}
	for _, one := range l.said {
		at, known := index[one.expert]
		if !known {
			j, err := NewJudgements(l.names, l.survey.Limit)
			if err != nil {
				return nil, err
			}
			at, index[one.expert] = len(out), len(out)
			out = append(out, Expert{Name: one.expert, Judgements: j, Share: one.share})
		}
		err := out[at].Judgements.Set(one.row, one.column, one.ratio)
		if err == nil && out[at].Share != one.share {
			err = errShares
		}
		if err != nil && len(l.wrong) < l.survey.MaxErrors {
			l.wrong = append(l.wrong, atRow(one.number, &hotelcrm.RowError{Field: "ratio", Value: one.text, Err: err}))
		}
	}
	for _, e := range out {
		if err := e.Judgements.Validate(); err != nil && len(l.wrong) == 0 {
			return nil, fmt.Errorf("expert %q: %w", e.Name, err)
		}
	}
	if len(l.wrong) > 0 {
		return nil, errors.Join(l.wrong...)
	}
	return out, nil
}

var errShares = errors.New("weight: an expert has one share")
