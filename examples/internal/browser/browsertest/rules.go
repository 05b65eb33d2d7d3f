package browsertest

import (
	"fmt"
	"slices"
	"strings"
)

// holds lists what some elements may hold; anything else a browser would put elsewhere or read as broken.
var holds = map[string][]string{
	"table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
	"thead": {"tr"},
	"tbody": {"tr"},
	"tfoot": {"tr"},
	"tr":    {"th", "td"},
	"ul":    {"li"},
	"ol":    {"li"},
	"dl":    {"div", "dt", "dd"},
}

// blocks end a paragraph that is open, whatever its end tag says.
var blocks = []string{
	"article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
	"header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
}

// place says why an element cannot stand where it does.
func (r *reading) place(name string) error {
	if len(r.open) == 0 {
		return nil
	}
	under := r.open[len(r.open)-1].name
	if only, known := holds[under]; known && !slices.Contains(only, name) {
		return fmt.Errorf("<%s> stands in <%s>", name, under)
	}
	if slices.Contains(blocks, name) && r.inside("p") {
		return fmt.Errorf("<%s> stands in <p>", name)
	}
	if (name == "a" || name == "form") && r.inside(name) {
		return fmt.Errorf("<%s> stands in <%s>", name, name)
	}
	return nil
}

func (r *reading) inside(name string) bool {
	return slices.ContainsFunc(r.open, func(e element) bool { return e.name == name })
}

// identify notes the id of an element and those that it leads to.
func (r *reading) identify(e element) {
	if id, ok := e.attr["id"]; ok {
		if r.ids[id] {
			r.fault("the id %q is used twice", id)
		}
		r.ids[id] = true
	}
	for _, name := range []string{"aria-labelledby", "aria-describedby", "aria-controls", "for"} {
		r.leads = append(r.leads, strings.Fields(e.attr[name])...)
	}
	if id, ok := strings.CutPrefix(e.attr["href"], "#"); ok {
		r.leads = append(r.leads, id)
	}
}

// counted counts what a page must have once.
func (r *reading) counted(e element) {
	switch {
	case e.name == "html" && e.attr["lang"] != "":
		r.count["language"]++
	case e.name == "title" && r.within() == "<head>":
		r.count["title"]++
	case e.name == "meta" && e.attr["name"] == "viewport":
		r.count["width for phones"]++
	case e.name == "a" && e.attr["class"] == "skip" && e.attr["href"] == "#main":
		r.count["link past the header"]++
	case e.name == "h1", e.name == "main", e.name == "header" && r.within() == "<body>":
		r.count[e.name]++
	}
}

// table notes the heads of rows and the names of tables.
func (r *reading) table(e element) {
	if len(r.open) == 0 {
		return
	}
	switch under := &r.open[len(r.open)-1]; {
	case e.name == "th" && e.attr["scope"] == "":
		r.fault("a <th> has no scope")
	case e.name == "th" && e.attr["scope"] == "row":
		under.headed = true
	case e.name == "caption":
		under.titled = true
	}
}

// closed checks an element with what it held.
func (r *reading) closed(e element) {
	switch e.name {
	case "title", "h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "summary", "label":
		if !e.said && e.attr["aria-label"] == "" {
			r.fault("<%s> is empty", e.name)
		}
	case "tr":
		if !e.headed && r.inside("tbody") {
			r.fault("a row of a table has no head")
		}
	case "table":
		around := r.open[max(len(r.open)-2, 0)]
		if e.attr["aria-labelledby"] == "" && around.attr["aria-labelledby"] == "" && !e.titled {
			r.fault("a table has no name")
		}
	}
}
