package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/internal/sim"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// Demo is a simulated hotel group, ready to be loaded. All guests and names are invented.
type Demo struct {
	hotel  sim.Hotel
	stays  map[string][]hotelcrm.Stay // by guest, as last delivered
	answer []sim.Answers
}

// DemoDate is the business date of the demonstration: the day after the last that was simulated.
var DemoDate = hotelcrm.DateOf(2026, 1, 1)

// NewDemo simulates a hotel group with so many guests.
func NewDemo(guests int) *Demo {
	out := &Demo{hotel: sim.Run(sim.Config{Guests: guests}), stays: map[string][]hotelcrm.Stay{}}
	out.answer = out.hotel.Survey(0)
	return out
}

// Load puts the demonstration into an empty database: stays, members with the points of their stays, answers, consents;
// then it runs the first night. It goes on where it was interrupted, and does nothing to a database that has other stays.
func (d *Desk) Load(ctx context.Context, demo *Demo) error {
	if wanted, err := d.beginDemo(ctx); err != nil || !wanted {
		return err
	}
	for _, load := range []func(context.Context, *Demo) error{d.loadStays, d.loadAnswers, d.loadMembers} {
		if err := load(ctx, demo); err != nil {
			return fmt.Errorf("desk: demonstration: %w", err)
		}
	}
	if _, err := d.Nightly(ctx, DemoDate); err != nil {
		return err
	}
	return d.db.Write(ctx, func(tx *store.Tx) error { return tx.Put(savedDemo, true) })
}

// beginDemo reports whether the demonstration is to be loaded, and notes that this has begun.
func (d *Desk) beginDemo(ctx context.Context) (wanted bool, err error) {
	err = d.db.Write(ctx, func(tx *store.Tx) error {
		var done bool
		begun, err := tx.Get(savedDemo, &done)
		if wanted = !done; err != nil || begun {
			return err
		}
		for _, err := range tx.EveryStay() {
			wanted = false
			return err
		}
		return tx.Put(savedDemo, false)
	})
	return wanted, err
}

// inPieces runs f for each of n things, many of them in one write.
func (d *Desk) inPieces(ctx context.Context, n int, f func(tx *store.Tx, k *knowledge, i int) error) error {
	const many = 2000
	for from := 0; from < n; from += many {
		err := d.db.Write(ctx, func(tx *store.Tx) error {
			k, err := d.knowledge(tx)
			for i := from; i < min(from+many, n) && err == nil; i++ {
				err = f(tx, k, i)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *Desk) loadStays(ctx context.Context, demo *Demo) error {
	return d.inPieces(ctx, len(demo.hotel.Stays), func(tx *store.Tx, _ *knowledge, i int) error {
		_, err := tx.PutStay(&demo.hotel.Stays[i])
		return err
	})
}

func (d *Desk) loadAnswers(ctx context.Context, demo *Demo) error {
	questions := []string{}
	for _, factor := range satisfaction.HotelTree().Root.Children {
		for _, question := range factor.Children {
			questions = append(questions, question.ID)
		}
	}
	return d.inPieces(ctx, len(demo.answer), func(tx *store.Tx, _ *knowledge, i int) error {
		one := demo.answer[i]
		a := Answers{ID: fmt.Sprint("demo-", i), Guest: one.ID, Answered: DemoDate.AddDays(-1), Answers: map[string]json.Number{}}
		for q, n := range one.Items {
			if n > 0 {
				a.Answers[questions[q]] = json.Number(strconv.Itoa(int(n)))
			}
		}
		_, err := tx.PutAnswers(a.ID, a.Guest, a.Answered, a)
		return err
	})
}

// loadMembers makes members of the guests who book with the hotel itself, as of their first stay, with what their stays
// have earned.
func (d *Desk) loadMembers(ctx context.Context, demo *Demo) error {
	var people []sim.Profile
	for _, p := range demo.hotel.Profiles {
		if p.Kind == sim.Person && !p.Erased && (p.Class == sim.Direct || p.Class == sim.Corporate) && p.Visits > 0 {
			people = append(people, p)
		}
	}
	return d.inPieces(ctx, len(people), func(tx *store.Tx, k *knowledge, i int) error {
		return d.loadMember(tx, k, people[i].ID, i)
	})
}

func (d *Desk) loadMember(tx *store.Tx, k *knowledge, guest string, i int) error {
	stays, err := tx.StaysOf(guest)
	if err != nil || len(stays) == 0 {
		return err
	}
	m := Member{Guest: guest, Name: demoName(i), Enrolled: min(stays[0].Arrival, k.House.BusinessDate)}
	if err := tx.PutMember(guest, m.Name, m); err != nil {
		return err
	}
	consent := store.Consent{Purpose: "marketing", Channel: "email", Granted: i%3 > 0, Given: m.Enrolled}
	if _, err := tx.PutConsent("demo-"+guest, guest, consent); err != nil {
		return err
	}
	_, err = d.settle(tx, k, guest, change{member: &m, loaded: true}, settlements{})
	return err
}

var (
	demoGiven  = []string{"Anna", "Ben", "Chen", "Dina", "Emil", "Fang", "Greta", "Hugo", "Ines", "Jun", "Karin", "Leo", "Mei", "Nils", "Olga", "Paul", "Qing", "Rosa", "Sven", "Tessa"}
	demoFamily = []string{"Abel", "Brandt", "Castell", "Dorn", "Engel", "Falk", "Gruber", "Hollis", "Ivers", "Janda", "Kessler", "Lund", "Moreau", "Novak", "Olsen", "Petri", "Quist", "Rossi", "Seidel", "Torres", "Ullman", "Vogt", "Weber", "Xu", "York", "Zeller"}
)

func demoName(i int) string {
	return demoGiven[i*7%len(demoGiven)] + " " + demoFamily[i*11/len(demoGiven)%len(demoFamily)]
}
