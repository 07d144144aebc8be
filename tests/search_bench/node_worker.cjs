/**
 * Runs the search worker under Node, for a quick look at its answers: the scripts as they are, in a
 * context that has what a worker has. Speaks the worker's own messages and nothing else of it.
 *
 * node node_worker.cjs FOLDER QUESTIONS ANSWERS
 *   FOLDER holds scripts/ and search/; QUESTIONS is a JSON list of {query, ...};
 *   ANSWERS becomes a JSON list of {ids, near, total, ms}
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const [folder, questions, answers] = process.argv.slice(2);
const scripts = path.join(folder, "scripts");
const base = "http://bench.invalid/";

/** @param {string} url */
const read = (url) => fs.readFileSync(path.join(folder, decodeURIComponent(new URL(url, base).pathname)));

/** @param {{url?: string} | string} asked */
async function fetched(asked) {
  const body = read(typeof asked === "string" ? asked : String(asked.url || asked));
  return new Response(body, { status: 200 });
}

function started() {
  const waiting = new Map();
  const context = vm.createContext({
    console, fetch: fetched, URL, TextDecoder, TextEncoder, performance, setTimeout, clearTimeout,
    queueMicrotask, structuredClone, Response, AbortController, DecompressionStream, Blob, atob,
    location: new URL(`${base}scripts/search-worker.js`),
    postMessage: (message) => {
      const wait = waiting.get(message.answer || "opened");
      if (message.failed) {
        console.error(message.failed);
        process.exit(1);
      }
      if (wait && message.whole !== false) wait(message);
    },
  });
  context.importScripts = (...names) => names.forEach((name) => {
    const file = path.join(scripts, path.basename(new URL(name, `${base}scripts/`).pathname));
    vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });
  });
  vm.runInContext(
    "globalThis.self = globalThis; class WorkerGlobalScope {}"
    + "globalThis.WorkerGlobalScope = WorkerGlobalScope;"
    + "Object.setPrototypeOf(globalThis, WorkerGlobalScope.prototype);", context);
  context.importScripts("search-worker.js");
  /** @type {(key: number | string, data: object) => Promise<any>} */
  return (key, data) => new Promise((resolve) => {
    waiting.set(key, resolve);
    context.onmessage({ data });
  });
}

async function main() {
  const send = started();
  send("opened", { open: `${base}search/` });
  const found = [];
  const asked = JSON.parse(fs.readFileSync(questions, "utf8"));
  await send(-1, { ask: -1, query: "", limit: 1 });
  for (const [i, question] of asked.entries()) {
    const before = performance.now();
    const reply = await send(i + 1, { ask: i + 1, limit: 10, ...question });
    const ms = performance.now() - before;
    found.push({
      ids: reply.hits.map(({ id }) => id), near: (reply.near || []).map(({ id }) => id),
      total: reply.total, ms,
    });
  }
  fs.writeFileSync(answers, JSON.stringify(found));
}

main();
