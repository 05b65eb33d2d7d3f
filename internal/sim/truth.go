package sim

import "github.com/hotelcrm/hotelcrm"

// Kind is what stands behind a guest id.
type Kind uint8

// The kinds.
const (
	Person    Kind = iota + 1 // books visits
	Second                    // a second profile of a Person
	Companion                 // sharer or accompanying guest, never books
	Staff                     // stays on house use
	Account                   // house account or group master
)

var kindNames = [...]string{"unset", "person", "second", "companion", "staff", "account"}

// String returns the name.
func (k Kind) String() string { return kindNames[k] }

// Profile is the truth about one guest id: what a hotel cannot know and a model tries to find.
//
// A Person has all traits. A Second repeats them, so that either row tells about the person. The other kinds have an
// ID and a Kind only, a Companion also a Party.
type Profile struct {
	ID     string
	Kind   Kind
	Person string // Second: the id of the same person's main profile
	Party  string // Companion: the id of whom they travel with

	Class        Class
	Home         string        // the property visited most
	YearlyMilli  int           // latent visit rate while active: thousandths of a visit a year, arrival to arrival
	DropOutMilli int           // chance to drop out after a visit, the first one too, in thousandths
	Inactive     hotelcrm.Date // departure of the last visit there will ever be; zero: not yet by Config.To
	Satisfaction int           // in [1, 5]
	Visits       int           // visits begun by Config.To, under all ids
	Erased       bool          // anonymised: the ID does not occur, the stays have no guest
}

// record writes down the truth about a person, and about the other ids that the person's stays brought up.
func (r *run) record(p *person) {
	t := Profile{
		ID: p.id, Kind: Person, Class: p.class, Home: properties[p.home].code,
		YearlyMilli: p.rate, DropOutMilli: p.dropOut, Satisfaction: p.satisfaction,
		Visits: p.visits, Erased: p.erased,
	}
	if p.inactive <= r.cfg.To {
		t.Inactive = p.inactive
	}
	r.hotel.Profiles = append(r.hotel.Profiles, t)
	if p.second != "" {
		r.mark(Duplicate, p.second)
		t.ID, t.Kind, t.Person = p.second, Second, p.id
		r.hotel.Profiles = append(r.hotel.Profiles, t)
	}
	if p.partner != "" {
		r.hotel.Profiles = append(r.hotel.Profiles, Profile{ID: p.partner, Kind: Companion, Party: p.id})
	}
}
