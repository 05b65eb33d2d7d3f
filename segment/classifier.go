package segment

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Classifier is a [Plan] that fits a [Schema]. It is immutable and safe for concurrent use.
type Classifier struct {
	schema *Schema
	plan   Plan
	tests  []*Test
	whole  *Test // the classes as children of the root, so that they share their terms
}

// NewClassifier returns the classifier of a plan on guests of the schema.
//
// Errors: a [*hotelcrm.ParamError], see [Plan.Validate] and [Compile]; paths begin with classes[0].
func NewClassifier(schema *Schema, plan Plan) (*Classifier, error) {
	if err := plan.Validate(); err != nil {
		return nil, err
	}
	c := &Classifier{schema: schema, plan: plan.clone()}
	conditions := make([]Condition, len(plan.Classes))
	for k := range conditions {
		conditions[k] = plan.Classes[k].When
	}
	var err error
	if c.whole, err = compileList(schema, conditions, "classes"); err != nil {
		return nil, err
	}
	c.tests = make([]*Test, len(conditions))
	for k := range conditions {
		if c.tests[k], err = Compile(schema, conditions[k]); err != nil {
			return nil, at(fmt.Sprintf("classes[%d]", k), err)
		}
	}
	return c, nil
}

// Plan returns a copy of the plan.
func (c *Classifier) Plan() Plan { return c.plan.clone() }

// Assign returns the classes of every guest of a table.
//
// Errors: a [*hotelcrm.ParamError] if the table has another schema.
// Cost: O(n) a leaf, shared out to the table's workers, who never change the result; one byte a guest in the mode
// Exclusive, one bit a guest and class in the mode Every.
func (c *Classifier) Assign(t *Table) (*Assignment, error) {
	out := &Assignment{classifier: c, table: t, classes: c.plan.All()}
	for _, test := range c.tests {
		m, err := test.On(t)
		if err != nil {
			return nil, err
		}
		out.matchers = append(out.matchers, m)
	}
	if len(c.tests) == 0 && (t == nil || !t.schema.Equal(c.schema)) {
		return nil, refuse.Param("table", "a table of another schema", "a table of the schema of the plan")
	}
	if c.plan.Mode == Exclusive {
		out.assignOne()
	} else {
		out.assignEvery()
	}
	return out, nil
}
