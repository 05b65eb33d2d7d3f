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
// the number of visits, monetary the revenue, all within the window of the [hotelcrm.Summaries]. Each axis is cut
// into bins, and a bin has a score: 1 is worst, the number of bins is best, on every axis. How the cuts are found is
// the [Method]:
//
//	method        cuts                                                   equal values, equal score
//	value         nearest-rank quantiles, bins (a, b]; the default       yes
//	ntile         n/k guests each, ties broken by guest id: SQL NTILE    no
//	type7plus1    type-7 quantile + 1, bins [a, b): R package rfm        yes
//	meansplit     the mean: high or low                                  yes
//	explicit      the caller's own                                       yes
//
// Nearest rank: cut i of k is the value at position ⌈n·i/k⌉ of the n sorted values (type 1 of Hyndman and Fan 1996), so
// every cut is a value that occurs. Where ties make cuts coincide they are merged and the scores between them stay
// unused: with 70 % of guests at one visit, frequency has the scores 1, 4 and 5. A cut that no value lies above is
// dropped, so that the highest values have the score of the last bin even where many share them. If all values are
// equal there is one bin, and its score is the middle one on every axis. The result says how many bins are in effect.
//
// Bins of recency, like those of the other axes, are (a, b] in days; it is the scores that are turned round.
//
// [Thresholds] are a value: save them as JSON, score next month's guests against them, and a score moves only when the
// guest moves.
//
// # Defaults
//
//	what        default
//	method      value
//	bins        5 on each axis
//	segments    [Hotel], a complete set; also [TenSegments], [EightClasses], [FourClasses]
//
// # Sources
//
// A. M. Hughes, Strategic Database Marketing (1994), for the three axes; the R package rfm 0.3.0 for type7plus1 and the
// ten segments; R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996)
// 361-365, for the quantile types.
package rfm
