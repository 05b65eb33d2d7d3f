// Command report turns hotel stays into one page that says who the guests are: how recently and how often they come,
// what they bring, which segment each is in, and how few of them bring most of the revenue.
//
// Without arguments it runs on a simulated hotel. With -stays FILE it reads stays, and with -guests FILE one summary a
// guest, from a table of one's own. It writes report.html, guests.csv and summary.json.
//
// Here are the flags, the help, the progress and the run: read, reckon, write. The rest stands in rooms below internal,
// from the ground up; rooms_test.go holds what each may import.
//
//	prose, numeral, basis           numbers for people and for programs; what all chapters reckon by
//	intake, chinese                 what was read and what became of it; what the report says in Chinese
//	scores, worth, returns, alive,  the figures of each chapter
//	tiers, survey, classes
//	reckon                          all chapters together, and what they lack
//	words, chart                    what several pages say alike; their pictures
//	page, record, guest, guestpage  report.html; the files for programs; one guest's figures and page
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// What the command returns to the shell.
const (
	exitDone  = 0
	exitFail  = 1 // nothing usable, wrong rows under -strict, a file that cannot be read or written, interrupted
	exitFlags = 2
)

// collectAt is how much the heap grows, in per cent, before the collector runs. What is held is a few large tables without
// pointers, so that running it more often than by default costs little time and saves much memory.
const collectAt = 20

func main() {
	debug.SetGCPercent(collectAt)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	opt, err := parseFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, help)
		return exitDone
	case err != nil:
		fmt.Fprintf(stderr, "report: %v\nrun with -help for all flags\n", err)
		return exitFlags
	}
	return carryOut(ctx, opt, stdout, stderr)
}

// carryOut does what the flags ask for, and returns what the command returns to the shell.
func carryOut(ctx context.Context, opt *options, stdout, stderr io.Writer) int {
	if err := report(ctx, opt, stdout, stderr); err != nil {
		if errors.Is(err, context.Canceled) {
			err = errInterrupted
		}
		fmt.Fprintf(stderr, "report: %v\n", err)
		return exitFail
	}
	return exitDone
}

var errInterrupted = errors.New("interrupted; nothing was written")

func report(ctx context.Context, opt *options, stdout, stderr io.Writer) error {
	if err := opt.prepare(); err != nil {
		return err
	}
	bar := newProgress(stderr)
	in, err := intake.Read(ctx, &opt.Order, bar)
	bar.clear()
	if err != nil {
		return err
	}
	in.PrintProblems(stderr)
	if err := in.Usable(&opt.Order); err != nil {
		return err
	}
	bar.Start("scoring", 0)
	r, err := reckon.New(&opt.Task, in)
	bar.clear()
	if err != nil {
		return err
	}
	defer func() { _ = r.Finish() }() // so that no goroutine is left behind
	if opt.guest != "" {
		return reportGuest(ctx, opt, r, stdout)
	}
	summary, err := writeReport(ctx, opt, r)
	if err != nil {
		return err
	}
	if opt.json {
		_, err = stdout.Write(summary)
		return err
	}
	return printTable(stdout, opt, r)
}

// writeReport writes all files, and returns what summary.json holds.
func writeReport(ctx context.Context, opt *options, r *reckon.Report) (summary []byte, err error) {
	list := record.Files{
		{Name: record.GuestsName, Content: record.Guests(r)}, // first: it needs nothing that Finish waits for
		{Name: page.Name, Content: record.Made(func() ([]byte, error) { return page.Render(opt.lang, r) })},
		{Name: record.SummaryName, Content: record.Made(func() ([]byte, error) {
			var err error
			summary, err = record.RenderSummary(r)
			return summary, err
		})},
	}
	if opt.save != "" {
		list = append(list, record.File{Name: prose.Path(opt.save), Content: record.Made(func() ([]byte, error) { return record.Thresholds(r) })})
	}
	err = record.WriteAll(ctx, opt.out, list) // fills summary
	return summary, err
}
