package loyalty_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// manyMembers returns members with ten lines each, of three years.
func manyMembers(n int) []loyalty.Member {
	random := rand.New(rand.NewPCG(1, 2))
	brands := []string{"palace", "inn", "residence", "house"}
	lines := make([]loyalty.Activity, 10*n)
	members := make([]loyalty.Member, n)
	for i := range members {
		own := lines[10*i : 10*i+10 : 10*i+10]
		date := day("2024-01-01").AddDays(random.IntN(60))
		for k := range own {
			date = date.AddDays(random.IntN(200))
			nights := 1 + random.IntN(12)
			own[k] = loyalty.Activity{
				Date: date, Kind: loyalty.KindStay, Nights: int32(nights), Stays: 1, Points: int64(900 * nights),
				Spend: decimal.New(int64(nights*10000+random.IntN(9999)), -2), Brand: brands[random.IntN(4)],
			}
		}
		members[i] = loyalty.Member{ID: fmt.Sprint("m", i), Enrolled: day("2023-11-11"), Activities: own}
	}
	return members
}

func TestStatusDoesNotAllocate(t *testing.T) {
	members := manyMembers(50)
	for _, name := range programmes(t) {
		v := engineOf(t, name).Evaluator()
		at := loyalty.AsOf{On: day("2026-11-22")}
		run := func() {
			for i := range members {
				if _, err := v.Status(&members[i], at); err != nil {
					t.Fatal(err)
				}
			}
		}
		run()
		if n := testing.AllocsPerRun(10, run); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

func BenchmarkStatus(b *testing.B) {
	members := manyMembers(1000)
	for _, name := range []string{"marriott-2024", "hilton", "ihg-2022", "gha-2021", "btg-homeinns", "thesis-2009-members"} {
		b.Run(name, func(b *testing.B) {
			v := engineOf(b, name).Evaluator()
			at := loyalty.AsOf{On: day("2026-11-22")}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if _, err := v.Status(&members[i%len(members)], at); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
