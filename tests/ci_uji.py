"""Bahan uji CI pengguna: bagian README-nya apa adanya, repositori kosong berisi data contoh, dan pra-komit.

Yang diganti hanya yang memerlukan jaringan: pemasangan. ``INDEKS_PROGRAM`` menunjuk folder program ``indeks``
yang sudah dipasang di tempat lain; bawaannya milik Python yang menjalankan uji.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import ryaml

from tests.daerah_uji import AKAR, CONTOH

PROGRAM = Path(os.environ.get("INDEKS_PROGRAM") or Path(sys.executable).parent)
PRA_KOMIT = shutil.which("pre-commit", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
JARINGAN = os.environ.get("INDEKS_UJI_JARINGAN") == "1"
"""Pemasangan sungguhan dari jaringan juga diuji; disetel oleh .ci/run."""
CATATAN = "data/2024/dinas-kesehatan-sosial/teras-pulih.yaml"


class Jadi(NamedTuple):
    """Kode keluar dan keluaran (stdout dan stderr) sebuah perintah."""

    kode: int
    teks: str


def bagian_ci() -> tuple[dict[str, Any], ...]:
    """Ketiga contoh pada bagian "Pemeriksaan otomatis" README: pra-komit, GitHub, GitLab."""
    teks = (AKAR / "README.md").read_text(encoding="utf-8")
    bagian = teks.partition("\n## Pemeriksaan otomatis\n")[2].partition("\n## ")[0]
    return tuple(ryaml.loads(satu) for satu in re.findall(r"```yaml\n(.*?)```", bagian, re.DOTALL))


def kait() -> dict[str, Any]:
    """Satu-satunya kait dalam ``.pre-commit-hooks.yaml``."""
    (satu,) = ryaml.loads((AKAR / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert isinstance(satu, dict)
    return satu


def lingkungan(**tambahan: str) -> dict[str, str]:
    """Lingkungan proses tanpa setelan git dan GitHub milik yang menjalankan uji."""
    bersih = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "GITHUB_", "PRE_COMMIT"))}
    jalur = f"{PROGRAM}{os.pathsep}{bersih['PATH']}"
    identitas = {
        f"GIT_{siapa}_{apa}": "uji@contoh.id"
        for siapa in ("AUTHOR", "COMMITTER")
        for apa in ("NAME", "EMAIL")
    }
    return {**bersih, **identitas, "PATH": jalur, "GIT_CONFIG_GLOBAL": os.devnull, **tambahan}


def jalankan(folder: Path, *perintah: str, **tambahan: str) -> Jadi:
    """Jalankan *perintah* di *folder*."""
    hasil = subprocess.run(
        perintah,
        cwd=folder,
        env=lingkungan(**tambahan),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    return Jadi(hasil.returncode, hasil.stdout)


def naskah(folder: Path, isi: str, **tambahan: str) -> Jadi:
    """Jalankan *isi* seperti pelari GitHub menjalankan ``run`` dengan ``shell: bash``."""
    return jalankan(folder, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", isi, **tambahan)


def repo_kosong(akar: Path) -> Path:
    """Repositori git tanpa komit dengan kota-rapi sebagai ``data``, seperti yang ditulis README."""
    akar.mkdir()
    assert jalankan(akar, "git", "init", "-q", "-b", "utama").kode == 0
    shutil.copytree(CONTOH / "kota-rapi", akar / "data")
    return akar


def ganti(jalur: Path, lama: str, baru: str) -> None:
    """Ganti tepat satu *lama* dalam berkas."""
    teks = jalur.read_text(encoding="utf-8")
    assert teks.count(lama) == 1, (jalur, lama)
    jalur.write_text(teks.replace(lama, baru), encoding="utf-8", newline="\n")


def tulis_setelan(akar: Path, argumen: list[str], **lain: Any) -> None:
    """``.pre-commit-config.yaml``: kait proyek ini dengan *argumen*, memakai program yang terpasang."""
    isi = {**kait(), "language": "system", "args": argumen, **lain}
    dokumen = ryaml.dumps({"repos": [{"repo": "local", "hooks": [isi]}]})
    (akar / ".pre-commit-config.yaml").write_text(dokumen, encoding="utf-8")
