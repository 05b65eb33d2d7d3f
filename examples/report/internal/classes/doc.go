// Package classes puts the guests into classes: by a plan of conditions, by the stage of their life with the house, and
// by what they contribute. It tells how they moved in a year, what is odd about the plan, and why one guest is in a
// class.
package classes
