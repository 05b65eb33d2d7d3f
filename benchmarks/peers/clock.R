# What the R scripts print for measure.py: CPU seconds of each step, and figures that should agree.
.last <- 0
step <- function(name) {
  now <- sum(proc.time()[1:2])
  cat(sprintf("step %s %.3f\n", name, now - .last))
  .last <<- now
}
figure <- function(name, value) cat(sprintf("figure %s %.10g\n", name, value))
