package main

import (
	"embed"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

// programmes holds the programmes that can be named; a test holds them to those of package loyalty.
//
//go:embed programmes
var programmes embed.FS

// presets returns the names of the programmes that are built in.
func presets() []string {
	files, err := programmes.ReadDir("programmes")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(f.Name(), ".json"))
	}
	return names
}

// programmeNamed reads the text of a programme: a preset, or a file.
func programmeNamed(name string) ([]byte, error) {
	if slices.Contains(presets(), name) {
		return programmes.ReadFile(path.Join("programmes", name+".json"))
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("%w; built in are %s", err, strings.Join(presets(), ", "))
	}
	return text, nil
}

// compiled reads a programme and makes it ready for use.
func compiled(name string) (*loyalty.Engine, error) {
	text, err := programmeNamed(name)
	if err != nil {
		return nil, err
	}
	p, err := loyalty.ParseProgramme(text)
	if err != nil {
		return nil, inFile(filepath.Base(name), err)
	}
	e, err := loyalty.Compile(p)
	return e, inFile(filepath.Base(name), err)
}
