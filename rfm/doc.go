// Package rfm scores guests by recency, frequency and monetary value and sorts the scores into named segments.
//
// # When to use it
//
// To find out in a minute who comes often, who spends, who has stopped coming, and whom to write to first. RFM looks
// back only: it says nothing about what a guest will be worth, and it ranks guests against each other, so somebody is
// always best, in a poor year too.
//
// # Model
//
// Three axes: recency is the number of whole days from a guest's last day in the house to the analysis date, frequency
// the number of visits (or nights), monetary the revenue (or revenue per visit or night), all within the window of the
// [hotelcrm.Summaries]. Two more are there for the asking (LRFM and LRFMP, see [LRFMP]):
//
//	axis          value                                                          best     not known
//	length        days from the first arrival to the last day in the house       long     without a first arrival
//	periodicity   standard deviation of the days between successive arrivals     small    below 3 visits, or without
//	                                                                                      first and last arrival
//
// With the days d₁, ..., dg between the arrivals of g+1 visits, that is
//
//	periodicity = √(Σ(dᵢ - d̄)² / g) = √(g·Σdᵢ² - (Σdᵢ)²) / g,
//
// found by integers and rounded half to even at 6 decimal places of a day. Who comes at regular intervals, short or
// long, has a small one. Guests of whom a value is not known have no part in the cuts of that axis, get its lowest score,
// 1, and are counted in a warning. Segments look at recency, frequency and monetary alone.
//
// Each axis is cut into bins, and a bin has a score: 1 is worst, the number of bins is best, on every axis. How the cuts
// are found is the [Method]:
//
//	method        cuts                                                   equal values, equal score
//	value         nearest-rank quantiles, bins (a, b]; the default       yes
//	ntile         n/k guests each, ties broken by guest id: SQL NTILE    no
//	type7plus1    type-7 quantile + 1, bins [a, b): R package rfm        yes
//	meansplit     the mean: high or low                                  yes
//	equalwidth    min + (max-min)·i/k, bins (a, b]                       yes
//	logwidth      min·(max/min)^(i/k) of the values above 0, bins (a, b] yes
//	jenks         natural breaks (k-means on one axis), bins (a, b]      yes
//	explicit      the caller's own                                       yes
//
// Nearest rank: cut i of k is the value at position ⌈n·i/k⌉ of the n sorted values (type 1 of Hyndman and Fan 1996), so
// every cut is a value that occurs. Where ties make cuts coincide they are merged and the scores between them stay
// unused: with 70 % of guests at one visit, frequency has the scores 1, 4 and 5. A cut that no value lies above is
// dropped, so that the highest values have the score of the last bin even where many share them. If all values are
// equal there is one bin, and its score is the middle one on every axis. The result says how many bins are in effect.
//
// Logwidth rounds its boundaries down to the decimal places of the values, by integers, so that every platform finds the
// same; values of 0 and less are in the lowest bin, and with no value above 0 there is one bin.
//
// Jenks finds the bins with the least sum of squared distances from the bin means, exactly: a cut is the largest value
// of the bin below it. Of equally good divisions it takes the one whose highest bin begins lowest. Beyond 16,384
// different values, or where they lie 2³² units apart or more, neighbours are first put together in cells of equal
// width, the smallest power of two times the values' greatest common step that leaves no more than that. With fewer
// values than bins each has its own bin, and the scores are spread evenly from 1 for the worst to the number of bins for
// the best, rounded down.
//
// Bins of recency and periodicity, like those of the other axes, are (a, b] in days; it is the scores that are turned
// round.
//
// [Scores.Weighted] makes one value and a rank of the scores by declared weights. Where the guests lie on several
// machines, each fills a [Histogram]; merged, they give the same thresholds as all guests together.
//
// [Thresholds] are a value: save them as JSON, score next month's guests against them, and a score moves only when the
// guest moves.
//
// # Defaults
//
//	what        default
//	method      value
//	bins        5 on each axis
//	axes        recency, frequency, monetary; Config.Length and Config.Periodicity ask for theirs
//	frequency   of visits; Config.FrequencyOf: nights or room nights
//	monetary    of the total revenue; Config.MonetaryOf: per visit or per night
//	segments    Hotel, a complete set; also TenSegments, EightClasses, FourClasses
//
// # Sources
//
// A. M. Hughes, Strategic Database Marketing (1994), for the three axes; the R package rfm 0.3.0 for type7plus1 and the
// ten segments; R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996)
// 361-365, for the quantile types; G. F. Jenks, The Data Model Concept in Statistical Mapping, International Yearbook of
// Cartography 7 (1967) 186-190, for natural breaks; H.-H. Chang and S.-F. Tsay, Integrating of SOM and K-means in Data
// Mining Clustering, Journal of Information Management 11 (2004) 161-203, for length; S. Peker, A. Kocyigit and P. E.
// Eren, LRFMP Model for Customer Segmentation in the Grocery Retail Industry, Marketing Intelligence & Planning 35 (2017)
// 544-559, for periodicity. They count days between purchases; a stay has two ends, and here length runs to the last day
// in the house, periodicity from arrival to arrival.
package rfm
