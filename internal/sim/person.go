package sim

import "github.com/hotelcrm/hotelcrm"

// person is a guest who books, with what stays hidden from the hotel.
type person struct {
	random random
	number int
	class  Class
	home   int // property

	rate         int // visits a year, in thousandths
	dropOut      int // chance after each visit, per mille
	satisfaction int // 1 to 5
	price        int // per mille of the class's price

	erased   bool
	twoFaced bool // has a duplicate profile
	id       string
	second   string // id of the duplicate profile, once used
	partner  string // id of who travels along, once used

	member, company, agent, channel string

	visits   int           // so far
	inactive hotelcrm.Date // departure of the last visit, zero until then
}

const (
	erasedShare    = 10 // per mille of the guests
	duplicateShare = 40 // per mille of the guests; used from the second visit only
	companies      = 80
)

// newPerson draws the hidden traits of a guest from the guest's own stream.
func (r *run) newPerson(number int) person {
	p := person{number: number, random: newRandom(r.cfg.Seed, guestStream+uint64(number))}
	p.id = r.ids.guestID(number, mainFace)
	p.class = Class(p.random.pick(classShares))
	rule := &classes[p.class]
	p.home = p.random.pick(rule.homes)
	p.rate = p.random.from(&rule.rates)
	p.satisfaction = 1 + p.random.pick(satisfactionShares)
	p.dropOut = min(p.random.from(&rule.dropOut)*satisfactionEffect[p.satisfaction-1]/perMille, 990)
	p.price = p.random.from(&spread)
	p.erased = p.random.chance(erasedShare)
	p.twoFaced = p.random.chance(duplicateShare) && !p.erased
	r.affiliate(&p)
	return p
}

// affiliate ties the guest to a programme, a company or an agency.
func (r *run) affiliate(p *person) {
	rule := &classes[p.class]
	p.channel = rule.channel
	if p.random.chance(rule.member) {
		p.member = r.ids.id("M", 1_000_000+p.number, 7)
	}
	switch p.class {
	case Corporate: // low numbers are large companies
		p.company = r.companies[min(p.random.below(companies), p.random.below(companies))]
	case OTA:
		p.agent = agents[p.random.pick(agentShares)]
		p.channel = p.agent
	}
}

// profile returns the id that the person's next stay is booked on.
func (r *run) profile(p *person) string {
	switch {
	case p.erased:
		return ""
	case p.twoFaced && p.visits > 0 && p.random.chance(500):
		if p.second == "" {
			p.second = r.ids.guestID(p.number, secondFace)
		}
		return p.second
	}
	return p.id
}

// partnerID returns the id of who travels along.
func (r *run) partnerID(p *person) string {
	if p.partner == "" {
		p.partner = r.ids.guestID(p.number, partnerFace)
	}
	return p.partner
}
