// Package words says what both pages and summary.json say alike: conditions, the rules by which visits become activity,
// and where the data comes from.
package words
