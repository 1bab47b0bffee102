"""Where a desk file lies: whether it can be written there, and whether the drive is a network drive."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

NETWORK_FILE_SYSTEMS = ("nfs", "cifs", "smb", "9p", "afpfs", "webdav", "davfs", "fuse.sshfs", "ncpfs")


def is_writable(path: Path) -> bool:
    """Whether the file and the folder round it can be written; a file marked read-only is not, even for root."""
    if not os.access(path.parent, os.W_OK):
        return False
    return not path.exists() or (os.access(path, os.W_OK) and bool(path.stat().st_mode & 0o222))


def address(path: Path, how: str) -> str:
    """The file as SQLite's address with options such as "mode=ro"; right for any name, even one that is no text."""
    return f"file:{quote(os.fsencode(path))}?{how}"


def is_on_network(path: Path) -> bool:
    """Whether the file lies on a network drive, where WAL mode would damage it."""
    import psutil

    resolved = str(path.resolve())
    if resolved.startswith("\\\\"):
        return True
    mounts = [part for part in psutil.disk_partitions(all=True) if _lies_under(resolved, part.mountpoint)]
    nearest = max(mounts, key=lambda part: len(part.mountpoint), default=None)
    return nearest is not None and (
        nearest.fstype.lower().startswith(NETWORK_FILE_SYSTEMS) or "remote" in nearest.opts.split(",")
    )


def _lies_under(path: str, mount: str) -> bool:
    root = mount.rstrip("/\\")
    return path == root or path.startswith((root + "/", root + "\\"))
