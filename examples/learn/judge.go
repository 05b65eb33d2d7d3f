package main

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// judgement holds the tree against what needs no tree, and against chance.
type judgement struct {
	Commonest string  `json:"commonest"` // class of most guests, of equal ones the first
	Guessing  float64 `json:"guessing"`  // how often it is right to call everybody that
	Low       float64 `json:"low"`       // of new guests the tree is right of as many, in 95 of 100 such intervals
	High      float64 `json:"high"`
	Verdict   verdict `json:"verdict"`
	First     string  `json:"first"`      // what the tree asks for first; empty for a tree without a test
	FirstToo  float64 `json:"firstToo"`   // share of the trees of guests drawn anew that ask for it first too
	Steady    bool    `json:"steadyTest"` // they mostly do
}

// verdict says whether the tree is worth having.
type verdict string

const (
	unknown verdict = "unknown" // there is no cross-validation
	better  verdict = "better-than-guessing"
	hardly  verdict = "hardly-better-than-guessing"
	worse   verdict = "worse-than-guessing"
)

const unsteady = "the order of the tests is not stable: other guests of the same kind would have given another tree; do not act on the order"

// steadyFrom is how many of the trees drawn anew must ask for the same first, that the first test is called steady.
const steadyFrom = 0.8

// judge compares the tree with always naming the commonest class, and its first test with those of trees drawn anew.
func (r *result) judge() error {
	j := judgement{Verdict: unknown}
	j.Commonest, j.Guessing = commonest(r.Confusion)
	if v := r.Validation; v != nil {
		var err error
		if j.Low, j.High, err = interval(v); err != nil {
			return err
		}
		switch {
		case j.Low > j.Guessing:
			j.Verdict = better
		case j.High < j.Guessing:
			j.Verdict = worse
		default:
			j.Verdict = hardly
		}
	}
	for n := range r.Model.Nodes() {
		j.First = n.Attribute
		break
	}
	for _, a := range r.Stability.Attributes {
		if a.Attribute == j.First {
			j.FirstToo = a.First
		}
	}
	j.Steady = j.FirstToo >= steadyFrom
	if j.First != "" && !j.Steady {
		r.Notes = append(r.Notes, unsteady)
	}
	r.Judgement = j
	return nil
}

// interval returns where the rate of new guests is sought: two standard errors of the folds to either side, but no less
// than Wilson's interval for as many guests drawn one by one, since a few folds may lie close together by chance.
func interval(v *tree.CrossValidation) (low, high float64, err error) {
	w, err := satisfaction.WilsonWeighted(v.Accuracy, v.Confusion.Guests(), 0.95)
	return max(min(w.Low, v.Accuracy-2*v.StdError), 0), min(max(w.High, v.Accuracy+2*v.StdError), 1), err
}

// commonest returns the class of most guests, and their share.
func commonest(c *tree.Confusion) (string, float64) {
	class, most, all := "", 0.0, 0.0
	for i, row := range c.Weights {
		sum := 0.0
		for _, n := range row {
			sum += n
		}
		if all += sum; sum > most {
			class, most = c.Classes[i], sum
		}
	}
	return class, most / all
}

// words says the verdict of the tree on new guests.
func (v verdict) words(p lang.Printer) string {
	switch v {
	case better:
		return p.Say("the tree is better than guessing")
	case hardly:
		return p.Say("the tree is hardly better than guessing")
	case worse:
		return p.Say("the tree is worse than guessing")
	}
	return p.Say("how the tree does on new guests is not known")
}

// guessing says what needs no tree, and what the tree is worth beside it.
func (r *result) guessing(p lang.Printer) string {
	j := r.Judgement
	return p.Say("Always guessing the commonest class, “%s”, is right in %s: %s.", r.nameOf(j.Commonest), p.Share(j.Guessing, 0), j.Verdict.words(p))
}

// guessed says on the page's tile what the tree is worth beside guessing.
func (r *result) guessed(p lang.Printer) string {
	return p.Say("“%s”; %s", r.nameOf(r.Judgement.Commonest), r.Judgement.Verdict.words(p))
}

// nameOf returns the class as the tree writes it.
func (r *result) nameOf(class string) string {
	for n := range r.Model.Nodes() {
		if n.Class == class {
			return n.Name
		}
	}
	return class
}

// stability says how far the tree depends on chance, and what follows.
func (r *result) stability(p lang.Printer) string {
	s, j := r.Stability, r.Judgement
	text := p.Say("%s trees of guests drawn anew class %s of the guests as this tree does", lang.Whole(s.Rounds), p.Share(s.Agreement, 0))
	switch {
	case j.First == "":
		return text + p.Say(".")
	case j.Steady:
		return text + p.Say("; %s of them ask for %s first too.", p.Share(j.FirstToo, 0), j.First)
	}
	return text + p.Say("; %s of them ask for %s first too: the order of the tests is not stable, so do not act on it.", p.Share(j.FirstToo, 0), j.First)
}

// whose says how many guests there are, and of which classes.
func (r *result) whose(p lang.Printer) string {
	classes := lang.Count(p, len(r.Confusion.Classes), "class", "classes")
	if r.Discovery != nil {
		return p.Say("%s discovered", classes)
	}
	return p.Say("%s of column “%s”", classes, r.Class)
}

// unreached says what a leaf without guests means, where there is one.
func (r *result) unreached(p lang.Printer) string {
	for n := range r.Model.Nodes() {
		if n.Attribute == "" && n.Guests == 0 {
			return p.Say("A leaf with (0) has none of these guests; it gives the class of most guests one test further up.")
		}
	}
	return ""
}
