// Package plural writes numbers with their nouns.
package plural

import "fmt"

// Of returns a number with its noun, and with the verb if that follows the number too: "1 guest is", "2 guests are".
func Of[T int | int64 | float64](n T, one, many string) string {
	if n == 1 {
		many = one
	}
	return fmt.Sprint(n, " ", many)
}
