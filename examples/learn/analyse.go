package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// result is everything that was found.
type result struct {
	Input      string              `json:"input"`
	Guests     int                 `json:"guests"`
	Class      string              `json:"class"`
	Attributes []segment.Attribute `json:"attributes"`
	Discovery  *discovery          `json:"discovery,omitempty"`
	Preset     string              `json:"preset"`
	Settings   tree.Settings       `json:"settings"`
	Report     tree.Report         `json:"report"`
	Tree       string              `json:"tree"`
	DOT        string              `json:"dot"`
	Rules      *tree.Rules         `json:"rules"`
	Classes    []string            `json:"classes"`
	Confusion  [][]int             `json:"confusion"` // guests of class i who are classed j, at [i][j]
	Notes      []string            `json:"notes,omitempty"`
}

func analyse(opt *options, in *input) (*result, error) {
	attributes := in.attributes(opt)
	if len(attributes) == 0 {
		return nil, fmt.Errorf("%s: no column to learn from", in.name)
	}
	r := &result{Input: in.name, Guests: in.guests, Preset: opt.preset, Attributes: attributes}
	if opt.class == "" {
		var err error
		if r.Discovery, err = discover(opt, in, attributes); err != nil {
			return nil, err
		}
	}
	r.Class = opt.class
	table, err := in.table(append(attributes[:len(attributes):len(attributes)], in.attribute(opt, opt.class)))
	if err != nil {
		return nil, err
	}
	return r, r.grow(opt, in, table)
}

// grow learns the tree and its rules, and classes the guests whom they were learnt from.
func (r *result) grow(opt *options, in *input, table *segment.Table) error {
	binned, err := tree.Bin(table, opt.class, tree.BinSettings{})
	if err != nil {
		return err
	}
	grown, report, err := tree.Fit(binned, opt.settings)
	if err != nil {
		return err
	}
	if opt.simple {
		r.Rules, err = grown.SimpleRules(binned, 0)
	} else {
		r.Rules, err = grown.Rules(binned)
	}
	if err != nil {
		return err
	}
	bound, err := grown.Bind(table)
	if err != nil {
		return err
	}
	r.Report, r.Settings, r.Tree, r.DOT, r.Classes = report, grown.Settings(), grown.String(), grown.DOT(), grown.Classes()
	r.confuse(in.cells[opt.class], bound)
	r.Notes = in.notes
	for _, w := range report.Warnings {
		r.Notes = append(r.Notes, w.Text)
	}
	return nil
}

func (r *result) confuse(cells []string, bound *tree.Bound) {
	number := map[string]int{}
	for i, class := range r.Classes {
		number[class] = i
		r.Confusion = append(r.Confusion, make([]int, len(r.Classes)))
	}
	for guest, cell := range cells { // guests are called by their rows, so the table has their order
		if i, known := number[cell]; known {
			r.Confusion[i][bound.Class(guest)]++
		}
	}
}

// right returns how many guests with a class are classed rightly, and how many there are.
func (r *result) right() (right, all int) {
	for i, counts := range r.Confusion {
		right += counts[i]
		for _, n := range counts {
			all += n
		}
	}
	return right, all
}

func printJSON(w io.Writer, r *result) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(r)
}
