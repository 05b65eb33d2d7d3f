package loyalty_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"

	gocmp "github.com/google/go-cmp/cmp"
)

func TestPresetsAreTheProgrammesOfTestdata(t *testing.T) {
	if diff := gocmp.Diff(programmes(t), loyalty.Presets()); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	for _, name := range loyalty.Presets() {
		if p, err := loyalty.Preset(name); err != nil || p.Validate() != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"", "hilton.json", "../doc", "hilton.cases", "Hilton"} {
		_, err := loyalty.Preset(name)
		if param, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || param.Param != "name" {
			t.Errorf("%q: got %v", name, err)
		}
	}
}

// A house that starts from the rules of a chain.
func ExamplePreset_rulesOfAChain() {
	p, err := loyalty.Preset("wyndham-2020")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, tier := range p.Versions[0].Tiers {
		fmt.Println(tier.ID)
	}
	// Output:
	// blue
	// gold
	// platinum
	// diamond
}

func ExamplePresets_listToChooseFrom() {
	fmt.Println(loyalty.Presets()[0])
	// Output: accor-2025
}
