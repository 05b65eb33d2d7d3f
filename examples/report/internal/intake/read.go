package intake

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

// Read reads what the order names. It may find the currency of the order in the first rows of a file.
func Read(ctx context.Context, order *Order, bar Bar) (*Data, error) {
	in, err := readWithSurvey(ctx, order, bar)
	if err != nil {
		return nil, err
	}
	if in.Order = order; order.Profiles == "" || in.Summaries == nil {
		return in, nil
	}
	in.Profiles, err = readProfiles(ctx, order, bar, in.Summaries)
	return in, err
}

func readSource(ctx context.Context, order *Order, bar Bar) (*Data, error) {
	switch {
	case order.Stays != "":
		return readFile(ctx, order, bar, StayFields, readStays)
	case order.Counted():
		return readFile(ctx, order, bar, GuestFields, readGuests)
	}
	return simulate(ctx, order, bar)
}

// rowsOf reads the rows of an open table.
type rowsOf func(order *Order, rows *rows, in *Data) error

func readFile(ctx context.Context, order *Order, bar Bar, fields []string, into rowsOf) (*Data, error) {
	file, err := os.Open(prose.Path(order.File())) // so that the error says where it was looked for
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil {
		bar.Start("reading "+order.source(), info.Size())
	}
	in := newData(order.source())
	hash := sha256.New()
	raw := io.TeeReader(watched{ctx, file, bar}, hash)
	if err := readTable(order, raw, fields, in, into); err != nil {
		if _, lost := errors.AsType[*table.QuoteError](err); lost {
			err = fmt.Errorf("%w; nothing was written", err)
		}
		return nil, fmt.Errorf("%s: %w", in.Source, err)
	}
	if _, err := io.Copy(io.Discard, raw); err != nil { // what follows the table belongs to the hash
		return nil, err
	}
	in.Hash = hex.EncodeToString(hash.Sum(nil))
	return in, nil
}

func readTable(order *Order, raw io.Reader, fields []string, in *Data, into rowsOf) error {
	reader, err := table.NewReader(raw, order.Separator)
	if err != nil {
		return err
	}
	r := &rows{from: reader, in: in}
	columns, err := r.open(order, reader, fields)
	if errors.Is(err, io.EOF) {
		return errors.New("the file is empty")
	}
	if err == nil {
		err = needed(order, fields, columns, r.first)
	}
	if err != nil {
		return withSeparator(err, order.Separator, r.first)
	}
	r.cells = newCells(fields, columns, order.Layout)
	r.cells.comma = order.Comma
	findCurrency(order, reader, columns)
	return into(order, r, in)
}

// rows yields the data rows of a table, or of a block of it, that have as many cells as they should.
type rows struct {
	from  interface{ Next() (table.Row, error) }
	in    *Data
	cells *cells
	first []string // the header, or the first row where there is none
	width int
	line  int
}

// open finds the columns, by the header or by the width of the first row.
func (r *rows) open(order *Order, reader *table.Reader, fields []string) (table.Columns, error) {
	read := reader.Peek
	if order.Header {
		read = reader.Next
	}
	row, err := read()
	if err != nil {
		return table.Columns{}, err
	}
	r.first, r.width = slices.Clone(row.Cells), len(row.Cells)
	if order.Header {
		return table.Named(row.Cells, order.Mapping, fields)
	}
	return table.Numbered(len(row.Cells), order.Mapping, fields)
}

// next makes the next row of the right width the one that cells reads. It returns false at the end.
func (r *rows) next() (bool, error) {
	for {
		row, err := r.from.Next()
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if wrong, ok := errors.AsType[*table.RowError](err); ok {
			r.in.Rows++
			r.in.refuse(wrong.Line, Unreadable, fmt.Sprintf("row: %v", wrong.Err))
			continue
		}
		if err != nil {
			return false, err
		}
		r.in.Rows++
		if len(row.Cells) != r.width {
			r.in.refuse(row.Line, Unreadable, fmt.Sprintf("row: %d cells; want %d", len(row.Cells), r.width))
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
	reason = Unreadable
	if r, known := errors.AsType[hotelcrm.Reason](err); known {
		reason = r.String()
	}
	return describe(wrong.Field, wrong.Value, guest, wrong.Err.Error()), reason, true
}
