package classes

import (
	"maps"

	"github.com/hotelcrm/hotelcrm/segment"
)

// Reasons classes guest i alone by a plan, and says why.
func (c *Result) Reasons(p segment.Plan, i int) ([]segment.Reason, error) {
	tables, err := c.guestTables(c.Grades.Each)
	if err != nil {
		return nil, err
	}
	plan := Plan{}.of(p)
	maps.Copy(plan.Asked, c.By.Asked) // which the schema requires
	tables.plan = &plan
	table, err := tables.table(i, i+1)
	if err != nil {
		return nil, err
	}
	classifier, err := segment.NewClassifier(tables.schema, p)
	if err != nil {
		return nil, err
	}
	assigned, err := classifier.Assign(table)
	if err != nil {
		return nil, err
	}
	return assigned.Reasons(0), nil
}
