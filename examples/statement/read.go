package main

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// input is what the files hold.
type input struct {
	file    string // name of the activity file, not where it lies
	engine  *loyalty.Engine
	replay  *loyalty.Engine // nil for none
	guests  []loyalty.Guest
	place   int // of the member whose statement it is
	records []record
	asOf    hotelcrm.Date
}

// member returns the guest whose statement it is.
func (in *input) member() *loyalty.Guest { return &in.guests[in.place] }

// example holds the built-in member.
//
//go:embed example
var example embed.FS

// The built-in member.
const (
	exampleProgramme = "ihg-2022"
	exampleActivity  = "example/activity.csv"
)

var exampleDay = hotelcrm.DateOf(2026, 9, 30)

// read reads all files.
func read(opt *options) (*input, error) {
	in, open := &input{asOf: opt.asOf}, os.ReadFile
	programme, activity := opt.programme, opt.activity
	if activity == "" {
		programme, activity, open = exampleProgramme, exampleActivity, example.ReadFile
		if in.asOf == 0 {
			in.asOf = exampleDay
		}
	}
	var err error
	if in.engine, err = compiled(programme); err != nil {
		return nil, fmt.Errorf("-programme: %w", err)
	}
	if opt.replay != "" {
		if in.replay, err = compiled(opt.replay); err != nil {
			return nil, fmt.Errorf("-replay: %w", err)
		}
		if a, b := in.engine.Programme().Currency, in.replay.Programme().Currency; a != b {
			return nil, fmt.Errorf("-replay %s has currency %s; want %s, that of the activity", opt.replay, b, a)
		}
	}
	data, err := open(activity)
	if err != nil {
		return nil, err
	}
	in.file = filepath.Base(activity)
	return in, in.take(data, opt.member)
}

// take takes the rows of the activity file.
func (in *input) take(data []byte, member string) (err error) {
	places, err := hotelcrm.MinorUnits(in.engine.Programme().Currency)
	if err != nil {
		return err
	}
	if in.records, err = readActivity(bytes.NewReader(data), places); err != nil {
		return inFile(in.file, err)
	}
	in.guests = guests(in.records)
	if in.place, err = chosen(in.guests, member); err != nil {
		return err
	}
	if in.asOf == 0 {
		for i := range in.records {
			if r := &in.records[i]; r.member == in.member().ID {
				in.asOf = max(in.asOf, r.counts())
			}
		}
	}
	return inFile(in.file, in.named())
}

// named refuses rows that name a tier, challenge or campaign that the programme does not have.
func (in *input) named() error {
	var errs []error
	for i := range in.records {
		r := &in.records[i]
		for _, one := range []struct{ field, id string }{{"tier", r.tier}, {"challenge", r.challenge}, {"campaign", r.campaign}} {
			if one.id == "" {
				continue
			}
			if list := idsOf(in.engine, one.field); !slices.Contains(list, one.id) {
				errs = append(errs, rowError(r.row, one.field, one.id, "want one of the programme: "+cmp.Or(strings.Join(list, ", "), "it has none")))
			}
		}
	}
	return join(errs)
}

// idsOf returns the ids of the tiers, challenges or campaigns of a programme.
func idsOf(e *loyalty.Engine, field string) []string {
	if field == "tier" {
		return e.Ladder()
	}
	var ids []string
	for _, v := range e.Programme().Versions {
		if field == "challenge" {
			for _, c := range v.Challenges {
				ids = append(ids, c.ID)
			}
			continue
		}
		for _, c := range v.Campaigns {
			ids = append(ids, c.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
