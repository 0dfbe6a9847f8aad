// TypeScript declarations of the format, made from its JSON Schema: `node types.cjs SCHEMA` prints them.
// NODE_PATH names a directory with the packages json-schema-to-typescript and prettier.
const { readFileSync } = require("node:fs");
const { compile } = require("json-schema-to-typescript");

const BANNER = "// The JSON format of onrecord. Made from its JSON Schema: change the classes, not this file.";
const NOISE = /\n \*\n \* This interface was referenced by `Dossier`'s JSON-Schema\n \* via the `definition` "\w+"\./g;

const schema = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const options = { bannerComment: BANNER, unreachableDefinitions: true, style: { printWidth: 120 } };
compile(schema, "Dossier", options).then((text) => process.stdout.write(text.replace(NOISE, "")));
