package rfm

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
	"github.com/shopspring/decimal"
)

// Histogram counts the values of the axes, so that thresholds can be found without all guests in one place: each
// shard of a cluster makes one, they are merged in any order, and [Histogram.Fit] gives what [Fit] gives on all guests
// together. It is a plain value with one JSON form for the same content; [HistogramOf] and [Histogram.Merge] make it.
type Histogram struct {
	Version     int             `json:"version"` // 1
	Currency    string          `json:"currency"`
	Scale       int             `json:"scale"` // decimal places of the register's integers
	AsOf        hotelcrm.Date   `json:"asOf,omitzero"`
	Window      hotelcrm.Window `json:"window,omitzero"`
	FrequencyOf FrequencyOf     `json:"frequencyOf"`
	MonetaryOf  MonetaryOf      `json:"monetaryOf"`
	Guests      int             `json:"guests"`
	Recency     []ValueCount    `json:"recency"` // by rising value, none twice
	Frequency   []ValueCount    `json:"frequency"`
	Monetary    []ValueCount    `json:"monetary"`

	// Of the guests whose value is known; nil if the axis was not asked for.
	Length      []ValueCount `json:"length,omitzero"`
	Periodicity []ValueCount `json:"periodicity,omitzero"`
}

// ValueCount says how many guests have a value.
type ValueCount struct {
	Value  decimal.Decimal `json:"value"`
	Guests int             `json:"guests"`
}

// HistogramOf returns the histogram of the guests of s for the axes and bases of a config; how it cuts them does not
// matter. The zero Config is recency, frequency of visits and monetary of the total revenue.
//
// Errors: a [*hotelcrm.ParamError] for a config out of range, and for periodicity where no summary has a last arrival, as
// from a register of the form tallies.
// Cost: O(n log n); memory for the different values only, and 8 bytes a guest for length and periodicity.
func HistogramOf(s *hotelcrm.Summaries, config Config) (Histogram, error) {
	config, err := config.resolved()
	if err != nil {
		return Histogram{}, err
	}
	scale, err := hotelcrm.MinorUnits(s.Currency())
	if err != nil {
		return Histogram{}, err
	}
	out := Histogram{
		Version: Version, Currency: s.Currency(), Scale: s.Revenue().Scale(), AsOf: s.AsOf(), Window: s.Window(),
		FrequencyOf: config.FrequencyOf, MonetaryOf: config.MonetaryOf, Guests: s.Len(),
		Recency:   valueCounts(recencyColumn(s)),
		Frequency: valueCounts(frequencyColumn(s, config.FrequencyOf)),
		Monetary:  valueCounts(monetaryColumn(s, config.MonetaryOf, scale)),
	}
	if config.Length.used() {
		out.Length = valueCounts(lengthColumn(s).known())
	}
	if config.Periodicity.used() {
		periodicity, err := periodicityColumn(s)
		if err != nil {
			return Histogram{}, err
		}
		out.Periodicity = valueCounts(periodicity.known())
	}
	return out, nil
}

func valueCounts(c column) []ValueCount {
	if c.len() == 0 {
		return []ValueCount{}
	}
	cells := c.distinct()
	out := make([]ValueCount, len(cells))
	for i, one := range cells {
		out[i] = ValueCount{c.largestOf(one), int(one.count)}
	}
	return out
}

