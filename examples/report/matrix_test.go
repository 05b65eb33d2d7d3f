package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
)

// The plane is drawn whatever the values are.
func TestOddHotelsOnThePlane(t *testing.T) {
	profiles := written(t, "crm.csv", "guest,motive,satisfaction\na,business,3\nb,leisure,5\nc,leisure,1\n")
	for name, test := range map[string]struct{ rows, args string }{
		"one guest":     {"a,2023-01-01,5", ""},
		"no value":      {"a,2023-01-01,0\nb,2023-01-01,0", ""},
		"all at a loss": {"a,2023-01-01,5\nb,2023-01-01,7\nc,2023-02-01,9", "-cost 1000"},
		"all equal":     {"a,2023-01-01,5\nb,2023-01-01,5\nc,2023-01-01,5", ""},
		"a cent":        {"a,2023-01-01,0.01\nb,2023-01-01,0.02", ""},
		"enormous":      {"a,2023-01-01,123456789012345678901234567890\nb,2023-01-01,7", "-years 50"},
		"far below 0":   {"a,2023-01-01,-123456789012345678901234567890\nb,2023-01-01,7", "-cost 99999999999999999999"},
	} {
		t.Run(name, func(t *testing.T) {
			args := append(strings.Fields(test.args), "-stays", written(t, "stays.csv", "guest,arrival,revenue\n"+test.rows+"\n"), "-profiles", profiles)
			out := done(t, args...)
			checkPage(t, out)
			checkValues(t, out)
			if page := string(out.file(t, page.Name)); strings.Count(page, `class="cut"`) != 1 || strings.Contains(page, "Inf") {
				t.Error("the matrix is not drawn")
			}
		})
	}
}
