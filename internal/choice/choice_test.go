package choice_test

import (
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/enumtest"
)

type view uint8

var views = enum.Names{"", "lake", "street"}

func (v view) String() string                { return views.String(uint8(v)) }
func (v view) MarshalText() ([]byte, error)  { return choice.Marshal(views, "view", v) }
func (v *view) UnmarshalText(b []byte) error { return choice.Unmarshal(views, "view", b, v) }
func parseView(text string) (view, error)    { return choice.Parse[view](views, "view", text) }

func TestValuesHaveNames(t *testing.T) { enumtest.RoundTrip(t, view(2), parseView) }

func TestOthersAreRefusedAsAParameter(t *testing.T) {
	_, err := parseView("garden")
	if p, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || p.Param != "view" || p.Value != "garden" || p.Allowed != "one of lake, street" {
		t.Errorf("got %v", err)
	}
}
