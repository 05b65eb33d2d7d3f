package browsertest

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// reading is what has been met of a page so far.
type reading struct {
	open   []element
	count  map[string]int // of elements that a page must have once
	ids    map[string]bool
	leads  []string // ids that something leads to or is named by
	faults []string
}

// element is one that is not closed yet.
type element struct {
	name   string
	attr   map[string]string
	said   bool // there is a text in it
	headed bool // a row that has its head
	titled bool // a table that has its caption
}

// read reads the page as strictly as XML is read, so that nothing is mended in silence, and returns its faults.
func read(page string) []string {
	r := reading{count: map[string]int{}, ids: map[string]bool{}}
	tokens := xml.NewDecoder(strings.NewReader(page))
	tokens.Entity = xml.HTMLEntity
	for {
		token, err := tokens.RawToken()
		if errors.Is(err, io.EOF) {
			return r.done()
		}
		if err == nil {
			err = r.take(token)
		}
		if err != nil { // what follows would be told for this alone
			line, _ := tokens.InputPos()
			return append(r.faults, fmt.Sprintf("line %d: %v", line, err))
		}
	}
}

func (r *reading) fault(format string, args ...any) {
	r.faults = append(r.faults, fmt.Sprintf(format, args...))
}

func (r *reading) take(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		return r.begin(token)
	case xml.EndElement:
		return r.end(token.Name.Local)
	case xml.CharData:
		if strings.TrimSpace(string(token)) != "" {
			for i := range r.open {
				r.open[i].said = true
			}
		}
	}
	return nil
}

func (r *reading) begin(token xml.StartElement) error {
	e := element{name: token.Name.Local, attr: map[string]string{}}
	for _, a := range token.Attr {
		if _, twice := e.attr[a.Name.Local]; twice {
			return fmt.Errorf("<%s> has two attributes %s", e.name, a.Name.Local)
		}
		e.attr[a.Name.Local] = a.Value
	}
	if err := r.place(e.name); err != nil {
		return err
	}
	r.identify(e)
	r.counted(e)
	r.table(e)
	if !slices.Contains(xml.HTMLAutoClose, e.name) {
		r.open = append(r.open, e)
	}
	return nil
}

func (r *reading) end(name string) error {
	if slices.Contains(xml.HTMLAutoClose, name) {
		return nil
	}
	last := len(r.open) - 1
	if last < 0 || r.open[last].name != name {
		return fmt.Errorf("</%s> closes %s", name, r.within())
	}
	r.closed(r.open[last])
	r.open = r.open[:last]
	return nil
}

// within names the element that is open.
func (r *reading) within() string {
	if len(r.open) == 0 {
		return "nothing"
	}
	return "<" + r.open[len(r.open)-1].name + ">"
}

// done returns the faults, with those that only the whole page shows.
func (r *reading) done() []string {
	if len(r.open) > 0 {
		r.fault("%s is not closed", r.within())
	}
	for _, name := range []string{"language", "title", "width for phones", "link past the header", "h1", "header", "main"} {
		if n := r.count[name]; n != 1 {
			r.fault("%d of: %s; want 1", n, name)
		}
	}
	for _, id := range r.leads {
		if !r.ids[id] {
			r.fault("nothing has the id %q", id)
		}
	}
	return r.faults
}
