package main

import (
	"encoding/json"
	"errors"
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
	Tree       string              `json:"tree"` // as text
	Model      *tree.Tree          `json:"model"`
	Rules      *tree.Rules         `json:"rules"`
	Importance []tree.Importance   `json:"importance"`
	Confusion  *tree.Confusion     `json:"confusion"` // of the guests learnt from

	Validation *tree.CrossValidation `json:"validation,omitempty"` // of guests not learnt from

	Stability *tree.Stability `json:"stability"` // how far the tree depends on chance

	Judgement judgement `json:"judgement"` // what the tree is worth beside guessing, and whether its first test is steady

	Comparison *comparison `json:"comparison,omitempty"` // with the last round

	Notes []string `json:"notes,omitempty"`
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

// grow learns the tree and its rules, and how good they are.
func (r *result) grow(opt *options, in *input, table *segment.Table) error {
	binned, err := tree.Bin(table, opt.class, tree.BinSettings{})
	if err != nil {
		return err
	}
	grown, report, err := tree.Fit(binned, opt.settings)
	if err != nil {
		return err
	}
	r.Notes = in.notes
	r.Rules, err = rulesOf(opt, grown, binned)
	if errors.Is(err, tree.ErrTooLarge) {
		grown = grown.Routed()
		r.Notes = append(r.Notes, "the tree is large: guests without a value go the way of most guests")
		r.Rules, err = rulesOf(opt, grown, binned)
	}
	if err != nil {
		return err
	}
	r.Report, r.Settings, r.Tree, r.Model, r.Importance = report, grown.Settings(), grown.String(), grown, grown.Importance()
	for _, w := range report.Warnings {
		r.Notes = append(r.Notes, w.Text)
	}
	if err := r.validate(opt, grown, binned); err != nil {
		return err
	}
	if err := r.judge(); err != nil || opt.last == "" {
		return err
	}
	return r.compare(opt.last, table, binned)
}

func rulesOf(opt *options, grown *tree.Tree, binned *tree.Binned) (*tree.Rules, error) {
	if opt.simple {
		return grown.SimpleRules(binned, 0)
	}
	return grown.Rules(binned)
}

// validate learns again from parts of the guests and classes the others.
func (r *result) validate(opt *options, grown *tree.Tree, binned *tree.Binned) (err error) {
	if r.Confusion, err = grown.Confuse(binned, 1); err != nil {
		return err
	}
	if r.Stability, err = tree.Bootstrap(binned, opt.settings, redraws, opt.seed); err != nil {
		return err
	}
	folds, err := binned.Folds(min(mostFolds, binned.Len()), opt.seed)
	if err == nil {
		r.Validation, err = tree.CrossValidate(binned, opt.settings, folds)
	}
	if err != nil { // too few guests
		r.Validation = nil
		r.Notes = append(r.Notes, fmt.Sprintf("no cross-validation: %v", err))
	}
	return nil
}

// redraws is how many trees of guests drawn anew are compared.
const redraws = 20

// mostFolds is the number of parts, fewer for a handful of guests.
const mostFolds = 10

func printJSON(w io.Writer, r *result) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(r)
}
