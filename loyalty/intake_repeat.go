package loyalty

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// dropVersions leaves out all but one delivery of each id: the highest version counts, then the one recorded first.
func (r *Earner) dropVersions() error {
	same := func(a, b *item) int {
		return cmp.Or(compareBool(a.event, b.event), cmp.Compare(a.folio.Property, b.folio.Property), cmp.Compare(a.folio.ID, b.folio.ID))
	}
	order := r.sorted(func(it *item) bool { return it.folio.ID != "" }, func(a, b *item) int {
		return cmp.Or(same(a, b), -cmp.Compare(a.folio.Version, b.folio.Version), cmp.Compare(a.folio.Seq, b.folio.Seq), cmp.Compare(a.known(), b.known()))
	})
	var kept *item
	for _, place := range order {
		it := &r.items[place]
		switch {
		case kept == nil || same(kept, it) != 0:
			kept = it
		case it.folio.Version < kept.folio.Version:
			it.out = WasSuperseded
		case !sameBody(kept, it):
			err := lineError("id", it.folio.ID, "the same id and version came before with other content")
			err.Row = it.row
			return err
		default:
			it.out = WasRepeat
		}
	}
	return nil
}

// businessKey is what makes folios under different ids the same stay.
type businessKey struct {
	key, property, room string
	arrival             hotelcrm.Date
}

func (it *item) businessKey() businessKey {
	f := it.folio
	switch {
	case f.Key != "":
		return businessKey{key: f.Key}
	case f.Room == "" || it.event:
		return businessKey{}
	}
	return businessKey{property: f.Property, room: f.Room, arrival: f.Arrival}
}

func (k businessKey) compare(other businessKey) int {
	return cmp.Or(cmp.Compare(k.key, other.key), cmp.Compare(k.property, other.property), cmp.Compare(k.room, other.room), cmp.Compare(k.arrival, other.arrival))
}

// dropRepeats leaves out all but one folio of each business key: the highest version, then the one recorded last.
func (r *Earner) dropRepeats() {
	order := r.sorted(func(it *item) bool { return it.businessKey() != businessKey{} }, func(a, b *item) int {
		return cmp.Or(a.businessKey().compare(b.businessKey()), -cmp.Compare(a.folio.Version, b.folio.Version), -cmp.Compare(a.folio.Seq, b.folio.Seq),
			-cmp.Compare(a.known(), b.known()), -cmp.Compare(a.total, b.total), -cmp.Compare(a.folio.ID, b.folio.ID))
	})
	var kept *item
	for _, place := range order {
		it := &r.items[place]
		if kept == nil || kept.businessKey() != it.businessKey() {
			kept = it
		} else {
			it.out = WasRepeat
		}
	}
}

// sorted returns the places of the items that are not left out and wanted, in order.
func (r *Earner) sorted(wanted func(*item) bool, compare func(a, b *item) int) []int32 {
	r.order = r.order[:0]
	for i := range r.items {
		if it := &r.items[i]; it.out == 0 && wanted(it) {
			r.order = append(r.order, int32(i))
		}
	}
	if len(r.order) > 1 {
		slices.SortFunc(r.order, func(a, b int32) int { return compare(&r.items[a], &r.items[b]) })
	}
	return r.order
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// sameBody reports whether two deliveries say the same, whenever they were recorded.
func sameBody(a, b *item) bool {
	x, y := *a.folio, *b.folio
	equal := slices.EqualFunc(x.Charges, y.Charges, func(a, b Charge) bool {
		return a.Department == b.Department && a.Code == b.Code && a.Amount.Equal(b.Amount)
	})
	for _, pair := range [][2]*decimal.Decimal{
		{&x.Revenue.Rooms, &y.Revenue.Rooms},
		{&x.Revenue.FoodBeverage, &y.Revenue.FoodBeverage},
		{&x.Revenue.OtherOperated, &y.Revenue.OtherOperated},
		{&x.Revenue.Miscellaneous, &y.Revenue.Miscellaneous},
		{&x.Revenue.Fees, &y.Revenue.Fees},
		{&x.Tax, &y.Tax},
		{&x.Exchange, &y.Exchange},
	} {
		equal = equal && pair[0].Equal(*pair[1])
		*pair[0], *pair[1] = decimal.Decimal{}, decimal.Decimal{}
	}
	return equal && a.counts == b.counts && x.Stay == y.Stay && x.Room == y.Room && x.Key == y.Key && x.Brand == y.Brand && x.Payer == y.Payer
}
