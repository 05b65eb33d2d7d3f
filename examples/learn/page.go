package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/hotelcrm/hotelcrm/examples/internal/style"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// writePage writes the page: one file with its style and the tree inside, without a script.
func writePage(file string, r *result) error {
	page, err := renderPage(r)
	if err != nil {
		return err
	}
	return os.WriteFile(file, page, 0o666)
}

func renderPage(r *result) ([]byte, error) {
	page, err := template.New("page").Funcs(template.FuncMap{"percent": percent}).Parse(pageHTML)
	if err != nil {
		return nil, err
	}
	shown, rest := r.shown()
	quality, whose := r.quality()
	var b bytes.Buffer
	err = page.Execute(&b, view{
		result: r, CSS: template.CSS(style.Base + style.Page + pageCSS), Lead: r.lead(), Accuracy: percent(r.Confusion.Accuracy()),
		Drawing: draw(r.Tree), Quality: quality, Whose: whose, List: shown.List, Rest: rest,
	})
	return b.Bytes(), err
}

// view is what the page shows.
type view struct {
	*result
	CSS      template.CSS
	Lead     string
	Accuracy string // on the guests learnt from
	Quality  *tree.Confusion
	Whose    string
	Drawing  drawing
	List     []tree.Rule
	Rest     int // rules that hold for nobody here
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }

// drawing is the tree as a picture: a line of text for each branch, and the lines that join them.
type drawing struct {
	Width, Height int
	Branches      []branch
}

// branch is one test of the tree. Its line comes down from the branch above at X, Top and goes to the text at X2, Y.
type branch struct {
	X, X2, Top, Y int
	Base, At      int // of the text
	Test, Leaf    string
	Class         string
}

const (
	lineHeight = 30
	indent     = 28
	letter     = 9 // wide enough for most, bold or not
)

// draw places the lines of the text form of a tree: their depth is the number of bars before them.
func draw(text string) drawing {
	d := drawing{Width: 200}
	tops := []int{26} // where the line of each depth begins
	for i, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		depth := 0
		for strings.HasPrefix(line, "|   ") {
			line, depth = line[len("|   "):], depth+1
		}
		y := lineHeight*(i+1) + lineHeight/2
		b := branch{X: 12 + indent*depth, X2: 12 + indent*depth + 14, Top: tops[depth], Y: y, Base: y + 5, Test: line}
		b.At = b.X2 + 6
		if at := strings.LastIndex(line, ": "); at >= 0 && strings.HasSuffix(line, ")") {
			b.Test, b.Leaf = line[:at], line[at+len(": "):]
		}
		tops = append(tops[:depth+1], y+8)
		d.Branches = append(d.Branches, b)
		d.Width = max(d.Width, b.At+letter*(utf8.RuneCountInString(line)+2))
		d.Height = y + lineHeight
	}
	return d
}
