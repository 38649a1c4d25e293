// A real Chromium, without network and without a profile of its own.
import { existsSync, readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { chromium } from "playwright-core";

const path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
export const installed = Boolean(path);

export function launch() {
  return chromium.launch({ executablePath: path, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
}

/** A page that counts its errors and every request beyond its own file. */
export async function openPage(browser, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  page.problems = [];
  page.on("pageerror", (error) => page.problems.push(error.message));
  page.on("request", (request) => { if (!/^(file|data|blob|about):/.test(request.url())) page.problems.push("asks for " + request.url()); });
  return page;
}

/** A script whose value is what a CommonJS module exports, with all that it requires inside. */
export function bundle(name) {
  const modules = {};
  const add = (path) => {
    const source = readFileSync(path, "utf8"), needs = {}, { resolve } = createRequire(path);
    modules[path] = ""; // its place, should those that it needs need it
    for (const [, , wanted] of source.matchAll(/require\((["'])([^"'\n]+)\1\)/g)) {
      let found;
      // What Node.js has of its own, browsers have from a package of that name; the rest is for branches that they do not take.
      try { found = resolve(isBuiltin(wanted) ? wanted + "/" : wanted); } catch { continue; }
      needs[wanted] = found;
      if (!(found in modules)) add(found);
    }
    modules[path] = `[(module, exports, require) => {${source}\n}, ${JSON.stringify(needs)}]`;
  };
  const first = createRequire(import.meta.url).resolve(name);
  add(first);
  const listed = Object.entries(modules).map(([path, module]) => `${JSON.stringify(path)}: ${module}`).join(",\n");
  return `((modules) => {
    const made = {};
    const load = (path) => {
      if (made[path]) return made[path].exports;
      const module = made[path] = { exports: {} }, [run, needs] = modules[path];
      run.call(module.exports, module, module.exports, (name) => load(needs[name]));
      return module.exports;
    };
    return load(${JSON.stringify(first)});
  })({${listed}})`;
}
