// Package mood says which guests are unhappy, for all programs alike: whoever is in the list of the report is marked at
// the front desk, too.
package mood

import "math"

// Middle returns the middle of a scale by its ends, below which a guest is unhappy. The words of all scales have it for
// neither: “fair” of five words, “no feeling” of seven; whatever lies below is said in words of displeasure. So one rule
// serves scales of words and of numbers, of any length and step.
//
// Source: Gong (2009), section 3.3.1.
func Middle(low, high float64) float64 { return low + (high-low)/2 }

// fine is how many parts of a point scores are compared in: files have four decimal places.
const fine = 1e4

// Unhappy reports whether a score is below the middle of its scale, both rounded as in files: a sum that should be the
// middle itself may be a hair below it.
func Unhappy(score, middle float64) bool { return math.Round(score*fine) < math.Round(middle*fine) }
