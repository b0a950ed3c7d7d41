// A linear-chain conditional random field: its weights, and how they are learned (AdaGrad on the likelihood).

const space = 1 << 24;

/** Weights for features that are met by their number of 24 bits; `limit` bounds how many different ones are kept. */
export function fieldOf(labelCount, kindCount, limit = 400_000) {
  const index = new Int32Array(space).fill(-1);
  return { L: labelCount, K: kindCount, index, size: 0, limit, thrift: 0, kept: undefined, weights: new Float32Array(limit * labelCount), squares: new Float32Array(limit * labelCount), keys: new Int32Array(limit),
    moves: new Float32Array(kindCount * (labelCount + 1) * labelCount), moveSquares: new Float32Array(kindCount * (labelCount + 1) * labelCount), exps: new Float64Array(kindCount * (labelCount + 1) * labelCount).fill(1) };
}

/** Count features, so that those met seldom are never given weights. */
export function admit(field, counts, least) {
  for (let key = 0; key < space; key++) {
    if (counts[key] < least || field.size >= field.limit) continue;
    field.keys[field.size] = key;
    field.index[key] = field.size++;
  }
}

const refresh = (field) => { for (let at = 0; at < field.moves.length; at++) field.exps[at] = Math.exp(field.moves[at]); };

/** Scores of all labels at all tokens. */
function nodesOf(field, rows, length, nodes) {
  const { L, weights } = field;
  for (let at = 0; at < length; at++) {
    const base = at * L;
    for (let label = 0; label < L; label++) nodes[base + label] = 0;
    for (const row of rows[at]) for (let label = 0, w = row * L; label < L; label++, w++) nodes[base + label] += weights[w];
  }
}

const scratch = { nodes: new Float64Array(0), alpha: new Float64Array(0), beta: new Float64Array(0), scales: new Float64Array(0) };
function room(size) {
  if (scratch.nodes.length < size) for (const name of Object.keys(scratch)) scratch[name] = new Float64Array(size * 2);
}

/** One step on one sequence: `rows` the rows of weights of each token, `kinds` of the tokens, `gold` their labels. Gives minus the log likelihood. */
export function step(field, rows, kinds, gold, rate) {
  const { L, exps, moves, moveSquares } = field;
  const length = gold.length;
  room(length * L + 1);
  const { nodes, alpha, beta, scales } = scratch;
  nodesOf(field, rows, length, nodes);
  let loss = 0;
  for (let at = 0; at < length; at++) {
    let top = -Infinity;
    for (let label = 0; label < L; label++) if (nodes[at * L + label] > top) top = nodes[at * L + label];
    loss -= nodes[at * L + gold[at]] - top;
    for (let label = 0; label < L; label++) nodes[at * L + label] = Math.exp(nodes[at * L + label] - top);
  }
  const stride = (L + 1) * L;
  for (let at = 0; at < length; at++) {
    const table = kinds[at] * stride;
    let sum = 0;
    for (let label = 0; label < L; label++) {
      let value = 0;
      if (at === 0) value = exps[table + L * L + label];
      else for (let last = 0; last < L; last++) value += alpha[(at - 1) * L + last] * exps[table + last * L + label];
      value *= nodes[at * L + label];
      alpha[at * L + label] = value;
      sum += value;
    }
    scales[at] = sum;
    loss += Math.log(sum) - moves[table + (at === 0 ? L : gold[at - 1]) * L + gold[at]];
    for (let label = 0; label < L; label++) alpha[at * L + label] /= sum;
  }
  for (let label = 0; label < L; label++) beta[(length - 1) * L + label] = 1;
  for (let at = length - 2; at >= 0; at--) {
    const table = kinds[at + 1] * stride;
    for (let label = 0; label < L; label++) {
      let value = 0;
      for (let next = 0; next < L; next++) value += exps[table + label * L + next] * nodes[(at + 1) * L + next] * beta[(at + 1) * L + next];
      beta[at * L + label] = value / scales[at + 1];
    }
  }
  for (let at = 0; at < length; at++) {
    const table = kinds[at] * stride;
    for (let label = 0; label < L; label++) {
      const gradient = alpha[at * L + label] * beta[at * L + label] - (gold[at] === label ? 1 : 0);
      if (Math.abs(gradient) < 0.002) continue;
      for (const row of rows[at]) moveSparse(field, row * L + label, gradient, rate);
      if (at === 0) { move(moves, moveSquares, table + L * L + label, gradient, rate); continue; }
      const right = nodes[at * L + label] * beta[at * L + label] / scales[at];
      for (let last = 0; last < L; last++) {
        const pair = alpha[(at - 1) * L + last] * exps[table + last * L + label] * right - (gold[at] === label && gold[at - 1] === last ? 1 : 0);
        if (Math.abs(pair) > 0.002) move(moves, moveSquares, table + last * L + label, pair, rate);
      }
    }
  }
  return loss;
}

/** As {@link move}, and drawn to nothing by `field.thrift`; weights that were left out stay so. */
function moveSparse(field, at, gradient, rate) {
  if (field.kept !== undefined && field.kept[at] === 0) return;
  const square = (field.squares[at] += gradient * gradient);
  const pace = rate / Math.sqrt(square + 1e-6);
  const weight = field.weights[at] - pace * gradient;
  const pull = pace * field.thrift;
  field.weights[at] = weight > pull ? weight - pull : weight < -pull ? weight + pull : 0;
}

/** Leave out all weights but the greatest `count`. */
export function thin(field, count) {
  const sizes = field.weights.subarray(0, field.size * field.L).map(Math.abs).sort();
  const least = Math.max(sizes[Math.max(0, sizes.length - count)], 1e-6);
  field.kept = Uint8Array.from(field.weights, (weight) => (Math.abs(weight) >= least ? 1 : 0));
  for (let at = 0; at < field.kept.length; at++) if (field.kept[at] === 0) field.weights[at] = 0;
  return least;
}

function move(weights, squares, at, gradient, rate) {
  squares[at] += gradient * gradient;
  const pace = rate / Math.sqrt(squares[at] + 1e-6);
  const weight = weights[at] - pace * gradient;
  const pull = pace * 0.01;
  weights[at] = weight > pull ? weight - pull : weight < -pull ? weight + pull : 0;
}

export { refresh };

/** The best labels of a sequence. */
export function best(field, rows, kinds) {
  const { L, moves } = field;
  const length = rows.length;
  const nodes = new Float64Array(length * L);
  nodesOf(field, rows, length, nodes);
  const back = new Int32Array(length * L);
  const stride = (L + 1) * L;
  for (let label = 0; label < L; label++) nodes[label] += moves[kinds[0] * stride + L * L + label];
  for (let at = 1; at < length; at++) for (let label = 0; label < L; label++) {
    let top = -Infinity;
    for (let last = 0; last < L; last++) {
      const score = nodes[(at - 1) * L + last] + moves[kinds[at] * stride + last * L + label];
      if (score > top) { top = score; back[at * L + label] = last; }
    }
    nodes[at * L + label] += top;
  }
  let label = 0;
  for (let other = 1; other < L; other++) if (nodes[(length - 1) * L + other] > nodes[(length - 1) * L + label]) label = other;
  const found = new Int32Array(length);
  for (let at = length - 1; at >= 0; at--) { found[at] = label; label = back[at * L + label]; }
  return found;
}
