package satisfaction

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Item is one question of a survey.
type Item struct {
	ID      string `json:"id"`
	Label   string `json:"label,omitempty"`
	LabelZH string `json:"labelZh,omitempty"`
	Scale   Scale  `json:"scale"`
}

// maxItems bounds the questions of a form; a summary grows with their square.
const maxItems = 250

// Form is the questions of a survey in the order in which rows of answers hold them. It may hold more than an indicator
// tree, such as the overall rating. Forms are immutable and safe for concurrent use.
type Form struct {
	items  []Item
	coders []*coder
	index  map[string]int
	top    Answer // the highest code of any item
}

// NewForm returns the form of the items.
//
// Errors: a [*hotelcrm.ParamError] for no items, more than 250, an id that is empty or used twice, or a scale that
// [Scale.Validate] refuses.
func NewForm(items []Item) (*Form, error) {
	if len(items) == 0 || len(items) > maxItems {
		return nil, refuse.Param("items", fmt.Sprint(len(items)), fmt.Sprintf("1 to %d items", maxItems))
	}
	f := &Form{items: slices.Clone(items), index: map[string]int{}}
	for i, item := range items {
		if _, taken := f.index[item.ID]; taken || item.ID == "" {
			return nil, refuse.Param(fmt.Sprintf("items[%d].ID", i), item.ID, "an id of its own")
		}
		c, err := compileScale(item.Scale)
		if err != nil {
			return nil, fmt.Errorf("item %s: %w", item.ID, err)
		}
		f.items[i].Scale.Levels = slices.Clone(item.Scale.Levels)
		f.index[item.ID] = i
		f.coders = append(f.coders, c)
		f.top = max(f.top, c.top)
	}
	return f, nil
}

// Len returns the number of items.
func (f *Form) Len() int { return len(f.items) }

// Item returns item i. Its scale's levels must not be changed.
func (f *Form) Item(i int) Item { return f.items[i] }

// Index returns the place of the item with an id, and false if there is none.
func (f *Form) Index(id string) (int, bool) {
	i, ok := f.index[id]
	return i, ok
}

// Top returns the highest code of item i; the lowest is always 1. Package weight takes them as the ends of the codes.
func (f *Form) Top(i int) Answer { return f.coders[i].top }

// Points returns what an answer to item i is worth on its scale, and false if it is missing or no level of the scale.
func (f *Form) Points(i int, a Answer) (float64, bool) {
	if !a.Given() || !f.allows(i, a) {
		return 0, false
	}
	return f.coders[i].points(float64(a)), true
}

// Percent returns where an answer to item i stands between the declared ends of its scale, 0 to 100, and false if it is
// missing or no level of the scale.
func (f *Form) Percent(i int, a Answer) (float64, bool) {
	if !a.Given() || !f.allows(i, a) {
		return 0, false
	}
	return 100 * float64(f.coders[i].units(a)) / float64(f.coders[i].places), true
}

// allows reports whether item i may have the answer, given or missing.
func (f *Form) allows(i int, a Answer) bool {
	if a <= MaxCode {
		return a == Blank || f.coders[i].valid[a]
	}
	return a&MaxCode == 0
}

// check returns what is wrong with a row of answers, nil if nothing is.
func (f *Form) check(row []Answer) *hotelcrm.RowError {
	for i, a := range row {
		if !f.allows(i, a) {
			err := fmt.Errorf("%w: %s, codes %s, and 0, 64, 128 or 192 for none", ErrAnswer, f.items[i].Scale.ID, f.coders[i].allowed())
			return &hotelcrm.RowError{Field: f.items[i].ID, Value: strconv.Itoa(int(a)), Err: err}
		}
	}
	return nil
}

// choose returns the items listed, all of the form for nil.
func (f *Form) choose(items []int) ([]int, error) {
	if f == nil {
		return nil, errZeroSummary
	}
	if items == nil {
		for i := range f.items {
			items = append(items, i)
		}
	}
	for k, i := range items {
		if i < 0 || i >= f.Len() {
			return nil, refuse.Param(fmt.Sprintf("items[%d]", k), fmt.Sprint(i), fmt.Sprintf("0 to %d", f.Len()-1))
		}
	}
	if len(items) == 0 {
		return nil, refuse.Param("items", "none", "at least one, or nil for all")
	}
	return items, nil
}

// checkBatch refuses a batch that does not divide into rows, and any batch for a form without items.
func (f *Form) checkBatch(rows []Answer) error {
	if f == nil || f.Len() == 0 {
		return refuse.Param("form", "0 items", "one of NewForm")
	}
	if len(rows)%f.Len() != 0 {
		return &hotelcrm.RowError{Field: "rows", Value: fmt.Sprint(len(rows)), Err: fmt.Errorf("%w: want a multiple of %d", ErrRow, f.Len())}
	}
	return nil
}

// same reports whether both forms ask the same questions on the same scales: answers may then be counted together.
func (f *Form) same(other *Form) bool {
	if f == other {
		return true
	}
	return slices.EqualFunc(f.items, other.items, func(a, b Item) bool { return a.ID == b.ID && a.Scale.equal(b.Scale) })
}

// equal reports whether the same codes are worth the same on both scales, whatever the words.
func (s Scale) equal(other Scale) bool {
	return s.Reversed == other.Reversed && s.Low.Equal(other.Low) && s.High.Equal(other.High) &&
		slices.EqualFunc(s.Levels, other.Levels, func(a, b Level) bool { return a.Points.Equal(b.Points) })
}
