"""``-o BERKAS`` bagi setiap perintah yang hasilnya ke stdout: ditulis utuh, tidak menimpa tanpa diminta."""

from __future__ import annotations

import inspect
import io
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from indeksinovasi.cli.pilihan import OpsiTimpa, jalur_keluaran

OpsiBerkas = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--keluaran",
        metavar="BERKAS",
        parser=jalur_keluaran,
        help="Tulis hasilnya ke berkas ini (UTF-8), bukan ke layar.",
    ),
]


def tersimpan(perintah: Callable[..., Any]) -> Callable[..., Any]:
    """*perintah* dengan ``-o`` dan ``--timpa``; yang memang menulis berkas tidak diubah.

    Perintah yang menyimpan bagan di samping hasilnya memakai ``--timpa``-nya sendiri bagi keduanya.
    """
    tanda = inspect.signature(perintah, eval_str=True)
    ada = tanda.parameters.keys()
    bertimpa = "timpa" in ada
    if {"keluaran", "folder"} & ada or (bertimpa and "bagan" not in ada):
        return perintah

    @wraps(perintah)
    def jalan(*, keluaran: Path | None = None, timpa: bool = False, **isian: Any) -> Any:
        if bertimpa:
            isian["timpa"] = timpa
        if keluaran is None:
            return perintah(**isian)
        penampung = io.StringIO(newline="")
        with redirect_stdout(penampung):
            kode = perintah(**isian)
        _tulis(keluaran, penampung.getvalue(), timpa=timpa)
        return kode

    tambahan = [
        inspect.Parameter("keluaran", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=OpsiBerkas)
    ]
    if not bertimpa:
        tambahan.append(
            inspect.Parameter("timpa", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=OpsiTimpa)
        )
    baru = tanda.replace(parameters=[*tanda.parameters.values(), *tambahan])
    jalan.__signature__ = baru  # type: ignore[attr-defined]
    jalan.__annotations__ = {nama: satu.annotation for nama, satu in baru.parameters.items()}
    return jalan


def _tulis(keluaran: Path, isi: str, *, timpa: bool) -> None:
    from indeksinovasi.alur.tulisan import tulis_keluaran
    from indeksinovasi.keluaran.tulisan import teks_tulisan

    bita = isi.encode("utf-8", "surrogateescape")
    tulisan = tulis_keluaran({keluaran: bita}, timpa=timpa, coba=False)
    sys.stderr.write(teks_tulisan(tulisan, coba=False) + "\n")
