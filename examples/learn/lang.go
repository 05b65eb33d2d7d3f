package main

import (
	"maps"
	"slices"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// words are what a page says in Chinese.
var words = &lang.Catalogue{Texts: lang.Join(chinese, chineseTold)}

// en is the language of the text for a terminal.
var en = lang.English(words)

// told says what comes as a finished English text, as notes do.
func told(p lang.Printer, text string) string {
	return p.Told(text, slices.Sorted(maps.Keys(chineseTold)), nil)
}
