// Runs a WASI module in node: node --no-warnings wasi.mjs MODULE ARGUMENT…
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [, , path, ...args] = process.argv;
const env = { PYTHONHASHSEED: process.env.PYTHONHASHSEED ?? "0" };
if (process.env.MOLT_LEAK_CHECK) env.MOLT_LEAK_CHECK = process.env.MOLT_LEAK_CHECK;
const wasi = new WASI({ version: "preview1", args: [path, ...args], env, preopens: { ".": "." }, returnOnExit: true });
const module = await WebAssembly.compile(await readFile(path));
const instance = await WebAssembly.instantiate(module, wasi.getImportObject());
process.exitCode = wasi.start(instance);
