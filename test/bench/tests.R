# R sna beside test/bench/tests.ts: 1,000 draws of each test on the matrices x and y, one JSON line a test.
# usage: Rscript tests.R FOLDER TEST...
suppressPackageStartupMessages(library(sna))
given <- commandArgs(trailingOnly = TRUE)
read <- function(name) as.matrix(read.csv(file.path(given[1], name), header = FALSE))
x <- read('x.csv'); y <- read('y.csv'); dimnames(x) <- dimnames(y) <- NULL
binary <- function(m) (m > 0) * 1
qap <- function(a, b) function() { q <- qaptest(list(a, b), gcor, g1 = 1, g2 = 2, reps = 1000); c(q$testval, mean(q$dist), sd(q$dist)) }
cug <- function(measure, given = 'edges', ...) function() { q <- cug.test(binary(x), measure, cmode = given, reps = 1000, ...); c(q$obs.stat, mean(q$rep.stat), sd(q$rep.stat)) }
tests <- list('QAP, ties' = qap(binary(x), binary(y)), 'QAP, weights' = qap(x, y),
  'CUG, reciprocity' = cug(grecip, FUN.args = list(measure = 'edgewise')), 'CUG, transitivity' = cug(gtrans),
  'CUG given size, transitivity' = cug(gtrans, 'size'), 'CUG given dyads, transitivity' = cug(gtrans, 'dyad.census'),
  'CUG, hierarchy' = cug(hierarchy, FUN.args = list(measure = 'krackhardt')),
  'CUG given dyads, hierarchy' = cug(hierarchy, 'dyad.census', FUN.args = list(measure = 'krackhardt')))
cat(sprintf('{"version":"%s"}\n', packageVersion('sna')))
for (name in given[-1]) {
  seconds <- c()
  processor <- function() sum(proc.time()[1:2])
  for (round in 1:5) { set.seed(round); s <- processor(); found <- tests[[name]](); seconds <- c(seconds, processor() - s) }
  cat(sprintf('{"test":"%s","seconds":%.9g,"observed":%.12g,"mean":%.9g,"sd":%.9g}\n', name, median(seconds), found[1], found[2], found[3]))
}
