package weight

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Survey is a table of pairwise judgements, an expert a row.
//
// A column a_b holds the judgement between a and b on the two-sided scale: -k for a k times as important as b, k for b
// k times as important as a, 1 or -1 for both alike, nothing where they were not compared.
type Survey struct {
	Separator string // between the two names of a column; empty stands for "_"
	Expert    string // column that names the experts, each once; empty: there is none, and their rows name them
	Share     string // column with the experts' shares of the say, whole numbers; empty: there is none, and all count alike
	Limit     int64  // as in [NewJudgements]
	MaxErrors int    // wrong rows reported at once; 0 stands for [hotelcrm.MaxRowErrors]
}

// ReadSurvey returns the judgements of each row of a CSV file, experts named by the column Expert or else by their row
// from 1.
//
// Input: UTF-8, with or without a byte order mark. The first line names the columns; names come in the order in which
// they first occur, blanks around them left out.
// Errors: a [*hotelcrm.ParamError] for a column that names no pair, a pair twice, or a column of Expert or Share that is
// not there; up to MaxErrors [*hotelcrm.RowError], joined, for rows with a judgement of 0, a fraction, one beyond the
// limit, or too few to link all names, which is a [*PairError].
// Cost: O(rows · columns).
func (s Survey) ReadSurvey(file io.Reader) ([]Expert, error) {
	reader, header, err := table(file)
	if err != nil {
		return nil, err
	}
	columns, names, err := s.columns(header)
	if err != nil {
		return nil, err
	}
	if s.MaxErrors <= 0 {
		s.MaxErrors = hotelcrm.MaxRowErrors
	}
	seen := map[string]bool{}
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
		expert, err := s.expert(record, columns, names)
		switch {
		case err != nil:
		case expert.Name == "":
			expert.Name = strconv.Itoa(row)
		case seen[expert.Name]:
			err = &hotelcrm.RowError{Field: s.Expert, Value: expert.Name, Err: errTwice}
		}
		if err != nil {
			wrong = append(wrong, atRow(row, err))
			continue
		}
		seen[expert.Name] = true
		experts = append(experts, expert)
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	return experts, nil
}

var errTwice = errors.New("weight: an expert has one row")

// table returns a reader behind the first line of a CSV file, and that line.
func table(file io.Reader) (*csv.Reader, []string, error) {
	text := bufio.NewReader(file)
	if start, err := text.Peek(len(mark)); err == nil && string(start) == mark {
		text.Discard(len(mark)) // as many as were peeked: no error
	}
	reader := csv.NewReader(text)
	reader.ReuseRecord = true
	header, err := reader.Read()
	if err != nil {
		return nil, nil, fmt.Errorf("weight: first line: %w", err)
	}
	header = slices.Clone(header)
	for i := range header {
		header[i] = strings.TrimSpace(header[i])
	}
	return reader, header, nil
}

// mark is the byte order mark that spreadsheets write; left in, it would make another name of the first.
const mark = "\ufeff"

// The columns that hold no judgement, in place of a pair.
var (
	expertColumn = [2]int{-1, 0}
	shareColumn  = [2]int{-1, 1}
)

// columns returns the pair of each column and all names.
func (s Survey) columns(header []string) (columns [][2]int, names []string, err error) {
	for _, special := range []string{s.Expert, s.Share} {
		if special != "" && !slices.Contains(header, special) {
			return nil, nil, refuse.Param("column", special, "one of "+strings.Join(header, ", "))
		}
	}
	if s.Separator == "" {
		s.Separator = "_"
	}
	index, seen := map[string]int{}, map[[2]int]bool{}
	for _, text := range header {
		if special := map[string][2]int{s.Expert: expertColumn, s.Share: shareColumn}[text]; special[0] < 0 && text != "" {
			if slices.Contains(columns, special) {
				return nil, nil, refuse.Param("column", text, "every column once")
			}
			columns = append(columns, special)
			continue
		}
		parts := strings.Split(text, s.Separator)
		for k := range parts {
			parts[k] = strings.TrimSpace(parts[k])
		}
		if len(parts) != 2 || parts[0] == "" || parts[1] == "" || parts[0] == parts[1] {
			return nil, nil, refuse.Param("column", text, fmt.Sprintf("two different names joined by %q", s.Separator))
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
			return nil, nil, refuse.Param("column", text, "every pair once")
		}
		seen[pair] = true
		columns = append(columns, pair)
	}
	return columns, names, nil
}

// expert reads one row.
func (s Survey) expert(record []string, columns [][2]int, names []string) (Expert, error) {
	j, err := NewJudgements(names, s.Limit)
	if err != nil {
		return Expert{}, err
	}
	out := Expert{Judgements: j}
	for k, text := range record {
		text := strings.TrimSpace(text)
		switch columns[k] {
		case expertColumn:
			out.Name = strings.Clone(text)
		case shareColumn:
			out.Share, err = parseShare(s.Share, text)
		default:
			err = setPair(j, columns[k], text, names)
		}
		if err != nil {
			return Expert{}, err
		}
	}
	return out, j.Validate()
}

func setPair(j *Judgements, pair [2]int, text string, names []string) error {
	ratio, err := twoSided(text)
	if err == nil {
		err = j.Set(pair[0], pair[1], ratio)
	}
	if err != nil {
		return &hotelcrm.RowError{Field: names[pair[0]] + ", " + names[pair[1]], Value: strings.Clone(text), Err: err}
	}
	return nil
}

// parseShare reads an expert's share of the say.
func parseShare(column, text string) (int64, error) {
	share, err := strconv.ParseInt(text, 10, 64)
	if err != nil || share < 1 || share > maxTerm {
		return 0, &hotelcrm.RowError{Field: column, Value: strings.Clone(text), Err: errShare}
	}
	return share, nil
}

var errShare = errors.New("weight: a share is a whole number from 1 to 1e9")

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
