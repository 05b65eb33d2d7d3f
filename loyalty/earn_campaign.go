package loyalty

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// run is how far a member has come in a campaign.
type run struct {
	stays  int
	count  int64 // of the reward's metric
	high   int64 // its highest value: what was paid for once is not paid for again
	brands []string
	month  int // of the last stay, counted from year 0; 0: none
	row    int // months in a row up to it
	given  int64
}

// campaigns writes the lines of the campaigns for which a visit counts.
func (r *Earner) campaigns(v *visit, line Credit, rank int, base, elite int64) error {
	line.Kind = CampaignPoints
	r.groups = r.groups[:0]
	for i := range r.version.campaigns {
		c := &r.version.campaigns[i]
		for len(r.groups) <= int(c.group) {
			r.groups = append(r.groups, false)
		}
		if (c.group >= 0 && r.groups[c.group]) || !r.meets(v, c, rank) {
			continue
		}
		if c.group >= 0 {
			r.groups[c.group] = true
		}
		run := &r.runs[c.place]
		run.stays++
		of, exact, ok := r.reward(v, c, run, base, elite)
		if !ok {
			return tooMany(v, c.text.ID)
		}
		if exact.Whole == 0 && exact.Num == 0 {
			continue
		}
		line.Rule, line.Of, line.place = c.text.ID, of, c.place
		paid := r.credit(line, exact)
		if c.text.Qualifies {
			paid.Qualifying = paid.Points
		}
		if c.text.Cap > 0 {
			paid.cut(paid.Points-(c.text.Cap-run.given), ByCap)
		}
		run.given += paid.Points
	}
	return nil
}

// meets reports whether a visit counts for a campaign.
func (r *Earner) meets(v *visit, c *campaign, rank int) bool {
	text, run := c.text, &r.runs[c.place]
	on := v.date
	if c.by == CheckIn {
		on = v.arrival
	}
	nights := v.nights
	if v.kind == KindAward {
		nights = v.awards
	}
	switch {
	case !text.Contains(on), !c.tiers.has(uint8(rank)), !c.kinds.has(uint8(v.kind)):
		return false
	case v.stays == 0 && (v.kind == KindStay || v.kind == KindAward):
		return false // day use that is no stay
	case !among(text.Brands, v.first().Brand), !among(text.Properties, v.first().Property):
		return false
	case nights < int64(text.MinNights), c.minSpend >= 0 && v.spend < c.minSpend, c.minSpendPerNight >= 0 && v.spend < c.minSpendPerNight*nights:
		return false
	case text.FirstStays > 0 && run.stays >= text.FirstStays, text.Cap > 0 && run.given >= text.Cap:
		return false
	}
	return text.Register == 0 || r.registered(v, text)
}

// registered reports whether the member entered in time.
func (r *Earner) registered(v *visit, c *Campaign) bool {
	return slices.ContainsFunc(r.guest.Registered, func(entry Registration) bool {
		if entry.Campaign != c.ID || entry.On == 0 || (r.how.Known != 0 && entry.On > r.how.Known) {
			return false
		}
		if c.Register == BeforeStay {
			return entry.On <= v.arrival
		}
		return c.To == 0 || entry.On < c.To
	})
}

// reward returns what a campaign gives for a visit and what that was worked out from; false for too much.
func (r *Earner) reward(v *visit, c *campaign, run *run, base, elite int64) (of, exact Fraction, ok bool) {
	whole := func(n int64) Fraction { return Fraction{n, 0, 1} }
	reward := &c.text.Reward
	switch reward.Kind {
	case Multiplier:
		if reward.Elite {
			base += elite
		}
		exact, ok = c.times.of(base, bound)
		return whole(base), exact, ok
	case Fixed:
		return whole(1), whole(reward.Points), true
	case Streak:
		if run.streak(v, c) {
			return whole(int64(reward.Months)), whole(reward.Points), true
		}
		return whole(0), whole(0), true
	}
	before := r.units(run.high, reward.Metric)
	run.advance(v, reward.Metric, base)
	after := r.units(run.high, reward.Metric)
	if reward.Kind == Every {
		exact, ok = newRatio(reward.Points, 1).of(after/reward.Every-before/reward.Every, bound)
		return whole(after), exact, ok
	}
	sum := int64(0)
	for _, step := range reward.Steps {
		if before < step.At && step.At <= after {
			sum += step.Points
		}
	}
	return whole(after), whole(sum), sum >= 0 && sum <= bound
}

// units returns a count in the units of rewards: spend in whole units of the currency.
func (r *Earner) units(count int64, m Metric) int64 {
	if m == Spend {
		for range r.engine.places {
			count /= 10
		}
	}
	return count
}

// advance counts a visit.
func (n *run) advance(v *visit, m Metric, base int64) {
	switch m {
	case Nights:
		n.count += v.nights
		if v.kind == KindAward {
			n.count += v.awards
		}
	case Stays:
		n.count += v.stays
	case Points:
		n.count += base
	case Spend:
		n.count += v.spend
	case Events:
		n.count += int64(v.items[0].counts)
	case Brands:
		if brand := v.first().Brand; brand != "" && !slices.Contains(n.brands, brand) {
			n.brands = append(n.brands, brand)
			n.count++
		}
	}
	n.high = max(n.high, n.count)
}

// streak counts a visit and reports whether it completes a row of months.
func (n *run) streak(v *visit, c *campaign) bool {
	on := v.date
	if c.by == CheckIn {
		on = v.arrival
	}
	month := monthOf(on)
	switch {
	case month <= n.month:
		return false
	case month == n.month+1:
		n.row++
	default:
		n.row = 1
	}
	n.month = month
	if n.row < c.text.Reward.Months {
		return false
	}
	n.row = 0
	return true
}

func monthOf(d hotelcrm.Date) int {
	year, month, _ := d.Civil()
	return year*12 + int(month) - 1
}
