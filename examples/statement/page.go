package main

import (
	"bytes"
	_ "embed"
	"html/template"
	"os"

	"github.com/hotelcrm/hotelcrm/examples/internal/style"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// writePage writes the page: one file with its style inside, without a script.
func writePage(file string, s *sheet) error {
	page, err := renderPage(s)
	if err != nil {
		return err
	}
	return os.WriteFile(file, page, 0o666)
}

func renderPage(s *sheet) ([]byte, error) {
	page, err := template.New("page").Funcs(s.lang.Funcs()).Parse(pageHTML)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = page.Execute(&b, struct {
		*sheet
		CSS  template.CSS
		Lang string
	}{s, template.CSS(style.Base + style.Page + pageCSS), s.lang.Code()})
	return b.Bytes(), err
}
