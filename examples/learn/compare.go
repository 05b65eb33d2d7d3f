package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/cluster"
	"github.com/hotelcrm/hotelcrm/segment/movement"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// comparison is what the tree of an earlier round makes of these guests, beside the new one.
type comparison struct {
	Last   string  `json:"last"`   // the file
	Leaves [2]int  `json:"leaves"` // of the last tree and the new one
	Rand   float64 `json:"rand"`   // adjusted Rand index of both: 1 if they divide the guests alike, whatever classes are called

	// Change says who moves, and whether the new tree may replace the last one; not for classes that were discovered, whose
	// numbers mean something else in each round.
	Change *movement.Resegmentation `json:"change,omitempty"`
}

// compare classes the guests by the tree of the last round too.
func (r *result) compare(file string, table *segment.Table, binned *tree.Binned) error {
	last, err := readLast(file)
	if err != nil {
		return err
	}
	before, err := classesBy(last, table)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	after, err := classesBy(r.Model, table)
	if err != nil {
		return err
	}
	agreement, err := cluster.Agree(before, after)
	if err != nil {
		return err
	}
	r.Comparison = &comparison{Last: filepath.Base(file), Leaves: [2]int{last.Leaves(), r.Model.Leaves()}, Rand: agreement.Rand}
	if r.Discovery != nil {
		return nil
	}
	evidence, err := r.evidence(last, before, table, binned)
	if err != nil {
		return err
	}
	r.Comparison.Change, err = change(table, [2][]string{last.Classes(), r.Model.Classes()}, [2][]uint16{before, after}, evidence)
	return err
}

// readLast returns the tree in what -json wrote.
func readLast(file string) (*tree.Tree, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var last struct {
		Model *tree.Tree `json:"model"`
	}
	if err := json.Unmarshal(data, &last); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if last.Model == nil || last.Model.Len() == 0 {
		return nil, fmt.Errorf("%s: no tree in it; -json writes one", file)
	}
	return last.Model, nil
}

// classesBy returns the number of the class of each guest, counted from 1.
func classesBy(t *tree.Tree, table *segment.Table) ([]uint16, error) {
	bound, err := t.Bind(table)
	if err != nil {
		return nil, err
	}
	out := make([]uint16, table.Len())
	for i := range out {
		out[i] = uint16(bound.Class(i)) + 1
	}
	return out, nil
}

// evidence counts who is right more often: the last tree, or trees that have not seen the guest either.
func (r *result) evidence(last *tree.Tree, before []uint16, table *segment.Table, binned *tree.Binned) (movement.Evidence, error) {
	if r.Validation == nil {
		return movement.Evidence{}, nil
	}
	class, old := binned.Class(), last.Classes()
	at, _ := table.Schema().Find(class.ID)
	truth, olds, news := make([]uint16, binned.Len()), make([]uint16, binned.Len()), make([]uint16, binned.Len())
	for i := range truth {
		row := binned.Row(i)
		truth[i], news[i] = table.Codes(at)[row], uint16(r.Validation.Classes[i])+1
		if place, ok := class.Level(old[before[row]-1]); ok {
			olds[i] = uint16(place) + 1
		}
	}
	duel, err := movement.DuelOf(truth, olds, news)
	return movement.Evidence{Duel: &duel}, err
}

// change compares both classes of all guests.
func change(table *segment.Table, classes [2][]string, codes [2][]uint16, evidence movement.Evidence) (*movement.Resegmentation, error) {
	var rounds [2]movement.Snapshot
	for i := range rounds {
		var err error
		ids := slices.Clone(table.Guests())
		if rounds[i], err = movement.NewSnapshot("learn", i+1, hotelcrm.DateOf(2000, 1, 1), classes[i], ids, codes[i], nil); err != nil {
			return nil, err
		}
	}
	return movement.Gate{}.Compare(rounds[0], rounds[1], evidence)
}

func (c *comparison) print(w io.Writer) {
	fmt.Fprintf(w, "\nAgainst the last round, %s (%s leaves, now %s)\n", c.Last, lang.Whole(c.Leaves[0]), lang.Whole(c.Leaves[1]))
	if c.Change == nil {
		fmt.Fprintf(w, "  adjusted Rand index %.3f: 1 where both divide the guests alike\n", c.Rand)
		return
	}
	a := c.Change.Agreement
	fmt.Fprintf(w, "  %s of %s guests keep their class (%s)\n", lang.Whole(a.Count), lang.Whole(a.Of), en.Share(a.Rate, 0))
	if d := c.Change.Duel; d != nil {
		fmt.Fprintf(w, "  right: the last tree %s, trees learnt from other guests now %s\n", en.Share(d.Old, 0), en.Share(d.New, 0))
	}
	for _, o := range c.Change.Objections {
		fmt.Fprintf(w, "  objection: %s\n", o.Text)
	}
	if c.Change.MayReplace {
		fmt.Fprintln(w, "  nothing stands against the new tree")
	}
}
