package points

import (
	"cmp"
	"slices"
)

// index lists acts in the order of a key, so that a text finds its act without a map to copy.
type index []int32

func byID(a *act) string   { return a.id }
func byStay(a *act) string { return a.stay }

func (x index) find(acts *pages[act], key func(*act) string, text string) (int, bool) {
	if n := len(x); n > 0 && key(acts.at(int(x[n-1]))) < text {
		return n, false // ids mostly rise
	}
	return slices.BinarySearchFunc(x, text, func(i int32, text string) int { return cmp.Compare(key(acts.at(int(i))), text) })
}

// insert adds an act, and reports false if its key is there already.
func (x *index) insert(acts *pages[act], key func(*act) string, i int) bool {
	at, found := x.find(acts, key, key(acts.at(int(i))))
	if found {
		return false
	}
	*x = slices.Insert(*x, at, int32(i))
	return true
}

func (x *index) remove(acts *pages[act], key func(*act) string, text string) {
	if at, found := x.find(acts, key, text); found {
		*x = slices.Delete(*x, at, at+1)
	}
}
