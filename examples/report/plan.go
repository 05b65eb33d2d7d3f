package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/rfm"
)

// plan is how guests are scored and segmented.
type plan struct {
	method rfm.Method      // of recency, where the axes differ
	frozen *rfm.Thresholds // nil: they are found from the guests
	bins   [3]int          // of recency, frequency and monetary
	set    *rfm.Set        // nil: scores only
	note   string          // why there are no segments
}

func (p plan) config() rfm.Config {
	return rfm.Config{
		Recency:   rfm.Cut{Method: p.method, Bins: p.bins[0]},
		Frequency: rfm.Cut{Method: p.method, Bins: p.bins[1]},
		Monetary:  rfm.Cut{Method: p.method, Bins: p.bins[2]},
	}
}

// newPlan reads -method, -bins and -segments; empty texts are flags that were not given.
func newPlan(method, bins, segments string) (plan, error) {
	var p plan
	var err error
	if p.method, err = rfm.ParseMethod(method); err != nil || p.method == rfm.Explicit {
		return p, fmt.Errorf("-method %q is not allowed; want value, ntile, type7plus1, meansplit, equalwidth, logwidth or jenks", method)
	}
	set, err := chooseSet(p.method, segments)
	if err != nil {
		return p, err
	}
	if p.bins, err = chooseBins(p.method, bins, segments, set.Bins); err != nil {
		return p, err
	}
	return p.with(set, segments)
}

// with adds a set of segments, if it fits the bins; one that was asked for must.
func (p plan) with(set rfm.Set, segments string) (plan, error) {
	switch {
	case p.bins == set.Bins:
		p.set = &set
	case segments != "":
		return p, fmt.Errorf("-segments %s needs %s scores, but there are %s", segments, inWords(set.Bins), inWords(p.bins))
	default:
		p.note = fmt.Sprintf("scores only: the segment set %q needs %s scores, and there are %s", set.ID, inWords(set.Bins), inWords(p.bins))
	}
	return p, nil
}

func chooseSet(method rfm.Method, segments string) (rfm.Set, error) {
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

// inWords writes 5 x 5 x 5.
func inWords(bins [3]int) string { return fmt.Sprintf("%d x %d x %d", bins[0], bins[1], bins[2]) }
