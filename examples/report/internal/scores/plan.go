package scores

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/rfm"
)

// Plan is how guests are scored and segmented.
type Plan struct {
	Method rfm.Method      // of recency, where the axes differ
	file   string          // of frozen
	Frozen *rfm.Thresholds // nil: they are found from the guests
	Bins   [3]int          // of recency, frequency and monetary
	Set    *rfm.Set        // nil: scores only
	Note   string          // why there are no segments
}

func (p Plan) config() rfm.Config {
	return rfm.Config{
		Recency:   rfm.Cut{Method: p.Method, Bins: p.Bins[0]},
		Frequency: rfm.Cut{Method: p.Method, Bins: p.Bins[1]},
		Monetary:  rfm.Cut{Method: p.Method, Bins: p.Bins[2]},
	}
}

// NewPlan reads -method, -bins and -segments; empty texts are flags that were not given.
func NewPlan(method, bins, segments string) (Plan, error) {
	var p Plan
	var err error
	if p.Method, err = rfm.ParseMethod(method); err != nil || p.Method == rfm.Explicit {
		return p, fmt.Errorf("-method %q is not allowed; want value, ntile, type7plus1, meansplit, equalwidth, logwidth or jenks", method)
	}
	set, err := SetOf(p.Method, segments)
	if err != nil {
		return p, err
	}
	if p.Bins, err = chooseBins(p.Method, bins, segments, set.Bins); err != nil {
		return p, err
	}
	return p.with(set, segments)
}

// with adds a set of segments, if it fits the bins; one that was asked for must.
func (p Plan) with(set rfm.Set, segments string) (Plan, error) {
	switch {
	case p.Bins == set.Bins:
		p.Set = &set
	case segments != "":
		return p, fmt.Errorf("-segments %s needs %s scores, but there are %s", segments, InWords(set.Bins), InWords(p.Bins))
	default:
		p.Note = fmt.Sprintf("scores only: the segment set %q needs %s scores, and there are %s", set.ID, InWords(set.Bins), InWords(p.Bins))
	}
	return p, nil
}

// SetOf returns the set of segments asked for; for the empty text the one that fits the method.
func SetOf(method rfm.Method, segments string) (rfm.Set, error) {
	switch {
	case segments == "hotel":
		return rfm.Hotel(), nil
	case segments == "ten":
		return rfm.TenSegments(), nil
	case segments == "eight":
		return rfm.EightClasses(), nil
	case segments == "four":
		return rfm.FourClasses(), nil
	case segments != "":
		return rfm.Set{}, fmt.Errorf("-segments %q is not allowed; want hotel, ten, eight or four", segments)
	case method == rfm.MeanSplit:
		return rfm.EightClasses(), nil
	case method == rfm.Type7Plus1:
		return rfm.TenSegments(), nil
	}
	return rfm.Hotel(), nil
}

// chooseBins returns the bins asked for, else those that fit the method and the segments asked for.
func chooseBins(method rfm.Method, text, segments string, need [3]int) ([3]int, error) {
	bins := [3]int{5, 5, 5}
	switch {
	case text != "":
		var err error
		if bins, err = parseBins(text); err != nil {
			return bins, err
		}
	case method == rfm.MeanSplit:
		bins = [3]int{2, 2, 2}
	case segments != "":
		bins = need
	}
	if method == rfm.MeanSplit && bins != [3]int{2, 2, 2} {
		return bins, fmt.Errorf("-bins %q is not allowed with -method meansplit; want 2: high or low", text)
	}
	return bins, nil
}

func parseBins(text string) ([3]int, error) {
	var bins [3]int
	parts := strings.Split(text, ",")
	if len(parts) == 1 {
		parts = []string{parts[0], parts[0], parts[0]}
	}
	if len(parts) != 3 {
		return bins, binsError(text)
	}
	for i, part := range parts {
		n, err := strconv.Atoi(strings.TrimSpace(part))
		if err != nil || n < 2 || n > 10 {
			return bins, binsError(text)
		}
		bins[i] = n
	}
	return bins, nil
}

func binsError(text string) error {
	return fmt.Errorf("-bins %q is not allowed; want a number from 2 to 10, or three of them for recency, frequency and monetary", text)
}

// InWords writes 5 x 5 x 5.
func InWords(bins [3]int) string { return fmt.Sprintf("%d x %d x %d", bins[0], bins[1], bins[2]) }
