package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	_ "embed"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/scores"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// prepare reads the files that say how to reckon, and what must be kept of the visits for it.
func (o *options) prepare() error {
	if err := errors.Join(o.loadThresholds(), o.loadPlan()); err != nil {
		return err
	}
	if err := o.loadProgramme(); err != nil {
		return err
	}
	o.Keep = intake.Keep{
		Visits: o.Alive.End != 0 || o.Classes.OfVisits(), Stays: o.Classes.OfStays, Nights: o.Club != nil, Whole: o.guest != "",
	}
	return nil
}

// loadThresholds makes the plan of the file that -thresholds names.
func (o *options) loadThresholds() error {
	if o.thresholds == "" {
		return nil
	}
	content, err := os.ReadFile(prose.Path(o.thresholds))
	if err != nil {
		return fmt.Errorf("-thresholds: %w", err)
	}
	o.Scores, err = scores.Frozen(o.thresholds, content, o.segments)
	return err
}

// loadPlan reads the plan that -plan names, and sees whether it can be applied, before much is read.
func (o *options) loadPlan() error {
	if o.classFile == "" {
		return nil
	}
	content, err := os.ReadFile(prose.Path(o.classFile))
	if err != nil {
		return fmt.Errorf("-plan: %w", err)
	}
	if o.Classes, err = classes.Parse(o.classFile, content, o.Currency, o.Scores.Set); err != nil {
		return err
	}
	if o.Guests != "" && o.Classes.OfVisits() {
		return errors.New("-plan asks for stays one by one, which a table of guests does not hold")
	}
	return nil
}

// loadProgramme reads the programme that -programme names. Without one the simulated hotel has its own, and others have
// none: nobody can tell the rules of a house from its stays, and tiers by the rules of another would mislead.
func (o *options) loadProgramme() error {
	text, err := houseProgramme, error(nil)
	switch {
	case o.programme != "":
		if text, err = os.ReadFile(prose.Path(o.programme)); err != nil {
			return fmt.Errorf("-programme: %w", err)
		}
	case o.File() != "":
		return nil
	}
	if o.Club, err = tiers.Parse(text); err != nil {
		return fmt.Errorf("-programme %s: %w", o.programme, err)
	}
	if o.programme != "" {
		o.Club.File = filepath.Base(o.programme)
	}
	return nil
}

// houseProgramme is the programme of the simulated hotel.
//
//go:embed house.json
var houseProgramme []byte

// checkProgramme checks the flag of the programme.
func (r *rawFlags) checkProgramme(opt *options) error {
	if r.given["programme"] && strings.TrimSpace(opt.programme) == "" {
		return errors.New("-programme needs a name")
	}
	return nil
}

// checkFrozen refuses what a file of thresholds has settled. The rest is checked when the file is read.
func (r *rawFlags) checkFrozen(opt *options) error {
	for _, name := range []string{"method", "bins"} {
		if r.given[name] {
			return fmt.Errorf("-%s and -thresholds exclude each other: the file says how scores are cut", name)
		}
	}
	if opt.save != "" {
		return errors.New("-save-thresholds and -thresholds exclude each other: nothing new is found that could be saved")
	}
	opt.segments = r.segments
	_, err := scores.SetOf(rfm.ByValue, r.segments)
	return err
}
