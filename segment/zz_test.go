package segment_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/segment"
)

func TestZZ(t *testing.T) {
	schema := must(segment.NewSchema(segment.GuestClassAttributes(), nil))
	for _, r := range []segment.GuestClassReading{{}, {FiveIsOrdinary: true}, {VisitsAndSpend: true}, {VisitsAndSpend: true, FiveIsOrdinary: true}} {
		c := must(segment.NewClassifier(schema, segment.GuestClasses(r)))
		start := time.Now()
		l := c.Lint(segment.LintSetup{})
		fmt.Println(r, time.Since(start), l.Complete, len(l.Gaps), len(l.Overlaps), len(l.Unreachable))
		for _, g := range l.Gaps {
			fmt.Println("  gap", g.When, g.Example)
		}
		for _, g := range l.Overlaps {
			fmt.Println("  overlap", g)
		}
	}
	schema = must(segment.NewSchema(append(segment.HotelAttributes(), segment.BehaviourAttributes()...), nil))
	c := must(segment.NewClassifier(schema, segment.BehaviourGroups(segment.Exclusive)))
	start := time.Now()
	l := c.Lint(segment.LintSetup{})
	fmt.Println(time.Since(start), l.Complete, len(l.Gaps), len(l.Overlaps), l.Unreachable)
	for _, g := range l.Overlaps[:5] {
		fmt.Println("  overlap", g)
	}
	for _, g := range l.Gaps[:min(5, len(l.Gaps))] {
		fmt.Println("  gap", g.When, g.Example)
	}
}
