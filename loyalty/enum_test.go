package loyalty_test

import (
	"encoding"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

func TestNamesComeBack(t *testing.T) {
	type enum interface {
		fmt.Stringer
		encoding.TextMarshaler
	}
	type pair struct {
		value enum
		read  encoding.TextUnmarshaler
	}
	counts := map[string]func(uint8) pair{
		"7 kinds":      func(i uint8) pair { return pair{loyalty.Kind(i), new(loyalty.Kind)} },
		"8 metrics":    func(i uint8) pair { return pair{loyalty.Metric(i), new(loyalty.Metric)} },
		"6 windows":    func(i uint8) pair { return pair{loyalty.WindowKind(i), new(loyalty.WindowKind)} },
		"4 validities": func(i uint8) pair { return pair{loyalty.ValidityKind(i), new(loyalty.ValidityKind)} },
		"3 downgrades": func(i uint8) pair { return pair{loyalty.DowngradeKind(i), new(loyalty.DowngradeKind)} },
		"2 counters":   func(i uint8) pair { return pair{loyalty.CounterPolicy(i), new(loyalty.CounterPolicy)} },
		"3 given":      func(i uint8) pair { return pair{loyalty.Given(i), new(loyalty.Given)} },
		"10 sources":   func(i uint8) pair { return pair{loyalty.Source(i), new(loyalty.Source)} },
		"10 reasons":   func(i uint8) pair { return pair{loyalty.Reason(i), new(loyalty.Reason)} },
		"3 notices":    func(i uint8) pair { return pair{loyalty.NoticeKind(i), new(loyalty.NoticeKind)} },
	}
	for name, of := range counts {
		n, last := 0, ""
		for i := uint8(1); i < 50; i++ {
			p := of(i)
			text, err := p.value.MarshalText()
			if err != nil {
				continue
			}
			n++
			if err := p.read.UnmarshalText(text); err != nil || string(text) != p.value.String() || string(text) == last {
				t.Errorf("%s: %s, %v", name, text, err)
			}
			last = string(text)
		}
		if want := strings.Fields(name)[0]; fmt.Sprint(n) != want {
			t.Errorf("%s: got %d", name, n)
		}
		if text, err := of(0).value.MarshalText(); err != nil || len(text) != 0 || of(0).value.String() != "unset" {
			t.Errorf("%s: unset is %q, %v", name, text, err)
		}
		if err := of(0).read.UnmarshalText([]byte("nonsense")); err == nil {
			t.Errorf("%s: nonsense is read", name)
		}
	}
	_, err := loyalty.ParseMetric("moons")
	if _, ok := errors.AsType[*hotelcrm.ParamError](err); !ok {
		t.Errorf("got %v", err)
	}
}

func ExampleParseKind_fromTheFolio() {
	kind, err := loyalty.ParseKind("no-show")
	fmt.Println(kind == loyalty.KindNoShow, err)
	// Output: true <nil>
}

func ExampleParseMetric_nights() {
	metric, err := loyalty.ParseMetric("nights")
	fmt.Println(metric == loyalty.Nights, err)
	// Output: true <nil>
}

func ExampleParseSource_statusMatch() {
	source, err := loyalty.ParseSource("match")
	fmt.Println(source == loyalty.FromMatch, err)
	// Output: true <nil>
}
