// npm's quote-parser behind lines of JSON, for `_quotation_peers.py`: a document in, what is found and the seconds out.
"use strict";
const parser = require(require.resolve("quote-parser", { paths: [process.argv[2]] }));
let seconds = 0;

require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const text = JSON.parse(line).text;
  const begun = process.cpuUsage();
  const quotes = parser.parse(text, "en", { minLength: 10 });
  const spent = process.cpuUsage(begun);
  seconds += (spent.user + spent.system) / 1e6;
  const point = (unit) => Array.from(text.slice(0, unit)).length;
  const span = (part) => [point(part.index), point(part.index + part.text.length)];
  const found = quotes.map((quote) => ({ content: span(quote), speaker: span(quote.name) }));
  process.stdout.write(JSON.stringify({ found, seconds }) + "\n");
});
