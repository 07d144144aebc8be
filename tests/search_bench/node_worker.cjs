/**
 * Runs the search worker under Node, for a quick look at its answers: the scripts as they are, in a
 * context that has what a worker has. Speaks the worker's own messages and nothing else of it.
 *
 * node node_worker.cjs FOLDER QUESTIONS ANSWERS [fresh]
 *   FOLDER holds scripts/ and search/; QUESTIONS is a JSON list of {query, ...};
 *   ANSWERS becomes a JSON list of {ids, near, total, ms, fetched}
 *   fresh: each question is put to a worker of its own, and only its first answer is taken;
 *   `fetched` are the files that the worker asked for until then
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const [folder, questions, answers, fresh] = process.argv.slice(2);
const scripts = path.join(folder, "scripts");
const base = "http://bench.invalid/";

/** A worker of its own, and the files that it has asked for. */
class Running {
  constructor() {
    /** @type {string[]} */
    this.fetched = [];
    this.done = false; // what is fetched behind the first answer then never comes
    /** @type {Map<number | string, {show: (message: any) => void, first: boolean}>} */
    this.waiting = new Map();
    this.context = vm.createContext({
      console, fetch: async (asked) => this.fetch(asked), URL, TextDecoder, TextEncoder, performance, setTimeout, clearTimeout,
      queueMicrotask, structuredClone, Response, AbortController, DecompressionStream, Blob, atob,
      location: new URL(`${base}scripts/search-worker.js`),
      postMessage: (message) => this.receive(message),
    });
    this.context.importScripts = (...names) => names.forEach((name) => this.run(name));
    vm.runInContext(
      "globalThis.self = globalThis; class WorkerGlobalScope {}"
      + "globalThis.WorkerGlobalScope = WorkerGlobalScope;"
      + "Object.setPrototypeOf(globalThis, WorkerGlobalScope.prototype);", this.context);
    this.run("search-worker.js");
  }

  /** @param {string} url */
  read(url) {
    const { pathname } = new URL(url, `${base}scripts/`);
    this.fetched.push(decodeURIComponent(pathname));
    return path.join(folder, decodeURIComponent(pathname));
  }

  /** @param {{url?: string} | string} asked */
  fetch(asked) {
    if (this.done) return new Promise(() => {});
    const file = this.read(typeof asked === "string" ? asked : String(asked.url || asked));
    return new Response(fs.readFileSync(file), { status: 200 });
  }

  /** @param {string} name of a script */
  run(name) {
    const file = this.read(name);
    vm.runInContext(fs.readFileSync(file, "utf8"), this.context, { filename: file });
  }

  /** @param {any} message */
  receive(message) {
    if (message.failed) {
      console.error(message.failed);
      process.exit(1);
    }
    const wait = this.waiting.get(message.answer || "opened");
    if (!wait || (message.whole === false && !(wait.first && message.total))) return;
    this.done = wait.first;
    wait.show({ ...message, fetched: [...new Set(this.fetched)] });
  }

  /**
   * @param {number | string} key under which it is answered
   * @param {object} data
   * @param {boolean} first whether an answer that is not whole will do, if it is one
   * @returns {Promise<any>}
   */
  send(key, data, first = false) {
    return new Promise((show) => {
      this.waiting.set(key, { show, first });
      this.context.onmessage({ data });
    });
  }
}

/** A worker that has begun to open its index. */
function opened() {
  const worker = new Running();
  worker.send("opened", { open: `${base}search/` });
  return worker;
}

/**
 * @param {Running} worker
 * @param {number} number
 * @param {object} question
 */
async function answered(worker, number, question) {
  const before = performance.now();
  const reply = await worker.send(number, { ask: number, limit: 10, ...question }, Boolean(fresh));
  const ms = performance.now() - before;
  return {
    ids: reply.hits.map(({ id }) => id), near: (reply.near || []).map(({ id }) => id),
    total: reply.total, ms, fetched: fresh ? reply.fetched : [],
  };
}

async function main() {
  const asked = JSON.parse(fs.readFileSync(questions, "utf8"));
  const found = [];
  const kept = fresh ? null : opened();
  if (kept) await kept.send(-1, { ask: -1, query: "", limit: 1 });
  for (const [i, question] of asked.entries()) found.push(await answered(kept || opened(), i + 1, question));
  fs.writeFileSync(answers, JSON.stringify(found));
}

main();
