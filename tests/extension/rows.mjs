/** Prints the comparison of cards that stand on standard input as JSON, for `test_sidebyside.py`. */

import process from "node:process";

import { rowsOf } from "../../extension/shared/sidebyside.js";

let text = "";
for await (const part of process.stdin) text += part;
const { cards, purpose } = JSON.parse(text);
process.stdout.write(JSON.stringify(rowsOf(cards, purpose)));
