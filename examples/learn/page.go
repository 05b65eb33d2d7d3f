package main

import (
	"bytes"
	_ "embed"
	"html/template"
	"os"
	"strconv"
	"unicode/utf8"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/style"
	"github.com/hotelcrm/hotelcrm/segment/cluster"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// writePage writes the page: one file with its style and the tree inside, without a script.
func writePage(file string, r *result, p lang.Printer) error {
	page, err := renderPage(r, p)
	if err != nil {
		return err
	}
	return os.WriteFile(file, page, 0o666)
}

func renderPage(r *result, p lang.Printer) ([]byte, error) {
	page, err := template.New("page").Funcs(template.FuncMap{
		"count": count, "whole": lang.Whole[int], "guests": lang.Whole[int64], "fixed": lang.Fixed,
		"percent": func(share float64) string { return p.Share(share, 0) }, "told": func(text string) string { return lang.Typeset(told(p, text)) },
		"trait": func(t cluster.Trait) string { return trait(p, t) },
	}).Funcs(p.Funcs()).Parse(pageHTML)
	if err != nil {
		return nil, err
	}
	shown, rest := r.shown()
	quality, whose := r.quality(p)
	var b bytes.Buffer
	err = page.Execute(&b, view{
		result: r, CSS: template.CSS(style.Base + style.Page + pageCSS), Lang: p.Code(), Lead: r.lead(p), Who: r.whose(p),
		Drawing: draw(r.Model), Quality: quality, Whose: lang.Capital(whose), Stable: r.stability(p), Unreached: r.unreached(p), Guess: r.guessed(p), List: shown.List, Rest: rest,
	})
	return b.Bytes(), err
}

// view is what the page shows.
type view struct {
	*result
	CSS     template.CSS
	Lang    string
	Lead    string
	Who     string
	Quality *tree.Confusion
	Whose   string
	Stable  string // how far the tree depends on chance
	Guess   string // what the tree is worth beside guessing
	Drawing drawing
	List    []tree.Rule
	Rest    int // rules that hold for nobody here

	Unreached string // what a leaf without guests means
}

// trait says what makes a class stand out.
func trait(p lang.Printer, t cluster.Trait) string {
	if t.Level == "" {
		return p.Say("%s %s (all %s)", t.Attribute, brief(t.Here), brief(t.Overall))
	}
	return p.Say("%s %s %s (all %s, lift %s)", t.Attribute, t.Level, p.Share(t.Here, 0), p.Share(t.Overall, 0), lang.Fixed(t.Lift, 1))
}

// brief writes a number of any size with four digits or so.
func brief(v float64) string { return lang.Typeset(strconv.FormatFloat(v, 'g', 4, 64)) }

// drawing is the tree as a picture: a line of text for each branch, and the lines that join them.
type drawing struct {
	Width, Height int
	Only          string // what a tree without a test says of everybody
	Branches      []branch
}

// branch is one test of the tree. Its line comes down from the branch above at X, Top and goes to the text at X2, Y.
type branch struct {
	X, X2, Top, Y int
	Base, At      int // of the text
	Test, Leaf    string
}

const (
	lineHeight = 30
	indent     = 28
	letter     = 9 // wide enough for most, bold or not
)

// draw places a line for each test of a tree: its depth says how far in.
func draw(grown *tree.Tree) drawing {
	d := drawing{Width: 200, Height: 2 * lineHeight}
	tops := []int{26} // where the line of each depth begins
	for n := range grown.Nodes() {
		if n.Depth == 0 {
			if n.Attribute == "" {
				d.Only = leaf(n)
			}
			continue
		}
		y, depth := lineHeight*(len(d.Branches)+1)+lineHeight/2, n.Depth-1
		b := branch{X: 12 + indent*depth, X2: 12 + indent*depth + 14, Top: tops[depth], Y: y, Base: y + 5, Test: n.Test}
		b.At = b.X2 + 6
		if n.Attribute == "" {
			b.Leaf = leaf(n)
		}
		tops = append(tops[:depth+1], y+8)
		d.Branches = append(d.Branches, b)
		d.Width = max(d.Width, b.At+letter*(utf8.RuneCountInString(b.Test+": "+b.Leaf)+2))
		d.Height = y + lineHeight
	}
	return d
}

// leaf writes the class with its guests, and after a stroke those of another class.
func leaf(n tree.Node) string {
	text := n.Name + " (" + count(n.Guests)
	if wrong := count(n.Errors); wrong != "0" {
		text += "/" + wrong
	}
	return text + ")"
}
