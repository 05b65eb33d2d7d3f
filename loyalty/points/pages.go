package points

import "slices"

// pages is a list that copies share page by page, so that a decision on a big account copies what it touches and no more.
// A list that was cloned is not changed any more.
type pages[T any] struct {
	list []page[T] // all full but the last
	n    int
	room int // elements that will be added, as far as known
}

type page[T any] struct {
	items []T
	own   bool // no other list has it
}

const pageSize = 64

// at returns an element to read.
func (p *pages[T]) at(i int) *T { return &p.list[uint(i)/pageSize].items[uint(i)%pageSize] }

// edit returns an element to change.
func (p *pages[T]) edit(i int) *T {
	own := &p.list[i/pageSize]
	if !own.own {
		own.items, own.own = slices.Clone(own.items), true
	}
	return &own.items[i%pageSize]
}

// add appends an element.
func (p *pages[T]) add(v T) {
	if p.n%pageSize == 0 {
		p.list = append(p.list, page[T]{items: make([]T, 0, min(max(p.room, 1), pageSize)), own: true})
	}
	last := &p.list[len(p.list)-1]
	if !last.own {
		room := min(len(last.items)+max(p.room, 1), pageSize)
		last.items, last.own = append(make([]T, 0, room), last.items...), true
	}
	last.items = append(last.items, v)
	p.n++
	p.room--
}

// grow says how many elements will be added.
func (p *pages[T]) grow(n int) {
	p.list = slices.Grow(p.list, (n+pageSize-1)/pageSize)
	p.room = n
}

func (p *pages[T]) clone() pages[T] {
	c := pages[T]{list: slices.Clone(p.list), n: p.n}
	for i := range c.list {
		c.list[i].own = false
	}
	return c
}
