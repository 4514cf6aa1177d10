"""Kait mkdocs: halaman acuan dibangkitkan dari katalog temuan dan berkas tahun, tidak ditulis tangan."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mkdocs.structure.files import File, Files

from situs.acuan import halaman_acuan


def on_files(files: Files, config: Any) -> Files:
    """Tambahkan halaman acuan ke situs."""
    for nama, isi in halaman_acuan().items():
        files.append(File.generated(config, nama, content=isi))
    return files
