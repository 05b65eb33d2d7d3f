package guest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/hotelcrm/hotelcrm"
)

// Find returns the place of the guest that -guest names among the summaries.
//
// Errors: an id of nobody; the text names the nearest form that an id has here, and no id.
func Find(of *hotelcrm.Summaries, id string) (int, error) {
	id = strings.TrimSpace(id)
	for _, text := range []string{id, strings.TrimPrefix(id, "'")} { // guests.csv may put an apostrophe before it
		if i, found := of.Find(text); found {
			return i, nil
		}
	}
	return 0, fmt.Errorf("-guest: %s", unknownID(id, of.Guests()))
}

// unknownID says why nobody has an id.
func unknownID(id string, all []string) string {
	forms, bare := map[string]int{}, bareID(id)
	for _, one := range all {
		if bareID(one) == bare {
			return "no guest of this report has that id as written; one has it with other capitals, spaces or signs: " + formText(idForm(one))
		}
		forms[idForm(one)]++
	}
	if own := idForm(id); forms[own] > 0 {
		return "no guest of this report has that id, though " + formText(own) + " is right; whoever has no visit that counts is not in the report"
	}
	return "no guest of this report has that id; the nearest allowed form is " + formText(nearestForm(id, forms))
}

func formText(form string) string {
	return fmt.Sprintf("%q (9 any digit, A any capital letter, a any other letter)", form)
}

// nearestForm returns the form that takes the fewest changes of one sign; of several the one of the most guests, then
// the first.
func nearestForm(id string, forms map[string]int) string {
	own := idForm(id)
	return slices.MinFunc(slices.Collect(maps.Keys(forms)), func(a, b string) int {
		return cmp.Or(cmp.Compare(changesOf(own, a), changesOf(own, b)), cmp.Compare(forms[b], forms[a]), cmp.Compare(a, b))
	})
}

// longestForm is how many signs of an id a form shows, so that an error stays a line.
const longestForm = 40

// idForm writes 9 for every digit, A for every capital and a for every other letter.
func idForm(id string) string {
	var b strings.Builder
	n := 0
	for _, r := range id {
		if n++; n > longestForm {
			return b.String() + "..."
		}
		switch {
		case unicode.IsDigit(r):
			r = '9'
		case unicode.IsUpper(r):
			r = 'A'
		case unicode.IsLetter(r):
			r = 'a'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// bareID leaves the letters, small, and the digits.
func bareID(id string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, id)
}

// changesOf returns how many signs must be put in, left out or changed (Levenshtein).
func changesOf(from, to string) int {
	a, b := []rune(from), []rune(to)
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		corner := row[0]
		row[0] = i + 1
		for j := range b {
			change := corner
			if a[i] != b[j] {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
