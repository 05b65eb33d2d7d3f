// Package sim makes a hotel group from a seed: the stays that its property system would deliver, and beside them the
// truth that a hotel never knows. It is for tests, benchmarks and examples; the guests are invented.
//
// # Model
//
// Three properties sell in EUR: a city hotel with its weekdays, a resort with its summer, an airport hotel without a
// season. A guest first comes anywhere in the window, then waits exponential times at a rate of their own, measured
// from arrival to arrival, and may drop out for good after each visit, the first one too, with a chance of their own.
// Rates and chances are spread over the guests of each source class. That is the modified BG/NBD model of Batislam,
// Denizel and Filiztekin (2007), "Empirical validation and comparison of models for customer base analysis",
// International Journal of Research in Marketing 24(3), 201-209, with tables of quantiles in place of its gamma and
// beta distributions. Two departures from it: seasons stretch time, so that the yearly rate holds over whole years
// only; and a visit begins no earlier than the day after the one before it ended, so that the busiest guests come a
// little less often.
//
// Satisfaction lowers the drop-out chance. Bookings that were cancelled or not shown up for are added beside the
// visits and take no part in the process. Revenue falls to rooms, food and beverage, other departments and
// miscellaneous income. On the last day some guests are in house, with what was posted until then, and some are
// booked for later.
//
// # Shares
//
// In the default hotel, in per cent of the 80,503 rows delivered:
//
//	departed       78.6    day use              1.5    rebate                1.0
//	cancelled      18.5    two rooms            1.4    refund, version 2     0.5
//	no-show         1.9    adjoining            2.5    delivered twice       0.4
//	booked          0.8    sharer               1.2    cancelled, charged    2.2
//	in house        0.15   accompanying         2.1    no-show, charged      0.9
//	tentative       0.12   complimentary        0.5    anonymised            1.2
//	house account   3.6    points night         1.0    house use             0.4
//	group masters   0.4
//
// Adjoining stays and two rooms are two rows each. In per cent of the 20,000 guests:
//
//	direct         31      one visit           50      dropped out by the last day     58
//	OTA            40      a second profile     1.6    anonymised                       1.1
//	corporate      13
//	group          10
//	walk-in         6
//
// Visits a guest: mean 2.7, median 1, 95th percentile 8, at most 107 in the four years. A room night costs EUR 148 on
// average (city 133, resort 179, airport 97). Rooms bring 76 % of the guests' revenue, food and beverage 16 %, other
// departments 7 %; the best fifth of the guests brings 65 %.
//
// # Guest file
//
// Beside the stays, [Hotel.Backgrounds] makes what the hotel's guest file holds: of 87 % of the persons, in per cent
//
//	known:       motive 85, industry 70, income 55, credit 75, satisfaction 62
//	motive:      leisure 37, business 26, family 18, event 10, conference 9
//	industry:    technology 15, manufacturing 15, finance 11, public sector, health, education, trade and other 12 each
//	income, EUR: 18,000 12, 28,000 22, 42,000 33, 65,000 23, 110,000 10
//	credit:      1 6, 2 13, 3 33, 4 33, 5 15
//
// Motive, industry and income hang on the source class; satisfaction is that of the visit process.
//
// # Survey
//
// [Hotel.Survey] makes the questionnaires that came back, on the 24 questions of the tree of overall guest satisfaction,
// 1 to 5, and one on everything. 23 % of the persons answer: direct 33, OTA 21, corporate 18, group 15, walk-in 12. Each
// guest has a level for each factor, which rises with the satisfaction of the visit process; a question adds a shift and
// a spread of its own, and the overall rating is the sum of the levels by the parts. Means are of the default hotel:
//
//	factor        part, %   rise with a step of satisfaction   mean   left blank, %
//	environment      10                  0.25                  3.82         3
//	hardware         20                  0.50                  3.46        23
//	service          35                  0.75                  3.65        39
//	staff            20                  0.65                  4.00        14
//	spend            15                  0.55                  3.29         4
//
// # Determinism
//
// All drawing is integer arithmetic on a generator of its own, so a configuration means the same bytes on every
// platform and with every version of Go. Each guest draws from a stream of their own. Whoever changes a stay changes
// the golden hashes in the tests, and every figure that other tests take from here.
package sim
