package movement_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/movement"
)

func ExampleSnapshotOf_intoTheLog() {
	schema, err := segment.NewSchema([]segment.Attribute{
		{ID: "visits", Kind: segment.Numeric, Count: true},
		{ID: "revenue", Kind: segment.Money, Currency: "CNY"},
	}, nil)
	if err != nil {
		panic(err)
	}
	b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: hotelcrm.DateOf(2026, 6, 30)}, []string{"chen", "li", "wang", "zhao"})
	if err != nil {
		panic(err)
	}
	guests := b.Guests(nil)
	guests.Texts("visits", []string{"2", "1", "7", "3"})
	guests.Texts("revenue", []string{"5200.00", "880.00", "46000.00", "30000.00"})
	table, err := b.Build()
	if err != nil {
		panic(err)
	}
	classifier, err := segment.NewClassifier(schema, segment.Plan{
		Version: 1, ID: "tiers", Revision: 4, Mode: segment.Exclusive,
		Classes: []segment.Class{{ID: "gold", When: segment.AllOf(segment.Is("visits", segment.GreaterEqual, "3"), segment.Is("revenue", segment.GreaterEqual, "20000"))}},
		Else:    &segment.Class{ID: "silver"},
	})
	if err != nil {
		panic(err)
	}
	assigned, err := classifier.Assign(table)
	if err != nil {
		panic(err)
	}
	snapshot, err := movement.SnapshotOf(assigned)
	if err != nil {
		panic(err)
	}
	for i := range snapshot.Guests {
		snapshot.Reasons = append(snapshot.Reasons, assigned.Because(i))
	}
	log, err := movement.NewLog("tiers")
	if err != nil {
		panic(err)
	}
	changed, err := log.Record(snapshot)
	fmt.Println(changed.Entered, err)
	now, _ := log.At("zhao", hotelcrm.DateOf(2026, 7, 15))
	fmt.Println(now.Class, "by revision", now.Revision, "because", now.Reason)
	// Output:
	// 4 <nil>
	// gold by revision 4 because visits = 3, revenue = 30000.00
}
