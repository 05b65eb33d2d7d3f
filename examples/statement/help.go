package main

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

func help() string {
	return strings.Replace(helpText, "PRESETS", wrapped(loyalty.Presets(), 84, "                     "), 1)
}

// wrapped writes names in lines of at most so many characters.
func wrapped(names []string, width int, indent string) string {
	var lines []string
	line := ""
	for _, name := range names {
		if line != "" && len(line)+len(name) > width {
			lines = append(lines, line)
			line = ""
		}
		line += name + " "
	}
	return strings.Join(append(lines, line[:max(0, len(line)-1)]), "\n"+indent)
}

const helpText = `statement writes a loyalty member's statement: tier, progress, points, benefits and how it all came about.

usage: go run -C examples ./statement [flags]

Without flags it runs on a built-in member of a published programme.
Paths are relative to the working directory, which is examples/ under go run -C examples; an absolute path always works.

what goes in
  -programme NAME    a programme as JSON (its format: go doc ./loyalty), or one that is built in: published rules,
                     read for tests, no statement of what is in force today;
                     PRESETS
  -activity FILE     a CSV file with a header, a row for each thing that happened; see below
  -member ID         whose statement; not needed where the file has one member only
  -asof DATE         the day for which it is written, at its close; default: the last day in the file
  -known DATE        what was recorded later is not known; default: everything is known
  -replay NAME       another programme, named as above: what it would have made of the same stays
  -lint              look at the programme alone, and with -replay at where the two disagree: findings in words

what comes out
  -json              print JSON in place of the text
  -html FILE         also write one page
  -lang LANG         en (default) or zh

columns of the activity file, in any order; dates as 2026-03-31, amounts in the currency of the programme
  member             whose row; may be left out for one member
  kind               what happened, see below
  date               the day: of a stay the arrival
  to                 of a stay the departure, of a grant the first day on which it is over
  id                 of stays, bonuses and redemptions; the same stay again counts once
  known              the day on which it was recorded; empty: the day that counts
  property, brand, room, rate, payer, rooms         of a stay; payer: guest (empty), company, agent, other
  room_revenue, food_beverage, other_operated, miscellaneous, fees      what it brought, net of tax
  nights, stays, events, points, tier, source, challenge, campaign, ref, note

kinds of row, and what they need
  enrolment          date; without it the first activity enrols
  stay               date, to; nights and points are worked out by the programme
  award              date, to: a stay that is paid with points; the points are a redemption of its own
  no-show            date, to; fees
  event              date: a meeting or a banquet; events says as how many it counts
  bonus              date and nights, stays or points: given without a stay, as with a card
  correction         date and nights, stays or points, also negative ones
  redemption         date, points: points spent
  void               date, ref: the redemption with this id is taken back
  grant              date and tier and source (match, challenge, gift, purchase, card, operator), or challenge
  registration       date, campaign

exit status
  0  done
  1  nothing usable, wrong rows, findings of severity error, a file that cannot be read or written
  2  wrong flags
  go run itself turns every failure into 1; a program made by go build keeps them apart.
`
