package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	tables "github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// survey is the answers, and the tree whose questions they answer. Its form may end with the overall rating.
type survey struct {
	file    string
	tree    satisfaction.Tree
	stated  bool // the tree comes with weights of its own
	answers *satisfaction.Answers
	items   []string // ids of the tree's questions, the first items of the form
	overall int      // item of the overall rating, -1 for none
	wrong   int      // rows left out
}

// rootID is the id of all questions together where there is no tree.
const rootID = "all questions"

func readSurvey(opt *options, file string, data []byte, stderr io.Writer) (*survey, error) {
	s := &survey{file: file, overall: -1}
	header, err := headerOf(data, opt.separator)
	if err != nil {
		return nil, named(file, err)
	}
	if err := s.plant(opt, header); err != nil {
		return nil, err
	}
	var extra []satisfaction.Item
	if opt.overall != "" {
		extra = append(extra, satisfaction.Item{ID: opt.overall, Scale: opt.overallScale})
	}
	form, err := s.tree.Form(extra...)
	if err != nil {
		return nil, named(file, err)
	}
	for i := range form.Len() - len(extra) {
		s.items = append(s.items, form.Item(i).ID)
	}
	if len(extra) > 0 {
		s.overall = len(s.items)
	}
	s.answers, err = satisfaction.ReadAnswers(bytes.NewReader(data), form, satisfaction.Reading{Missing: opt.missing, Comma: opt.separator})
	if s.answers == nil || err != nil && !rowsOnly(err) {
		return nil, named(file, err)
	}
	s.wrong = s.answers.Read - s.answers.Len()
	return s, s.usable(opt, err, stderr)
}

// usable tells about wrong rows, and returns an error if nothing is left to work with.
func (s *survey) usable(opt *options, wrong error, stderr io.Writer) error {
	switch {
	case s.answers.Read == 0:
		return named(s.file, errors.New("no rows below the header"))
	case s.answers.Len() == 0:
		return errors.Join(named(s.file, wrong), fmt.Errorf("%s: %s can be used; say which columns are questions with -items, and how they are answered with -scale", s.file, noneOf(s.answers.Read)))
	case s.wrong > 0 && opt.strict:
		return errors.Join(named(s.file, wrong), fmt.Errorf("%s: %d of %d rows are wrong", s.file, s.wrong, s.answers.Read))
	case s.wrong > 0:
		fmt.Fprintf(stderr, "weigh: %s\n       %d of %d rows left out\n", explain(named(s.file, wrong)), s.wrong, s.answers.Read)
	}
	return nil
}

// rowsOnly reports whether all errors concern single rows.
func rowsOnly(err error) bool {
	for _, one := range each(err) {
		if _, ok := errors.AsType[*hotelcrm.RowError](one); !ok {
			return false
		}
	}
	return true
}

func headerOf(data []byte, separator rune) ([]string, error) {
	in := csv.NewReader(bytes.NewReader(data))
	in.Comma = separator
	header, err := in.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the file is empty")
	}
	if guess := tables.Guess(header); err == nil && guess != "" && guess != "blanks" {
		return nil, fmt.Errorf("the header is one column; is -sep '%s' meant?", guess)
	}
	for i := range header {
		header[i] = strings.TrimSpace(header[i])
	}
	return header, err
}

// plant finds the tree: the one named, or all questions side by side.
func (s *survey) plant(opt *options, header []string) (err error) {
	switch opt.tree {
	case "":
		s.tree, err = flatTree(opt, header)
		return named(s.file, err)
	case hotelTree:
		s.tree = satisfaction.HotelTree()
		return nil
	}
	s.stated = true
	data, err := os.ReadFile(opt.tree)
	if err != nil {
		return err
	}
	if err = json.Unmarshal(data, &s.tree); err == nil {
		err = s.tree.Validate()
	}
	return named(filepath.Base(opt.tree), err)
}

// flatTree returns the tree of one level whose questions are the columns asked for, all but the overall rating if none is.
func flatTree(opt *options, header []string) (satisfaction.Tree, error) {
	patterns := opt.items
	if len(patterns) == 0 {
		patterns = []string{"*"}
	}
	t := satisfaction.Tree{Version: satisfaction.Version, ID: "survey", Scales: []satisfaction.Scale{opt.scale}, Root: satisfaction.Node{ID: rootID}}
	taken := []string{opt.overall}
	for _, pattern := range patterns {
		pattern = strings.TrimSpace(pattern)
		found := false
		for _, name := range header {
			match, err := path.Match(pattern, name)
			if err != nil {
				return t, fmt.Errorf("-items: %q: %w", pattern, err)
			}
			if found = found || match || name == pattern; (match || name == pattern) && !slices.Contains(taken, name) {
				taken = append(taken, name)
				t.Root.Children = append(t.Root.Children, satisfaction.Node{ID: name, Parts: 1})
			}
		}
		if !found {
			return t, fmt.Errorf("no column %q; the header has %s", pattern, strings.Join(header, ", "))
		}
	}
	if len(t.Root.Children) == 0 {
		return t, errors.New("no column is left for questions")
	}
	return t, nil
}
