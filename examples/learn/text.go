package main

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"text/tabwriter"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// lead is the result in a sentence or two.
func (r *result) lead(p lang.Printer) string {
	parts := []string{p.Say("A tree of %s classes %s of the guests it was learnt from rightly.", lang.Count(p, r.Report.Leaves, "leaf", "leaves"), p.Share(r.Confusion.Accuracy(), 0))}
	if v := r.Validation; v != nil {
		parts = append(parts, p.Say("Of new guests %s can be expected, %s to %s in 95 of 100 cases (%s folds).",
			p.Share(v.Accuracy, 0), p.Share(r.Judgement.Low, 0), p.Share(r.Judgement.High, 0), lang.Whole(len(v.Folds))))
	}
	return p.Sentences(append(parts, r.guessing(p))...)
}

// shown returns the rules that hold for some guest, and how many others there are.
func (r *result) shown() (*tree.Rules, int) {
	out := *r.Rules
	out.List = slices.DeleteFunc(slices.Clone(out.List), func(rule tree.Rule) bool { return rule.Guests == 0 })
	return &out, len(r.Rules.List) - len(out.List)
}

func printText(w io.Writer, r *result) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s: %s, %s\n%s\n", r.Input, lang.Count(en, r.Guests, "guest", "guests"), r.whose(en), r.lead(en))
	for _, note := range r.Notes {
		fmt.Fprintf(b, "note: %s\n", note)
	}
	if d := r.Discovery; d != nil {
		d.print(b)
	}
	fmt.Fprintf(b, "\nTree (%s); in brackets guests/of another class\n%s", r.Preset, r.Tree)
	if text := r.unreached(en); text != "" {
		fmt.Fprintln(b, text)
	}
	shown, rest := r.shown()
	fmt.Fprintf(b, "\nRules, the first that holds counts\n%s", shown)
	if rest > 0 {
		fmt.Fprintf(b, "and %s more that hold for none of these guests, as for missing values; -json has all\n", lang.Whole(rest))
	}
	fmt.Fprint(b, "\nWhat the tree gains by\n")
	for _, i := range r.Importance {
		if i.Gain > 0 {
			fmt.Fprintf(b, "  %s %s\n", i.Attribute, en.Share(i.Gain, 0))
		}
	}
	if err := r.printQuality(b); err != nil {
		return err
	}
	if r.Comparison != nil {
		r.Comparison.print(b)
	}
	return b.Flush()
}

// count writes guests, who are parts of a guest where a value is missing.
func count(guests float64) string {
	return lang.Group(strconv.FormatFloat(math.Round(100*guests)/100, 'f', -1, 64))
}

// quality returns the confusion to judge by, and whose it is.
func (r *result) quality(p lang.Printer) (*tree.Confusion, string) {
	if r.Validation != nil {
		return r.Validation.Confusion, p.Say("each guest classed by a tree learnt from others")
	}
	return r.Confusion, p.Say("on the guests learnt from; new guests are classed worse")
}

func (r *result) printQuality(w io.Writer) error {
	c, whose := r.quality(en)
	fmt.Fprintf(w, "\nQuality, %s\n", whose)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(t, "is \\ classed as\t")
	for _, class := range c.Classes {
		fmt.Fprintf(t, "%s\t", class)
	}
	fmt.Fprintln(t)
	for i, row := range c.Weights {
		fmt.Fprintf(t, "%s\t", c.Classes[i])
		for _, n := range row {
			fmt.Fprintf(t, "%s\t", count(n))
		}
		fmt.Fprintln(t)
	}
	fmt.Fprintf(t, "\n%s\n", r.stability(en))
	return t.Flush()
}

func (d *discovery) print(w io.Writer) {
	fmt.Fprintf(w, "\nDiscovered %d classes; mean silhouette %.3f\n", d.K, d.Silhouette.Mean)
	if len(d.Tried) > 1 {
		for _, a := range d.Tried {
			fmt.Fprintf(w, "  %d groups: silhouette %.3f\n", a.K, a.Silhouette)
		}
	}
	for i, p := range d.Profiles {
		fmt.Fprintf(w, "%s (%s)\n", d.Names[i], lang.Count(en, p.Guests, "guest", "guests"))
		for _, t := range p.Traits[:min(3, len(p.Traits))] {
			fmt.Fprintf(w, "    %s\n", t)
		}
	}
}
