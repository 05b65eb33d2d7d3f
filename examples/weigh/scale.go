package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// parseScale reads a scale: "keywords", "ladder", the points of a ladder such as 10,8,6,4,2, or a range such as 1-5.
func parseScale(text string) (satisfaction.Scale, error) {
	switch {
	case text == "keywords":
		return satisfaction.Keywords(), nil
	case text == "ladder":
		return satisfaction.Ladder(10, 8, 6, 4, 2)
	case strings.Contains(text, ","):
		var points []int64
		for _, part := range strings.Split(text, ",") {
			p, err := strconv.ParseInt(strings.TrimSpace(part), 10, 32)
			if err != nil {
				return satisfaction.Scale{}, fmt.Errorf("%q is not allowed; want whole numbers, best first, such as 10,8,6,4,2", text)
			}
			points = append(points, p)
		}
		return satisfaction.Ladder(points...)
	}
	first, last, ok := strings.Cut(text, "-")
	low, err := strconv.ParseInt(first, 10, 32)
	high, err2 := strconv.ParseInt(last, 10, 32)
	if !ok || err != nil || err2 != nil {
		return satisfaction.Scale{}, fmt.Errorf("%q is not allowed; want a range such as 1-5, points such as 10,8,6,4,2, ladder or keywords", text)
	}
	return satisfaction.Direct(low, high)
}

// parseMissing reads words for no answer: NA,n/a=not-applicable.
func parseMissing(text string) (map[string]satisfaction.Answer, error) {
	if text == "" {
		return nil, nil
	}
	reasons := []satisfaction.Answer{satisfaction.Blank, satisfaction.NotApplicable, satisfaction.Refused, satisfaction.NotAsked}
	out := map[string]satisfaction.Answer{}
	for _, part := range strings.Split(text, ",") {
		word, reason, ok := strings.Cut(part, "=")
		if !ok {
			reason = satisfaction.Blank.String()
		}
		known := false
		for _, r := range reasons {
			if r.String() == reason {
				out[strings.TrimSpace(word)], known = r, true
			}
		}
		if !known || strings.TrimSpace(word) == "" {
			return nil, fmt.Errorf("%q is not allowed; want a word, or word=reason with the reason blank, not-applicable, refused or not-asked", part)
		}
	}
	return out, nil
}
