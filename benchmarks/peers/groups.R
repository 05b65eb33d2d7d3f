# Five groups of guests by k-means of R, 10 starts. usage: Rscript groups.R guests.csv
source("clock.R")
suppressPackageStartupMessages(library(data.table))
setDTthreads(1)
step("start")

guests <- fread(commandArgs(trailingOnly = TRUE)[1], select = c("recency", "frequency", "monetary"))
guests <- log1p(pmax(as.matrix(guests), 0))
step("read")

set.seed(1)
groups <- kmeans(scale(guests), centers = 5, nstart = 10, iter.max = 300)
step("fit")
figure("within", groups$tot.withinss / (nrow(guests) - 1))
