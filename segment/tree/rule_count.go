package tree

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/segment"
)

// counter counts the guests for whom tests hold.
type counter struct {
	table   *Binned
	classes []*segment.Rows // the guests of each class
	scale   float64
	ways    *decision // the tree of the rules
	all     *segment.Rows
	kept    map[testKey]*segment.Rows // of tests counted before
}

// testKey tells tests apart.
type testKey struct {
	attr      int32
	low, high float64
	levels    string
	missing   bool
}

func (t *test) key() testKey {
	b := &t.belief
	return testKey{t.attr, b.low, b.high, fmt.Sprint(b.levels), b.missing}
}

func newCounter(b *Binned) *counter {
	c := &counter{table: b, scale: 1, kept: map[testKey]*segment.Rows{}}
	if b.weights != nil {
		c.scale = 1.0 / weightUnit
	}
	for range b.class.Levels {
		c.classes = append(c.classes, segment.NewRows(b.Len()))
	}
	for i, class := range b.labels {
		c.classes[class].Add(i)
	}
	c.all = segment.NewRows(b.Len())
	for _, rows := range c.classes {
		c.all.Or(rows)
	}
	return c
}

func (c *counter) everybody() *segment.Rows { return c.all.Clone() }

// maxKept is about how many bytes the guests of tests counted before may take.
const maxKept = 1 << 27

// rows returns the guests for whom all tests of a rule hold.
func (c *counter) rows(d *draft) *segment.Rows {
	out := c.everybody()
	for i := range d.tests {
		out.And(c.rowsOf(&d.tests[i]))
	}
	return out
}

// rowsOf returns the guests for whom one test holds, shared: not to be changed. No threshold lies inside a bin, so one
// value speaks for all of it.
func (c *counter) rowsOf(t *test) *segment.Rows {
	key := t.key()
	if rows, ok := c.kept[key]; ok {
		return rows
	}
	column := &c.table.columns[t.attr]
	holds := make([]bool, column.n+1)
	holds[0] = t.belief.missing
	for bin := 1; bin <= column.n; bin++ {
		holds[bin] = t.belief.meets(column.high[bin])
	}
	out := segment.NewRows(c.table.Len())
	for i := range c.table.Len() {
		if holds[column.at(i)] {
			out.Add(i)
		}
	}
	if len(c.kept)*c.table.Len()/8 > maxKept {
		clear(c.kept)
	}
	c.kept[key] = out
	return out
}

// weigh returns the weight of guests, and that of those of another class.
func (c *counter) weigh(rows *segment.Rows, class uint8) (guests, errors float64) {
	if c.table.weights == nil {
		n := rows.Count()
		return float64(n), float64(n - rows.CountAnd(c.classes[class]))
	}
	var all, right int64
	for i := range rows.All() {
		all += c.table.weights[i]
		if c.table.labels[i] == class {
			right += c.table.weights[i]
		}
	}
	return float64(all) * c.scale, float64(all-right) * c.scale
}

// countOnce counts the guests of rules of which exactly one holds for each guest: guest by guest, as rules may be many.
func (c *counter) countOnce(drafts []draft) {
	g := &guest{columns: c.table.readers()}
	all, wrong := make([]int64, len(drafts)), make([]int64, len(drafts))
	for g.row = range c.table.Len() {
		w := int64(1)
		if c.table.weights != nil {
			w = c.table.weights[g.row]
		}
		i := c.ways.follow(g).rule
		all[i] += w
		if drafts[i].class != c.table.labels[g.row] {
			wrong[i] += w
		}
	}
	for i := range drafts {
		drafts[i].guests, drafts[i].errors = float64(all[i])*c.scale, float64(wrong[i])*c.scale
	}
}

// countInOrder counts the guests of rules where they are the first to hold, and returns those for whom none holds.
func (c *counter) countInOrder(drafts []draft) *segment.Rows {
	open := c.everybody()
	for i := range drafts {
		d := &drafts[i]
		first := c.rows(d)
		first.And(open)
		open.AndNot(first)
		d.guests, d.errors = c.weigh(first, d.class)
	}
	return open
}

// list makes rules of drafts that are counted.
func (c *counter) list(drafts []draft, standard uint8) *Rules {
	out := &Rules{Version: Version, Class: c.table.class.ID, Default: c.table.class.Levels[standard].ID}
	out.Guests, _ = c.weigh(c.everybody(), standard)
	attributes := c.table.Attributes()
	for i := range drafts {
		d := &drafts[i]
		ofClass, _ := c.weigh(c.classes[d.class], d.class)
		r := Rule{
			Condition: d.condition(attributes), Class: c.table.class.Levels[d.class].ID,
			Guests: d.guests, Errors: d.errors, Coverage: d.guests / out.Guests, Confidence: d.confidence(),
		}
		if d.guests > 0 && ofClass > 0 {
			r.Lift = (d.guests - d.errors) / d.guests / (ofClass / out.Guests)
		}
		out.Errors += d.errors
		out.List = append(out.List, r)
	}
	return out
}
