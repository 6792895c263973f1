// Asking the server. A refusal is one sentence, and the page stays as it was.

import { cameAlong, readLines } from "./along.js";

/** What the server refused: its sentence as `message`, its `status`, and the `reason` in one word. */
export class Refused extends Error {
  constructor(sentence, status, reason) {
    super(sentence);
    this.status = status;
    this.reason = reason;
  }
}

export const UNREACHABLE = "unreachable";
const LINES = "application/x-ndjson";

function csrfToken() {
  return document.querySelector('meta[name="csrf-token"]').content;
}

/** The answer's body as text. Throws Refused, or an AbortError when `signal` says so. */
export async function getText(address, { signal } = {}) {
  const came = await cameAlong(address);
  signal?.throwIfAborted();
  if (came !== null) return came.body;
  return (await ask(address, { signal, headers: { "HX-Request": "true" } })).text();
}

/** The answer's body read as JSON; null for an empty one (204). */
export async function getJson(address, { signal } = {}) {
  const came = await cameAlong(address);
  signal?.throwIfAborted();
  if (came !== null) return came.status === 204 ? null : came.body;
  return jsonOf(await ask(address, { signal, headers: { Accept: "application/json" } }));
}

/**
 * Sends `body` (a FormData, a string, or an object that goes as JSON) and reads the answer as JSON.
 *
 * `asks`: what will be asked for next, to be sent along with the answer (along.js), and `first`, called before that comes.
 */
export async function postJson(address, body, { signal, asks, first } = {}) {
  const headers = { Accept: "application/json", "X-CSRF-Token": csrfToken() };
  if (typeof body === "string") headers["Content-Type"] = "text/plain;charset=utf-8";
  else if (!(body instanceof FormData)) {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify(asks === undefined ? body : { ...body, asks });
  }
  const answer = await ask(address, { method: "POST", body, signal, headers });
  return answer.headers.get("Content-Type") === LINES ? readLines(answer, asks, first) : jsonOf(answer);
}

/** Sends `body` and reads the answer as a piece of a page. */
export async function postText(address, body, { signal } = {}) {
  return (await ask(address, { method: "POST", body, signal, headers: { "HX-Request": "true", "X-CSRF-Token": csrfToken() } })).text();
}

async function jsonOf(answer) {
  return answer.status === 204 ? null : answer.json();
}

async function ask(address, options) {
  let answer;
  try {
    answer = await fetch(address, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused("The server cannot be reached. What you typed is kept in this browser.", 0, UNREACHABLE);
  }
  if (answer.ok) return answer;
  throw await refusal(answer);
}

async function refusal(answer) {
  const body = await answer.text();
  try {
    const { error, reason } = JSON.parse(body);
    return new Refused(error, answer.status, reason);
  } catch {
    const piece = document.createElement("template");
    piece.innerHTML = body;
    const sentence = piece.content.querySelector(".notice")?.textContent.trim();
    return new Refused(sentence || `The server answered ${answer.status}.`, answer.status, answer.headers.get("X-Reason") ?? "refused");
  }
}
