package valuation

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// ValueClass is one of the four classes of the value matrix. The zero value is a guest who is not classed, because the
// current value or the potential is not known.
type ValueClass uint8

// The classes, by current value and potential.
const (
	HighValue      ValueClass = iota + 1 // both high
	PotentialValue                       // low current value, high potential
	SecondaryValue                       // high current value, low potential
	LowValue                             // both low
)

const classCount = 4

var classNames = enum.Names{"", "high-value", "potential-value", "secondary-value", "low-value"}

// String returns the name, "unset" for the zero value.
func (c ValueClass) String() string { return classNames.String(uint8(c)) }

// ParseValueClass returns the class named by text, as [ValueClass.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseValueClass(text string) (ValueClass, error) {
	return choice.Parse[ValueClass](classNames, "class", text)
}

// MarshalText returns the name, empty for the zero value.
func (c ValueClass) MarshalText() ([]byte, error) { return choice.Marshal(classNames, "class", c) }

// UnmarshalText reads a name; the empty text is the zero value.
func (c *ValueClass) UnmarshalText(text []byte) error {
	return choice.Unmarshal(classNames, "class", text, c)
}

func classOf(highCurrent, highPotential bool) ValueClass {
	switch {
	case highCurrent && highPotential:
		return HighValue
	case highPotential:
		return PotentialValue
	case highCurrent:
		return SecondaryValue
	}
	return LowValue
}

// Advice is what to do about the guests of a class, in English and Chinese.
type Advice struct {
	Label    string `json:"label"`
	LabelZH  string `json:"labelZh"`
	Action   string `json:"action"`
	ActionZH string `json:"actionZh"`
}

// Advice returns the label and the recommended action, for a guest who is not classed to find out what is missing.
//
// Source: after Gong (2009), figure 3-6 and its text.
func (c ValueClass) Advice() Advice {
	switch c {
	case HighValue:
		return Advice{
			"High value", "高价值",
			"full attention: follow how they stay, and serve them in person", "重点关注：分析并跟踪其消费行为，提供个性化服务",
		}
	case PotentialValue:
		return Advice{
			"Potential value", "潜在价值",
			"keep the present effort and contact; tell them what the hotel offers, care, develop", "保持现有投入与联系，加强宣传与关怀，促进其发展",
		}
	case SecondaryValue:
		return Advice{
			"Secondary value", "次价值",
			"find what holds the potential down: repair it if the hotel is the cause, else keep the good relation", "查明潜力偏低的原因：若在酒店则改进并促其转为高价值，若无法改变则维持良好关系",
		}
	case LowValue:
		return Advice{
			"Low value", "低价值",
			"find the cause first; neither drop nor invest blindly", "先查明原因，既不盲目放弃，也不盲目投入",
		}
	}
	return Advice{"Not classed", "未分类", "find out what is not known of them", "补全缺失信息"}
}
