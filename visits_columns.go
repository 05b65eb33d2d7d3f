package hotelcrm

// Currency returns the ISO 4217 code of all amounts.
func (v *Visits) Currency() string { return v.currency }

// AsOf returns the analysis date.
func (v *Visits) AsOf() Date { return v.asOf }

// Window returns the window of arrivals.
func (v *Visits) Window() Window { return v.window }

// Counts returns what became of every stay.
func (v *Visits) Counts() Counts { return v.counts }

// Warnings returns what to mind about the visits, in a fixed order.
func (v *Visits) Warnings() []Warning { return v.warnings }

// Guests returns the ids of the guests with at least one visit, one entry per guest.
func (v *Visits) Guests() []string { return v.guest }

// Fees returns what each guest, by guest number, paid in the window for stays that never took place, if the [Policy]
// counts Fees as revenue. Fees belong to the guest and to no visit. Those of guests without a visit are left out, and
// [WarnFees] says how many guests that are.
func (v *Visits) Fees() Amounts { return v.fees }

// Arrival returns each visit's first day.
func (v *Visits) Arrival() []Date { return v.arrival }

// Departure returns each visit's last day, asOf for a guest still in the house.
func (v *Visits) Departure() []Date { return v.departure }

// Nights returns each visit's calendar nights.
func (v *Visits) Nights() []int32 { return v.nights }

// RoomNights returns each visit's nights times rooms.
func (v *Visits) RoomNights() []int32 { return v.roomNights }

// Stays returns how many stays make each visit.
func (v *Visits) Stays() []int32 { return v.stays }

// Revenue returns each visit's revenue.
func (v *Visits) Revenue() Amounts { return v.revenue }

// Property returns the place of each visit's property in [Visits.Properties].
func (v *Visits) Property() []uint32 { return v.property }

// Properties returns the properties that the register knows, in byte order, whatever the window.
func (v *Visits) Properties() []string { return v.properties }

func newVisits(s *Setup, asOf Date, window Window, guests int) *Visits {
	return &Visits{
		currency: s.Currency, asOf: asOf, window: window, offsets: make([]int, 1, guests+1),
		fees: Amounts{scale: s.Scale, minor: make([]int64, 0, guests)}, revenue: Amounts{scale: s.Scale},
	}
}

func (v *Visits) setGuests(ids []string) { v.guest = ids }

func (v *Visits) pushHistory(h *history) {
	for i := range h.order {
		one := h.at(i)
		v.arrival, v.departure = append(v.arrival, one.arrival), append(v.departure, one.departure)
		v.nights, v.roomNights = append(v.nights, clampCount(one.nights)), append(v.roomNights, clampCount(one.roomNights))
		v.stays, v.property = append(v.stays, clampCount(one.stays)), append(v.property, one.property)
		v.revenue.push(one.revenue)
	}
	v.offsets = append(v.offsets, len(v.arrival))
	v.fees.push(h.fees)
}

// appendRows appends the columns of other guests of the same register. The guests' ids are no part of it.
func (v *Visits) appendRows(more *Visits) {
	start := len(v.arrival)
	for _, end := range more.offsets[1:] {
		v.offsets = append(v.offsets, start+end)
	}
	v.arrival, v.departure = append(v.arrival, more.arrival...), append(v.departure, more.departure...)
	v.nights, v.roomNights = append(v.nights, more.nights...), append(v.roomNights, more.roomNights...)
	v.stays, v.property = append(v.stays, more.stays...), append(v.property, more.property...)
	v.revenue.append(more.revenue)
	v.fees.append(more.fees)
}
