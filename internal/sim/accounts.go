package sim

import "github.com/hotelcrm/hotelcrm"

const (
	postingsPerDay = 2  // of the house account
	blockDays      = 14 // a property has one group block in so many days
	staffDays      = 14 // a manager on duty sleeps in once in so many days
)

// account returns a stay that no paying guest is behind, under a new id.
func (r *run) account(guest string, place int, arrival, departure hotelcrm.Date) hotelcrm.Stay {
	r.stays++
	return hotelcrm.Stay{
		ID: r.ids.id("S", r.stays, 8), Version: 1, Property: properties[place].code, Guest: guest,
		Role: hotelcrm.Account, Status: hotelcrm.Departed, Use: hotelcrm.Paid,
		Arrival: arrival, Departure: departure, Booked: arrival, Rooms: 1, Currency: Currency,
		RateCode: "HOUSE", Market: "HOUSE", Source: "HOUSE", Channel: "DIRECT",
	}
}

// houseAccount adds the account that the city hotel books its restaurant and bar on.
func (r *run) houseAccount() {
	random := newRandom(r.cfg.Seed, houseStream)
	id := r.ids.guestID(0, houseFace)
	r.mark(HouseAccount, id)
	r.hotel.Profiles = append(r.hotel.Profiles, Profile{ID: id, Kind: Account})
	for date := r.cfg.From; date <= r.cfg.To; date = date.AddDays(1) {
		for range postingsPerDay {
			s := r.account(id, city, date, date)
			bill{food: int64(random.between(20_000, 180_000)), misc: int64(random.between(0, 4000))}.apply(&s)
			r.add(s)
		}
	}
}

// blockNumber returns which block of its property a date falls into.
func (r *run) blockNumber(date hotelcrm.Date) int { return date.DaysSince(r.cfg.From) / blockDays }

// block returns the code of the group block that a guest arriving on the date belongs to.
func (r *run) block(place int, date hotelcrm.Date) string {
	return r.blocks[place][r.blockNumber(date)]
}

// nameBlocks writes the block codes of all properties up to the horizon.
func (r *run) nameBlocks() {
	count := r.blockNumber(r.cfg.To.AddDays(horizon)) + 1
	for place := range properties {
		r.blocks[place] = make([]string, count)
		for i := range count {
			r.blocks[place][i] = r.ids.id(properties[place].code+"-B", i, 4)
		}
	}
}

// groupMasters adds an account for each block, on which the group's meetings and dinners are booked.
func (r *run) groupMasters() {
	random := newRandom(r.cfg.Seed, blockStream)
	for i := range r.blockNumber(r.cfg.To) + 1 {
		for place := range properties {
			arrival := r.cfg.From.AddDays(i*blockDays + random.below(blockDays))
			departure := arrival.AddDays(random.between(1, 4))
			rooms, dinner := random.between(8, 40), random.between(4000, 9000)
			if departure > r.cfg.To {
				continue
			}
			id := r.ids.guestID(1+i*propertyCount+place, houseFace)
			r.mark(GroupMaster, id)
			r.hotel.Profiles = append(r.hotel.Profiles, Profile{ID: id, Kind: Account})
			s := r.account(id, place, arrival, departure)
			s.Rooms, s.RateCode, s.Market, s.Source = rooms, "GRP", "GROUP", "SALES"
			s.Booked, s.Block = arrival.AddDays(-random.between(60, 300)), r.blocks[place][i]
			bill{food: int64(rooms * dinner), other: int64(rooms * dinner / 3)}.apply(&s)
			r.add(s)
		}
	}
}

// staff adds the nights of each property's manager on duty.
func (r *run) staff() {
	random := newRandom(r.cfg.Seed, staffStream)
	for place := range properties {
		id := r.ids.guestID(mostBlocks+place, houseFace)
		r.hotel.Profiles = append(r.hotel.Profiles, Profile{ID: id, Kind: Staff})
		for day := random.below(staffDays); ; day += staffDays {
			arrival := r.cfg.From.AddDays(day)
			if arrival >= r.cfg.To {
				break
			}
			s := r.account(id, place, arrival, arrival.AddDays(1))
			s.Role, s.Use = hotelcrm.Primary, hotelcrm.HouseUse
			r.mark(HouseUse, s.ID)
			r.add(s)
		}
	}
}
