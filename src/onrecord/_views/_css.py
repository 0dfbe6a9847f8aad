"""How the notebook's views look: our own colours on our own ground, so that they hold on any page, light or dark."""

from __future__ import annotations

_LIGHT = (
    "color-scheme:light;--or-fg:#1b1f24;--or-bg:#ffffff;--or-dim:#57606a;--or-line:#d0d7de;--or-head:#f3f5f7;"
    "--or-mark:#fff3bf;--or-cue:#1f5fa8;--or-who:#7a3e9d;--or-hedge:#a13d00"
)
_DARK = (
    "color-scheme:dark;--or-fg:#e6e8eb;--or-bg:#16191d;--or-dim:#a2abb5;--or-line:#3b424b;--or-head:#21262c;"
    "--or-mark:#4a3f12;--or-cue:#8fc1ff;--or-who:#dbb0f5;--or-hedge:#ffb182"
)
# The system's wish, then the notebook's own theme (JupyterLab, VS Code), which is nearer to the reader.
_THEMES = (
    f".onrecord{{{_LIGHT}}}"
    f"@media (prefers-color-scheme:dark){{.onrecord{{{_DARK}}}}}"
    f'[data-jp-theme-light="true"] .onrecord,body.vscode-light .onrecord{{{_LIGHT}}}'
    f'[data-jp-theme-light="false"] .onrecord,body.vscode-dark .onrecord{{{_DARK}}}'
)
_RULES = (
    ".onrecord{color:var(--or-fg);background:var(--or-bg);border:1px solid var(--or-line);border-radius:6px;"
    "padding:.6em .8em;font:14px/1.45 system-ui,sans-serif;text-align:left;max-width:100%;overflow-x:auto;"
    "overflow-wrap:break-word}"
    ".onrecord *{box-sizing:border-box}"
    ".onrecord p{margin:.3em 0}"
    ".onrecord .title{font-weight:600;font-size:1.1em}"
    ".onrecord .kind,.onrecord .line,.onrecord .more{color:var(--or-dim);font-weight:400;font-size:.9em}"
    ".onrecord blockquote{margin:.5em 0;padding:.2em 0 .2em .8em;border-left:3px solid var(--or-line);color:inherit;"
    "max-width:46em}"
    ".onrecord .lines{white-space:pre-wrap}"
    ".onrecord .scroll{overflow-x:auto}"
    ".onrecord table{border-collapse:collapse;border:0;margin:.4em 0;font-size:13px;line-height:1.45;color:inherit;"
    "background:transparent}"
    ".onrecord caption{caption-side:top;text-align:left;color:inherit;font-weight:600;padding:.2em 0}"
    ".onrecord tr{background:transparent}"
    ".onrecord th,.onrecord td{text-align:left;vertical-align:top;padding:.3em .7em .3em 0;border:0;"
    "border-bottom:1px solid var(--or-line);min-width:4em;max-width:30em;white-space:normal;color:inherit;"
    "background:transparent;overflow-wrap:break-word}"
    ".onrecord thead th{color:var(--or-dim);font-weight:600;white-space:nowrap}"
    ".onrecord tbody th{font-weight:600}"
    ".onrecord .facts th{color:var(--or-dim);font-weight:400;white-space:nowrap}"
    ".onrecord .facts td,.onrecord .facts th{border:0;padding-top:.1em;padding-bottom:.1em}"
    ".onrecord .facts td{max-width:46em}"
    ".onrecord td .q{min-width:16em;display:block}"
    ".onrecord ul{margin:0;padding:0;list-style:none}"
    ".onrecord details,.onrecord summary{background:transparent;border:0;color:inherit;font-weight:inherit;padding:0}"
    ".onrecord details{margin:.2em 0}"
    ".onrecord td details{margin:0}"
    ".onrecord summary{cursor:pointer}"
    ".onrecord mark{padding:0;color:var(--or-fg);background:var(--or-mark);text-decoration:underline solid 1px;"
    "text-underline-offset:.2em}"
    ".onrecord .cue,.onrecord .speaker,.onrecord .hedge{text-underline-offset:.2em}"
    ".onrecord .cue{color:var(--or-cue);text-decoration:underline dotted}"
    ".onrecord .speaker{color:var(--or-who);text-decoration:underline double}"
    ".onrecord .hedge{color:var(--or-hedge);text-decoration:underline wavy;font-style:italic}"
    # On a narrow page every row becomes a card, its cells under each other.
    "@media (max-width:600px){.onrecord .scroll thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;"
    "overflow:hidden}.onrecord .scroll table,.onrecord .scroll tbody,.onrecord .scroll tr,.onrecord .scroll th,"
    ".onrecord .scroll td,.onrecord .scroll caption{display:block;max-width:100%}"
    ".onrecord .scroll tr{border-bottom:1px solid var(--or-line);padding:.3em 0}"
    ".onrecord .scroll tbody th,.onrecord .scroll td{border:0;padding:.1em 0}"
    ".onrecord .scroll td:empty{display:none}"
    ".onrecord .scroll td::before{content:attr(data-head) ' ';color:var(--or-dim);font-size:.9em}"
    ".onrecord td .q{min-width:0}.onrecord .facts th{white-space:normal}}"
)

CSS = _THEMES + _RULES
"""The one style sheet; every rule is about what stands inside a view."""
