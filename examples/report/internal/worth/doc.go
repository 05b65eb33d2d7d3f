// Package worth tells what the guests have been, are and could be worth, each alone and the guests of the last year
// together.
package worth
