package main

import (
	"errors"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
)

// classing is the classes of all guests: by a plan, by the stage of life, and by what they contribute.
type classing struct {
	plan    *classes
	life    *classes // nil: visits are not known
	abc     *grades
	checked *checkedPlan
	example *example // nil: no class of the plan has a condition
}

// grades are the guests by what they contribute.
type grades struct {
	rules  concentration.ABC
	groups [3]concentration.Group
	of     []concentration.Class // each guest
}

func newGrades(revenue hotelcrm.Amounts) (*grades, error) {
	abc, err := concentration.ABC{}.Classify(revenue)
	if err != nil {
		return nil, err
	}
	return &grades{abc.Rules(), abc.Groups(), abc.Classes()}, nil
}

// classes is all guests in the classes of one plan.
type classes struct {
	plan  segment.Plan
	list  []segment.Class // Else last
	codes []uint8         // of each guest, a place in list; nil where a guest may have several
	rows  []*segment.Rows // of each class, where a guest may have several
	sizes []int
	sums  []classSum // not there before finish
	moves *moves     // nil: movement is not known; not there before finish
	still string     // why
}

// newClassing gives every guest classes. What they add up to is for classing.sum to find.
func newClassing(a *analysis, abc *grades) (*classing, error) {
	c := &classing{abc: abc}
	tables, err := a.guestTables(abc.of)
	if err != nil {
		return nil, err
	}
	classifier, err := segment.NewClassifier(tables.schema, a.opt.classes.plan)
	if err != nil {
		return nil, err
	}
	if c.checked, err = newCheckedPlan(classifier, tables.schema); err != nil {
		return nil, err
	}
	if c.plan, err = assign(tables, classifier, c.checked); err != nil {
		return nil, err
	}
	if a.in.Stages != nil {
		c.life = classesOfLife(a.in.Stages)
	}
	return c, nil
}

// guestTables returns the maker of tables of the guests as they are now.
func (a *analysis) guestTables(grades []concentration.Class) (*guestTables, error) {
	schema, err := a.opt.guestSchema()
	return &guestTables{
		schema: schema, plan: &a.opt.classes, Summaries: a.summaries, scores: a.scores, segments: a.segments, worth: a.worth,
		stages: a.in.Stages, abc: grades, visits: a.in.Stayed, noNights: a.in.NoNights, counted: a.in.Order.Counted(),
	}, err
}

// assign classes the guests table by table; checked counts whom its findings concern, unless it is nil.
func assign(tables *guestTables, classifier *segment.Classifier, checked *checkedPlan) (*classes, error) {
	plan := classifier.Plan()
	out := &classes{plan: plan, list: plan.All(), sizes: make([]int, len(plan.All()))}
	n := tables.Len()
	if plan.Mode == segment.Exclusive {
		out.codes = make([]uint8, n)
	} else {
		for range out.list {
			out.rows = append(out.rows, segment.NewRows(n))
		}
	}
	parts := (n + rowsOfTable - 1) / rowsOfTable
	errs := make([]error, parts)
	counts := make([]*findingCounts, parts)
	share.Out(parts, tables.Workers(), func(_, from, to int) {
		for part := from; part < to; part++ {
			counts[part], errs[part] = out.assignPart(tables, classifier, checked, part)
		}
	})
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	checked.add(counts, tables.Revenue().Scale())
	out.count()
	return out, nil
}

// assignPart classes the guests of one table. Each touches words of its own of the sets of guests.
func (c *classes) assignPart(tables *guestTables, classifier *segment.Classifier, checked *checkedPlan, part int) (*findingCounts, error) {
	from := part * rowsOfTable
	table, err := tables.table(from, min(from+rowsOfTable, tables.Len()))
	if err != nil {
		return nil, err
	}
	a, err := classifier.Assign(table)
	if err != nil {
		return nil, err
	}
	if c.codes != nil {
		copy(c.codes[from:], a.Codes())
	}
	for k, rows := range c.rows {
		for i := range a.Rows(k).All() {
			rows.Add(from + i)
		}
	}
	return checked.count(table, tables.Revenue(), from)
}

func (c *classes) count() {
	for _, code := range c.codes {
		c.sizes[code]++
	}
	for k, rows := range c.rows {
		c.sizes[k] = rows.Count()
	}
}

// each calls do for every class of guest i.
func (c *classes) each(i int, do func(k int)) {
	if c.codes != nil {
		do(int(c.codes[i]))
		return
	}
	for k, rows := range c.rows {
		if rows.Has(i) {
			do(k)
		}
	}
}

// cells appends the classes of guest i to a row of guests.csv: by the plan, several in a row, by the stage of life, and by
// contribution.
func (c *classing) cells(b []byte, i int) []byte {
	if c.plan.codes != nil {
		b = appendCell(b, c.plan.list[c.plan.codes[i]].ID)
	} else {
		var ids []string
		c.plan.each(i, func(k int) { ids = append(ids, c.plan.list[k].ID) })
		b = appendCell(b, strings.Join(ids, ";"))
	}
	b = append(b, ',')
	if c.life != nil {
		c.life.each(i, func(k int) { b = append(b, c.life.list[k].ID...) })
	}
	return append(append(b, ','), c.abc.of[i].String()...)
}
