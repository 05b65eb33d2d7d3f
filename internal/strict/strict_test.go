package strict_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/strict"
)

func TestDecode(t *testing.T) {
	var out struct{ Nights int }
	if err := strict.Decode([]byte(` {"nights": 3} `), &out); err != nil || out.Nights != 3 {
		t.Errorf("%+v, %v", out, err)
	}
	for _, text := range []string{``, `{`, `{"nights": 3, "rooms": 1}`, `{"nights": "3"}`, `{"nights": 3} {}`, `{"nights": 3} x`} {
		if err := strict.Decode([]byte(text), &out); err == nil {
			t.Errorf("%s: want an error", text)
		}
	}
}

func TestVersion(t *testing.T) {
	if err := strict.Version("Plan.Version", 2, 2); err != nil {
		t.Error(err)
	}
	if err := strict.Version("Plan.Version", 3, 2); !errors.Is(err, hotelcrm.ErrVersion) || !strings.Contains(err.Error(), `Plan.Version: "3" is not allowed; want 1 to 2`) {
		t.Errorf("newer: %v", err)
	}
	if p, ok := errors.AsType[*hotelcrm.ParamError](strict.Version("Plan.Version", 0, 2)); !ok || p.Param != "Plan.Version" {
		t.Error("none: want a wrong parameter")
	}
}
