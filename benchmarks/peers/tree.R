# A decision tree with rpart: Gini, depth 8, 50 guests in a leaf, grown in full. usage: Rscript tree.R table.csv
source("clock.R")
suppressPackageStartupMessages({
  library(data.table)
  library(rpart)
})
setDTthreads(1)
step("start")

table <- as.data.frame(fread(commandArgs(trailingOnly = TRUE)[1], stringsAsFactors = TRUE))
step("read")

tree <- rpart(class ~ ., data = table, method = "class", control = rpart.control(
  cp = 0, maxdepth = 8, minbucket = 50, minsplit = 100, xval = 0, maxcompete = 0, maxsurrogate = 0
))
step("fit")
figure("accuracy", mean(predict(tree, type = "class") == table$class))
figure("leaves", sum(tree$frame$var == "<leaf>"))
