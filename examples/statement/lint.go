package main

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

// finding is one finding with how bad it is.
type finding struct {
	Severity  severity `json:"severity"`
	Programme string   `json:"programme"`
	loyalty.Finding
}

type severity string

const (
	isError   severity = "error"
	isWarning severity = "warning"
	isNote    severity = "note" // two programmes differ, as they may
)

// failing are the findings by which some member gets no tier, two, or never the one that is announced.
var failing = []loyalty.FindingCode{
	loyalty.Invalid, loyalty.VersionGap, loyalty.Impossible, loyalty.Unreachable, loyalty.ClassGap, loyalty.ClassOverlap,
}

// errFindings says that the programme should not go out as it is.
var errFindings = errors.New("findings of severity error")

// lint prints what is doubtful in the programmes.
func lint(opt *options, stdout io.Writer) error {
	found, err := findings(opt)
	if err != nil {
		return err
	}
	if opt.json {
		err = printJSON(stdout, struct {
			Findings []finding `json:"findings"`
		}{found})
	} else {
		err = printFindings(stdout, found, opt.lang)
	}
	if err == nil && slices.ContainsFunc(found, func(f finding) bool { return f.Severity == isError }) {
		err = errFindings
	}
	return err
}

func findings(opt *options) ([]finding, error) {
	names := []string{opt.programme}
	if opt.programme == "" {
		names = []string{exampleProgramme}
	}
	if opt.replay != "" {
		names = append(names, opt.replay)
	}
	found, valid := []finding{}, []loyalty.Programme(nil)
	for _, name := range names {
		p, err := programmeNamed(name)
		if err != nil {
			return nil, err
		}
		list := loyalty.Lint(p)
		for _, one := range list {
			found = append(found, newFinding(p.ID, one))
		}
		if len(list) == 0 || list[0].Code != loyalty.Invalid {
			valid = append(valid, p)
		}
	}
	if len(valid) < 2 {
		return found, nil
	}
	list, err := loyalty.Disagreements(valid[0], valid[1])
	for _, one := range list {
		found = append(found, newFinding(valid[1].ID, one))
	}
	return found, err
}

func newFinding(programme string, f loyalty.Finding) finding {
	switch {
	case slices.Contains(failing, f.Code):
		return finding{isError, programme, f}
	case f.Code == loyalty.Disagreement:
		return finding{isNote, programme, f}
	}
	return finding{isWarning, programme, f}
}

func printFindings(to io.Writer, found []finding, l voice) error {
	if len(found) == 0 {
		_, err := fmt.Fprintln(to, l.Say("no findings"))
		return err
	}
	g := &grid{Head: l.heads("severity", "finding", "where", "what it means")}
	for _, f := range found {
		g.row(l.Name(string(f.Severity)), string(f.Code), f.Programme+" "+f.Path, f.Text)
	}
	_, err := io.WriteString(to, g.text())
	return err
}
