// What comes along with an answer: the server sends behind it what the page will ask for next, so that all of it is one way
// there and back. It is JSON in lines: the answer itself, then rows [place in what was asked for, status, body].

const GRACE = 25; // ms that the answer waits for what comes behind it: shown together, they cost one frame
const SELECTED = "{select}"; // in an address: the node that the answer selects
const coming = new Map(); // address -> { promise, now } of { status, body }, or of null where it has to be asked for after all

/**
 * Read an answer in lines; resolves with the answer itself, and a moment later where not all is there by then.
 *
 * `asks` is what was asked for besides: of each its ways, addresses below that of the document which the answer names,
 * of which the server takes the first that can be. `first` is called with the answer before what comes behind it.
 */
export async function readLines(response, asks, first) {
  const lines = linesOf(response.body.getReader());
  const answer = JSON.parse((await lines.next()).value);
  coming.clear();
  const arrived = asks.map((ways) => {
    const address = addressOf(ways, answer), one = {};
    one.promise = new Promise((resolve) => { one.arrive = resolve; });
    if (address !== null) coming.set(address, one);
    return one;
  });
  const rest = follow(lines, arrived), began = performance.now();
  first?.(answer);
  await Promise.race([rest, new Promise((resolve) => setTimeout(resolve, GRACE - (performance.now() - began)))]);
  return answer;
}

/** What came along for an address, { status, body }; null where nothing did. Only once: it is asked for again after that. */
export async function cameAlong(address) {
  const one = coming.get(address);
  coming.delete(address);
  return one?.promise ?? null;
}

/** The body of what came along for an address and is here by now, null where it is empty (204); undefined where it is not here. */
export function isHere(address) {
  const now = coming.get(address)?.now;
  if (!now) return undefined;
  coming.delete(address);
  return now.status === 204 ? null : now.body;
}

function addressOf(ways, { id, select }) {
  const way = ways.find((one) => select || !one.includes(SELECTED));
  if (way === undefined) return null;
  return `/d/${id}${way.replace(SELECTED, () => new URLSearchParams({ select }).toString().slice("select=".length))}`;
}

async function follow(lines, arrived) {
  try {
    for await (const line of lines) {
      const [place, status, body] = JSON.parse(line);
      arrived[place].arrive(arrived[place].now = { status, body });
    }
  } catch {
    // what did not come is asked for
  } finally {
    for (const one of arrived) one.arrive(null);
  }
}

async function* linesOf(reader) {
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    rest += decoder.decode(value, { stream: !done });
    const lines = rest.split("\n");
    rest = lines.pop();
    yield* lines;
    if (!done) continue;
    if (rest !== "") yield rest;
    return;
  }
}
