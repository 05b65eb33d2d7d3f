package satisfaction

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// ChartKind says what a control chart plots.
type ChartKind uint8

// The kinds of charts.
const (
	ShareChart     ChartKind = iota + 1 // shares, see [PChart]
	MeanChart                           // means of periods, see [XBarChart]
	SingleChart                         // one value a period, see [IndividualsChart]
	AveragingChart                      // exponentially weighted moving averages, see [EWMAChart]
)

var chartKindNames = enum.Names{"", "p", "x-bar", "individuals", "ewma"}

// String returns the name, "unset" for the zero value.
func (k ChartKind) String() string { return chartKindNames.String(uint8(k)) }

// ParseChartKind returns the kind named by text, as [ChartKind.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseChartKind(text string) (ChartKind, error) {
	return choice.Parse[ChartKind](chartKindNames, "chart kind", text)
}

// MarshalText returns the name, empty for the zero value.
func (k ChartKind) MarshalText() ([]byte, error) {
	return choice.Marshal(chartKindNames, "chart kind", k)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (k *ChartKind) UnmarshalText(text []byte) error {
	return choice.Unmarshal(chartKindNames, "chart kind", text, k)
}
