// Package browsertest finds what is wrong with a page: Whole in its text, Sound in what a browser makes of it.
package browsertest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	unsaid  = regexp.MustCompile(`NaN|ZgotmplZ|<no value>|%!|&lt;nil&gt;|\bInf(?:inity)?\b`)
	title   = regexp.MustCompile(`<title>[^<]*`)
	outside = regexp.MustCompile(`<(?:script|link|img|iframe|object|embed|base)\b|@import|url\(|https?://|="//| on[a-z]+="`)
)

// Whole fails the test for each fault of a page that its text alone shows: a value that could not be written, a request to
// outside or a script, tags that do not close in order, elements where a browser would not leave them, ids that are used
// twice or lead nowhere, tables, rows and headings without names, a page without language, title, first heading, main part
// or link past its header.
func Whole(t testing.TB, page string) {
	t.Helper()
	for _, fault := range faults(page) {
		t.Errorf("page %q: %s", strings.TrimPrefix(title.FindString(page), "<title>"), fault)
	}
}

func faults(page string) []string {
	out := append(found(page, unsaid, "a value was not written"), found(page, outside, "it is not by itself")...)
	return append(out, read(page)...)
}

// found tells each text that a rule forbids once, with what stands around it.
func found(page string, rule *regexp.Regexp, what string) (out []string) {
	var told []string
	for _, at := range rule.FindAllStringIndex(page, -1) {
		text := page[at[0]:at[1]]
		if !slices.Contains(told, text) {
			told = append(told, text)
			out = append(out, fmt.Sprintf("%s: %s in %q", what, text, page[max(at[0]-40, 0):min(at[1]+40, len(page))]))
		}
	}
	return out
}
