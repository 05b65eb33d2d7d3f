package classes

import (
	"errors"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/scores"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/worth"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
)

// Result is the classes of all guests: by a plan, by the stage of life, and by what they contribute.
type Result struct {
	By      Plan
	from    *Input
	Classes *Assigned
	Life    *Assigned // nil: visits are not known
	Grades  *Grades
	Checked *Checked
	Example *Example // nil: no class of the plan has a condition
}

// Grades are the guests by what they contribute.
type Grades struct {
	Rules  concentration.ABC
	Groups [3]concentration.Group
	Each   []concentration.Class // each guest
}

// GradesOf gives every guest a class by what they contribute.
func GradesOf(revenue hotelcrm.Amounts) (*Grades, error) {
	abc, err := concentration.ABC{}.Classify(revenue)
	if err != nil {
		return nil, err
	}
	return &Grades{abc.Rules(), abc.Groups(), abc.Classes()}, nil
}

// Assigned is all guests in the classes of one plan.
type Assigned struct {
	Plan  segment.Plan
	List  []segment.Class // Else last
	Codes []uint8         // of each guest, a place in list; nil where a guest may have several
	rows  []*segment.Rows // of each class, where a guest may have several
	Sizes []int
	Sums  []Sum  // there after LookOn
	Moves *Moves // nil: movement is not known; there after LookOn
	Still string // why
}

// Input is what guests are classed by.
type Input struct {
	Data     *intake.Data
	Currency string
	Scores   *scores.Result
	Worth    *worth.Result
	First    hotelcrm.Date // of all stays
}

// New gives every guest classes. What they add up to is for LookOn to find.
func New(of Plan, from *Input, abc *Grades) (*Result, error) {
	c := &Result{By: of, from: from, Grades: abc}
	tables, err := c.guestTables(abc.Each)
	if err != nil {
		return nil, err
	}
	classifier, err := segment.NewClassifier(tables.schema, of.Plan)
	if err != nil {
		return nil, err
	}
	if c.Checked, err = newCheckedPlan(classifier, tables.schema); err != nil {
		return nil, err
	}
	if c.Classes, err = assign(tables, classifier, c.Checked); err != nil {
		return nil, err
	}
	if from.Data.Stages != nil {
		c.Life = classesOfLife(from.Data.Stages)
	}
	return c, nil
}

// Schema is what the plan may ask for.
func (c *Result) Schema() (*segment.Schema, error) {
	return c.By.Schema(c.from.Currency, c.from.Scores.Plan.Set)
}

// guestTables returns the maker of tables of the guests as they are now.
func (c *Result) guestTables(grades []concentration.Class) (*guestTables, error) {
	from := c.from
	schema, err := c.Schema()
	return &guestTables{
		schema: schema, plan: &c.By, Summaries: from.Data.Summaries, scores: from.Scores.Each, segments: from.Scores.Segments, worth: from.Worth,
		stages: from.Data.Stages, abc: grades, visits: from.Data.Stayed, noNights: from.Data.NoNights, counted: from.Data.Order.Counted(),
	}, err
}

// assign classes the guests table by table; checked counts whom its findings concern, unless it is nil.
func assign(tables *guestTables, classifier *segment.Classifier, checked *Checked) (*Assigned, error) {
	plan := classifier.Plan()
	out := &Assigned{Plan: plan, List: plan.All(), Sizes: make([]int, len(plan.All()))}
	n := tables.Len()
	if plan.Mode == segment.Exclusive {
		out.Codes = make([]uint8, n)
	} else {
		for range out.List {
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
func (c *Assigned) assignPart(tables *guestTables, classifier *segment.Classifier, checked *Checked, part int) (*findingCounts, error) {
	from := part * rowsOfTable
	table, err := tables.table(from, min(from+rowsOfTable, tables.Len()))
	if err != nil {
		return nil, err
	}
	a, err := classifier.Assign(table)
	if err != nil {
		return nil, err
	}
	if c.Codes != nil {
		copy(c.Codes[from:], a.Codes())
	}
	for k, rows := range c.rows {
		for i := range a.Rows(k).All() {
			rows.Add(from + i)
		}
	}
	return checked.count(table, tables.Revenue(), from)
}

func (c *Assigned) count() {
	for _, code := range c.Codes {
		c.Sizes[code]++
	}
	for k, rows := range c.rows {
		c.Sizes[k] = rows.Count()
	}
}

// Each calls do for every class of guest i.
func (c *Assigned) Each(i int, do func(k int)) {
	if c.Codes != nil {
		do(int(c.Codes[i]))
		return
	}
	for k, rows := range c.rows {
		if rows.Has(i) {
			do(k)
		}
	}
}
