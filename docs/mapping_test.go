package docs_test

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
)

// TestMappingCoversEveryField: the tables name all fields of a stay and of its revenue, each once and in their order.
func TestMappingCoversEveryField(t *testing.T) {
	page := read(t, "mapping.md")
	for _, test := range []struct {
		heading string
		want    []string
	}{
		{"## Fields", fields(hotelcrm.Stay{})},
		{"## Revenue", fields(hotelcrm.Revenue{})},
	} {
		if got := firstColumn(t, page, test.heading); !slices.Equal(got, test.want) {
			t.Errorf("%s has %q, want %q", test.heading, got, test.want)
		}
	}
}

// TestMappingCoversEveryStatus: the table of status words has one row for each status.
func TestMappingCoversEveryStatus(t *testing.T) {
	rows := firstColumn(t, read(t, "mapping.md"), "## Status")
	for s := hotelcrm.Tentative; s <= hotelcrm.NoShow; s++ {
		name := strings.ReplaceAll(s.String(), "-", "")
		if !slices.ContainsFunc(rows, func(row string) bool { return strings.EqualFold(row, name) }) {
			t.Errorf("no row for %s", s)
		}
	}
}

// fields returns the names of a struct's fields.
func fields(of any) []string {
	var names []string
	for i := range reflect.TypeOf(of).NumField() {
		names = append(names, reflect.TypeOf(of).Field(i).Name)
	}
	return names
}

// firstColumn returns the code in the first column of the tables below a heading.
func firstColumn(t *testing.T, page, heading string) []string {
	t.Helper()
	_, rest, ok := strings.Cut(page, "\n"+heading+"\n")
	if !ok {
		t.Fatalf("no heading %q", heading)
	}
	section, _, _ := strings.Cut(rest, "\n## ")
	var cells []string
	for _, row := range regexp.MustCompile("(?m)^\\| `(\\w+)` \\|").FindAllStringSubmatch(section, -1) {
		if row[1] != "Stay" && row[1] != "Revenue" || len(cells) > 0 {
			cells = append(cells, row[1])
		}
	}
	return cells
}
