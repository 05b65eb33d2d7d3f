package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const roomsPath = "github.com/hotelcrm/hotelcrm/examples/report/internal/"

// floors are the rooms of the report and what each may import of the others, from the ground up: a room knows only of
// rooms on floors below its own. The pages and the files stand above all figures, and no figure knows of a page.
var floors = []map[string][]string{
	{
		"basis":   nil,
		"numeral": nil,
		"prose":   nil,
	},
	{
		"chinese": {"prose"},
		"intake":  {"basis", "prose"},
	},
	{
		"alive":   {"basis", "intake"},
		"returns": {"basis", "intake"},
		"scores":  {"intake"},
		"survey":  {"basis", "intake", "prose"},
		"tiers":   {"basis", "intake"},
		"worth":   {"basis", "intake"},
	},
	{
		"chart":   {"alive", "prose", "returns", "scores", "worth"},
		"classes": {"basis", "intake", "prose", "scores", "worth"},
	},
	{
		"reckon": {"alive", "classes", "intake", "prose", "returns", "scores", "survey", "tiers", "worth"},
		"words":  {"classes", "intake", "prose", "tiers"},
	},
	{
		"guest":             {"alive", "basis", "numeral", "prose", "reckon", "survey", "tiers"},
		"page":              {"alive", "basis", "chart", "chinese", "classes", "intake", "numeral", "prose", "reckon", "scores", "survey", "tiers", "words", "worth"},
		"reckon/reckontest": {"alive", "classes", "intake", "reckon", "scores", "tiers", "worth"},
		"record":            {"alive", "basis", "classes", "intake", "numeral", "prose", "reckon", "scores", "survey", "tiers", "words", "worth"},
	},
	{
		"guestpage": {"chart", "classes", "guest", "prose", "reckon", "tiers", "words", "worth"},
	},
}

func TestImportsPointDown(t *testing.T) {
	below := map[string]bool{}
	for _, floor := range floors {
		for room, allowed := range floor {
			for _, one := range allowed {
				if !below[one] {
					t.Errorf("%s may import %s, which stands on no floor below it", room, one)
				}
			}
		}
		for room := range floor {
			below[room] = true
		}
	}
	for room, imports := range roomsOf(t) {
		if !below[room] {
			t.Errorf("%s stands on no floor", room)
		}
		for _, floor := range floors {
			if allowed, here := floor[room]; here && !slices.Equal(imports, allowed) {
				t.Errorf("%s imports %v, want %v", room, imports, allowed)
			}
		}
		delete(below, room)
	}
	for room := range below {
		t.Errorf("there is no room %s", room)
	}
}

// roomsOf returns the rooms and what each imports of the others, tests left out.
func roomsOf(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := filepath.WalkDir("internal", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		room := strings.TrimPrefix(path.Dir(filepath.ToSlash(name)), "internal/")
		list := out[room]
		for _, spec := range tree.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if one, ok := strings.CutPrefix(imported, roomsPath); ok && !slices.Contains(list, one) {
				list = append(list, one)
			}
		}
		slices.Sort(list)
		out[room] = list
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
