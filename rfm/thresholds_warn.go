package rfm

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
)

// WarnFewBins: ties leave fewer bins in effect than were asked for, so some scores cannot occur.
const WarnFewBins hotelcrm.WarningCode = "fewer-bins"

// WarnFewGuests: the thresholds, or those of one axis, come from fewer than 50 guests, so a rank among them says little.
const WarnFewGuests hotelcrm.WarningCode = "few-guests"

const fewGuests = 50

// warnings returns what to mind about the thresholds, whoever is scored by them.
func (t *Thresholds) warnings() []hotelcrm.Warning {
	var out []hotelcrm.Warning
	if t.Guests > 0 && t.Guests < fewGuests {
		text := fmt.Sprintf("scores rank guests against each other; %s too few for that to say much", plural.Of(t.Guests, "guest is", "guests are"))
		out = append(out, hotelcrm.Warning{Code: WarnFewGuests, Text: text, N: t.Guests})
	}
	for i, axis := range t.axes() {
		if axis.InEffect() < axis.Bins {
			out = append(out, t.fewBins(axisNames[i], axis))
		}
		if known := t.Guests - axis.Missing; t.Guests >= fewGuests && known > 0 && known < fewGuests {
			text := fmt.Sprintf("%s is known of %s, too few for a rank among them to say much", axisNames[i], plural.Of(known, "guest", "guests"))
			out = append(out, hotelcrm.Warning{Code: WarnFewGuests, Text: text, N: known})
		}
	}
	return out
}

func (t *Thresholds) fewBins(name string, axis *Axis) hotelcrm.Warning {
	reason := "too many guests have the same value"
	known := t.Guests - axis.Missing
	switch {
	case axis.Method == Explicit:
		reason = "it was given no more cuts"
	case known < axis.Bins && axis.Missing > 0:
		reason = "it is known of fewer guests than scores"
	case known < axis.Bins:
		reason = "there are fewer guests than scores"
	case axis.Method == LogWidth && len(axis.Cuts) == 0:
		reason = "fewer than two different values lie above 0"
	}
	text := fmt.Sprintf("%s has %d of %d scores in use, since %s", name, axis.InEffect(), axis.Bins, reason)
	return hotelcrm.Warning{Code: WarnFewBins, Text: text, N: axis.Bins - axis.InEffect()}
}

// warningsOfFit returns what to mind where the guests are those that the thresholds come from.
func (t *Thresholds) warningsOfFit() []hotelcrm.Warning {
	return append(t.warnings(), unknownWarnings(t.Length.Missing, t.Periodicity.Missing)...)
}

// unknownWarnings counts the guests without a length and without a periodicity.
func unknownWarnings(lengths, periodicities int) []hotelcrm.Warning {
	var out []hotelcrm.Warning
	if lengths > 0 {
		const text = "guests whose first arrival is not known have no length: they get its lowest score"
		out = append(out, hotelcrm.Warning{Code: WarnNoLength, Text: text, N: lengths})
	}
	if periodicities > 0 {
		const text = "guests with fewer than three visits, or whose last arrival is not known, have no periodicity: they get its lowest score"
		out = append(out, hotelcrm.Warning{Code: WarnNoRhythm, Text: text, N: periodicities})
	}
	return out
}
