// Package reckon puts the chapters of the report together: it makes all figures, those that nobody waits for in the
// background, and says what they lack.
//
// The chapters stand below it, each a package with a result of its own. No room from here down knows of a page.
package reckon
