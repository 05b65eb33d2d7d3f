// Package special has the functions of probability models that neither the standard library nor gonum has.
package special
