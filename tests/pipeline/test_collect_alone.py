"""Law 8: only the code that fetches from, sends to or asks what a person named opens the network."""

import ast
import subprocess
import sys
from pathlib import Path

import rashomon

SOURCE = Path(rashomon.__file__).parent
CLIENTS = {
    "httpx",
    "requests",
    "aiohttp",
    "urllib3",
    "httpcore",
    "ftplib",
    "smtplib",
    "telnetlib",
    "http.client",
    "urllib.request",
}


def clients_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return {name for name in names if name in CLIENTS or name.split(".")[0] in CLIENTS}


def test_nothing_else_has_a_client():
    users = {path.relative_to(SOURCE).parts[:2] for path in SOURCE.rglob("*.py") if clients_of(path)}

    assert users == {("pipeline", "collect"), ("pipeline", "alerting"), ("pipeline", "wording")}


def test_the_command_line_loads_the_client_only_to_fetch():
    code = "import sys, rashomon.cli.main; sys.exit('httpx' in sys.modules or 'brotli' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
