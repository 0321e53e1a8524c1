/** A slip that a test must notice: one place in a source file, changed as a tired hand might. */
export interface Slip {
  /** Below src/. */
  readonly file: string
  readonly search: string
  readonly replace: string
  /** Below test/. */
  readonly test: string
  /** Only tests whose full names match: which law is meant. */
  readonly only?: string
}

const at = (test: string, only?: string) => (file: string, search: string, replace: string) =>
  ({ file, search, replace, test, ...(only !== undefined && { only }) }) satisfies Slip
const measure = (test: string) => (name: string, search: string, replace: string) =>
  at(`metrics/${test}.test.ts`)(`metrics/${name}.ts`, search, replace)
const law = (test: string, only: string) => at(`metrics/${test}.test.ts`, only)

const hierarchy = measure('hierarchy')
const ranks = measure('ranks')
const position = measure('position')
const layers = measure('layers')
const paths = measure('paths')
const spectral = measure('spectral')
const oracle = at('validation/validation.test.ts', 'against other programs')

export const slips: readonly Slip[] = [
  // Each law on its own.
  law('inequality', 'laws .*all keep to the range')(
    'kernel/inequality.ts',
    'ranked / (count * total)',
    'ranked / total',
  ),
  law('dependence', 'laws .*a snapshot gives')(
    'model/snapshot.ts',
    'const source = index.get(from)!',
    'const source = index.get(to)!',
  ),
  law('dyads', 'laws .*self-ties are ignored')(
    'model/snapshot.ts',
    'source === target ? size',
    'source === target && target === 0 ? size',
  ),
  law('dyads', 'laws .*weight zero is no tie')(
    'model/ties.ts',
    'column[above]! > threshold',
    'column[above]! >= threshold',
  ),
  law('skewSymmetry', 'laws .*network is not changed')(
    'model/snapshot.ts',
    'for (const [name, column] of columns) column[place] = numeric(',
    'tie.power = 0.5\n    for (const [name, column] of columns) column[place] = numeric(',
  ),
  law('inequality', 'laws .*relabelling')('metrics/inequality.ts', 'const split =', 'values[0] = 0\n  const split ='),
  law('asymmetry', 'laws .*scaling the weights')(
    'metrics/asymmetry.ts',
    '(gap + oneWay) / total',
    '(gap + oneWay) / (total + 1)',
  ),
  law('asymmetry', 'laws .*turning every tie round')(
    'metrics/asymmetry.ts',
    'return (gap + oneWay) / total',
    'return (gap + oneWay * (graph.outTargets[0]! === 1 ? 1 : 0.5)) / total',
  ),

  // Dyads.
  measure('actorReciprocity')('actorReciprocity', 'given[b]! += backward - both', 'given[b]! += backward'),
  measure('asymmetry')('asymmetry', '(gap + oneWay) / total', 'gap / total'),
  measure('commitment')('commitment', 'Math.log(aToB) - Math.log(bToA)', 'Math.log(aToB) + Math.log(bToA)'),
  measure('dependence')('dependence', 'mutual: known ? aOnB + bOnA', 'mutual: known ? aOnB * bOnA'),
  measure('dyads')(
    'dyads',
    'Math.abs(difference) / (forward + backward)',
    'Math.abs(difference) / Math.max(forward, backward)',
  ),
  measure('dyads')('dyadCensus', 'pairs - mutual - asymmetric', 'pairs - mutual'),
  measure('dyads')('reciprocity', 'ratio: tied > 0 ? mutual / tied', 'ratio: tied > 0 ? mutual / graph.size'),
  measure('dyads')('reciprocity', 'returned: 2 * least', 'returned: least'),
  measure('groupDyads')('groupDyads', '(sizes[g]! * (sizes[g]! - 1)) / 2', 'sizes[g]! * (sizes[g]! - 1)'),
  measure('skewSymmetry')('skewSymmetry', 'skew / (2 * squares)', 'skew / squares'),

  // Power and dependence.
  measure('disparity')('disparity', 'count * sum : Number.NaN', 'sum : Number.NaN'),
  measure('disparity')('disparityFilter', '** (count - 1)', '** count'),
  measure('inequality')('inequality', 'grouped, options)', 'grouped, { missing: options.missing })'),
  oracle('kernel/strengths.ts', 'known?.in.slice() ?? inStrengths', 'known?.in.slice() ?? outStrengths'),
  at('model/snapshot.test.ts')('kernel/strengths.ts', 'return known?.in.slice()', 'return known?.out.slice()'),
  at('model/snapshot.test.ts')('kernel/knownStrengths.ts', 'strengths?.graph === graph', 'strengths'),
  spectral('bonacichPower', 'Math.sqrt(graph.order / squares)', 'Math.sqrt(1 / squares)'),
  spectral('eigenvector', 'principalVector(inRows(graph, weights)', 'principalVector(inRows(graph, null)'),
  spectral('hits', 'new Scores(ids, hubs,', 'new Scores(ids, authorities,'),
  spectral('katz', 'beta = 1 }', 'beta = 2 }'),
  spectral('pageRank', 'outStrengths(graph, weights)', 'outStrengths(graph, null)'),
  spectral('spectralBound', 'if (size * high < 1) return', 'if (size * high < 2) return'),
  measure('trust')('eigenTrust', '1 - restart,', 'restart,'),
  measure('trust')('transitiveTrust', 'judged[i]! += product * product * direct', 'judged[i]! += product * direct'),
  paths('betweenness', 'const pairs = (order - 1) * (order - 2)', 'const pairs = order * (order - 1)'),
  paths('closeness', 'inverse[i]! / others', 'inverse[i]! / order'),
  paths('centralization', 'others ** 2 * (others - 1)', 'others ** 3'),
  at('metrics/paths.test.ts')(
    'kernel/betweenness.ts',
    '(1 + dependence[w]!) / paths[w]!',
    'dependence[w]! / paths[w]!',
  ),
  at('metrics/paths.test.ts')('kernel/distances.ts', 'inverse[w]! += more / level', 'inverse[w]! += more'),

  // Hierarchy.
  hierarchy('hierarchy', '(rise - 1) ** 2', '(rise + 1) ** 2'),
  hierarchy('springRank', 'energy: twice / 2', 'energy: twice'),
  hierarchy('hodgeRank', 'round += total[k]! * (fall - flow) ** 2', 'round += total[k]! * (fall + flow) ** 2'),
  at('metrics/hierarchy.test.ts')('kernel/laplacian.ts', 'c * (gap[j]! - asked)', 'c * (gap[j]! + asked)'),
  at('metrics/hierarchy.test.ts')('kernel/couplings.ts', 'net[count++] = -backward', 'net[count++] = backward'),
  ranks('krackhardt', '1 - mutual / reached', '1 - mutual / (reached + mutual)'),
  ranks('flowHierarchy', '1 - inside / total', 'inside / total'),
  ranks('globalReachingCentrality', 'behind / unit / (n - 1) ** 2', 'behind / unit / (n - 1)'),
  ranks('davidsScore', 'p * won[b]! - (1 - p) * lost[b]!', 'p * won[b]! - p * lost[b]!'),
  ranks('steepness', '(n ** 3 - n) / 12', 'n ** 3 / 12'),
  ranks('landau', 'h + (scale * unknown) / 2', 'h + scale * unknown'),
  ranks('agony', 'ranks[i]! - ranks[outTargets[k]!]! + 1', 'ranks[i]! - ranks[outTargets[k]!]!'),
  at('metrics/ranks.test.ts')('kernel/strongComponents.ts', 'isRoot = 0', 'isRoot = 1'),
  at('metrics/ranks.test.ts')(
    'kernel/reachable.ts',
    'if (found < left) break',
    'found = 0\n    if (found < left) break',
  ),

  // Hierarchy against other programs.
  oracle('metrics/hierarchy.ts', 'both - less', 'both + less'),
  oracle('metrics/springRank.ts', 'solveLaplacian(pairs, alpha)', 'solveLaplacian(pairs, 2 * alpha)'),
  // What runs where WebAssembly is not to be had; all else goes through the compiled twin.
  at('wasm/sameBits.test.ts')('kernel/laplacian.ts', 'scaled[i] = t * r[i]!', 'scaled[i] = t'),
  at('wasm/sameBits.test.ts')('kernel/sweep.ts', 'change += moved', 'change = moved'),
  at('wasm/sameBits.test.ts')(
    'kernel/closedPaths.ts',
    'ones(rows[row + x]! & rows[next + x]!)',
    'ones(rows[next + x]!)',
  ),
  oracle('metrics/hodgeRank.ts', '/ sizes[of[i]!]!', '/ order'),
  oracle('metrics/davidsScore.ts', 'observed - (observed - 0.5) / (both + 1)', 'observed - (observed - 0.5) / both'),
  oracle('metrics/landau.ts', 'Math.sign(net[k]!) / 2', 'Math.sign(net[k]!)'),
  oracle('metrics/krackhardt.ts', '1 - (m - needed) / spare', '1 - m / spare'),
  oracle('metrics/flowHierarchy.ts', 'total += weight', 'total += 1'),
  oracle('kernel/reach.ts', 'if (d < low) continue', 'if (d <= low) continue'),
  at('metrics/ranks.test.ts')('kernel/widestMeans.ts', 'weight[v]! / steps[v]!', 'weight[v]!'),

  // Position.
  position('structuralHoles', 'const both = weight[k]! + indirect[k]!', 'const both = weight[k]!'),
  position('structuralHoles', 'count === 1 ? 1', 'count === 1 ? 0'),
  position('brokerage', 'gatekeeper[b] = (all - same) * received', 'gatekeeper[b] = all * received'),
  position('triadCensus', '(many * (many - 1)) / 2', '(many * many) / 2'),
  position('actorTriads', 'mutual + ownMutual * (n - 3)', 'mutual + ownMutual * (n - 2)'),
  position('simmelianTies', 'codes[vw] !== BOTH', 'codes[vw] === 0'),
  position('embeddedness', '- 2 - shared[k]!', '- 1 - shared[k]!'),
  position('embeddingAsymmetry', 'higher[k]! / strength[b]!', 'higher[k]! / strength[a]!'),
  position('eiIndex', '(external - internal) / (external + internal)', '(internal - external) / (external + internal)'),
  position('eiIndex', 'n * (n - 1) - possibleWithin', 'n * n - possibleWithin'),
  position('corePeriphery', 'coreToPeriphery: mean(2,', 'coreToPeriphery: mean(1,'),
  position('coreness', 'got - v[i]! ** 2', 'got'),
  measure('directedCorePeriphery')('directedCorePeriphery', '(from === to ? 1 : 0)', '0'),
  at('metrics/directedCorePeriphery.test.ts')(
    'kernel/directedCorePartition.ts',
    'given[at + to]! += w',
    'given[at + from]! += w',
  ),
  position('kCores', "options.direction ?? 'total'", "options.direction ?? 'out'"),
  position('components', "options.kind === 'strong'", "options.kind !== 'strong'"),
  at('wasm/sameBits.test.ts')('kernel/coreNumbers.ts', '(k - degree) >> 31', '(k - 1 - degree) >> 31'),
  at('metrics/position.test.ts')('kernel/corePartition.ts', 'pairs * matched - ones * weight', 'pairs * matched'),

  // Position against other programs.
  oracle('kernel/redundancy.ts', 'overlap[v]! += ofV', 'overlap[v]! += ofPair'),
  position('structuralHoles', 'efficiency[i] = size / count', 'efficiency[i] = size'),
  oracle('metrics/brokerage.ts', 'liaison[b] = (all - same) * others - matched', 'liaison[b] = (all - same) * others'),
  oracle('kernel/triads.ts', 'corners.includes(3)) return 11', 'corners.includes(4)) return 11'),
  at('validation/validation.test.ts', 'on every published network')(
    'metrics/actorTriads.ts',
    'into[atW + actor]!--',
    'into[atV + actor]!--',
  ),
  oracle('kernel/weakComponents.ts', 'if (parent[v] === largest) continue', 'if (parent[v] !== largest) continue'),
  position('eiIndex', 'side[j]! += weight', 'side[j]! += 1'),
  oracle('metrics/dyadCensus.ts', 'graph.size - 2 * mutual', 'graph.size - mutual'),

  // Several layers.
  layers('multireciprocity', '(2 * returned) / total', 'returned / total'),
  layers('multiplexity', 'Math.min(row[k]!, column[k]!)', 'row[k]! * column[k]!'),
  layers('overlap', 'counts[on - 1]!++', 'counts[0]!++'),
  layers('participation', '1 - squares[i]! / sum ** 2', '1 - squares[i]! / sum'),
  layers('layerCorrelation', 'rest -= columns[a]![k]! * means[b]!', 'rest -= columns[a]![k]! * means[a]!'),

  // The paper's own, and the whole.
  measure('practiceLogics')(
    'practiceLogics',
    'imbalance(trust(p, h), trust(h, p))',
    'imbalance(trust(h, p), trust(p, h))',
  ),
  measure('standing')('roleMatrix', 'return value / scale', 'return value'),
  measure('standing')('standing', 'supplied / (1 + supplied)', 'supplied'),
  measure('diagnose')('diagnose', '2 * census.mutual + census.asymmetric', 'census.mutual + census.asymmetric'),

  // Worker threads.
  at('node/inWorkers.test.ts')('metrics/blockSum.ts', 'sum[i]! += part[i]!', 'sum[i]! = part[i]!'),
  at('node/inWorkers.test.ts')('node/testInWorkers.ts', 'values.set(part, done * width)', 'values.set(part, 0)'),
]
