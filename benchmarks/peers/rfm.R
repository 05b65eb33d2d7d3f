# RFM scores and segments with data.table. usage: Rscript rfm.R stays.csv guests.csv
source("clock.R")
suppressPackageStartupMessages(library(data.table))
setDTthreads(1)
files <- commandArgs(trailingOnly = TRUE)
step("start")

stays <- fread(files[1])
step("read")

guests <- stays[, .(last = max(check_out), frequency = .N, monetary = sum(amount)), keyby = guest_id]
guests[, recency := as.integer(as.Date("2026-01-01") - as.Date(last))]

# Five bins of equal size, worst first; ties by guest id, which is the order of the rows.
fifths <- function(values) ceiling(5 * frank(values, ties.method = "first") / length(values))
guests[, c("r", "f", "m") := .(fifths(-recency), fifths(frequency), fifths(monetary))]
guests[, segment := fcase(
  r == 5 & f == 5 & m == 5, "champions",
  r >= 3 & f >= 3 & m >= 2, "potential-loyalist",
  r %between% c(2, 4) & f %between% c(2, 4) & m %between% c(2, 4), "loyal",
  r %between% c(3, 4) & f <= 3 & m >= 3, "promising",
  r >= 4 & f <= 3, "new",
  r <= 2 & f %between% c(3, 4) & m >= 4, "cant-lose",
  r <= 2 & f >= 2 & m >= 4, "at-risk",
  r <= 3 & f >= 3 & m >= 3, "need-attention",
  r %between% c(2, 3) & f <= 3 & m <= 4, "about-to-sleep",
  r == 1, "lost",
  default = "others"
)]
step("score")

guests[, monetary := sprintf("%.2f", monetary)]
fwrite(guests[, .(guest = guest_id, recency, frequency, monetary, r, f, m, segment)], files[2], quote = FALSE)
step("write")
figure("guests", nrow(guests))
