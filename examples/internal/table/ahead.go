package table

import "errors"

// Ahead shows the next rows to look until it returns true, or there are no more. They all come again.
//
// Input: look must not keep the slice. With blanks for separators it sees one row, whose cells are never empty.
// Cost: the blocks up to the last row seen are held in memory.
func (r *Reader) Ahead(look func(cells []string) bool) {
	if r.lines != nil {
		if row, err := r.lines.peek(); err == nil {
			look(row.Cells)
		}
		return
	}
	for block := r.rows.rest(); !block.show(look); {
		next, err := r.blocks.next()
		if err != nil {
			return // it comes again as well
		}
		r.ahead = append(r.ahead, next)
		block = next
	}
}

// show is Ahead for one block. Rows that cannot be read are not shown.
func (b Block) show(look func(cells []string) bool) bool {
	rows := b.Rows()
	for {
		row, err := rows.Next()
		if _, bad := errors.AsType[*RowError](err); bad {
			continue
		}
		if err != nil {
			return false
		}
		if look(row.Cells) {
			return true
		}
	}
}

// block returns the next block, one that Ahead has read before all others.
func (r *Reader) block() (Block, error) {
	if len(r.ahead) == 0 {
		return r.blocks.next()
	}
	block := r.ahead[0]
	r.ahead[0] = Block{} // so that its text can go
	r.ahead = r.ahead[1:]
	return block, nil
}
