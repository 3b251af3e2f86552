import assert from "node:assert/strict";
import { readdir, readFile, stat } from "node:fs/promises";
import { test } from "node:test";

import { CONTENT } from "../../../extension/shared/files.js";

const EXTENSION = new URL("../../../extension/", import.meta.url);
const read = (path) => readFile(new URL(path, EXTENSION), "utf8");
const json = async (path) => JSON.parse(await read(path));
const languages = await readdir(new URL("_locales/", EXTENSION));
const english = await json("_locales/en/messages.json");

for (const language of languages) {
  test(`${language} says all that English says, with the same places for values`, async () => {
    const messages = await json(`_locales/${language}/messages.json`);
    assert.deepEqual(Object.keys(messages).sort(), Object.keys(english).sort());
    for (const [name, { message }] of Object.entries(messages)) {
      assert.ok(message, name);
      assert.deepEqual(message.match(/\$\d/g)?.sort(), english[name].message.match(/\$\d/g)?.sort(), name);
    }
  });
}

test("every sentence the code names is there", async () => {
  const files = (await readdir(EXTENSION, { recursive: true })).filter((path) => /\.(js|html)$/.test(path));
  const missing = [];
  for (const path of files) {
    for (const [, name] of (await read(path)).matchAll(/(?:\bsay\(|data-say=|getMessage\()"([\w@]+)"/g)) {
      if (!name.startsWith("@@") && !english[name]) missing.push(`${path}: ${name}`);
    }
  }
  assert.deepEqual(missing, []);
});

test("the browser is given every content file, and no other", async () => {
  const there = (await readdir(new URL("content/", EXTENSION))).filter((name) => name.endsWith(".js"));
  assert.deepEqual([...CONTENT].sort(), there.map((name) => `content/${name}`).sort());
});

test("the manifest asks for no site and for no private window, and its files exist", async () => {
  const manifest = await json("manifest.json");
  assert.deepEqual(manifest.permissions, ["storage", "scripting", "activeTab"]);
  assert.equal(manifest.host_permissions, undefined);
  assert.equal(manifest.content_scripts, undefined);
  assert.equal(manifest.web_accessible_resources, undefined);
  assert.equal(manifest.incognito, "not_allowed");
  for (const path of [...Object.values(manifest.icons), manifest.options_ui.page, manifest.background.service_worker]) {
    assert.ok((await stat(new URL(path, EXTENSION))).size > 0, path);
  }
});
