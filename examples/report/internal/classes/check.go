package classes

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
)

// Checked is what is odd about a plan, and how many guests that concerns.
type Checked struct {
	segment.Lint
	gaps    []*segment.Test // whether a guest is in a gap
	shared  [][2]*segment.Test
	InGaps  []GapGuests
	Sharing []int // guests in both classes of an overlap
}

// GapGuests is the guests of a gap.
type GapGuests struct {
	Guests  int
	Revenue decimal.Decimal
}

func newCheckedPlan(c *segment.Classifier, schema *segment.Schema) (*Checked, error) {
	out := &Checked{Lint: c.Lint(segment.LintSetup{Missing: true})}
	plan := c.Plan()
	for _, gap := range out.Gaps {
		test, err := segment.Compile(schema, gap.When)
		if err != nil {
			return nil, err
		}
		out.gaps = append(out.gaps, test)
	}
	tests := map[string]*segment.Test{}
	for _, class := range plan.Classes {
		var err error
		if tests[class.ID], err = segment.Compile(schema, class.When); err != nil {
			return nil, err
		}
	}
	for _, one := range out.Overlaps {
		out.shared = append(out.shared, [2]*segment.Test{tests[one.A], tests[one.B]})
	}
	return out, nil
}

// findingCounts is how many guests of one table the findings concern.
type findingCounts struct {
	gaps    []basis.Tally
	sharing []int
}

func (c *Checked) count(table *segment.Table, revenue hotelcrm.Amounts, from int) (*findingCounts, error) {
	if c == nil {
		return nil, nil
	}
	out := &findingCounts{gaps: make([]basis.Tally, len(c.gaps)), sharing: make([]int, len(c.shared))}
	for k, test := range c.gaps {
		rows, err := heldRows(test, table)
		if err != nil {
			return nil, err
		}
		for i := range rows.All() {
			out.gaps[k].Add(revenue, from+i)
		}
	}
	for k, pair := range c.shared {
		first, err := heldRows(pair[0], table)
		if err != nil {
			return nil, err
		}
		second, err := heldRows(pair[1], table)
		if err != nil {
			return nil, err
		}
		out.sharing[k] = first.CountAnd(second)
	}
	return out, nil
}

func heldRows(test *segment.Test, table *segment.Table) (*segment.Rows, error) {
	m, err := test.On(table)
	if err != nil {
		return nil, err
	}
	return m.Rows(), nil
}

// add puts together what was counted of each table.
func (c *Checked) add(parts []*findingCounts, scale int) {
	if c == nil {
		return
	}
	c.InGaps, c.Sharing = make([]GapGuests, len(c.gaps)), make([]int, len(c.shared))
	for _, part := range parts {
		for k := range part.gaps {
			c.InGaps[k].Guests += part.gaps[k].Guests
			c.InGaps[k].Revenue = c.InGaps[k].Revenue.Add(part.gaps[k].Total(scale))
		}
		for k, n := range part.sharing {
			c.Sharing[k] += n
		}
	}
}
