package segment

import (
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// ValueMatrix returns the plan of the four value classes by cuts of current value, in money, and of potential, in points:
// those of [valuation.Matrix.Cuts], or the caller's own. A value equal to its cut is high. Guests who lack either value are
// not classed. It is over the attributes current_value and potential, see [ValueAttributes].
//
// Source: Gong (2009), section 3.3.2, figure 3-6, which gives no cuts.
func ValueMatrix(currentCut, potentialCut decimal.Decimal) Plan {
	p := Plan{
		Version: Version, ID: "value_matrix", Revision: 1, Label: "Value matrix", LabelZH: "客户价值矩阵", Source: "Gong (2009), figure 3-6",
		Mode: Exclusive, Else: &Class{ID: "unclassed", Label: "Not classed", LabelZH: "未分类"},
	}
	for c := valuation.HighValue; c <= valuation.LowValue; c++ {
		current, potential := Less, Less
		if c == valuation.HighValue || c == valuation.SecondaryValue {
			current = GreaterEqual
		}
		if c == valuation.HighValue || c == valuation.PotentialValue {
			potential = GreaterEqual
		}
		advice := c.Advice()
		p.Classes = append(p.Classes, Class{
			ID: c.String(), Label: advice.Label, LabelZH: advice.LabelZH, Action: advice.Action, ActionZH: advice.ActionZH,
			When: AllOf(Is("current_value", current, currentCut.String()), Is("potential", potential, potentialCut.String())),
		})
	}
	return p
}

// RFMSegments returns the plan of a set of RFM segments over the attribute rfm_segment, see [RFMAttributes] and
// [Builder.Segments]: the segments and what to do about them as package rfm has them.
func RFMSegments(set rfm.Set) Plan {
	p := Plan{
		Version: Version, ID: "rfm_" + set.ID, Revision: 1, Label: set.Label, LabelZH: set.LabelZH, Source: set.Source,
		Mode: Exclusive, Else: &Class{ID: "unscored", Label: "Not scored", LabelZH: "未评分"},
	}
	for _, s := range set.All() {
		p.Classes = append(p.Classes, Class{ID: s.ID, Label: s.Label, LabelZH: s.LabelZH, Action: s.Action, ActionZH: s.ActionZH, When: Is("rfm_segment", Equal, s.ID)})
	}
	return p
}
