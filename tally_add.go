package hotelcrm

// addAll adds rows, in blocks: first the places of the index are fetched, then the lines, so that memory brings many at
// once instead of one by one. If the rows are many all lines are read first, one after the other, which memory does
// faster than some of them here and there.
func (p *tallyPart) addAll(rows []tallyRow, touched *uint32) {
	var hashes [ahead]uint64
	var lines [ahead]*tally
	if len(rows) > p.used/2 {
		for n := range p.used {
			*touched += p.at(n).visits
		}
	}
	for len(rows) > 0 {
		block := rows[:min(ahead, len(rows))]
		rows = rows[len(block):]
		p.reserve(len(block)) // so that no line moves meanwhile
		p.touch(block, &hashes, touched)
		for i := range block {
			lines[i] = p.candidate(hashes[i], touched)
		}
		for i := range block {
			t := lines[i]
			if t == nil || t.key != block[i].key {
				t = p.line(block[i].key, hashes[i])
			}
			p.add(t, &block[i])
		}
	}
}

// touch hashes the rows' guests and fetches the places of the index where their searches begin.
func (p *tallyPart) touch(rows []tallyRow, hashes *[ahead]uint64, touched *uint32) {
	index, sum := p.index, indexEntry(0)
	for i := range rows {
		hashes[i] = rows[i].key.hash()
		if len(index) > 0 {
			sum += index[int(hashes[i])&(len(index)-1)]
		}
	}
	*touched += uint32(sum)
}

// candidate returns the first line whose guest has the tag of a hash, most likely the guest's own, nil if there is none;
// and fetches it.
func (p *tallyPart) candidate(hash uint64, touched *uint32) *tally {
	if len(p.index) == 0 {
		return nil
	}
	tag, mask := tagOf(hash), len(p.index)-1
	for i := int(hash) & mask; p.index[i] != 0; i = (i + 1) & mask {
		if p.index[i]&tagMask == tag {
			t := p.at(p.index[i].line())
			*touched += t.visits
			return t
		}
	}
	return nil
}
