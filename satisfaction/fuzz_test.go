package satisfaction_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

func smallForm(tb testing.TB) *satisfaction.Form {
	tb.Helper()
	stars, err := satisfaction.Direct(1, 5)
	if err != nil {
		tb.Fatal(err)
	}
	noise := stars
	noise.Reversed = true
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "room", Scale: stars}, {ID: "noise", Scale: noise}, {ID: "mood", Scale: satisfaction.Keywords()}})
	if err != nil {
		tb.Fatal(err)
	}
	return form
}

// FuzzReadAnswers: any file gives rows that the form allows, and errors with types for the rest.
func FuzzReadAnswers(f *testing.F) {
	f.Add("room,noise,mood\n5,1,furious\n,refused,满足\n4,2,-1e0\n")
	f.Add("\ufeff\"mood\",x,\"room\",noise\n称心,\"a,\nb\",5.0,1\n3,3\n9,9,9,9\n")
	f.Add("room;noise;mood\n5;1;\"x")
	f.Add("room,noise,mood\n1e999999999,--1,NA")
	form := smallForm(f)
	f.Fuzz(func(t *testing.T, file string) {
		for _, comma := range []rune{',', ';'} {
			answers, err := satisfaction.ReadAnswers(strings.NewReader(file), form, satisfaction.Reading{
				Comma: comma, Keep: []string{"mood"}, Missing: map[string]satisfaction.Answer{"NA": satisfaction.NotApplicable},
			})
			if answers == nil {
				if err == nil {
					t.Fatal("neither answers nor an error")
				}
				continue
			}
			if answers.Len() != len(answers.Kept) || answers.Len() > answers.Read || err == nil && answers.Len() != answers.Read {
				t.Fatalf("%d rows, %d kept, %d read, %v", answers.Len(), len(answers.Kept), answers.Read, err)
			}
			if err != nil {
				if _, ok := errors.AsType[*hotelcrm.RowError](err); !ok {
					t.Fatalf("untyped error %v", err)
				}
			}
			if err := satisfaction.NewSummary(form).AddRows(answers.Rows, 1); err != nil {
				t.Fatalf("a row that was read is refused: %v", err)
			}
		}
	})
}

// sealed gives data the checksum it needs to be looked at.
func sealed(data []byte) []byte {
	body := data[:max(0, len(data)-4)]
	return binary.LittleEndian.AppendUint32(bytes.Clone(body), crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)))
}

// FuzzUnmarshalSummary: arbitrary data is refused with a typed error or is the one canonical form of what it holds.
func FuzzUnmarshalSummary(f *testing.F) {
	form := smallForm(f)
	for _, rows := range [][]satisfaction.Answer{nil, {5, 1, 7}, {5, 1, 7, 0, 64, 3, 128, 192, 0, 2, 2, 2}} {
		f.Add(encoded(f, summaryOf(f, form, rows, 1)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, data := range [][]byte{data, sealed(data)} {
			var s satisfaction.Summary
			if err := s.UnmarshalBinary(data); err != nil {
				if !errors.Is(err, hotelcrm.ErrCorrupt) && !errors.Is(err, hotelcrm.ErrVersion) {
					t.Fatalf("untyped error: %v", err)
				}
				continue
			}
			if again := encoded(t, &s); !bytes.Equal(again, data) {
				t.Fatalf("accepted %x, writes %x", data, again)
			}
			m, err := s.Moments()
			if err != nil {
				t.Fatal(err)
			}
			for i := range s.Form().Len() {
				m.Mean(i)
				m.Correlation(0, i)
			}
		}
	})
}
