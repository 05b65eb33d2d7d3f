package refuse_test

import (
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

func TestEachTextHasItsPlace(t *testing.T) {
	want := hotelcrm.ParamError{Param: "Nights", Value: "-1", Allowed: "0 or more"}
	if got, ok := errors.AsType[*hotelcrm.ParamError](refuse.Param("Nights", "-1", "0 or more")); !ok || *got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
