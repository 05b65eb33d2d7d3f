package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// read reads what the options name.
func read(ctx context.Context, opt *options, bar *progress) (*intake, error) {
	in, err := readWithSurvey(ctx, opt, bar)
	if err != nil || opt.value.profiles == "" || in.summaries == nil {
		return in, err
	}
	in.profiles, err = readProfiles(ctx, opt, bar, in.summaries)
	return in, err
}

func readSource(ctx context.Context, opt *options, bar *progress) (*intake, error) {
	switch {
	case opt.stays != "":
		return readFile(ctx, opt, bar, stayFields, readStays)
	case opt.guests != "":
		return readFile(ctx, opt, bar, guestFields, readGuests)
	}
	return simulate(ctx, opt, bar)
}

// rowsOf reads the rows of an open table into an intake.
type rowsOf func(opt *options, rows *rows, in *intake) error

func readFile(ctx context.Context, opt *options, bar *progress, fields []string, into rowsOf) (*intake, error) {
	file, err := os.Open(prose.Path(opt.file())) // so that the error says where it was looked for
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil {
		bar.start("reading "+opt.source(), info.Size())
	}
	in := newIntake(opt.source())
	hash := sha256.New()
	raw := io.TeeReader(watched{ctx, file, bar}, hash)
	if err := readTable(opt, raw, fields, in, into); err != nil {
		if _, lost := errors.AsType[*table.QuoteError](err); lost {
			err = fmt.Errorf("%w; nothing was written", err)
		}
		return nil, fmt.Errorf("%s: %w", in.name, err)
	}
	if _, err := io.Copy(io.Discard, raw); err != nil { // what follows the table belongs to the hash
		return nil, err
	}
	in.hash = hex.EncodeToString(hash.Sum(nil))
	return in, nil
}

func readTable(opt *options, raw io.Reader, fields []string, in *intake, into rowsOf) error {
	reader, err := table.NewReader(raw, opt.separator)
	if err != nil {
		return err
	}
	r := &rows{from: reader, in: in}
	columns, err := r.open(opt, reader, fields)
	if errors.Is(err, io.EOF) {
		return errors.New("the file is empty")
	}
	if err == nil {
		err = needed(opt, fields, columns, r.first)
	}
	if err != nil {
		return withSeparator(err, opt.separator, r.first)
	}
	r.cells = newCells(fields, columns, opt.layout)
	r.cells.comma = opt.comma
	findCurrency(opt, reader, columns)
	return into(opt, r, in)
}

// rows yields the data rows of a table, or of a block of it, that have as many cells as they should.
type rows struct {
	from  interface{ Next() (table.Row, error) }
	in    *intake
	cells *cells
	first []string // the header, or the first row where there is none
	width int
	line  int
}

// open finds the columns, by the header or by the width of the first row.
func (r *rows) open(opt *options, reader *table.Reader, fields []string) (table.Columns, error) {
	read := reader.Peek
	if opt.header {
		read = reader.Next
	}
	row, err := read()
	if err != nil {
		return table.Columns{}, err
	}
	r.first, r.width = slices.Clone(row.Cells), len(row.Cells)
	if opt.header {
		return table.Named(row.Cells, opt.mapping, fields)
	}
	return table.Numbered(len(row.Cells), opt.mapping, fields)
}

// next makes the next row of the right width the one that cells reads. It returns false at the end.
func (r *rows) next() (bool, error) {
	for {
		row, err := r.from.Next()
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if wrong, ok := errors.AsType[*table.RowError](err); ok {
			r.in.rows++
			r.in.refuse(wrong.Line, unreadable, fmt.Sprintf("row: %v", wrong.Err))
			continue
		}
		if err != nil {
			return false, err
		}
		r.in.rows++
		if len(row.Cells) != r.width {
			r.in.refuse(row.Line, unreadable, fmt.Sprintf("row: %d cells; want %d", len(row.Cells), r.width))
			continue
		}
		r.line = row.Line
		r.cells.use(row.Cells)
		return true, nil
	}
}

// refuse counts the present row as wrong.
func (r *rows) refuse(reason, text string) { r.in.refuse(r.line, reason, text) }

// refuseError counts the present row as wrong for what the library found.
func (r *rows) refuseError(err error) error {
	text, reason, ok := rowProblem(err, r.cells.guest())
	if !ok {
		return err
	}
	r.refuse(reason, text)
	return nil
}

// rowProblem returns an error of the library without its row number, and its reason; false if it concerns no row.
func rowProblem(err error, guest string) (text, reason string, ok bool) {
	wrong, ok := errors.AsType[*hotelcrm.RowError](err)
	if !ok {
		return "", "", false
	}
	reason = unreadable
	if r, known := errors.AsType[hotelcrm.Reason](err); known {
		reason = r.String()
	}
	return describe(wrong.Field, wrong.Value, guest, wrong.Err.Error()), reason, true
}
