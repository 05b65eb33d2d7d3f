package main

const help = `report says who a hotel's guests are: recency, frequency, monetary value, segments, 80/20, what they are worth.

usage: go run -C examples ./report [flags]

Without flags it runs on a simulated hotel. It writes report.html, guests.csv and summary.json.
Paths are relative to the working directory, which is examples/ under go run -C examples; an absolute path always works.

input
  -stays FILE      a table of stays, one row a stay; gzip is recognised
  -guests FILE     a table of guests instead, one row a guest
  -columns LIST    where the fields are: guest=customer_id,arrival=order_date,revenue=revenue
                   Fields that are not named here are found by their own names in the header; status=- leaves one out.
  -header=false    the file has no header; columns by number from 1: guest=1,arrival=3,revenue=5
  -sep SEP         between cells: , ; tab blanks (runs of blanks, no quotes); default ,
  -date LAYOUT     2006-01-02 (default), 20060102, 02/01/2006 (day first), 02.01.2006, 1/2/2006 (month first), 02-Jan-06
  -decimal MARK    of amounts in the tables: . (default) or , as in 1234,50 and 1.234,50
  -currency CODE   ISO 4217, of all amounts; default: that of the first row which names one, else EUR

fields of a stay (needed: guest, arrival or departure, one amount)
  id version       the same id again is a repeat; the highest version counts
  property guest   the guest id is opaque; cells are trimmed
  role             primary sharer accompanying account
  status           tentative booked in-house departed cancelled no-show; without the column: departed
  use              paid complimentary house-use points
  arrival          with only one date column every row is a day visit: arrival = departure
  departure booked
  rooms            the number of rooms
  revenue          room revenue, net of tax; empty cells are 0, as in
  food other miscellaneous fees   (fees count as revenue only with -fees)
  currency         rows in another currency are refused
fields of a guest: guest last visits revenue are needed, first nights may be given

analysis
  -asof DATE       2006-01-02; default: the day after the last departure in the data
  -visit RULE      arrival (default): rooms of one arrival are one visit; stay: every row is a visit
  -fees            fees of no-shows and cancellations count as revenue, for guests who have a visit
  -method M        value (default), ntile, type7plus1, meansplit, equalwidth, logwidth, jenks
  -bins N          2 to 10; default: what the segments need, else 5, and 2 for meansplit; R,F,M as in 2,2,3 also works
  -segments S      hotel, ten, eight or four; default: hotel, ten for type7plus1, eight for meansplit
                   Without the flag, segments that do not fit -bins are left out; with it that is an error.
  -unit U          week (default), day or month: the unit of time of the models that say who is still a guest
  -calibration-end DATE   those models that are shown are fitted to the visits through that day and foretell those after
                          it. Without the date they are fitted to all visits, and chosen by foretelling the last quarter
                          of at least a year
  -save-thresholds FILE   keep the thresholds that were found, as JSON
  -thresholds FILE        score by thresholds kept before instead of finding new ones: next month's guests against last
                          quarter's thresholds, so that a score moves only when the guest does; not with -method or -bins

values
  -cost TOTAL      the total input cost of the house over the time of the data, shared equally by all guests; without it
                   revenue stands for profit (the simulated hotel has a cost of its own)
  -rate R          discount per one and year, default 0.10
  -years N         horizon, 1 to 50, default 3
  -profiles FILE   a table of what is known of guests beyond their stays, with a header and the separator of -sep; it gives
                   the potential, incremental and lifetime value, and the cells of the value matrix
  -profile-columns LIST   where its fields are, as for -columns: guest=id,motive=reason
fields of a profile: guest is needed, and one of motive industry income (a year) credit satisfaction; empty cells are not known

satisfaction
  -survey FILE     a table of answers to a survey, a row a questionnaire, with a header and the separator of -sep; it gives the
                   index, factors, what to fix first, and two columns of guests.csv. Without -stays or -guests it stands in
                   place of the survey of the simulated hotel.
  -survey-columns LIST   where guest, overall and the questions are: guest=id,overall=q25,location=q1,room_design=q2
                   Without questions there, they are the columns named as questions of the tree of overall guest satisfaction
                   (24 ids, from location to spend_vs_service_received), else all whose names end in a number, as item1.
                   Questions that are not all of the tree stand on one level, all of equal weight.
  -survey-scale ENDS     the worst and the best answer, whole numbers; default 1-5, where the five words of the ladder also work
fields of a questionnaire: guest and overall (the rating of everything, which gives the questions their importance) may be
missing; an answer is a number of the scale, empty, not-applicable, refused or not-asked, and any other refuses its row

classes
  -plan FILE       the classes of the guests as JSON, as package segment writes a plan: conditions in order, the first that
                   holds decides. Without it the table of guest classes of the literature as far as stays tell it: visits and
                   spend, but neither where guests come from nor the grade of the room. A plan may ask for first_stay
                   last_stay days_since visits nights room_nights revenue repeat_revenue historic_value current_value
                   potential value_class rfm_r rfm_f rfm_m rfm_segment life_stage abc, and for stays by arrival departure
                   property nights room_nights revenue

loyalty
  -programme FILE  the rules of a loyalty programme as JSON (package loyalty has the format; report/house.json is one of four
                   tiers to begin with): tiers, who is near the next one or about to drop, three columns of guests.csv. The
                   simulated hotel has that one. For stays of one's own there are no tiers without the flag: nobody can read
                   the rules of a house from its stays. Not for -guests, nor where visits are not kept one by one.
Every guest counts as a member from the first visit on. A visit counts on its last day: its calendar nights, whatever the
number of rooms; one stay, if it has a night; its revenue as spend. In data without any night every visit is a stay.

output
  -out DIR         default out/report
  -lang LANG       of the page and of what is printed: en (default) or zh
  -guest ID        one guest as the front desk needs to see him or her, in place of the report: guest.html, one page also on
                   paper, and guest.json; report.html, guests.csv and summary.json are left as they are. All figures are
                   those of the report with the same flags. The id as it is in the table, or as guests.csv shows it
  -json            print summary.json, or guest.json, instead of the table
  -strict          fail, and write nothing, if any row is wrong; a row without a guest id is not wrong, but left out

Amounts are plain decimals such as 1234.50, or 1.234,50 under -decimal ',': no other thousands separators, no exponents, at
most 40 characters. Those of flags always have a decimal point. Rows that
cannot be used are counted by reason and the first ten are shown with line, field and what is allowed. Guest ids never
appear in messages. In guests.csv a guest id that a spreadsheet would read as a formula (it begins with = + - @ or a
tab) gets a leading apostrophe.

Nine columns of guests.csv are estimates: p_alive, expected_stays_1y, expected_spend (a visit), residual_value (all
visits to come, discounted at -rate, times that spend) and residual_parameter_low and _high, the 95 % interval that the
parameters of the models leave the expected value: not the range of what the guest will do. That is in the last three:
no_stay_1y, the probability not to come within a year, and stays_low_1y to stays_high_1y, within which at least four of five
such guests lie. They are empty where a note says why, and an end of an interval is empty if it is beyond 1e15.
Three are classes: class by the plan (several in a plan that allows it, with semicolons between), lifecycle, empty where
visits are not kept one by one, and abc by revenue.

tier, tier_until and nights_to_next say what the programme makes of a guest on the analysis date: the id of the tier, its last
valid day (empty: no end) and the fewest nights that reach the next one (empty: nights alone do not).

summary.json has every figure of the page, amounts as texts with the decimal places of the currency. Its houses is the table of
the page, house by house, with all of them: guests, visits and revenue of the last twelve months and of the twelve before; it
is absent where guests came to one house alone.

A quote that swallows several lines ends the run, since nobody can say which rows they hold: nothing is written.

exit status
  0  done
  1  nothing usable, wrong rows under -strict, a file that cannot be read or written, or interrupted
  2  wrong flags
  go run itself turns every failure into 1; a program made by go build keeps them apart.
`
