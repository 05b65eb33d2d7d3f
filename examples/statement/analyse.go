package main

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// statement is one member under one programme.
type statement struct {
	engine *loyalty.Engine
	at     loyalty.AsOf
	rows   []record      // of the member
	member loyalty.Guest // with activity up to the day only

	earnings   loyalty.Earnings
	counted    loyalty.Member // with what the stays count for the tier
	booked     []loyalty.Activity
	milestones []loyalty.Reached
	future     []loyalty.Entry // as if nothing more were done
}

func analyse(opt *options, in *input) (*result, error) {
	at := loyalty.AsOf{On: in.asOf, Known: opt.known}
	s, err := newStatement(in.engine, in, at)
	if err != nil {
		return nil, err
	}
	r, err := s.result()
	if err != nil {
		return nil, err
	}
	r.Input = in.file
	if in.replay != nil {
		r.Replay, err = replayed(in, s, r)
	}
	return r, err
}

// newStatement works out what all guests earned, as campaigns may have limits for all of them together, and takes the one.
func newStatement(e *loyalty.Engine, in *input, at loyalty.AsOf) (*statement, error) {
	s := &statement{engine: e, at: at, member: *in.member()}
	for i := range in.records {
		if r := &in.records[i]; r.member == s.member.ID {
			s.rows = append(s.rows, *r)
		}
	}
	all, err := e.EarnAll(in.guests, loyalty.Earning{AsOf: at, Calendar: loyalty.Weekdays{}}, 1)
	if err != nil {
		return nil, err
	}
	s.earnings = all[in.place]
	whole, err := e.Earn(in.member(), loyalty.Earning{AsOf: loyalty.AsOf{Known: at.Known}, Calendar: loyalty.Weekdays{}})
	if err != nil {
		return nil, err
	}
	late := func(a loyalty.Activity) bool { return a.Date > at.On }
	for _, a := range slices.Concat(whole.Activities, s.member.Activities) {
		if late(a) {
			s.booked = append(s.booked, a)
		}
	}
	s.member.Activities = slices.DeleteFunc(slices.Clone(s.member.Activities), late)
	s.member.Grants = slices.DeleteFunc(slices.Clone(s.member.Grants), func(g loyalty.Grant) bool { return g.From > at.On })
	s.counted = s.earnings.Of(&s.member)
	return s, s.look()
}

// look asks what the account needs.
func (s *statement) look() (err error) {
	if s.milestones, err = s.engine.Milestones(&s.counted, s.at); err != nil {
		return err
	}
	s.future, err = s.engine.Timeline(&s.counted, loyalty.AsOf{On: later(s.at.On, farYears), Known: s.at.Known})
	return err
}

// farYears is how far the account looks for the end of tiers that keep points alive, outlookYears how far the reader.
const farYears, outlookYears = 20, 3

// later returns the day so many years later, the last of the calendar where there is none.
func later(d hotelcrm.Date, years int) hotelcrm.Date {
	return cmp.Or(d.AddYears(years), hotelcrm.MaxDate)
}

// outlook is what will happen if nothing more is done.
func (s *statement) outlook() []loyalty.Entry {
	var out []loyalty.Entry
	for _, e := range s.future {
		if e.Date > s.at.On && e.Date <= later(s.at.On, outlookYears) {
			out = append(out, e)
		}
	}
	return out
}

// result puts the statement together.
func (s *statement) result() (*result, error) {
	progress, err := s.engine.Progress(&s.counted, s.at)
	if err != nil {
		return nil, err
	}
	r := &result{
		Programme: s.programme(), versions: s.engine.Programme().Versions, Member: s.member.ID, Enrolled: s.member.Enrolled, AsOf: s.at.On, Known: s.at.Known,
		Status: progress.Status, Last: progress.Status.Last(), Next: progress.Next, Ways: progress.Ways, Keep: progress.Keep,
		Credits: s.earnings.Credits, LeftOut: map[string]int{}, Milestones: s.milestones, Outlook: s.outlook(),
	}
	for reason, n := range s.earnings.Taken.LeftOut() {
		r.LeftOut[reason.String()] = n
	}
	r.Ladder = s.ladder(r.Status.Tier)
	if r.Timeline, err = s.engine.Timeline(&s.counted, s.at); err != nil {
		return nil, err
	}
	if r.Enrolled == 0 && len(r.Timeline) > 0 {
		r.Enrolled = r.Timeline[0].Date
	}
	r.Because = because(r.Timeline, r.Status)
	if r.Notices, err = s.engine.Notices(&s.counted, s.at, loyalty.Notices{Days: noticeDays}); err != nil {
		return nil, err
	}
	if err := s.add(r); err != nil {
		return nil, err
	}
	r.Points, err = s.open()
	return r, err
}

// noticeDays is how far ahead the statement looks: half a year.
const noticeDays = 183

// add adds benefits and what bookings will make of the status.
func (s *statement) add(r *result) (err error) {
	r.PayRate = decimal.NewFromInt(1)
	if r.Status.Tier == "" {
		return nil
	}
	if r.Benefits, err = s.engine.Benefits(r.Status.Tier, "", s.at.On); err != nil {
		return err
	}
	if r.PayRate, err = s.engine.Pays(r.Status.Tier, s.at.On, decimal.NewFromInt(1)); err != nil {
		return err
	}
	v, _ := s.engine.Version(s.at.On)
	if f := v.FreeNight; f != nil && (len(f.Tiers) == 0 || slices.Contains(f.Tiers, r.Status.Tier)) {
		r.FreeNight = f.Every
	}
	if len(s.booked) == 0 {
		return nil
	}
	on := max(s.at.On, r.Status.Until)
	for _, a := range s.booked {
		on = max(on, a.Date)
	}
	p, err := s.engine.Project(&s.counted, s.at, on, s.booked)
	r.Projection = &p
	return err
}

// because returns the last change that gave the present tier.
func because(timeline []loyalty.Entry, now loyalty.Status) *loyalty.Entry {
	for i := len(timeline) - 1; i >= 0; i-- {
		if entry := timeline[i]; entry.Tier == now.Tier && entry.Status == now.Tier && entry.Reason != loyalty.GrantEnded {
			return &entry
		}
	}
	return nil
}

func (s *statement) programme() programme {
	p := s.engine.Programme()
	v, _ := s.engine.Version(s.at.On)
	return programme{p.ID, p.Name, p.NameZH, p.Currency, p.Year, p.Source, v.ID}
}

// ladder returns the tiers in force, lowest first.
func (s *statement) ladder(held string) []tier {
	v, _ := s.engine.Version(s.at.On)
	var out []tier
	for _, t := range v.Tiers {
		out = append(out, tier{t.ID, t.Name, t.NameZH, t.ID == held})
	}
	return out
}
