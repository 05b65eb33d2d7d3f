package chinese

import (
	"maps"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
)

func TestEveryTextHasOnePlace(t *testing.T) {
	for _, text := range langtest.Twice(t, ".") {
		t.Errorf("two parts say %q", text)
	}
}

func TestWarningsHaveTheirValues(t *testing.T) {
	langtest.Complete(t, Words, slices.Collect(maps.Keys(warnings)))
}
