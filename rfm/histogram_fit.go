package rfm

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Fit returns the thresholds that [Fit] finds from all the guests together, and what to mind about them.
//
// Errors: a [*hotelcrm.ParamError] for a histogram or a config that cannot be, for the methods ntile, which needs the
// guest ids, and jenks, for bases other than those of the histogram (unset is the histogram's), and for a length or
// periodicity that it does not count.
// Cost: O(d) for d different values.
func (h Histogram) Fit(config Config) (Thresholds, []hotelcrm.Warning, error) {
	config, err := h.resolve(config)
	if err != nil {
		return Thresholds{}, nil, err
	}
	places := h.Scale
	scale, err := hotelcrm.MinorUnits(h.Currency)
	if err != nil {
		return Thresholds{}, nil, err
	}
	if config.MonetaryOf != TotalRevenue {
		places = monetaryScale(config.MonetaryOf, scale)
	}
	t := Thresholds{
		Version: Version, Currency: h.Currency, AsOf: h.AsOf, Window: h.Window, Guests: h.Guests,
		FrequencyOf: config.FrequencyOf, MonetaryOf: config.MonetaryOf,
		Recency:   fitAxis(counted{h.Recency, h.Guests, 0}, config.Recency, true),
		Frequency: fitAxis(counted{h.Frequency, h.Guests, 0}, config.Frequency, false),
		Monetary:  fitAxis(counted{h.Monetary, h.Guests, places}, config.Monetary, false),
	}
	if config.Length.used() {
		t.Length = h.fitKnown(h.Length, 0, config.Length, false)
	}
	if config.Periodicity.used() {
		t.Periodicity = h.fitKnown(h.Periodicity, rhythmPlaces, config.Periodicity, true)
	}
	return t, t.warningsOfFit(), nil
}

// fitKnown fits an axis to the guests whose value is known.
func (h Histogram) fitKnown(counts []ValueCount, scale int, cut Cut, lowIsBest bool) Axis {
	known := 0
	for _, one := range counts {
		known += one.Guests
	}
	axis := fitAxis(counted{counts, known, scale}, cut, lowIsBest)
	axis.Missing = h.Guests - known
	return axis
}

func (h Histogram) resolve(config Config) (Config, error) {
	if err := h.Validate(); err != nil {
		return config, err
	}
	own := Config{FrequencyOf: h.FrequencyOf, MonetaryOf: h.MonetaryOf}
	if config.FrequencyOf == 0 {
		config.FrequencyOf = own.FrequencyOf
	}
	if config.MonetaryOf == 0 {
		config.MonetaryOf = own.MonetaryOf
	}
	config, err := config.resolved()
	if err != nil {
		return config, err
	}
	own, err = own.resolved()
	if err != nil {
		return config, err
	}
	if config.FrequencyOf != own.FrequencyOf {
		return config, refuse.Param("Config.FrequencyOf", config.FrequencyOf.String(), own.FrequencyOf.String())
	}
	if config.MonetaryOf != own.MonetaryOf {
		return config, refuse.Param("Config.MonetaryOf", config.MonetaryOf.String(), own.MonetaryOf.String())
	}
	for i, cut := range []Cut{config.Recency, config.Frequency, config.Monetary, config.Length, config.Periodicity} {
		if cut.Method == NTile || cut.Method == Jenks {
			return config, refuse.Param("Config."+axisNames[i]+".Method", cut.Method.String(), "value, type7plus1, meansplit, equalwidth or logwidth")
		}
	}
	return config, h.counts(config)
}

// counts returns a [*hotelcrm.ParamError] for an axis that is not counted.
func (h Histogram) counts(config Config) error {
	const allowed = "a histogram that counts it, see HistogramOf"
	switch {
	case config.Length.used() && h.Length == nil:
		return refuse.Param("Config.Length", "asked for", allowed)
	case config.Periodicity.used() && h.Periodicity == nil:
		return refuse.Param("Config.Periodicity", "asked for", allowed)
	}
	return nil
}

// counted is the values of one axis with their counts, as fitAxis reads them.
type counted struct {
	counts []ValueCount
	guests int
	scale  int
}

func (c counted) len() int { return c.guests }

func (c counted) valuesAt(positions []int) []decimal.Decimal {
	out := make([]decimal.Decimal, len(positions))
	for i, position := range positions {
		for _, one := range c.counts {
			if position < one.Guests {
				out[i] = one.Value
				break
			}
			position -= one.Guests
		}
	}
	return out
}

func (c counted) extremes() (smallest, largest decimal.Decimal) {
	return c.counts[0].Value, c.counts[len(c.counts)-1].Value
}

func (c counted) leastAboveZero() (decimal.Decimal, bool) {
	i := slices.IndexFunc(c.counts, func(one ValueCount) bool { return one.Value.Sign() > 0 })
	if i < 0 {
		return decimal.Decimal{}, false
	}
	return c.counts[i].Value, true
}

func (c counted) mean() decimal.Decimal {
	var sum decimal.Decimal
	for _, one := range c.counts {
		sum = sum.Add(one.Value.Mul(decimal.NewFromInt(int64(one.Guests))))
	}
	return ratio(sum, int64(c.guests), c.places())
}

// places returns the scale if all values fit integers of it, as a column does.
func (c counted) places() int32 {
	for _, one := range c.counts {
		if _, ok := hotelcrm.ToMinor(one.Value, c.scale); !ok {
			return mostPlaces
		}
	}
	return int32(c.scale)
}
