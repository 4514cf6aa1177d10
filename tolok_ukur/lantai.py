"""Lantai pembanding: ``ryaml.loads`` polos atas semua catatan, tanpa model, pemeriksaan, atau hitungan.

Pemakaian: ``python lantai.py FOLDER``. Menulis banyak berkas dan detik ``ryaml.loads`` saja ke stderr.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from time import perf_counter

import ryaml

_BUKAN_CATATAN = frozenset({"daerah.yaml", "hasil_resmi.yaml", "spd.yaml"})


def catatan(folder: str) -> Iterator[str]:
    """Jalur semua catatan inovasi di bawah *folder*, menurut abjad."""
    for induk, anak, berkas in os.walk(folder):
        anak[:] = sorted(satu for satu in anak if satu != "bukti")
        yield from (
            f"{induk}/{satu}"
            for satu in sorted(berkas)
            if satu.endswith(".yaml") and satu not in _BUKAN_CATATAN
        )


def main() -> None:
    """Baca dan urai semuanya, satu per satu."""
    banyak, urai = 0, 0.0
    for jalur in catatan(sys.argv[1]):
        with open(jalur, encoding="utf-8") as aliran:  # noqa: PTH123  # lantai: cara termurah
            teks = aliran.read()
        mulai = perf_counter()
        ryaml.loads(teks)
        urai += perf_counter() - mulai
        banyak += 1
    sys.stderr.write(f"{banyak} {urai:.6f}\n")


if __name__ == "__main__":
    main()
