package intake

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// Questionnaire is the questions of a survey, what they weigh, and where a table holds them.
type Questionnaire struct {
	Tree    satisfaction.Tree
	Form    *satisfaction.Form // the questions of the tree in its order, then the overall rating if there is one
	Overall bool
	Flat    bool // of no known tree: all questions weigh the same
	columns table.Columns
}

// fields are the fields of a row in the order of the form, after the guest.
func (f *Questionnaire) fields() []string {
	out := []string{GuestField}
	for i := range f.Form.Len() {
		out = append(out, f.Form.Item(i).ID)
	}
	return out
}

// formOf finds the questions in the header of a table: those that the flag names; else the columns named as questions of
// the known tree; else the columns whose names end in a number.
func formOf(s *SurveyOrder, header []string) (*Questionnaire, error) {
	questions, mapping := s.Questions, s.Mapping
	if len(questions) == 0 {
		questions, mapping = search(s.Mapping, header)
	}
	if len(questions) == 0 {
		return nil, fmt.Errorf("no column is named as a question of the tree, or ends in a number; the header has %s; say which are questions with -survey-columns q1=...,q2=... and so on", headerList(header))
	}
	f, err := newForm(questions, s.Scale, mapping[OverallField] != "" && mapping[OverallField] != table.None)
	if err == nil {
		f.columns, err = table.Named(header, mapping, f.fields())
	}
	return f, err
}

// search returns the questions that the header shows by itself, and the mapping with them, the guest and the overall
// rating.
func search(stated table.Mapping, header []string) ([]string, table.Mapping) {
	mapping := maps.Clone(stated)
	questions := questionsIn(header, []string{stated[GuestField], stated[OverallField], GuestField, OverallField})
	for _, question := range questions {
		mapping[question] = question
	}
	for _, field := range []string{GuestField, OverallField} {
		if mapping[field] == "" && containsFold(header, field) {
			mapping[field] = field
		}
	}
	return questions, mapping
}

// questionsIn returns the names of a header that are questions, none of those taken among them.
func questionsIn(header, taken []string) []string {
	var known, numbered []string
	tree := treeQuestions()
	for _, name := range header {
		name = strings.TrimSpace(name)
		switch {
		case containsFold(taken, name), containsFold(known, name), slices.Contains(numbered, name): // table.Named refuses twins
		case slices.Contains(tree, strings.ToLower(name)):
			known = append(known, strings.ToLower(name))
		case isNumbered(name):
			numbered = append(numbered, name)
		}
	}
	if len(known) > 0 {
		return known
	}
	return numbered
}

// isNumbered reports whether a name ends in a number and is more than that, and not a whole row cut at another separator.
func isNumbered(name string) bool {
	rest := strings.TrimRight(name, "0123456789")
	return rest != "" && rest != name && !strings.ContainsAny(name, ",;\t")
}

func containsFold(list []string, name string) bool {
	return slices.ContainsFunc(list, func(one string) bool { return strings.EqualFold(strings.TrimSpace(one), name) })
}

// treeQuestions are the ids of the questions of the known tree, in its order.
func treeQuestions() []string {
	var out []string
	for _, factor := range satisfaction.HotelTree().Root.Children {
		for _, question := range factor.Children {
			out = append(out, question.ID)
		}
	}
	return out
}

// newForm returns the part of the known tree that is asked, or a tree of one level if a question is not in it.
func newForm(questions []string, scale satisfaction.Scale, overall bool) (*Questionnaire, error) {
	f := &Questionnaire{Tree: satisfaction.HotelTree(), Overall: overall}
	f.Tree.Scales = []satisfaction.Scale{scale}
	known := treeQuestions()
	f.Flat = slices.ContainsFunc(questions, func(id string) bool { return !slices.Contains(known, id) })
	if f.Flat {
		f.Tree.ID, f.Tree.Source, f.Tree.Root.Children = "flat", "", nil
		for _, id := range questions {
			f.Tree.Root.Children = append(f.Tree.Root.Children, satisfaction.Node{ID: id, Label: id, Parts: 1})
		}
	} else {
		f.Tree.Root.Children = asked(f.Tree.Root.Children, questions)
	}
	var extra []satisfaction.Item
	if overall {
		extra = append(extra, satisfaction.Item{ID: OverallField, Scale: scale})
	}
	var err error
	f.Form, err = f.Tree.Form(extra...)
	return f, err
}

// asked leaves out the questions that are not asked, and the factors without any.
func asked(factors []satisfaction.Node, questions []string) []satisfaction.Node {
	var out []satisfaction.Node
	for _, factor := range factors {
		factor.Of = 0
		factor.Children = slices.DeleteFunc(slices.Clone(factor.Children), func(n satisfaction.Node) bool { return !slices.Contains(questions, n.ID) })
		if len(factor.Children) > 0 {
			out = append(out, factor)
		}
	}
	return out
}
