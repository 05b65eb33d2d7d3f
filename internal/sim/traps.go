package sim

// Trap is a peculiarity of hotel data that an analysis must not stumble over. The zero value is none.
type Trap uint8

// The traps. A label is a stay id, save for Duplicate, HouseAccount and GroupMaster, where it is a guest id.
const (
	DayUse          Trap = iota + 1 // arrival and departure on one date
	TwoRooms                        // two stays of one guest and property with the same arrival; both are labelled
	Adjoining                       // two stays of one guest that touch, as after a room move; both are labelled
	Sharer                          // role Sharer, no revenue
	Accompanying                    // role Accompanying, no revenue
	Complimentary                   // room given away
	PointsNight                     // room paid with points
	Rebate                          // a negative amount
	Refund                          // a second version with less revenue, at times negative
	Repeat                          // delivered twice, same id, version and content
	CancellationFee                 // cancelled and charged
	NoShowFee                       // no-show and charged
	Anonymised                      // no guest id
	HouseUse                        // a member of staff stays
	Duplicate                       // guest id of a second profile of the same person
	HouseAccount                    // guest id of an account with thousands of postings
	GroupMaster                     // guest id of a group's account
	ReversedDates                   // wrong data: departure before arrival
	AncientDate                     // wrong data: arrival in 1900, a legacy "unknown"
	DistantDate                     // wrong data: departure in 2999, a legacy "open end"
	ForeignCurrency                 // wrong data: not Currency
)

const trapCount = int(ForeignCurrency) + 1

var trapNames = [trapCount]string{
	"none", "day-use", "two-rooms", "adjoining", "sharer", "accompanying", "complimentary", "points-night", "rebate",
	"refund", "repeat", "cancellation-fee", "no-show-fee", "anonymised", "house-use", "duplicate", "house-account",
	"group-master", "reversed-dates", "ancient-date", "distant-date", "foreign-currency",
}

// String returns the name.
func (t Trap) String() string { return trapNames[t] }

// WrongData reports whether t occurs only among [Config.WrongRows].
func (t Trap) WrongData() bool { return t >= ReversedDates }

// Traps returns every trap in order.
func Traps() []Trap {
	all := make([]Trap, 0, trapCount-1)
	for t := DayUse; t <= ForeignCurrency; t++ {
		all = append(all, t)
	}
	return all
}

// Labels holds the ids that carry each trap, at the trap's index, in the order of delivery.
type Labels [trapCount][]string

func (r *run) mark(t Trap, id string) {
	r.hotel.Labels[t] = append(r.hotel.Labels[t], id)
}
