package main

import (
	"fmt"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/sim"
)

func TestAliveIsCalibrated(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	rows := done(t).guests(t)
	type one struct {
		p     float64
		alive bool
		x     bool
	}
	var list []one
	for _, p := range hotel.Profiles {
		row := rows[p.ID]
		if p.Kind != sim.Person || row == nil {
			continue
		}
		var v float64
		fmt.Sscan(row[18], &v)
		list = append(list, one{v, p.Inactive.IsZero(), row[3] != "1"})
	}
	slices.SortStableFunc(list, func(a, b one) int {
		if a.p < b.p {
			return -1
		}
		if a.p > b.p {
			return 1
		}
		return 0
	})
	for d := range 10 {
		part := list[d*len(list)/10 : (d+1)*len(list)/10]
		s, n := 0.0, 0
		for _, o := range part {
			s += o.p
			if o.alive {
				n++
			}
		}
		fmt.Println(d, len(part), s/float64(len(part)), float64(n)/float64(len(part)))
	}
}
