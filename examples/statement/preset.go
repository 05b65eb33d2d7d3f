package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

// programmeNamed reads a programme, which need not make sense: a preset of package loyalty, or a file.
func programmeNamed(name string) (loyalty.Programme, error) {
	if slices.Contains(loyalty.Presets(), name) {
		return loyalty.Preset(name)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return loyalty.Programme{}, fmt.Errorf("%w; built in are %s", err, strings.Join(loyalty.Presets(), ", "))
	}
	var p loyalty.Programme
	err = inFile(filepath.Base(name), p.UnmarshalJSON(text))
	return p, err
}

// compiled reads a programme and makes it ready for use.
func compiled(name string) (*loyalty.Engine, error) {
	p, err := programmeNamed(name)
	if err != nil {
		return nil, err
	}
	e, err := loyalty.Compile(p)
	return e, inFile(filepath.Base(name), err)
}
