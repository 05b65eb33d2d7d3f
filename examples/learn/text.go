package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// lead is the result in a sentence.
func (r *result) lead() string {
	right, all := r.right()
	return fmt.Sprintf("A tree of %d leaves classes %d of the %d guests it was learnt from rightly.", r.Report.Leaves, right, all)
}

// shown returns the rules that hold for some guest, and how many others there are.
func (r *result) shown() (*tree.Rules, int) {
	out := *r.Rules
	out.List = slices.DeleteFunc(slices.Clone(out.List), func(rule tree.Rule) bool { return rule.Guests == 0 })
	return &out, len(r.Rules.List) - len(out.List)
}

func printText(w io.Writer, r *result) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s: %d guests, class %s\n%s\n", r.Input, r.Guests, r.Class, r.lead())
	for _, note := range r.Notes {
		fmt.Fprintf(b, "note: %s\n", note)
	}
	if d := r.Discovery; d != nil {
		d.print(b)
	}
	fmt.Fprintf(b, "\nTree (%s); in brackets guests/of another class\n%s", r.Preset, r.Tree)
	shown, rest := r.shown()
	fmt.Fprintf(b, "\nRules, the first that holds counts\n%s", shown)
	if rest > 0 {
		fmt.Fprintf(b, "and %d more that hold for none of these guests, as for missing values; -json has all\n", rest)
	}
	fmt.Fprintf(b, "\nQuality on the guests learnt from; new guests are classed worse\n")
	t := tabwriter.NewWriter(b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(t, "is \\ classed as\t")
	for _, class := range r.Classes {
		fmt.Fprintf(t, "%s\t", class)
	}
	fmt.Fprintln(t)
	for i, counts := range r.Confusion {
		fmt.Fprintf(t, "%s\t", r.Classes[i])
		for _, n := range counts {
			fmt.Fprintf(t, "%d\t", n)
		}
		fmt.Fprintln(t)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	return b.Flush()
}

func (d *discovery) print(w io.Writer) {
	fmt.Fprintf(w, "\nDiscovered %d classes; mean silhouette %.3f\n", d.K, d.Silhouette.Mean)
	if len(d.Tried) > 1 {
		for _, a := range d.Tried {
			fmt.Fprintf(w, "  %d groups: silhouette %.3f\n", a.K, a.Silhouette)
		}
	}
	for i, p := range d.Profiles {
		fmt.Fprintf(w, "%s (%d guests)\n", d.Names[i], p.Guests)
		for _, t := range p.Traits[:min(3, len(p.Traits))] {
			fmt.Fprintf(w, "    %s\n", t)
		}
	}
}
