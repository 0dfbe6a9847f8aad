// npm's chrono-node behind lines of JSON, for `_time_peers.py`: a document in, what is found and the seconds out.
"use strict";
const chrono = require(require.resolve("chrono-node", { paths: [process.argv[2]] }));
let seconds = 0;

require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { text, date } = JSON.parse(line);
  const reference = { instant: new Date(`${date}T12:00:00Z`), timezone: 0 };
  const begun = process.cpuUsage();
  const results = chrono.casual.parse(text, reference);
  const spent = process.cpuUsage(begun);
  seconds += (spent.user + spent.system) / 1e6;
  const point = (unit) => Array.from(text.slice(0, unit)).length;
  const found = results.map(({ index, text: said, start }) => {
    const names = ["year", "month", "day", "hour", "minute"];
    return {
      start: point(index),
      end: point(index + said.length),
      values: names.map((name) => start.get(name)),
      certain: [...names, "weekday"].filter((name) => start.isCertain(name)),
    };
  });
  process.stdout.write(JSON.stringify({ found, seconds }) + "\n");
});
