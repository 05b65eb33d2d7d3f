// Package prose writes numbers, amounts, shares, days and names as people read them, on a page or in a message.
//
// Programs read other files: see packages numeral and record.
package prose
