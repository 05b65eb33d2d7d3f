// Package style is the look that the pages of the examples have in common.
package style

import _ "embed"

// Base is what every page has: colours for light and dark, headings, figures at the top, tables, notes.
//
//go:embed base.css
var Base string

// Page follows Base on a page without needs of its own: figures, facts, footer, print.
//
//go:embed page.css
var Page string
