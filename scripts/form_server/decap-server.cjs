// decap-server's file access, listening on a socket file that only this account can open; its own
// program would listen on a port, where every program and every web page of this machine may knock.
"use strict";

const { createRequire } = require("node:module");

const [modules, socket] = process.argv.slice(2);
const load = createRequire(`${modules}/`);
const express = load("express");
const { registerLocalFs } = load("decap-server/dist/middlewares");

const app = express();
registerLocalFs(app, { logLevel: "warn" }).then(() => {
  app.listen(socket, () => process.stdout.write("ready\n"));
});
// The command that started this one holds the other end: when it is gone, so is this.
process.stdin.on("end", () => process.exit(0)).resume();
