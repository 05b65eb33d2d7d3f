package main

import (
	"context"
	"io"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/guest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/guestpage"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// reportGuest writes the page of one guest in place of the report, and prints the gist of it.
func reportGuest(ctx context.Context, opt *options, r *reckon.Report, stdout io.Writer) error {
	g, err := guestpage.New(opt.lang, r, opt.guest)
	if err != nil {
		return err
	}
	sheet, err := g.Sheet.JSON()
	if err != nil {
		return err
	}
	list := record.Files{{Name: guestpage.Name, Content: record.Made(g.Render)}, {Name: guest.Name, Content: record.Held(sheet)}}
	if opt.save != "" {
		list = append(list, record.File{Name: prose.Path(opt.save), Content: record.Made(func() ([]byte, error) { return record.Thresholds(r) })})
	}
	if err := record.WriteAll(ctx, opt.out, list); err != nil {
		return err
	}
	if opt.json {
		_, err = stdout.Write(sheet)
		return err
	}
	return g.Print(stdout, opt.out)
}
