// Package numeral writes numbers as the files for programs hold them: a stated number of digits, and nothing where
// there is no number.
package numeral
