"""What others make of the JSON Schema: ajv validates by it in strict mode, and TypeScript has types made from it.

The packages are looked for where ONRECORD_NODE_MODULES says, or in `node_modules` at the root.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from onrecord import load_seed, save, to_dict
from onrecord._codec import _schema
from onrecord._codec._document import FORMAT
from tests.codec.test_schema import is_taken, mutants

ROOT = Path(__file__).parents[2]
TYPES = (ROOT / "docs" / "onrecord.d.ts").read_text(encoding="utf-8")
NODE = shutil.which("node") or "node"
MODULES = Path(os.environ.get("ONRECORD_NODE_MODULES") or ROOT / "node_modules")
MISSING = [
    *(["node"] if shutil.which("node") is None else []),
    *(name for name in ("ajv", "json-schema-to-typescript", "typescript") if not (MODULES / name).is_dir()),
]
needs_node = pytest.mark.skipif(bool(MISSING), reason=f"NOT TESTED: ajv and TypeScript, without {', '.join(MISSING)}")

PAGE = (ROOT / "docs" / "how-to" / "validate.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```ts\n(.*?)^```\n+```text\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)

AJV = """
const Ajv = require("ajv/dist/2020").default;
const { schema, files, lines } = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));
const said = [], say = (...words) => said.push(words.join(" "));
const strict = { strictSchema: true, strictNumbers: true, strictTypes: true, strictTuples: true, strictRequired: true };
const ajv = new Ajv({ strict: true, ...strict, allErrors: true, logger: { log: say, warn: say, error: say } });
const isFile = ajv.compile(schema), isLine = ajv.compile({ $ref: `${schema.$id}#/$defs/Line` });
const judge = (valid) => (text) => {
  try { return valid(JSON.parse(text)); } catch { return false; }
};
console.log(JSON.stringify({ said, files: files.map(judge(isFile)), lines: lines.map(judge(isLine)) }));
"""

CONSUMER = """
import type { Dossier, Form, Json, Line, Statement } from "./onrecord";

function told(form: Form): string {
  switch (form) {
    case "direct": return "in quotation marks";
    case "mixed": case "indirect": case "free_indirect": case "reported": return "retold";
    case "narration": return "the text's own";
    default: { const never: never = form; return never; }
  }
}

function texts(value: Json): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(texts);
}

export function speakers(dossier: Dossier): string[] {
  const names = new Map((dossier.actors ?? []).map((actor) => [actor.id, actor.name]));
  const who = (statement: Statement) => names.get(statement.speaker ?? "") ?? statement.voice;
  return (dossier.statements ?? []).map((statement) => `${who(statement)}, ${told(statement.form)}`);
}

export function first(statement: Statement): number | undefined {
  return statement.evidence?.[0]?.content.spans[0].start;
}

export const words = (line: Line): string[] => texts(line.extra ?? {}).concat(line.statement?.content ?? []);
export const empty: Dossier = { onrecord: "FORMAT" };
"""

WRONG = """
import type { Dossier, Statement } from "./onrecord";

