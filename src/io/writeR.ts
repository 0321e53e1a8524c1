import type { RelationNetwork } from '../model/network.ts'
import { checkOptions, oneOf, texts } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { writeEdgeList } from './edgeList.ts'
import type { WriteFilesResult } from './shared/results.ts'

/** Options of `writeR`. */
export interface WriteROptions {
  /** Tie attributes to compute on. @defaultValue power, resources and trust */
  readonly layers?: readonly string[] | undefined
  /** Language of the labels. @defaultValue 'en' */
  readonly lang?: 'zh' | 'en' | undefined
}

/**
 * Hands a network over to R: two CSV tables and a script that computes the numbers of a diagnosis anew with sna and igraph, so that
 * nobody has to take ours on trust.
 *
 * `Rscript recompute.R` beside the tables writes numbers.csv with the columns of `toRows(diagnose(network))`: ties, asymmetry,
 * reciprocity, dyad census, hierarchy, inequality, strengths, dyads and dependence. The indices of the case study (practice logics, voice
 * and delivery) are not among them, as no program in R has them.
 *
 * @returns `files` called `ties.csv`, `actors.csv` and `recompute.R`, and `losses`.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time O(actors + ties).
 *
 * Source: sna 2.7 (Butts 2008), igraph 1.3; base R where neither has the measure.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { writeR } from 'guanxi/io'
 *
 * Object.keys(writeR(xCommunity()).files) // => ['ties.csv', 'actors.csv', 'recompute.R']
 * ```
 */
export function writeR(network: RelationNetwork, options: WriteROptions = {}): WriteFilesResult {
  requireGraph('writeR', network)
  checkOptions('writeR', options, { layers: texts, lang: oneOf('zh', 'en') })
  const { layers = ['power', 'resources', 'trust'], lang } = options
  const { text, actors, losses } = writeEdgeList(network, { lang })
  return {
    files: {
      'ties.csv': text,
      'actors.csv': actors,
      'recompute.R': script.replace('LAYERS', layers.map(rText).join(', ')),
    },
    losses,
  }
}

