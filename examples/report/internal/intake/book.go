package intake

import (
	"runtime"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
)

// book is a register, and the last day it was told of.
type book struct {
	register *hotelcrm.Register
	last     hotelcrm.Date
}

func newBook(order *Order, form hotelcrm.Form) (*book, error) {
	policy := hotelcrm.Policy{Visit: order.Visit}
	if order.Fees {
		policy.Departments = hotelcrm.AllButFees | hotelcrm.Departments(hotelcrm.Fees)
	}
	setup := hotelcrm.Setup{Currency: order.Currency, Form: form, Policy: policy, Workers: runtime.NumCPU()}
	register, err := hotelcrm.NewRegister(setup)
	return &book{register: register}, err
}

func (b *book) add(stay *hotelcrm.Stay) error {
	if err := b.register.Add(*stay); err != nil {
		return err
	}
	switch stay.Status {
	case hotelcrm.Departed:
		b.last = max(b.last, stay.Departure)
	case hotelcrm.InHouse:
		b.last = max(b.last, stay.Arrival)
	}
	return nil
}

// close summarises as of the date asked for, else as of the day after the last departure.
func (b *book) close(order *Order, in *Data) error {
	asOf := order.AsOf
	if asOf == 0 {
		asOf = dayAfter(b.last)
	}
	if b.register.Setup().Form == hotelcrm.Tallies {
		var err error
		in.Summaries, err = b.register.Summaries(asOf, hotelcrm.Window{})
		return err
	}
	if err := b.lookBack(order, in, asOf); err != nil {
		return err
	}
	all, err := b.register.Visits(asOf, hotelcrm.Window{}) // the last question, so that the stays need not be kept any more
	if err != nil {
		return err
	}
	in.Summaries = all.Summaries()
	in.Visits = &Visits{Offsets: all.Offsets(), Arrivals: all.Arrival(), Departures: all.Departure(), Revenue: all.Revenue()}
	if order.Keep.Nights {
		in.Visits.Nights = all.Nights()
	}
	if order.Keep.Whole {
		in.Whole = all
	}
	return in.tellStages(order, all)
}

// Visits is when each guest of the summaries came: guest i on the arrivals from offsets[i] to offsets[i+1].
type Visits struct {
	Offsets    []int
	Arrivals   []hotelcrm.Date
	Departures []hotelcrm.Date
	Revenue    hotelcrm.Amounts // of each arrival
	Nights     []int32          // nil without a loyalty programme
}

// dayAfter returns the analysis date for data that ends on the day given, or has no day at all.
func dayAfter(last hotelcrm.Date) hotelcrm.Date {
	if last == 0 || last >= LatestAsOf {
		return LatestAsOf
	}
	return last.AddDays(1)
}

// readStays adds every row to a register and summarises it.
func readStays(order *Order, rows *rows, in *Data) error {
	book, err := newBook(order, formFor(order, rows.cells))
	if err != nil {
		return err
	}
	if reader, ok := rows.from.(*table.Reader); ok && reader.InBlocks() {
		err = book.addBlocks(reader, rows)
	} else {
		err = book.addRows(rows)
	}
	if err != nil {
		return err
	}
	return book.close(order, in)
}

// formFor returns Tallies, which takes less memory, where it gives the same result: every row is a visit of its own, none
// repeats another, all guests have left, and no date is asked for that may lie before the last departure.
func formFor(order *Order, c *cells) hotelcrm.Form {
	if order.Visit == hotelcrm.ByStay && order.AsOf == 0 && !order.Keep.Visits && !c.has(stayID) && !c.has(stayStatus) {
		return hotelcrm.Tallies
	}
	return hotelcrm.AllVisits
}

// addBlocks adds batch by batch; a batch with anything wrong in it is added row by row.
func (b *book) addBlocks(reader *table.Reader, rows *rows) error {
	setup := b.register.Setup()
	p := startPipeline(reader, func() *batch { return newBatch(rows.cells, rows.width, setup) })
	defer p.close()
	for batch := range p.full {
		if !b.addBatch(batch, rows.in) {
			rows.from = batch.block.Rows()
			if err := b.addRows(rows); err != nil {
				return err
			}
		}
		p.empty <- batch
	}
	return p.err
}

// addBatch adds all rows of a batch, or none and returns false.
func (b *book) addBatch(batch *batch, in *Data) bool {
	if !batch.plain {
		return false
	}
	columns := batch.columns()
	if b.register.AddColumns(columns) != nil {
		return false
	}
	in.Rows += int64(batch.rows)
	b.last = max(b.last, batch.last(&columns))
	return true
}

// addRows adds row by row and counts what is wrong.
func (b *book) addRows(rows *rows) error {
	for {
		more, err := rows.next()
		if err != nil || !more {
			return err
		}
		stay := readStay(rows.cells)
		if rows.cells.problem != "" {
			rows.refuse(Unreadable, rows.cells.problem)
			continue
		}
		if err := b.add(&stay); err != nil {
			if err := rows.refuseError(err); err != nil {
				return err
			}
		}
	}
}
