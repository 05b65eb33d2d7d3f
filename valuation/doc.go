// Package valuation says what a guest has been, is and could be worth.
package valuation
