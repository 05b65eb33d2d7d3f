package rfm

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Method says how the cuts of an axis are found. Unset means ByValue.
type Method uint8

// The methods.
const (
	ByValue    Method = iota + 1 // nearest-rank quantiles; equal values get equal scores
	NTile                        // bins of equal size, ties broken by guest id, as SQL NTILE
	Type7Plus1                   // type-7 quantile plus one unit, bins [a, b), as the R package rfm; depends on the unit
	MeanSplit                    // high or low against the mean, 2 bins; equal to the mean is high
	EqualWidth                   // bins of equal width from the smallest value to the largest
	LogWidth                     // bins of equal ratio from the smallest value above 0; 0 and less are in the lowest bin
	Jenks                        // natural breaks: values closest to the means of their bins
	Explicit                     // cuts given by the caller; not for Fit
)

var methodNames = enum.Names{"", "value", "ntile", "type7plus1", "meansplit", "equalwidth", "logwidth", "jenks", "explicit"}

// ParseMethod returns the method named by text, as [Method.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseMethod(text string) (Method, error) {
	return choice.Parse[Method](methodNames, "method", text)
}

// String returns the name, "unset" for the zero value.
func (m Method) String() string { return methodNames.String(uint8(m)) }

// MarshalText returns the name, empty for the zero value.
func (m Method) MarshalText() ([]byte, error) {
	return choice.Marshal(methodNames, "method", m)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (m *Method) UnmarshalText(text []byte) error {
	return choice.Unmarshal(methodNames, "method", text, m)
}

// Cut says how one axis is cut. The zero value is the method value with 5 bins, or no axis at all where a [Config] may
// do without it.
type Cut struct {
	Method Method `json:"method,omitempty"` // unset: ByValue
	Bins   int    `json:"bins,omitempty"`   // 2 to 10; 0: 5, or 2 for MeanSplit
}

const (
	minBins     = 2
	maxBins     = 10
	defaultBins = 5
)

func (c Cut) resolved(axis string) (Cut, error) {
	if c.Method == 0 {
		c.Method = ByValue
	}
	if c.Bins == 0 {
		c.Bins = defaultBins
		if c.Method == MeanSplit {
			c.Bins = 2
		}
	}
	switch {
	case c.Method >= Explicit:
		return c, refuse.Param(axis+".Method", c.Method.String(), "value, ntile, type7plus1, meansplit, equalwidth, logwidth or jenks; explicit cuts are written into Thresholds")
	case c.Method == MeanSplit && c.Bins != 2:
		return c, refuse.Param(axis+".Bins", fmt.Sprint(c.Bins), "2 for meansplit")
	case c.Bins < minBins || c.Bins > maxBins:
		return c, refuse.Param(axis+".Bins", fmt.Sprint(c.Bins), "2 to 10")
	}
	return c, nil
}

// used reports whether the cut asks for an axis that may be left out.
func (c Cut) used() bool { return c != Cut{} }

func (c Cut) resolvedIfUsed(axis string) (Cut, error) {
	if !c.used() {
		return c, nil
	}
	return c.resolved(axis)
}

// Config says how the axes are cut. The zero value is recency, frequency and monetary, cut by the documented default;
// see [Same] for another method or number of bins on all three, and [LRFMP] for five axes. Configs compare with ==.
type Config struct {
	Recency   Cut `json:"recency"`
	Frequency Cut `json:"frequency"`
	Monetary  Cut `json:"monetary"`

	// The zero Cut leaves these axes out; any other, such as Cut{Method: ByValue}, asks for them.
	Length      Cut `json:"length,omitzero"`
	Periodicity Cut `json:"periodicity,omitzero"`

	FrequencyOf FrequencyOf `json:"frequencyOf,omitempty"` // unset: Visits
	MonetaryOf  MonetaryOf  `json:"monetaryOf,omitempty"`  // unset: TotalRevenue
}

// Same returns the Config that cuts all three axes alike. Bins 0 is the method's default.
func Same(method Method, bins int) Config {
	c := Cut{Method: method, Bins: bins}
	return Config{Recency: c, Frequency: c, Monetary: c}
}

// LRFMP returns the Config that cuts all five axes alike: length, recency, frequency, monetary and periodicity. Method 0
// is ByValue, bins 0 the method's default. For LRFM, without periodicity, set its Cut to zero.
func LRFMP(method Method, bins int) Config {
	if method == 0 {
		method = ByValue // the zero Cut would leave an axis out
	}
	config := Same(method, bins)
	config.Length, config.Periodicity = config.Recency, config.Recency
	return config
}

// Validate returns a [*hotelcrm.ParamError] that names the axis and field out of range, else nil.
func (c Config) Validate() error {
	_, err := c.resolved()
	return err
}

func (c Config) resolved() (Config, error) {
	var err error
	if c.Recency, err = c.Recency.resolved("Config.Recency"); err != nil {
		return c, err
	}
	if c.Frequency, err = c.Frequency.resolved("Config.Frequency"); err != nil {
		return c, err
	}
	if c.Monetary, err = c.Monetary.resolved("Config.Monetary"); err != nil {
		return c, err
	}
	if c.Length, err = c.Length.resolvedIfUsed("Config.Length"); err != nil {
		return c, err
	}
	if c.Periodicity, err = c.Periodicity.resolvedIfUsed("Config.Periodicity"); err != nil {
		return c, err
	}
	if c.FrequencyOf, err = c.FrequencyOf.resolved("Config"); err != nil {
		return c, err
	}
	c.MonetaryOf, err = c.MonetaryOf.resolved("Config")
	return c, err
}
