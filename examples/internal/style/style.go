// Package style is the look that the pages of the examples have in common.
package style

import _ "embed"

// Page is the style sheet of a page: colours for light and dark, headings, figures at the top, tables, notes, print.
//
//go:embed page.css
var Page string