/** A text as R reads it in any locale. */
function rText(text: string): string {
  const escaped = text.replace(/[\\"]|[^ -~]/gu, character =>
    character === '\\' || character === '"'
      ? `\\${character}`
      : `\\U{${character.codePointAt(0)!.toString(16).padStart(8, '0')}}`,
  )
  return `"${escaped}"`
}

const script = `# Computes the numbers of the diagnosis anew from ties.csv and actors.csv, with sna and igraph where they have the measure.
# usage: Rscript recompute.R   (in the folder of the tables; install.packages(c("sna", "igraph")) first)
layers <- c(LAYERS)
table_of <- function(file) {
  # Texts throughout, so that ids such as 007 stay as they are; a blank cell is unknown.
  read.csv(file, colClasses = "character", check.names = FALSE, na.strings = "", encoding = "UTF-8")
}
actors <- table_of("actors.csv")
ties <- table_of("ties.csv")
n <- nrow(actors)
rows <- list()
put <- function(layer, measure, value, actor = NA, other = NA) {
  value <- if (length(value) == 0) NA else as.numeric(value)
  if (!is.finite(value)) value <- NA
  rows[[length(rows) + 1]] <<- list(layer, measure, actor, other, value)
}
matrix_of <- function(layer) {
  W <- matrix(0, n, n)
  if (nrow(ties) > 0) {
    at <- cbind(match(ties$source, actors$id), match(ties$target, actors$id))
    W[at] <- if (layer %in% names(ties)) as.numeric(ties[[layer]]) else NA
  }
  W
}
gini <- function(x) if (sum(x) == 0) NA else sum(abs(outer(x, x, "-"))) / (2 * length(x)^2 * mean(x))
entropy <- function(share) sum(ifelse(share > 0, share * log(share), 0))
theil <- function(x) if (sum(x) == 0) NA else entropy(x / mean(x)) / length(x)
between <- function(x, group) {
  if (sum(x) == 0) return(NA)
  sum(tapply(x, group, function(g) if (sum(g) == 0) 0 else sum(g) * log(mean(g) / mean(x)))) / sum(x)
}

for (layer in layers) {
  W <- matrix_of(layer)
  # Inequality leaves out the tie that is unknown; what compares two directions leaves out the dyad as a whole.
  held <- ifelse(is.na(W), 0, W)
  unknown <- is.na(W) | is.na(t(W))
  known <- W
  known[unknown] <- 0
  M <- (known > 0) * 1
  M[unknown] <- NA
  diag(M) <- 0
  total <- sum(known)
  graph <- igraph::graph_from_adjacency_matrix(held, mode = "directed", weighted = TRUE)
  given <- if (sum(held) > 0) igraph::strength(graph, mode = "out") else numeric(n)
  got <- if (sum(held) > 0) igraph::strength(graph, mode = "in") else numeric(n)
  inflow <- colSums(known)
  pairs <- upper.tri(W) & !unknown

  put(layer, "ties", sum(M, na.rm = TRUE))
  put(layer, "total", total)
  put(layer, "unknown", sum(unknown[upper.tri(unknown)]))
  put(layer, "asymmetry", if (total > 0) sum(abs(known - t(known))) / 2 / total else NA)

  census <- sna::dyad.census(M)
  tied <- census[1] + census[2]
  put(layer, "reciprocity.edgewise", if (tied > 0) sna::grecip(M, measure = "edgewise") else NA)
  put(layer, "reciprocity.ratio", if (tied > 0) sna::grecip(M, measure = "dyadic.nonnull") else NA)
  put(layer, "reciprocity.dyadic", if (sum(pairs) > 0) sna::grecip(M, measure = "dyadic") else NA)
  put(layer, "reciprocity.logRelative", if (census[1] > 0) sna::grecip(M, measure = "edgewise.lrr") else NA)
  density <- sna::gden(M)
  put(layer, "reciprocity.rho", if (tied > 0 && density < 1) (sna::grecip(M, measure = "edgewise") - density) / (1 - density) else NA)
  put(layer, "reciprocity.weighted", if (total > 0) sum(pmin(known, t(known))) / total else NA)
  upper <- known[pairs]
  lower <- t(known)[pairs]
  both <- c(upper, lower)
  put(layer, "reciprocity.correlation", if (length(both) > 2 && sd(both) > 0) cor(both, c(lower, upper)) else NA)
  for (k in 1:3) put(layer, paste0("census.", c("mutual", "asymmetric", "absent")[k]), census[k])

  # Trophic levels (MacKay, Johnson & Sansom 2020), the lowest of each weak component at 0.
  graph <- igraph::graph_from_adjacency_matrix(known, mode = "directed", weighted = TRUE)
  part <- igraph::components(graph, mode = "weak")$membership
  level <- numeric(n)
  for (p in unique(part)) {
    at <- which(part == p)
    if (length(at) < 2) next
    both <- known[at, at] + t(known[at, at])
    L <- diag(rowSums(both)) - both
    # The rows of L sum to 0; a constant added to all cells leaves the one solution of mean 0.
    level[at] <- solve(L + mean(diag(L)), inflow[at] - rowSums(known)[at])
    level[at] <- level[at] - min(level[at])
  }
  flow <- known + t(known)
  step <- outer(level, level, function(a, b) b - a)
  tilt <- ifelse(flow > 0, (known - t(known)) / flow, 0)
  up <- upper.tri(known) & flow > 0
  share <- function(x) if (total > 0) sum(x) / total else NA
  put(layer, "hierarchy.incoherence", share(known * (step - 1)^2))
  put(layer, "hierarchy.ordered", share((flow * step^2)[up]))
  put(layer, "hierarchy.circulating", share((flow * (step - tilt)^2)[up]))
  put(layer, "hierarchy.returned", share((4 * known * t(known) / ifelse(flow > 0, flow, 1))[up]))
  for (i in seq_len(n)) put(layer, "hierarchy.level", level[i], actors$id[i])

  for (side in c("given", "got")) {
    x <- if (side == "given") given else got
    put(layer, paste0("inequality.", side, ".gini"), gini(x))
    put(layer, paste0("inequality.", side, ".theil"), theil(x))
    put(layer, paste0("inequality.", side, ".between"), between(x, actors$kind))
    put(layer, paste0("inequality.", side, ".within"), theil(x) - between(x, actors$kind))
  }
  for (i in seq_len(n)) {
    put(layer, "given", sum(known[i, ]), actors$id[i])
    put(layer, "got", inflow[i], actors$id[i])
    put(layer, "net", sum(known[i, ]) - inflow[i], actors$id[i])
  }
  for (k in which(up)) {
    i <- row(known)[k]
    j <- col(known)[k]
    put(layer, "forward", known[i, j], actors$id[i], actors$id[j])
    put(layer, "backward", known[j, i], actors$id[i], actors$id[j])
    put(layer, "dyad.asymmetry", abs(known[i, j] - known[j, i]) / flow[i, j], actors$id[i], actors$id[j])
    i_on_j <- if (inflow[i] > 0) known[j, i] / inflow[i] else NA
    j_on_i <- if (inflow[j] > 0) known[i, j] / inflow[j] else NA
    put(layer, "dependence", i_on_j, actors$id[i], actors$id[j])
    put(layer, "dependence", j_on_i, actors$id[j], actors$id[i])
    put(layer, "imbalance", abs(i_on_j - j_on_i), actors$id[i], actors$id[j])
    put(layer, "mutual", i_on_j + j_on_i, actors$id[i], actors$id[j])
  }
}

cell <- function(x) {
  if (is.na(x)) return("")
  if (is.numeric(x)) return(format(x, digits = 17))
  paste0('"', gsub('"', '""', x, fixed = TRUE), '"')
}
lines <- vapply(rows, function(row) paste(vapply(row, cell, ""), collapse = ","), "")
file <- file("numbers.csv", open = "wb")
writeLines(enc2utf8(c("layer,measure,actor,other,value", lines)), file, useBytes = TRUE)
close(file)
cat(length(lines), "numbers in numbers.csv\\n")
`