export const old: Dossier = { onrecord: "0.0" };
export const misspelt: Dossier = { onrecord: "FORMAT", statments: [] };
export const short: Statement = { id: "s", voice: "writer", content: "words" };
export const unheard: Statement = { id: "s", voice: "writer", content: "words", form: "sung" };
"""


def in_node(*arguments: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NODE_PATH": str(MODULES)}
    return subprocess.run(
        [NODE, *arguments],
        input=given,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def judged_by_ajv(files: list[str], lines: list[str]) -> dict[str, Any]:
    given = json.dumps({"schema": _schema.json_schema(), "files": files, "lines": lines})
    done = in_node("-e", AJV, given=given)
    assert done.returncode == 0, done.stderr
    judged: dict[str, Any] = json.loads(done.stdout)
    return judged


def compiled(source: str, folder: Path) -> list[str]:
    """What the TypeScript compiler has to say of a module that uses the types."""
    (folder / "onrecord.d.ts").write_text(TYPES, encoding="utf-8")
    (folder / "module.ts").write_text(source.replace("FORMAT", FORMAT), encoding="utf-8")
    options = [
        "--strict",
        "--noUncheckedIndexedAccess",
        "--exactOptionalPropertyTypes",
        "--noEmit",
        "--target",
        "es2022",
    ]
    done = in_node(MODULES / "typescript" / "bin" / "tsc", *options, folder / "module.ts")
    return re.findall(r"module\.ts\((\d+),\d+\): error", done.stdout) or done.stdout.splitlines()


def test_the_types_have_no_numbered_duplicates_and_leave_nothing_open() -> None:
    assert re.findall(r"^export \w+ \w*\d\b", TYPES, re.MULTILINE) == []
    assert re.findall(r"\b(?:unknown|any)\b(?=[;\[\]}|])", TYPES) == []


def test_there_is_a_type_for_every_definition() -> None:
    names = re.findall(r"^export (?:type|interface) (\w+)", TYPES, re.MULTILINE)
    assert sorted(names) == sorted([*_schema.json_schema()["$defs"], "Dossier"])


@needs_node
def test_the_types_are_those_that_the_schema_makes(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text(_schema.schema_text(), encoding="utf-8")
    done = in_node(ROOT / ".ci" / "types.cjs", tmp_path / "schema.json")
    assert done.stdout == TYPES, done.stderr or "run: python .ci/schema.py"


@needs_node
def test_ajv_has_nothing_to_say_in_strict_mode() -> None:
    assert judged_by_ajv([], [])["said"] == []


@needs_node
def test_ajv_takes_the_seed_as_a_file_and_line_by_line(tmp_path: Path) -> None:
    save(load_seed(), tmp_path / "seed.jsonl")
    lines = (tmp_path / "seed.jsonl").read_text(encoding="utf-8").splitlines()
    judged = judged_by_ajv([json.dumps(to_dict(load_seed()))], lines)
    assert judged["files"] == [True]
    assert judged["lines"] == [True] * len(lines)
    assert len(lines) > 100


@needs_node
def test_ajv_judges_mutants_as_other_validators_do() -> None:
    texts = mutants()
    assert judged_by_ajv(texts, [])["files"] == [is_taken(text) for text in texts]


@needs_node
def test_a_program_that_uses_the_types_compiles_strictly(tmp_path: Path) -> None:
    assert compiled(CONSUMER, tmp_path) == []


@needs_node
def test_the_types_refuse_what_the_format_does_not_have(tmp_path: Path) -> None:
    lines = [str(number) for number, line in enumerate(WRONG.splitlines(), 1) if line.startswith("export")]
    assert compiled(WRONG, tmp_path) == lines


def test_there_are_blocks_of_typescript() -> None:
    assert BLOCKS


@needs_node
@pytest.mark.parametrize(("code", "printed"), BLOCKS)
def test_a_block_of_typescript_compiles_and_prints_what_stands_under_it(
    code: str, printed: str, tmp_path: Path
) -> None:
    (tmp_path / "node_modules").symlink_to(MODULES)
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (tmp_path / "onrecord.d.ts").write_text(TYPES, encoding="utf-8")
    (tmp_path / _schema.FILE).write_text(_schema.schema_text(), encoding="utf-8")
    (tmp_path / "page.ts").write_text(code, encoding="utf-8")
    options = [
        "--strict",
        "--module",
        "nodenext",
        "--target",
        "es2022",
        "--resolveJsonModule",
        "--noUncheckedIndexedAccess",
    ]
    done = in_node(MODULES / "typescript" / "bin" / "tsc", *options, tmp_path / "page.ts")
    assert done.stdout == ""
    assert in_node("--no-warnings", tmp_path / "page.js").stdout == printed
