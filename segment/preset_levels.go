package segment

import (
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// PlanOfLevels returns the plan with one class per level of an attribute, in the order of its levels, and a class for
// guests who lack one: the classes that another model has found (the value matrix of package valuation, segments of
// package rfm, ABC, stages of the life cycle) as a plan with sizes, reasons and movement.
//
// Errors: a [*hotelcrm.ParamError] if the attribute has no levels, is open, or has more than [MaxClasses].
func PlanOfLevels(a Attribute) (Plan, error) {
	if !a.Kind.levelled() || a.Open || len(a.Levels) > MaxClasses {
		return Plan{}, refuse.Param("attribute", shortText(a.ID), "an ordinal or a closed nominal of at most 254 levels")
	}
	p := Plan{Version: Version, ID: a.ID, Revision: 1, Label: a.Label, LabelZH: a.LabelZH, Mode: Exclusive}
	rest := "unclassed"
	for _, level := range a.Levels {
		p.Classes = append(p.Classes, Class{ID: level.ID, Label: level.Label, LabelZH: level.LabelZH, When: Is(a.ID, Equal, level.ID)})
		if level.ID == rest {
			rest += "_"
		}
	}
	p.Else = &Class{ID: rest, Label: "Not classed", LabelZH: "未分类"}
	return p, nil
}
