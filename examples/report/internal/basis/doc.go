// Package basis is what all chapters of the report reckon by: the level of confidence, the rounding of money, and exact
// sums of what guests bring.
package basis
