package intake

import (
	"context"
	"fmt"
	"maps"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// ProfileFields are the fields of a profile that a table may have, at the indices below.
var ProfileFields = []string{"guest", "motive", "industry", "income", "credit", "satisfaction"}

const (
	profileGuest = iota
	profileMotive
	profileIndustry
	profileIncome
	profileCredit
	profileSatisfaction
)

// unknownGuest is the reason of profiles of guests without a stay that counts.
const unknownGuest = "unknown-guest"

// Profiles is what is known of the guests beyond the stays, and what became of the rows it comes from.
type Profiles struct {
	*Data
	summaries *hotelcrm.Summaries
	List      []valuation.Profile // in the order of the summaries
	Lines     map[int]int         // of the guests who have one
	leftOut   map[string]int64    // rows that are right but of no use here, by reason
}

func newProfiles(in *Data, summaries *hotelcrm.Summaries) *Profiles {
	return &Profiles{
		Data: in, summaries: summaries, List: make([]valuation.Profile, summaries.Len()),
		Lines: map[int]int{}, leftOut: map[string]int64{},
	}
}

func readProfiles(ctx context.Context, order *Order, bar Bar, summaries *hotelcrm.Summaries) (*Profiles, error) {
	var p *Profiles
	in, err := readFile(ctx, order.forProfiles(), bar, ProfileFields, func(_ *Order, rows *rows, in *Data) error {
		p = newProfiles(in, summaries)
		return p.addRows(rows)
	})
	if err != nil {
		return nil, fmt.Errorf("-profiles: %w", err)
	}
	p.Data = in
	return p, nil
}

func (p *Profiles) addRows(rows *rows) error {
	for {
		more, err := rows.next()
		if err != nil || !more {
			return err
		}
		profile := readProfile(rows.cells)
		if rows.cells.problem != "" {
			rows.refuse(Unreadable, rows.cells.problem)
			continue
		}
		p.add(rows.line, rows.cells.guest(), profile)
	}
}

// add keeps a profile, unless it is of no guest or of one who has a profile already.
func (p *Profiles) add(line int, guest string, profile valuation.Profile) {
	i, found := p.summaries.Find(guest)
	switch before, again := p.Lines[i]; {
	case guest == "":
		p.leftOut[hotelcrm.MissingGuest.String()]++
	case !found:
		p.leftOut[unknownGuest]++
	case again:
		p.refuse(line, hotelcrm.WasRepeat.String(), fmt.Sprintf("guest: also on line %d; want one profile a guest", before))
	default:
		p.Lines[i], p.List[i] = line, profile
	}
}

// Skipped returns every row that is not used, by reason.
func (p *Profiles) Skipped() map[string]int64 {
	out := maps.Clone(p.Wrong)
	for reason, n := range p.leftOut {
		out[reason] += n
	}
	return out
}

func readProfile(c *cells) valuation.Profile {
	p := valuation.Profile{
		Motive: c.text(profileMotive), Industry: c.text(profileIndustry),
		Income: c.number(profileIncome), Credit: c.number(profileCredit), Satisfaction: c.number(profileSatisfaction),
	}
	if p.Income.Decimal.IsNegative() {
		c.fail(profileIncome, "below 0; want 0 or more")
	}
	return p
}

// number reads a plain decimal; an empty cell is not known.
func (c *cells) number(field int) decimal.NullDecimal {
	if c.text(field) == "" {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(c.amount(field))
}
