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

func TestValuesHaveNames(t *testing.T) { enumtest.Names(t, parseView, "lake", "street") }

func TestOthersAreRefusedAsAParameter(t *testing.T) {
	_, err := parseView("garden")
	if p, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || p.Param != "view" || p.Value != "garden" || p.Allowed != "one of lake, street" {
		t.Errorf("got %v", err)
	}
}

func TestTheUnsetValueBecomesTheDefault(t *testing.T) {
	unset, set, wrong := view(0), view(2), view(3)
	if err := choice.Default(views, "view", &unset, 1); err != nil || unset != 1 {
		t.Errorf("unset: %v, %v", unset, err)
	}
	if err := choice.Default(views, "view", &set, 1); err != nil || set != 2 {
		t.Errorf("set: %v, %v", set, err)
	}
	if p, ok := errors.AsType[*hotelcrm.ParamError](choice.Default(views, "view", &wrong, 1)); !ok || p.Value != "3" {
		t.Errorf("wrong: %v", p)
	}
}
