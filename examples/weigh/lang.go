package main

import (
	"maps"
	"slices"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// words are what a page says in Chinese, and the codes that English explains.
var words = &lang.Catalogue{Texts: lang.Join(chinese, chineseTold), Codes: chineseCodes, English: englishCodes}

// english is the language of the text for a terminal.
var english = lang.English(words)

// englishCodes are the codes that a reader would not understand as they are.
var englishCodes = map[string]string{
	"saaty": "Saaty", "saaty-revised": "Saaty, revised", "alonso-lamata": "Alonso and Lamata", "alonso-lamata-line": "line by Alonso and Lamata",
	"donegan-dodd": "Donegan and Dodd", "critic": "CRITIC", "by-level": "their weight goes to the others beside them",
}

// told says what comes as a finished English text, as warnings do.
func told(p lang.Printer, text string) string {
	return p.Told(text, slices.Sorted(maps.Keys(chineseTold)), nil)
}
