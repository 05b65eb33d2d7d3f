package main

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
)

func TestEverythingIsSaidInChinese(t *testing.T) {
	list := langtest.Said(t, ".")
	if len(list) < 100 {
		t.Fatalf("only %d texts were found", len(list))
	}
	langtest.Complete(t, words, list)
}