// Merge returns the histogram of the guests of both. Neither is changed.
//
// Input: no guest in both.
// Errors: a [*hotelcrm.ParamError] unless version, currency, scale, analysis date, window, bases and axes are the same.
func (h Histogram) Merge(other Histogram) (Histogram, error) {
	for _, f := range []struct {
		name      string
		have, got any
	}{
		{"Version", h.Version, other.Version},
		{"Currency", h.Currency, other.Currency},
		{"Scale", h.Scale, other.Scale},
		{"AsOf", h.AsOf, other.AsOf},
		{"Window", h.Window, other.Window},
		{"FrequencyOf", h.FrequencyOf, other.FrequencyOf},
		{"MonetaryOf", h.MonetaryOf, other.MonetaryOf},
		{"Length", counting(h.Length), counting(other.Length)},
		{"Periodicity", counting(h.Periodicity), counting(other.Periodicity)},
	} {
		if f.have != f.got {
			return Histogram{}, refuse.Param("Histogram."+f.name, fmt.Sprint(f.got), "the same, "+fmt.Sprint(f.have))
		}
	}
	h.Guests += other.Guests
	h.Recency = mergeCounts(h.Recency, other.Recency)
	h.Frequency = mergeCounts(h.Frequency, other.Frequency)
	h.Monetary = mergeCounts(h.Monetary, other.Monetary)
	h.Length = mergeCounts(h.Length, other.Length)
	h.Periodicity = mergeCounts(h.Periodicity, other.Periodicity)
	return h, nil
}

// counting says whether an axis is counted.
func counting(counts []ValueCount) string {
	if counts == nil {
		return "not counted"
	}
	return "counted"
}

func mergeCounts(a, b []ValueCount) []ValueCount {
	if a == nil && b == nil {
		return nil
	}
	out := make([]ValueCount, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch order := a[0].Value.Cmp(b[0].Value); {
		case order < 0:
			out, a = append(out, a[0]), a[1:]
		case order > 0:
			out, b = append(out, b[0]), b[1:]
		default:
			out = append(out, ValueCount{a[0].Value, a[0].Guests + b[0].Guests})
			a, b = a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// Validate returns a [*hotelcrm.ParamError] for a histogram that cannot be, [hotelcrm.ErrVersion] for a newer form,
// else nil.
func (h Histogram) Validate() error {
	if err := strict.Version("Histogram.Version", h.Version, Version); err != nil {
		return err
	}
	if _, err := hotelcrm.MinorUnits(h.Currency); err != nil {
		return err
	}
	if h.Scale < 0 || h.Scale > 6 {
		return refuse.Param("Histogram.Scale", fmt.Sprint(h.Scale), "0 to 6")
	}
	if h.Guests < 0 || h.Guests > maxGuests {
		return refuse.Param("Histogram.Guests", fmt.Sprint(h.Guests), fmt.Sprintf("0 to %d", maxGuests))
	}
	for i, counts := range [][]ValueCount{h.Recency, h.Frequency, h.Monetary, h.Length, h.Periodicity} {
		name := "Histogram." + axisNames[i]
		left, err := h.check(name, counts)
		if err != nil {
			return err
		}
		if left != 0 && i < alwaysUsed {
			return refuse.Param(name, fmt.Sprint(h.Guests-left), plural.Of(h.Guests, "guest", "guests")+", as on the other axes")
		}
	}
	if _, err := h.FrequencyOf.resolved("Histogram"); err != nil {
		return err
	}
	_, err := h.MonetaryOf.resolved("Histogram")
	return err
}

// maxGuests keeps the positions of quantiles within an int.
const maxGuests = math.MaxInt32

// check returns how many guests the counts leave out.
func (h Histogram) check(name string, counts []ValueCount) (left int, err error) {
	left = h.Guests
	for i, c := range counts {
		name := fmt.Sprintf("%s[%d]", name, i)
		switch {
		case tooLong(c.Value):
			return left, refuse.Param(name, "too long", fmt.Sprintf("at most %d decimal places and %d digits before them", mostPlaces, maxCutPlaces))
		case i > 0 && !c.Value.GreaterThan(counts[i-1].Value):
			return left, refuse.Param(name, c.Value.String(), "more than the value before it")
		case c.Guests < 1 || c.Guests > left:
			return left, refuse.Param(name, fmt.Sprint(c.Guests), "1 or more, all together as many as there are guests")
		}
		left -= c.Guests
	}
	return left, nil
}

// tooLong reports whether a cut between such values could be longer than thresholds allow.
func tooLong(v decimal.Decimal) bool {
	e := int64(v.Exponent())
	return e < -mostPlaces || e > maxCutPlaces || e+int64(v.NumDigits()) > maxCutPlaces
}
