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

func newVisits(s *Setup, asOf Date, window Window, guests, visits int) *Visits {
	return &Visits{
		currency: s.Currency, asOf: asOf, window: window, offsets: make([]int, 1, guests+1),
		arrival: make([]Date, 0, visits), departure: make([]Date, 0, visits),
		nights: make([]int32, 0, visits), roomNights: make([]int32, 0, visits),
		stays: make([]int32, 0, visits), property: make([]uint32, 0, visits),
		fees:    Amounts{scale: s.Scale, minor: make([]int64, 0, guests)},
		revenue: Amounts{scale: s.Scale, minor: make([]int64, 0, visits)},
	}
}

// part returns an empty table that fills the places of these guests and of their stays. Its offsets lack the first, 0.
func (v *Visits) part(guests, stays places) *Visits {
	return &Visits{
		offsets: column(v.offsets, places{1 + guests.from, 1 + guests.to}),
		arrival: column(v.arrival, stays), departure: column(v.departure, stays),
		nights: column(v.nights, stays), roomNights: column(v.roomNights, stays),
		stays: column(v.stays, stays), property: column(v.property, stays),
		fees: v.fees.part(guests), revenue: v.revenue.part(stays),
	}
}

// trim gives back memory where there are far fewer visits than stays.
func (v *Visits) trim() {
	v.arrival, v.departure = trimmed(v.arrival), trimmed(v.departure)
	v.nights, v.roomNights = trimmed(v.nights), trimmed(v.roomNights)
	v.stays, v.property = trimmed(v.stays), trimmed(v.property)
	v.revenue.minor = trimmed(v.revenue.minor)
}

func trimmed[T any](column []T) []T {
	if len(column) >= cap(column)/4*3 {
		return column
	}
	return append(make([]T, 0, len(column)), column...)
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
	for _, end := range more.offsets {
		v.offsets = append(v.offsets, start+end)
	}
	v.arrival, v.departure = append(v.arrival, more.arrival...), append(v.departure, more.departure...)
	v.nights, v.roomNights = append(v.nights, more.nights...), append(v.roomNights, more.roomNights...)
	v.stays, v.property = append(v.stays, more.stays...), append(v.property, more.property...)
	v.revenue.append(more.revenue)
	v.fees.append(more.fees)
}
